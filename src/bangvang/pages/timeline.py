"""Campaigns on one time line, with the congresses between them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.page import Link
from bangvang.pages.periods import in_figures
from bangvang.pages.reading import Reading, view
from bangvang.pages.stages import campaign_stage
from bangvang.records import Campaign, Event
from bangvang.records.campaign import CampaignType
from bangvang.records.event import EventType
from bangvang.records.level import Level
from bangvang.registry import Phase

WIDTH = 850
_MOST = 24
_NARROWEST = 6
_LOOKS = {Phase.RUNNING: "is-live", Phase.UPCOMING: "is-coming", Phase.OPEN_ENDED: "is-open", Phase.CLOSED: ""}


class Bar(NamedTuple):
    """One campaign."""

    link: Link
    x: float
    width: float
    stage: Phase
    years: str

    @property
    def look(self) -> str:
        """What the style sheet knows its stage by."""
        return _LOOKS.get(self.stage, "")


class Timeline(NamedTuple):
    """Bars over a scale of years."""

    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    congresses: tuple[float, ...]
    congress_count: int

    @property
    def stages(self) -> tuple[tuple[str, str], ...]:
        """The looks that bars have here, and what each means."""
        shown = {bar.stage for bar in self.bars}
        return tuple((look, stage.label) for stage, look in _LOOKS.items() if stage in shown)


@question
def charted_campaigns(answers: Answers) -> tuple[str, ...]:
    """The national campaigns, and those that are under way, to come or of unknown end, oldest first."""
    registry = answers.registry
    found = []
    for id, campaign in registry.public(Campaign):
        period = campaign.period
        if period is None or period.from_ is None or campaign.type is CampaignType.WAVE:
            continue
        begun, national = str(period.from_), campaign.level is Level.NATIONAL
        stage = registry.campaign_phase(id)
        if national or stage is not Phase.CLOSED:
            now = stage in (Phase.RUNNING, Phase.UPCOMING)
            found.append(((national, now, begun), begun, id))
    chosen = sorted(found, reverse=True)[:_MOST]
    return tuple(id for _, _, id in sorted(chosen, key=lambda one: (one[1], one[2])))


def is_national_congress(event: Event) -> bool:
    """Provinces hold congresses too; the series says whose it is."""
    return event.type is EventType.CONGRESS and "toàn quốc" in (event.series or event.name).lower()


@question
def congress_days(answers: Answers) -> tuple[date, ...]:
    """When the congresses were held."""
    return tuple(
        sorted(
            event.from_.first
            for _, event in answers.registry.public(Event)
            if is_national_congress(event) and event.from_ is not None
        )
    )


@question
def datable_campaigns(answers: Answers) -> tuple[str, ...]:
    """Every public campaign whose beginning is known, oldest first."""
    found = [
        (str(campaign.period.from_), id)
        for id, campaign in answers.registry.public(Campaign)
        if campaign.period is not None and campaign.period.from_ is not None
    ]
    return tuple(id for _, id in sorted(found))


@view
def campaign_timeline(reading: Reading) -> Timeline | None:
    """The time line of the chief campaigns, unless there is nothing to put on it."""
    return _timeline(reading, reading.ask(charted_campaigns))


@view
def whole_timeline(reading: Reading) -> Timeline | None:
    """The time line of all campaigns."""
    return _timeline(reading, reading.ask(datable_campaigns))


def _timeline(reading: Reading, ids: tuple[str, ...]) -> Timeline | None:
    spans = []
    for id in ids:
        campaign = reading.find(Campaign, id)
        link = reading.link("campaign", id)
        if campaign is None or link is None or campaign.period is None or campaign.period.from_ is None:
            continue
        end, begun = campaign.period.to, campaign.period.from_
        stage = reading.ask(campaign_stage, id)
        live = stage is Phase.RUNNING
        # An end that nobody wrote down is not drawn: the bar only marks the beginning.
        until = end.last if end is not None else reading.day if live else begun.first
        years = f"{begun.year}–nay" if end is None and live else in_figures(begun, end)
        spans.append((link, begun.first, max(until, begun.first), stage, years))
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
            Bar(link, x(start), max(_NARROWEST, round(x(end) - x(start), 1)), stage, years)
            for link, start, end, stage, years in spans
        ),
        tuple(x(day) for day in congresses if first <= day.year < last),
        len(congresses),
    )
