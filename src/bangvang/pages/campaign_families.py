"""Families of campaigns: those that answer to one another across levels, and those that come again year by year."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign_ties import campaign_children
from bangvang.pages.page import Link, Page
from bangvang.pages.periods import in_figures
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.records import Campaign
from bangvang.registry import appearance, lists_indexed
from bangvang.vietnamese import fold

TAB = "luu-tru"
URL = "luu-tru/cay-phong-trao/"
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b")
_TIMED = re.compile(rf"[\s,]*(?:\b(?:năm|giai đoạn)\s+)?{_YEARS.pattern}")


class Sibling(NamedTuple):
    """The campaign of another year."""

    link: Link
    years: str
    current: bool


class Branch(NamedTuple):
    """A campaign with those below it."""

    link: Link
    years: str
    level: str
    place: PlaceLine | None
    below: tuple[Branch, ...]

    @property
    def size(self) -> int:
        """How many campaigns it holds."""
        return 1 + sum(branch.size for branch in self.below)


@question
def year_after_year(answers: Answers, id: str) -> tuple[str, ...]:
    """The campaigns of one place and level that differ in the year of their names alone, the earliest first."""
    campaign = answers.registry.find(Campaign, id)
    key = _line_key(campaign) if campaign else None
    return _lines(answers).get(key, ()) if key else ()


@question
def yearly_lines(answers: Answers) -> tuple[tuple[str, ...], ...]:
    """Every such line that has more than one campaign."""
    return tuple(line for line in _lines(answers).values() if len(line) > 1)


@question
def family_heads(answers: Answers) -> tuple[str, ...]:
    """The campaigns that others answer to and that answer to none themselves, by level and name."""
    registry = answers.registry
    found = []
    for id, campaign in registry.public(Campaign):
        parent = registry.find(Campaign, campaign.parent)
        above = parent is not None and appearance(parent, answers.day, answers.site).listed
        if not above and answers.ask(campaign_children, id):
            found.append((list(type(campaign.level)).index(campaign.level), fold(campaign.name), id))
    return tuple(id for _, _, id in sorted(found))


def siblings(reading: Reading, id: str) -> tuple[Sibling, ...]:
    """A campaign among those of the other years; nothing where there are none."""
    line = reading.ask(year_after_year, id)
    return _siblings(reading, line, id) if len(line) > 1 else ()


def families_page(reading: Reading) -> Page:
    """All families."""
    trees = [branch for id in reading.ask(family_heads) if (branch := _branch(reading, id, (id,)))]
    found = (_siblings(reading, ids, "") for ids in reading.ask(yearly_lines))
    lines = [(_TIMED.sub("", line[-1].link.text).strip(), line) for line in found if line]
    description = "Phong trào cấp trên, cấp dưới hưởng ứng nhau, và phong trào của một nơi qua các năm."
    return Page(
        url=URL,
        tab=TAB,
        title="Cây phong trào",
        description=description,
        template="pages/families.html",
        context={"trees": trees, "lines": lines, "sub": description},
        crumbs=(Link("Lưu trữ", "luu-tru/"),),
        image="campaign",
        indexed=lists_indexed(reading.site),
    )


def _branch(reading: Reading, id: str, above: tuple[str, ...]) -> Branch | None:
    """A campaign and all below it; a circle that slipped into the data ends where it began."""
    campaign, link = reading.find(Campaign, id), reading.link("campaign", id)
    if campaign is None or link is None:
        return None
    children = [child for child in reading.ask(campaign_children, id) if child not in above]
    return Branch(
        link,
        _time(campaign),
        campaign.level.label,
        place_line(reading, campaign.place, None),
        tuple(branch for child in children if (branch := _branch(reading, child, (*above, child)))),
    )


def _siblings(reading: Reading, ids: tuple[str, ...], own: str) -> tuple[Sibling, ...]:
    found = []
    for id in ids:
        campaign, link = reading.find(Campaign, id), reading.link("campaign", id)
        if campaign is not None and link is not None:
            found.append(Sibling(link, _time(campaign), id == own))
    return tuple(found)


def _time(campaign: Campaign) -> str:
    return in_figures(campaign.period.from_, campaign.period.to) if campaign.period else ""


def _lines(answers: Answers) -> dict[str, tuple[str, ...]]:
    known = answers.own.get(("campaigns", "year after year"))
    if known is None:
        found: dict[str, list[tuple[str, str]]] = {}
        for id, campaign in answers.registry.public(Campaign):
            key = _line_key(campaign)
            if key is not None:
                found.setdefault(key, []).append((_YEARS.findall(campaign.name)[-1], id))
        known = {key: tuple(id for _, id in sorted(line)) for key, line in sorted(found.items())}
        answers.own["campaigns", "year after year"] = known
    return cast("dict[str, tuple[str, ...]]", known)


def _line_key(campaign: Campaign) -> str | None:
    """By what a line is known; None for a name without a year."""
    name = _YEARS.sub(" ", campaign.name)
    if name == campaign.name:
        return None
    return f"{campaign.level.value}|{campaign.place or ''}|{fold(name)}"
