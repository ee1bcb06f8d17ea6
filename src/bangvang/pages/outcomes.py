"""Targets met, missed, under way and unknown, campaign by campaign; parts of targets are not counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bangvang.pages.answers import Answers, question
from bangvang.pages.charts import Chart, Stack, stacked_bars
from bangvang.pages.figures import SITE
from bangvang.pages.membership import CAMPAIGN, PLACE
from bangvang.pages.reading import Reading
from bangvang.pages.targets import MET, MISSED, ON_THE_WAY, latest_result, results_until, verdict_on
from bangvang.records import Campaign
from bangvang.vietnamese import format_number

SERIES = ("Đạt", "Đang thực hiện", "Chưa đạt", "Chưa rõ kết quả")
_VERDICTS = (MET, ON_THE_WAY, MISSED)
_TONES = ("c3", "c4", "c2", "t0")
_MOST = 14


@question
def outcomes(answers: Answers, dimension: str, key: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The campaigns with targets, those with most first, and how many came out how; of a place, a campaign, or all."""
    registry = answers.registry
    found = [
        (id, _came_out(campaign))
        for id, campaign in registry.public(Campaign)
        if campaign.targets and {SITE: "", CAMPAIGN: id, PLACE: campaign.place}[dimension] == key
    ]
    return tuple(sorted(found, key=lambda entry: (-sum(entry[1]), entry[0])))


def outcome_chart(reading: Reading, dimension: str, key: str) -> Chart | None:
    """How the targets of a list's campaigns came out."""
    found = reading.ask(outcomes, dimension, key)
    if not found:
        return None
    stacks = [Stack(_name(reading, id), counts, f"phong-trao/{id}/") for id, counts in found[:_MOST]]
    rest = found[_MOST:]
    if rest:
        stacks.append(Stack(f"{len(rest)} phong trào khác", _added(counts for _, counts in rest)))
    met, way, missed, unknown = _added(counts for _, counts in found)
    judged = met + missed
    note = "Chỉ tiêu thành phần không tính riêng."
    if judged:
        note = f"{format_number(met)} trong {format_number(judged)} chỉ tiêu đã có kết luận là đạt. {note}"
    if way:
        note += f" {format_number(way)} chỉ tiêu đang thực hiện."
    if unknown:
        note += f" {format_number(unknown)} chỉ tiêu chưa có kết quả hoặc chưa có kết luận."
    return stacked_bars(
        "chi-tieu",
        "Chỉ tiêu của các phong trào" if dimension != CAMPAIGN else "Chỉ tiêu của phong trào",
        ("Phong trào", *SERIES),
        stacks,
        unit="chỉ tiêu",
        note=note,
        tones=_TONES,
    )


def _came_out(campaign: Campaign) -> tuple[int, ...]:
    until = results_until(campaign)
    verdicts = Counter(verdict_on(target, latest_result(target), until) for target in campaign.targets)
    known = tuple(verdicts[verdict] for verdict in _VERDICTS)
    return (*known, len(campaign.targets) - sum(known))


def _added(counts: Iterable[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*counts, strict=True)))


def _name(reading: Reading, id: str) -> str:
    campaign = reading.find(Campaign, id)
    return campaign.name if campaign else id
