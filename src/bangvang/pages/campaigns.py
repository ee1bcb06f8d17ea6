"""The list of campaigns: under way, to come and past, and all of them on one time line."""

from __future__ import annotations

from dataclasses import dataclass

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign import TAB
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import actor_links
from bangvang.pages.periods import Stage, in_figures, in_words, stage_of
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading, view
from bangvang.pages.timeline import whole_timeline
from bangvang.records import Campaign
from bangvang.registry import campaign_phase

_UNDATED = "Không rõ thời gian"


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign in a list."""

    link: Link
    stage: str
    live: bool
    level: str
    kind: str
    words: str
    time: str
    years: str
    issuers: str
    place: PlaceLine | None
    illustrative: bool


@question
def campaigns_by_stage(answers: Answers) -> tuple[tuple[Stage, tuple[str, ...]], ...]:
    """Public campaigns by how far they have come, the latest begun first."""
    found: dict[Stage, list[tuple[str, str]]] = {stage: [] for stage in Stage}
    for id, campaign in answers.registry.public(Campaign):
        stage = stage_of(campaign_phase(campaign, answers.day), campaign.period, answers.day)
        period = campaign.period
        found[stage].append((str((period.from_ or period.to or "") if period else ""), id))
    return tuple((stage, tuple(id for _, id in sorted(ids, reverse=True))) for stage, ids in found.items())


@view
def campaign_card(reading: Reading, id: str) -> CampaignCard | None:
    """A campaign for a list, unless the public may not see it."""
    campaign = reading.find(Campaign, id)
    link = reading.link("campaign", id)
    if campaign is None or link is None:
        return None
    period = campaign.period
    stage = stage_of(campaign_phase(campaign, reading.day), period, reading.day)
    return CampaignCard(
        link=link,
        stage=stage.value,
        live=stage is Stage.RUNNING,
        level=campaign.level.label,
        kind=campaign.type.label,
        words=campaign.theme or campaign.summary or "",
        time=in_words(period.from_, period.to) if period else _UNDATED,
        years=in_figures(period.from_, period.to) if period else "",
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
    past = groups[Stage.CLOSED] + groups[Stage.OPEN]
    return Page(
        url="phong-trao/",
        tab=TAB,
        title="Phong trào thi đua",
        description=f"{total} phong trào thi đua, cuộc vận động: đang diễn ra, sắp diễn ra và đã qua.",
        template="pages/campaigns.html",
        context={
            "total": total,
            "running": groups[Stage.RUNNING],
            "upcoming": groups[Stage.UPCOMING],
            "decades": _decades(past),
            "past": len(past),
            "undated": groups[Stage.UNKNOWN],
            "timeline": whole_timeline(reading),
        },
        image="campaign",
        indexed=not (reading.site and reading.site.trial),
    )


def _decades(cards: list[CampaignCard]) -> list[tuple[str, list[CampaignCard]]]:
    """Past campaigns by the decade in which they began, the latest first."""
    found: dict[str, list[CampaignCard]] = {}
    for card in cards:
        year = card.years[-4:] if card.years.startswith("đến") else card.years.removeprefix("từ ")[:4]
        found.setdefault(f"Từ năm {year[:3]}0 đến năm {year[:3]}9", []).append(card)
    return sorted(found.items(), reverse=True)
