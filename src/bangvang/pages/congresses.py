"""The time line of the congresses: each series from its first congress to its last."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.event import delegates_line, when
from bangvang.pages.page import Link, Page
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.timeline import is_national_congress
from bangvang.records import Event
from bangvang.records.event import EventType
from bangvang.registry import lists_indexed
from bangvang.vietnamese import roman

TAB = "luu-tru"
URL = "luu-tru/dai-hoi/"
_ALONE = "Các đại hội khác"


class CongressView(NamedTuple):
    """One congress."""

    link: Link
    year: str
    ordinal: str
    days: str
    venue: str | None
    place: PlaceLine | None
    delegates: str
    honoured: str | None
    summary: str | None
    campaigns: tuple[Link, ...]
    disputed: bool
    illustrative: bool
    national: bool


@question
def congress_series(answers: Answers) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The congresses by series, the national ones first, each series from its first; those of no series last."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    national = set()
    for id, event in answers.registry.public(Event):
        if event.type is EventType.CONGRESS and (event.from_ or event.to):
            series = event.series or _ALONE
            found.setdefault(series, []).append((event.ordinal or 0, str(event.from_ or event.to), id))
            if event.series and is_national_congress(event):
                national.add(series)
    order = sorted(found, key=lambda series: (series == _ALONE, series not in national, series))
    return tuple((series, tuple(id for _, _, id in sorted(found[series]))) for series in order)


def congresses_page(reading: Reading) -> Page:
    """All of them."""
    series = [
        (name, [view for id in ids if (view := _view(reading, id))]) for name, ids in reading.ask(congress_series)
    ]
    description = "Các kỳ đại hội thi đua yêu nước theo dòng thời gian: ngày, nơi họp khi ấy và nay, ai được tôn vinh."
    return Page(
        url=URL,
        tab=TAB,
        title="Các kỳ đại hội thi đua",
        description=description,
        template="pages/congresses.html",
        context={"series": series, "sub": description},
        crumbs=(Link("Lưu trữ", "luu-tru/"),),
        image="event",
        indexed=lists_indexed(reading.site),
    )


def _view(reading: Reading, id: str) -> CongressView | None:
    event, link = reading.find(Event, id), reading.link("event", id)
    start = (event.from_ or event.to) if event else None
    if event is None or link is None or start is None:
        return None
    return CongressView(
        link=link,
        year=str(start.year),
        ordinal=f"Lần thứ {roman(event.ordinal)}" if event.ordinal else "",
        days=when(event),
        venue=event.venue,
        place=place_line(reading, event.place, None),
        delegates=delegates_line(event),
        honoured=event.honoured_text,
        summary=event.summary,
        campaigns=reading.links("campaign", tuple(dict.fromkeys((*event.campaigns, *event.launches)))),
        disputed=bool(event.disputes),
        illustrative=event.illustrative,
        national=is_national_congress(event),
    )
