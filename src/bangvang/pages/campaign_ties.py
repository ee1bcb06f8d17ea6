"""What belongs to a campaign: its papers, gatherings, reports, practices, relatives and those honoured in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.membership import CAMPAIGN, members, valid_honours
from bangvang.records import Action, Award, Campaign, Decision, Event, Record, Report
from bangvang.registry import appearance

FIRST_SHOWN = 12
"""How many of those honoured stand on the campaign's own page."""

_ACTIONS = list(Action)
_LAST = 1_000_000


class CampaignTies(NamedTuple):
    """Ids of public records that name the campaign."""

    documents: tuple[tuple[str, Action], ...]
    decisions: tuple[str, ...]
    reports: tuple[str, ...]
    events: tuple[str, ...]
    practices: tuple[str, ...]
    akin: tuple[str, ...]
    """Campaigns that name this one as related."""


class CampaignRoll(NamedTuple):
    """Those honoured within a campaign: the first few, and how many there are."""

    first: tuple[str, ...]
    total: int


@question
def campaign_ties(answers: Answers, id: str) -> CampaignTies:
    """Everything public that names the campaign, the newest first."""
    registry = answers.registry
    by_kind: dict[str, dict[str, Record]] = {}
    akin: dict[str, None] = {}
    for use in registry.uses.get(("campaign", id), ()):
        record = use.by.record
        if not isinstance(record, Record) or not appearance(record, answers.day, answers.site).listed:
            continue
        by_kind.setdefault(use.by.kind, {})[use.by.id] = record
        if use.by.kind == "campaign" and use.loc[0] == "related":
            akin[use.by.id] = None
    documents = [
        (other, action) for other, action in registry.documents_of_campaign(id) if other in by_kind.get("document", {})
    ]
    documents.sort(key=lambda entry: _ACTIONS.index(entry[1]))
    return CampaignTies(
        documents=tuple(dict.fromkeys(documents)),
        decisions=_newest_first(by_kind.get("decision", {})),
        reports=_newest_first(by_kind.get("report", {})),
        events=_newest_first(by_kind.get("event", {})),
        practices=tuple(by_kind.get("practice", {})),
        akin=tuple(akin),
    )


@question
def campaign_roll(answers: Answers, id: str) -> CampaignRoll:
    """Those honoured within the campaign, the highest award first."""
    everybody = answers.ask(members, CAMPAIGN, id)
    ranked = sorted(everybody, key=lambda laureate: _height(answers, laureate, id))
    return CampaignRoll(tuple(ranked[:FIRST_SHOWN]), len(everybody))


@question
def campaign_line(answers: Answers, id: str) -> tuple[str, ...]:
    """The campaigns above this one, the highest first."""
    return tuple(reversed(answers.registry.campaign_ancestors(id)))


@question
def campaign_children(answers: Answers, id: str) -> tuple[str, ...]:
    """The public campaigns that answer to this one, the earliest first."""
    registry = answers.registry
    found = [
        (_began(campaign), child)
        for child in registry.campaign_children(id)
        if (campaign := registry.find(Campaign, child)) and appearance(campaign, answers.day, answers.site).listed
    ]
    return tuple(child for _, child in sorted(found))


@question
def campaigns_in(answers: Answers, kind: str, id: str) -> tuple[str, ...]:
    """Campaigns of a place or a field."""
    known = answers.own.get(("campaigns in", kind))
    if known is None:
        found: dict[str, list[str]] = {}
        for campaign, record in answers.registry.public(Campaign):
            places = (record.place,) if record.place else ()
            for subject in dict.fromkeys(places if kind == "place" else record.fields):
                found.setdefault(subject, []).append(campaign)
        known = answers.own["campaigns in", kind] = found
    return tuple(cast("dict[str, list[str]]", known).get(id, ()))


def _height(answers: Answers, laureate: str, campaign: str) -> int:
    """The rank of the highest award that the campaign brought; small numbers stand first."""
    ranks: Iterable[int] = (
        award.rank if (award := answers.registry.find(Award, honour.award)) else _LAST
        for honour in valid_honours(answers, laureate)
        if honour.campaign == campaign
    )
    return min(ranks, default=_LAST)


def _newest_first(records: dict[str, Record]) -> tuple[str, ...]:
    return tuple(sorted(records, key=lambda id: (_date(records[id]), id), reverse=True))


def _date(record: Record) -> str:
    if isinstance(record, Event):
        return str(record.from_ or record.to or "")
    return str(record.date or "") if isinstance(record, Decision | Report) else ""


def _began(campaign: Campaign) -> str:
    return str(campaign.period.from_ or campaign.period.to or "9") if campaign.period else "9"
