"""Who held a title at the end of a year.

A title of honour is held for life, or until it is taken away: its lists grow, and there is one for each year that
changed it. A title of emulation is won for a year: its lists are those of the year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bangvang.records import Award
from bangvang.records.award import AwardKind
from bangvang.registry import GivenHonour, Registry

Holdings = dict[str, list[GivenHonour]]
"""Laureate → honours of one title."""


def held_key(award: str, year: int | str) -> str:
    """By which the list of a title and a year is known."""
    return f"{award} {year}"


def year_end(year: int) -> date:
    """Its last day."""
    return date(year, 12, 31)


def is_lasting(award: Award) -> bool:
    """Whether it is held for life."""
    return award.kind is AwardKind.STATE_TITLE


def held_at_year_ends(
    registry: Registry, given: Iterable[tuple[str, Iterable[GivenHonour]]]
) -> dict[str, tuple[str, ...]]:
    """The lists of all titles and years that are over, each in the order in which people come."""
    titles = {id: is_lasting(award) for id, award in registry.all(Award) if award.kind in _TITLES}
    holdings: dict[str, Holdings] = {}
    for laureate, honours in given:
        for honour in honours:
            if honour.award in titles and honour.date is not None:
                holdings.setdefault(honour.award, {}).setdefault(laureate, []).append(honour)
    return {
        held_key(award, year): holders
        for award, held in sorted(holdings.items())
        for year in _years(held)
        if year_end(year) <= registry.day and (holders := _holders(held, year, lasting=titles[award]))
    }


_TITLES = (AwardKind.STATE_TITLE, AwardKind.TITLE)


def _years(held: Mapping[str, Iterable[GivenHonour]]) -> list[int]:
    """Those in which a title was given, taken away or given back."""
    found = set()
    for honours in held.values():
        for honour in honours:
            if honour.date is not None:
                found.add(honour.date.year)
            found.update([turn.date.year for turn in honour.facts.standing])
    return sorted(found)


def _holders(held: Mapping[str, Iterable[GivenHonour]], year: int, *, lasting: bool) -> tuple[str, ...]:
    last = year_end(year)
    return tuple(
        [
            laureate
            for laureate, honours in held.items()
            if any(
                honour.date is not None
                and (honour.date.year == year or (lasting and honour.date.year < year))
                and honour.standing(last) is None
                for honour in honours
            )
        ]
    )
