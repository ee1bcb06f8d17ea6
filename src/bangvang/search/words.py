"""Texts made ready for the index: pieces joined, sentences cut to the length of a row."""

from __future__ import annotations

from bangvang.pages.reading import Reading
from bangvang.records import Agency
from bangvang.search.entry import BETWEEN
from bangvang.vietnamese import shortened

_ROOM = 120
"""Characters of a row's text."""


def joined_words(*parts: str | None) -> str:
    """Pieces of text as one, those that are missing left out."""
    return BETWEEN.join(part for part in parts if part)


def row_text(text: str | None) -> str:
    """As much of a text as a row shows."""
    return shortened(text or "", _ROOM)


def agency_words(reading: Reading, id: str | None) -> str | None:
    """An agency by its name and its short one."""
    agency = reading.find(Agency, id)
    return joined_words(agency.name, agency.short) if agency else None
