"""The archive: closed campaigns and their papers by period, and what the site keeps for good."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign_families import URL as FAMILIES
from bangvang.pages.changes import URL as CHANGES
from bangvang.pages.congresses import URL as CONGRESSES
from bangvang.pages.deposits import deposit_views, deposits
from bangvang.pages.former_places import URL as FORMER_PLACES
from bangvang.pages.frozen_note import frozen_note
from bangvang.pages.page import Link, Page
from bangvang.pages.periods import in_figures
from bangvang.pages.reading import Reading
from bangvang.pages.stages import campaign_stage
from bangvang.pages.timeline import campaign_timeline
from bangvang.records import Campaign, Event
from bangvang.records.event import EventType
from bangvang.registry import Phase, lists_indexed

TAB = "luu-tru"
_PERIODS = (
    (1945, 1954, "1945–1954: kháng chiến, kiến quốc"),
    (1955, 1975, "1955–1975: xây dựng miền Bắc, thống nhất đất nước"),
    (1976, 1985, "1976–1985: sau ngày thống nhất"),
    (1986, 2000, "1986–2000: những năm đầu đổi mới"),
    (2001, 2010, "2001–2010"),
    (2011, 2015, "2011–2015"),
    (2016, 2020, "2016–2020"),
    (2021, 2025, "2021–2025"),
    (2026, 2030, "2026–2030"),
    (2031, 2035, "2031–2035"),
    (2036, 2040, "2036–2040"),
)
_OTHER = "Các thời kỳ khác"
_WAYS = (
    Link("Theo địa danh xưa", FORMER_PLACES),
    Link("Cây phong trào", FAMILIES),
    Link("Các kỳ đại hội", CONGRESSES),
    Link("Danh hiệu theo năm", "danh-hieu/"),
    Link("Nhật ký cập nhật", CHANGES),
)
"""Further ways into what is over."""


class Closed(NamedTuple):
    """A campaign that is over, or an event that was."""

    link: Link
    years: str
    note: str


@question
def closed_campaigns(answers: Answers) -> tuple[str, ...]:
    """Campaigns that are over, or whose end nobody wrote down, in the order of their beginnings."""
    registry = answers.registry
    found = [
        (str(campaign.period.from_ or campaign.period.to or ""), id)
        for id, campaign in registry.public(Campaign)
        if campaign.period is not None and registry.campaign_phase(id) in (Phase.CLOSED, Phase.OPEN_ENDED)
    ]
    return tuple(id for _, id in sorted(found))


@question
def congresses(answers: Answers) -> tuple[str, ...]:
    """The congresses, oldest first."""
    found = [
        (str(event.from_ or ""), id)
        for id, event in answers.registry.public(Event)
        if event.type is EventType.CONGRESS and event.from_ is not None
    ]
    return tuple(id for _, id in sorted(found))


def archive_page(reading: Reading) -> Page:
    """What is over, period by period."""
    periods: dict[str, tuple[list[Closed], list[Closed]]] = {}
    for id in reading.ask(closed_campaigns):
        campaign = reading.find(Campaign, id)
        link = reading.link("campaign", id)
        if campaign is not None and campaign.period is not None and link is not None:
            begun = campaign.period.from_ or campaign.period.to
            frozen = reading.ask(frozen_note, "campaign", id)
            closed = _closed(campaign, link, reading.ask(campaign_stage, id), frozen.day if frozen else "")
            periods.setdefault(_period(begun.year if begun else 0), ([], []))[0].append(closed)
    for id in reading.ask(congresses):
        event = reading.find(Event, id)
        link = reading.link("event", id)
        if event is not None and event.from_ is not None and link is not None and event.from_.first <= reading.day:
            held = Closed(link, str(event.from_.year), event.venue or "")
            periods.setdefault(_period(event.from_.year), ([], []))[1].append(held)
    ordered = [(name, *periods[name]) for name in (*(name for _, _, name in _PERIODS), _OTHER) if name in periods]
    kept = deposit_views(reading, reading.ask(deposits), "")
    return Page(
        url="luu-tru/",
        tab=TAB,
        title="Lưu trữ",
        description="Phong trào đã kết thúc và các kỳ đại hội thi đua, theo từng thời kỳ.",
        template="pages/archive.html",
        context={"periods": ordered, "timeline": campaign_timeline(reading), "ways": _WAYS, "deposits": kept},
        image="campaign",
        indexed=lists_indexed(reading.site),
    )


def _period(year: int) -> str:
    for first, last, name in _PERIODS:
        if first <= year <= last:
            return name
    return _OTHER


def _closed(campaign: Campaign, link: Link, stage: Phase, frozen: str) -> Closed:
    assert campaign.period is not None
    unknown_end = stage.label.lower() if stage is Phase.OPEN_ENDED else ""
    parts = (campaign.level.label, unknown_end, f"khóa ngày {frozen}" if frozen else "")
    note = ", ".join(part for part in parts if part)
    return Closed(link, in_figures(campaign.period.from_, campaign.period.to), note)
