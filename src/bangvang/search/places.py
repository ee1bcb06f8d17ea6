"""Places as facts: whoever filters by a place finds what lies in it, and what lay in what it was made of."""

from __future__ import annotations

from collections.abc import Iterable

from bangvang.pages.membership import place_lines
from bangvang.pages.places import place_now
from bangvang.pages.reading import Reading


def nearest(reading: Reading, place: str | None) -> str:
    """The place of today that something belongs to."""
    if place is None:
        return ""
    now = reading.ask(place_now, place)
    return now[0] if now else place


def place_facts(reading: Reading, places: Iterable[str | None]) -> tuple[str, ...]:
    """Some places with all that they count under."""
    known = dict.fromkeys(place for place in places if place)
    return tuple(dict.fromkeys(above for place in known for above in reading.ask(place_lines, place)))
