"""The indexes at the end: names by given name, units by their first word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bangvang.book.people import UNITS, filed, letter_of
from bangvang.pages.people import role_line
from bangvang.registry import Laureate
from bangvang.vietnamese import fold, initial, text_key


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name, what tells it from others alike, and whose pages it leads to."""

    name: str
    note: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines under one letter."""

    letter: str
    lines: tuple[IndexLine, ...]


def index_of_names(laureates: Iterable[Laureate]) -> tuple[Letter, ...]:
    """Persons and households by given name; those alike are told apart by what they do."""
    people = [one for one in laureates if one.kind not in UNITS]
    alike: dict[str, int] = {}
    for one in people:
        alike[one.name] = alike.get(one.name, 0) + 1
    people.sort(key=filed)
    return _by_letter(
        (
            letter_of(one),
            IndexLine(one.name, role_line(one) if alike[one.name] > 1 else "", (one.id,)),
        )
        for one in people
    )


def index_of_units(laureates: Iterable[Laureate]) -> tuple[Letter, ...]:
    """Collectives, and the units that persons belong to, each with all its pages."""
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for one in laureates:
        name = one.name if one.kind in UNITS else one.unit
        if name:
            found.setdefault(fold(name), (name, {}))[1][one.id] = None
    units = sorted(found.values(), key=lambda unit: text_key(unit[0]))
    return _by_letter((initial(name), IndexLine(name[:1].upper() + name[1:], "", tuple(ids))) for name, ids in units)


def _by_letter(lines: Iterable[tuple[str, IndexLine]]) -> tuple[Letter, ...]:
    grouped: dict[str, list[IndexLine]] = {}
    for letter, line in lines:
        grouped.setdefault(letter, []).append(line)
    return tuple(Letter(letter, tuple(under)) for letter, under in grouped.items())
