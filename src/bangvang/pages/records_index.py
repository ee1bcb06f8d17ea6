"""The front page of a kind of record: everything of the kind in groups, or a friendly word while there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bangvang.pages.answers import Answers, question
from bangvang.pages.channels import kind_feeds
from bangvang.pages.course import Course
from bangvang.pages.page import Link, Page
from bangvang.pages.places import PlaceLine
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section
from bangvang.records import Record
from bangvang.registry import appearance, lists_indexed

R = TypeVar("R", bound=Record)
T = TypeVar("T")
UNKNOWN_YEAR = "Chưa rõ năm"
_FULL, _FEW_YEARS = 3, 3


class Fact(NamedTuple):
    """A line below an entry, beside its picture."""

    icon: str
    text: str | PlaceLine


class Entry(NamedTuple):
    """One record in the list."""

    link: Link
    badge: str
    summary: str
    facts: tuple[Fact, ...]
    illustrative: bool
    course: Course | None = None


class Group(NamedTuple):
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


class Front(NamedTuple):
    """The words of a kind's front page."""

    sub: str
    icon: str
    empty: str
    """What to say while there is nothing."""
    hint: str
    """When there will be something, or where else to look."""


@question
def public_ids(answers: Answers, kind: str) -> tuple[str, ...]:
    """The ids of a kind that the public may see in lists."""
    return tuple(
        id
        for id, loaded in answers.registry.by_kind[kind].items()
        if appearance(loaded.record, answers.day, answers.site).listed
    )


def index_page(reading: Reading, section: Section, front: Front, groups: Sequence[Group]) -> Page:
    """The front page of a kind."""
    url = section.front.url
    assert url is not None
    total = sum(len(group.entries) for group in groups)
    return Page(
        url=url,
        tab=section.tab,
        title=section.front.text,
        description=front.sub,
        template="pages/records_index.html",
        context={"front": front, "groups": tuple(groups), "total": total},
        image=section.kind,
        indexed=total > 0 and lists_indexed(reading.site),
        alternates=kind_feeds(section.kind),
    )


def each(reading: Reading, section: Section, model: type[R]) -> Iterator[tuple[Link, R]]:
    """Every record of the kind that may stand in a list."""
    for id in reading.ask(public_ids, section.kind):
        record = reading.find(model, id)
        link = reading.link(section.kind, id)
        if record is not None and link is not None:
            yield link, record


def collected(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """What stands under each heading, both as they come."""
    found: dict[str, list[T]] = {}
    for heading, entry in pairs:
        found.setdefault(heading, []).append(entry)
    return found


def grouped(pairs: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    """Entries under their headings."""
    return tuple(Group(heading, tuple(listed)) for heading, listed in collected(pairs).items())


def facts(*told: tuple[str, str | PlaceLine | None]) -> tuple[Fact, ...]:
    """Those lines that say something."""
    return tuple(Fact(icon, text) for icon, text in told if text)


def by_time(pairs: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    """Entries under their years, or under decades where years would hold one or two each; "" is an unknown year."""
    told = list(pairs)
    years = {year for year, _ in told}
    if len(told) >= _FULL * len(years) or len(years) <= _FEW_YEARS:
        return grouped((f"Năm {year}" if year else UNKNOWN_YEAR, entry) for year, entry in told)
    return grouped((f"Những năm {year[:-1]}0" if year else UNKNOWN_YEAR, entry) for year, entry in told)
