"""Which characters the fonts can print, and what stands in for the others."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from bangvang.fonts import FOLDER

_INSTEAD = "◊"
_STAND_INS = {"\u2011": "-", "\u2010": "-", "\u2212": "–", "\u02bc": "’", "\ufffd": _INSTEAD}
_SPACES = ("Zs", "Zl", "Zp")
_WINDOWS, _UNICODE_BMP, _UNICODE_FULL = 3, 1, 10


@cache
def printable() -> frozenset[str]:
    """Every character that each cut of at least one of the families has."""
    families: dict[str, frozenset[str]] = {}
    for path in sorted(FOLDER.glob("*.ttf")):
        family = path.name.partition("_")[0]
        has = frozenset(map(chr, _mapped(path.read_bytes())))
        families[family] = families.get(family, has) & has
    return frozenset[str]().union(*families.values())


def unprintable(text: str) -> frozenset[str]:
    """The characters of a text that would come out as something else; those that nobody sees do not count."""
    return frozenset(
        character
        for character in set(text) - printable() - {"\n"}
        if character not in _STAND_INS and category(character) not in ("Cf", "Cc", "Mn", *_SPACES)
    )


def fitted(text: str) -> str:
    """The text in characters that the fonts have; a lozenge stands for what nobody could print."""
    strange = set(text) - printable() - {"\n"}
    return text.translate({ord(character): _instead_of(character) for character in strange}) if strange else text


def _instead_of(character: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    match category(character):
        case "Cf" | "Cc" | "Mn":
            return ""
        case kind if kind in _SPACES:
            return " "
    return _INSTEAD


def _mapped(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font's character map."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    start = tables[b"cmap"]
    maps: dict[int, int] = {}
    for index in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        if platform == _WINDOWS:
            maps[encoding] = start + offset
    if _UNICODE_FULL in maps:
        yield from _by_groups(font, maps[_UNICODE_FULL])
    else:
        yield from _by_segments(font, maps[_UNICODE_BMP])


def _by_groups(font: bytes, at: int) -> Iterator[int]:
    for index in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * index)
        yield from range(first + (glyph == 0), last + 1)


def _by_segments(font: bytes, at: int) -> Iterator[int]:
    width = struct.unpack_from(">H", font, at + 6)[0]
    ends, starts, deltas, offsets = at + 14, at + 16 + width, at + 16 + 2 * width, at + 16 + 3 * width
    for step in range(0, width, 2):
        last, first = struct.unpack_from(">H", font, ends + step)[0], struct.unpack_from(">H", font, starts + step)[0]
        delta, offset = (
            struct.unpack_from(">H", font, deltas + step)[0],
            struct.unpack_from(">H", font, offsets + step)[0],
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = (
                code if not offset else struct.unpack_from(">H", font, offsets + step + offset + 2 * (code - first))[0]
            )
            if glyph and ((offset and glyph) or (glyph + delta) & 0xFFFF):
                yield code
