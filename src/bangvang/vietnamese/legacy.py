"""Text typed before Unicode, as Latin-1 letters that a font dressed: TCVN3 (.VnTime, .VnTimeH) and VNI (VNI-Times).

The font decides where it is known; where it is not, the readings of a text are compared by how many of its words are
built like Vietnamese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from unicodedata import normalize

from bangvang.vietnamese.fold import words
from bangvang.vietnamese.syllables import is_syllable


class Encoding(StrEnum):
    """How letters were put into characters."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3-capitals"
    """The font shows capitals, whatever was typed."""
    VNI = "vni"


_TCVN3_CODES = (
    "A1-A7 Ă Â Ê Ô Ơ Ư Đ",
    "A8-AE ă â ê ô ơ ư đ",
    "B5-B9 à ả ã á ạ",
    "BB-BE ằ ẳ ẵ ắ",
    "C6-CC ặ ầ ẩ ẫ ấ ậ è",
    "CE-D8 ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ",
    "DC-DF ĩ í ị ò",
    "E1-EF ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù",
    "F1-FE ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ",
)
"""First and last code, then the letters between."""

_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VNI_TONED = (
    ("", "ùøûõï"),
    ("\u0302", "áàåãä"),
    ("\u0306", "éèúüë"),
)
"""For a mark on the vowel, the sign that stands after it for each tone: sắc, huyền, hỏi, ngã, nặng."""
_VNI_UNTONED = {"\u0302": "â", "\u0306": "ê"}
_VNI_HORNED = {"o": "ô", "u": "ö"}
_VNI_ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def _tcvn3() -> dict[int, str]:
    table: dict[int, str] = {}
    for line in _TCVN3_CODES:
        codes, *letters = line.split()
        first, last = (int(code, 16) for code in codes.split("-"))
        table |= dict(zip(range(first, last + 1), letters, strict=True))
    table[0x03BC] = table[0xB5]  # Word takes the micro sign for a Greek letter
    return table


def _vni() -> dict[str, str]:
    table = {typed: letter for letter, typed in _VNI_ALONE.items()}
    for vowel in "aeouy":
        for mark, signs in _VNI_TONED:
            if (mark and vowel not in "aeo") or (mark == "\u0306" and vowel != "a"):
                continue
            for tone, sign in zip(_TONES, signs, strict=True):
                table[vowel + sign] = normalize("NFC", vowel + mark + tone)
            if mark:
                table[vowel + _VNI_UNTONED[mark]] = normalize("NFC", vowel + mark)
    del table["yï"]
    for vowel, horned in _VNI_HORNED.items():
        table[horned] = normalize("NFC", vowel + "\u031b")
        for tone, sign in zip(_TONES, _VNI_TONED[0][1], strict=True):
            table[horned + sign] = normalize("NFC", vowel + "\u031b" + tone)
    return _in_both_cases(table)


def _in_both_cases(table: dict[str, str]) -> dict[str, str]:
    """The vowel's case is the letter's; the sign after it may be in either."""
    both = {}
    for typed, letter in table.items():
        for sign in (typed[1:], typed[1:].upper()):
            both[typed[0] + sign] = letter
            both[typed[0].upper() + sign] = letter.upper()
    return both


_TCVN3 = _tcvn3()
_VNI = _vni()
_VNI_TYPED = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_SUSPECT = re.compile("[\u00a1-\u00ff\u03bc]")
_SURELY_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_COMBINING = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]")
_SIGNS = re.compile(r"[^\W\d_\u00aa]*[\u00a1-\u00bf\u00d7\u00f7][^\W\d_]*")
_GUESSED = (Encoding.UNICODE, Encoding.TCVN3, Encoding.VNI)
_ENOUGH = 3_000


@cache
def encoding_of_font(name: str | None) -> Encoding | None:
    """What a font of this name shows; None for one that shows characters as they are, and for none at all."""
    plain = (name or "").casefold()
    if plain.startswith(".vn"):
        return Encoding.TCVN3_CAPITALS if plain.endswith("h") else Encoding.TCVN3
    return Encoding.VNI if plain.startswith("vni") else None


def decode_legacy(text: str, encoding: Encoding) -> str:
    """The text in Unicode; what holds letters that only Unicode has was typed in it, whatever the font."""
    if encoding is Encoding.UNICODE or _is_unicode(text):
        return normalize("NFC", text)
    if encoding is Encoding.VNI:
        return _VNI_TYPED.sub(lambda found: _VNI[found[0]], text)
    shown = text.translate(_TCVN3)
    return shown.upper() if encoding is Encoding.TCVN3_CAPITALS else shown


def guess_encoding(texts: Iterable[str], *, likely: Encoding = Encoding.UNICODE) -> Encoding:
    """How texts of one hand were typed: by the reading in which most of their words are Vietnamese.

    In a draw what is likely wins.
    """
    suspects: list[str] = []
    length = 0
    for text in texts:
        if _SUSPECT.search(text) and not _is_unicode(text):
            suspects.append(text)
            length += len(text)
            if length > _ENOUGH:
                break
    if not suspects:
        return Encoding.UNICODE
    together = " ".join(suspects)
    readings = sorted(_GUESSED, key=lambda encoding: encoding is not likely)
    return max(readings, key=lambda encoding: vietnamese_share(decode_legacy(together, encoding)))


def vietnamese_share(text: str) -> float:
    """How much of a text is Vietnamese, by its words; signs that no word has inside count as foreign ones."""
    listed = words(_SIGNS.sub(" ", text))
    foreign = len(_SIGNS.findall(text))
    return sum(map(is_syllable, listed)) / (len(listed) + foreign) if listed else 0.0


def _is_unicode(text: str) -> bool:
    return bool(_SURELY_UNICODE.search(text) or _COMBINING.search(text))
