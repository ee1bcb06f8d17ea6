"""The list of campaigns: under way, to come and past, and all of them on one time line."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign import TAB
from bangvang.pages.channels import kind_feeds
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import actor_links
from bangvang.pages.periods import in_figures, in_words
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading, view
from bangvang.pages.stages import campaign_stage
from bangvang.pages.timeline import whole_timeline
from bangvang.records import Campaign, PartialDate, Period
from bangvang.registry import Phase, lists_indexed


class CampaignCard(NamedTuple):
    """A campaign in a list."""

    link: Link
    stage: Phase
    live: bool
    level: str
    kind: str
    words: str
    time: str
    begun: str
    """The year it began, or ended if only that is known."""
    years: str
    """The whole stretch, where it is more than that year."""
    until: str
    """The same beside the year that it begins with."""
    issuers: str
    place: PlaceLine | None
    illustrative: bool


@question
def campaigns_by_stage(answers: Answers) -> tuple[tuple[Phase, tuple[str, ...]], ...]:
    """Public campaigns by how far they have come, the latest begun first."""
    found: dict[Phase, list[tuple[str, str]]] = {stage: [] for stage in Phase}
    for id, campaign in answers.registry.public(Campaign):
        period = campaign.period
        found[answers.ask(campaign_stage, id)].append((str((period.from_ or period.to or "") if period else ""), id))
    return tuple((stage, tuple(id for _, id in sorted(ids, reverse=True))) for stage, ids in found.items())


@view
def campaign_card(reading: Reading, id: str) -> CampaignCard | None:
    """A campaign for a list, unless the public may not see it."""
    campaign = reading.find(Campaign, id)
    link = reading.link("campaign", id)
    if campaign is None or link is None:
        return None
    period = campaign.period
    stage = reading.ask(campaign_stage, id)
    return CampaignCard(
        link=link,
        stage=stage,
        live=stage is Phase.RUNNING,
        level=campaign.level.label,
        kind=campaign.type.label,
        words=campaign.theme or campaign.summary or "",
        time=in_words(*_ends(period)),
        begun=_year(period),
        years=years if (years := in_figures(*_ends(period))) != _year(period) else "",
        until=_until(period),
        issuers=", ".join(issuer.text for issuer in actor_links(reading, campaign.issuers)),
        place=place_line(reading, campaign.place, None),
        illustrative=campaign.illustrative,
    )


def campaigns_page(reading: Reading) -> Page:
    """Every public campaign."""
    groups = {
        stage: [card for id in ids if (card := campaign_card(reading, id))]
        for stage, ids in reading.ask(campaigns_by_stage)
    }
    total = sum(len(cards) for cards in groups.values())
    past = groups[Phase.CLOSED] + groups[Phase.OPEN_ENDED]
    return Page(
        url="phong-trao/",
        tab=TAB,
        title="Phong trào thi đua",
        description=f"{total} phong trào thi đua, cuộc vận động: đang diễn ra, sắp diễn ra và đã qua.",
        template="pages/campaigns.html",
        context={
            "total": total,
            "running": groups[Phase.RUNNING],
            "upcoming": groups[Phase.UPCOMING],
            "decades": _decades(past),
            "past": len(past),
            "undated": groups[Phase.UNKNOWN],
            "timeline": whole_timeline(reading),
        },
        image="campaign",
        indexed=lists_indexed(reading.site),
        alternates=kind_feeds("campaign"),
    )


def _ends(period: Period | None) -> tuple[PartialDate | None, PartialDate | None]:
    return (period.from_, period.to) if period else (None, None)


def _year(period: Period | None) -> str:
    start, end = _ends(period)
    date = start or end
    return str(date.year) if date else ""


def _until(period: Period | None) -> str:
    start, end = _ends(period)
    if end is None:
        return ""
    if start is None:
        return "kết thúc"
    return f"đến {end.year}" if end.year != start.year else ""


def _decades(cards: list[CampaignCard]) -> list[tuple[str, list[CampaignCard]]]:
    """Past campaigns by the decade in which they began, the latest first."""
    found: dict[str, list[CampaignCard]] = {}
    for card in sorted(cards, key=lambda card: card.begun, reverse=True):
        decade = card.begun[:-1]
        found.setdefault(f"Từ năm {decade}0 đến năm {decade}9", []).append(card)
    return list(found.items())
