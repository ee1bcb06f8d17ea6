"""Texts made ready for the index: pieces joined, sentences cut to the length of a row."""

from __future__ import annotations

from bangvang.pages.reading import Reading
from bangvang.records import Agency

_LONGEST = 120


def joined_words(*parts: str | None) -> str:
    """Pieces of text as one, those that are missing left out."""
    return " . ".join(part for part in parts if part)


def shortened(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:–-')}…"


def agency_words(reading: Reading, id: str | None) -> str | None:
    """An agency by its name and its short one."""
    agency = reading.find(Agency, id)
    return joined_words(agency.name, agency.short) if agency else None
