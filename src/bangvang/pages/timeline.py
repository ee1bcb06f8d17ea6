"""Campaigns on one time line, with the congresses between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bangvang.pages.answers import Answers, question
from bangvang.pages.page import Link
from bangvang.pages.reading import Reading, view
from bangvang.records import Campaign, Event
from bangvang.records.campaign import CampaignType
from bangvang.records.event import EventType
from bangvang.records.level import Level
from bangvang.registry import Phase

WIDTH = 850
_MOST = 14
_NARROWEST = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One campaign."""

    link: Link
    x: float
    width: float
    live: bool
    years: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over a scale of years."""

    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    congresses: tuple[float, ...]
    congress_count: int


@question
def charted_campaigns(answers: Answers) -> tuple[str, ...]:
    """The national campaigns and those under way, oldest first; the most lasting when there are too many."""
    registry = answers.registry
    found = []
    for id, campaign in registry.public(Campaign):
        period = campaign.period
        if period is None or period.from_ is None or campaign.type is CampaignType.WAVE:
            continue
        rank = (campaign.level is Level.NATIONAL, registry.campaign_phase(id) is Phase.RUNNING, str(period.from_))
        found.append((rank, str(period.from_), id))
    chosen = sorted(found, reverse=True)[:_MOST]
    return tuple(id for _, _, id in sorted(chosen, key=lambda one: (one[1], one[2])))


@question
def congress_days(answers: Answers) -> tuple[date, ...]:
    """When the congresses were held."""
    return tuple(
        sorted(
            event.from_.first
            for _, event in answers.registry.public(Event)
            if event.type is EventType.CONGRESS and event.from_ is not None
        )
    )


@view
def campaign_timeline(reading: Reading) -> Timeline | None:
    """The time line, unless there is nothing to put on it."""
    spans = []
    for id in reading.ask(charted_campaigns):
        campaign = reading.find(Campaign, id)
        link = reading.link("campaign", id)
        if campaign is None or link is None or campaign.period is None or campaign.period.from_ is None:
            continue
        end = campaign.period.to
        live = end is None or end.last >= reading.day
        last = end.last if end is not None else reading.day
        until = str(end.year) if end is not None else "nay"
        begun = campaign.period.from_
        years = str(begun.year) if until == str(begun.year) else f"{begun.year}–{until}"
        spans.append((link, begun.first, last, live, years))
    if not spans:
        return None
    congresses = reading.ask(congress_days)
    first = min(span[1] for span in spans).year // 10 * 10
    last = max(max(span[2] for span in spans).year, reading.day.year) // 10 * 10 + 10

    def x(day: date) -> float:
        return round((day.year + day.timetuple().tm_yday / 366 - first) / (last - first) * WIDTH, 1)

    step = 10 if last - first <= 100 else 20
    return Timeline(
        tuple((x(date(year, 1, 1)), str(year)) for year in range(first, last, step) if year > first),
        tuple(
            Bar(link, x(start), max(_NARROWEST, round(x(end) - x(start), 1)), live, years)
            for link, start, end, live, years in spans
        ),
        tuple(x(day) for day in congresses if first <= day.year < last),
        len(congresses),
    )
