"""Finding a person's names in any text, however they are spelt there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from bangvang.vietnamese import classic_tones, modern_tones, slug, strip_marks

_AROUND = 40
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Names:
    """The names of somebody, to be looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        spellings = dict.fromkeys(spelling for name in names for spelling in _spellings(name))
        listed = "|".join(sorted(spellings, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if listed else r"(?!)", re.IGNORECASE)

    def passages(self, text: str) -> Iterator[str]:
        """Each place with a little around it."""
        whole = normalize("NFC", text)
        for found in self._pattern.finditer(whole):
            yield _around(whole, found)

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self._pattern.search(normalize("NFC", text)) is not None

    def are_in_bytes(self, data: bytes) -> bool:
        """Whether any of them stands in a file of text, in JSON or in HTML."""
        return self.are_in(readable(data))


def readable(data: bytes) -> str:
    """The text of a file as a reader sees it: what JSON and HTML write by number stands there as a letter."""
    text = data.decode("utf-8", "replace")
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return html.unescape(text) if "&" in text else text


def _spellings(name: str) -> Iterator[str]:
    """As patterns; without marks, and as a part of an address, only what cannot be an everyday word."""
    written = " ".join(name.split())
    if not written:
        return
    for spelling in (normalize("NFC", written), modern_tones(written), classic_tones(written)):
        yield _loose(spelling)
    if " " in written:
        yield _loose(strip_marks(written))
        yield re.escape(slug(written))


def _loose(spelling: str) -> str:
    """Lines may break inside a name."""
    return r"\s+".join(map(re.escape, spelling.split()))


def _around(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
    before, after = text[start : found.start()], text[found.end() : end]
    before = before if start == 0 else f"…{before.partition(' ')[2]}"
    after = after if end >= len(text) else f"{after.rpartition(' ')[0]}…"
    return " ".join(f"{before}{found[0]}{after}".split())
