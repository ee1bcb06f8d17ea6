"""Places as facts: whoever filters by a place finds what lies in it, and what lay in what it was made of."""

from __future__ import annotations

from collections.abc import Iterable

from bangvang.pages.membership import place_lines
from bangvang.pages.reading import Reading


def place_facts(reading: Reading, places: Iterable[str | None]) -> tuple[str, ...]:
    """Some places with all that they count under."""
    known = dict.fromkeys(place for place in places if place)
    return tuple(dict.fromkeys(above for place in known for above in reading.ask(place_lines, place)))
