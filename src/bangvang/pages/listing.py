"""Long lists of people in pages of a hundred, and whole for the printer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bangvang.pages.answers import Answers
from bangvang.pages.membership import PER_PAGE, headings, members, members_page
from bangvang.pages.page import Link, Target
from bangvang.pages.people import PersonCard, person_card
from bangvang.pages.reading import Reading

WHOLE = "tat-ca/"
_AROUND = 2


class Listing(NamedTuple):
    """One page of a list."""

    total: int
    number: int
    pages: int
    start: int
    cards: tuple[PersonCard, ...]
    steps: tuple[Link, ...]
    previous: str | None
    next: str | None
    whole: str | None
    """Where the list stands in one piece, when it has several."""

    @property
    def span(self) -> str:
        """“101–200 trong 1.234”."""
        return f"{self.start}–{self.start + len(self.cards) - 1}"


def listing(reading: Reading, dimension: str, key: str, base: str, number: int = 1) -> Listing:
    """A page of a list that begins at the address `base`."""
    part = reading.ask(members_page, dimension, key, number)
    return Listing(
        total=part.total,
        number=number,
        pages=part.pages,
        start=(number - 1) * PER_PAGE + 1,
        cards=tuple([person_card(reading, id) for id in part.members]),
        steps=tuple(_steps(base, number, part.pages)),
        previous=part_url(base, number - 1) if number > 1 else None,
        next=part_url(base, number + 1) if number < part.pages else None,
        whole=base + WHOLE if part.pages > 1 else None,
    )


def everybody(reading: Reading, dimension: str, key: str) -> tuple[PersonCard, ...]:
    """The whole list."""
    return tuple([person_card(reading, id) for id in reading.ask(members, dimension, key)])


def part_url(base: str, number: int) -> str:
    """Where a page of a list stands."""
    return base if number == 1 else f"{base}trang-{number}/"


def list_targets(answers: Answers, dimension: str, builder: str, bases: dict[str, str]) -> Iterator[Target]:
    """The first, the further and the whole page of each list; `bases` says which lists there are, and where."""
    counts = dict(answers.ask(headings, dimension))
    for key, base in bases.items():
        pages = max(1, -(-counts.get(key, 0) // PER_PAGE))
        for number in range(1, pages + 1):
            yield Target(part_url(base, number), builder, (key, str(number)))
        if pages > 1:
            yield Target(base + WHOLE, "whole", (dimension, key, base))


def _steps(base: str, number: int, pages: int) -> Iterator[Link]:
    shown = {1, pages, *range(number - _AROUND, number + _AROUND + 1)}
    last = 0
    for step in sorted(page for page in shown if 1 <= page <= pages):
        if step > last + 1:
            yield Link("…")
        yield Link(str(step), part_url(base, step))
        last = step
