"""The lineage of a place: all that it was made of and all that it became, turn by turn."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign_ties import campaigns_in
from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.places import dated_name
from bangvang.pages.reading import Reading
from bangvang.records import Place


class Step(NamedTuple):
    """One turn in the fate of a place: what it was made of, or what it became."""

    link: Link
    how: str
    day: str
    basis: str | None
    depth: int
    campaigns: tuple[Link, ...]


@question
def predecessors(answers: Answers, id: str) -> tuple[str, ...]:
    """What a place was made of."""
    return tuple(succession.id for succession in answers.registry.place_predecessors(id))


def forerunners(reading: Reading, id: str) -> tuple[Step, ...]:
    """All that a place was made of, and what that had been made of, each below what it became."""
    return tuple(_forerunners(reading, id, (id,)))


def successors(reading: Reading, id: str) -> tuple[Step, ...]:
    """All that a place became, and what became of that."""
    return tuple(_successors(reading, id, (id,)))


def _forerunners(reading: Reading, id: str, line: tuple[str, ...]) -> list[Step]:
    steps: list[Step] = []
    for old in reading.ask(predecessors, id):
        place = reading.find(Place, old)
        turn = next((turn for turn in place.became if turn.id == id), None) if place else None
        if turn is None or old in line:
            continue
        campaigns = reading.links("campaign", reading.ask(campaigns_in, "place", old))
        steps.append(
            Step(place_link(reading, old), turn.how.label, brief(turn.date), turn.basis, len(line) - 1, campaigns)
        )
        steps += _forerunners(reading, old, (*line, old))
    return steps


def _successors(reading: Reading, id: str, line: tuple[str, ...]) -> list[Step]:
    steps: list[Step] = []
    place = reading.find(Place, id)
    for turn in place.became if place else ():
        if reading.find(Place, turn.id) is None or turn.id in line:
            continue
        campaigns = reading.links("campaign", reading.ask(campaigns_in, "place", turn.id))
        steps.append(
            Step(place_link(reading, turn.id), turn.how.label, brief(turn.date), turn.basis, len(line) - 1, campaigns)
        )
        steps += _successors(reading, turn.id, (*line, turn.id))
    return steps


def place_link(reading: Reading, id: str) -> Link:
    """A place by its full name, told apart from those that bear or bore the same."""
    return Link(dated_name(reading, id), f"dia-phuong/{id}/")
