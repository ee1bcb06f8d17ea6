"""Finding somebody's names in any text, however they are spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from bangvang.vietnamese.fold import classic_tones, modern_tones, slug, strip_marks
from bangvang.vietnamese.shortening import around


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
            yield around(whole, found)

    def are(self, text: str) -> bool:
        """Whether a text is one of them and nothing else."""
        return self._pattern.fullmatch(normalize("NFC", text.strip())) is not None

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self._pattern.search(normalize("NFC", text)) is not None


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
