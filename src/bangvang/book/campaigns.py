"""Campaigns and their plans in brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bangvang.book.people import one_line
from bangvang.book.selection import Selection
from bangvang.pages.campaign_ties import campaign_ties
from bangvang.pages.papers import actor_links, document_line
from bangvang.pages.periods import in_words
from bangvang.pages.reading import Reading
from bangvang.pages.targets import TargetTable, results_until, target_table
from bangvang.records import Campaign
from bangvang.vietnamese import format_number

_MOST_TARGETS = 12


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target: what was aimed at, what came of it."""

    name: str
    depth: int
    plan: str
    result: str
    verdict: str


@dataclass(frozen=True, slots=True)
class CampaignBrief:
    """A campaign on a third of a page."""

    id: str
    name: str
    kind: str
    time: str
    issuers: str
    theme: str
    summary: str
    contents: tuple[str, ...]
    targets: tuple[TargetLine, ...]
    more_targets: str
    resulted: bool
    papers: tuple[str, ...]
    honoured: str
    illustrative: bool


def campaign_briefs(reading: Reading, selection: Selection) -> tuple[CampaignBrief, ...]:
    """The campaigns of a book."""
    given = Counter(_in_campaign(selection))
    return tuple(
        _brief(reading, id, campaign, given[id])
        for id in selection.campaigns
        if (campaign := reading.find(Campaign, id)) is not None
    )


def _in_campaign(selection: Selection) -> Iterable[str]:
    for honours in selection.honours.values():
        yield from {honour.campaign for honour in honours if honour.campaign}


def _brief(reading: Reading, id: str, campaign: Campaign, honoured: int) -> CampaignBrief:
    period = campaign.period
    table = target_table(reading, campaign.targets, results_until(campaign))
    return CampaignBrief(
        id=id,
        name=campaign.name,
        kind=f"{campaign.type.label}, {campaign.level.label.lower()}",
        time=in_words(period.from_, period.to) if period else in_words(None, None),
        issuers=", ".join(link.text for link in actor_links(reading, campaign.issuers)),
        theme=campaign.theme or "",
        summary=one_line(campaign.summary),
        contents=tuple(content.heading for content in campaign.contents),
        targets=_targets(table),
        more_targets=_more(table),
        resulted=table.resulted,
        papers=_papers(reading, id),
        honoured=f"{format_number(honoured)} người, tập thể, hộ gia đình được khen trong phong trào này"
        if honoured
        else "",
        illustrative=campaign.illustrative,
    )


def _targets(table: TargetTable) -> tuple[TargetLine, ...]:
    return tuple(
        TargetLine(row.name.text, row.depth, row.plan, row.result, row.verdict.text if row.result else "")
        for row in table.rows[:_MOST_TARGETS]
    )


def _more(table: TargetTable) -> str:
    rest = len(table.rows) - _MOST_TARGETS
    return f"Và {rest} chỉ tiêu khác, xem trên trang." if rest > 0 else ""


def _papers(reading: Reading, id: str) -> tuple[str, ...]:
    """“Phát động: Kế hoạch số 54/KH-UBND, UBND tỉnh Sóc Trăng.”"""
    lines = []
    for document, action in reading.ask(campaign_ties, id).documents:
        line = document_line(reading, document)
        if line is not None:
            day = f" ngày {line.big}/{line.small}" if "/" in line.big else f" năm {line.big}" if line.big else ""
            lines.append(f"{action.label}: {line.note.rstrip('.')}{day}")
    return tuple(lines)
