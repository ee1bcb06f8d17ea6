"""Targets as readers meet them: what was aimed at, what came of it, and how far that is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.records import Aim, Campaign, Target
from bangvang.records.target import Result
from bangvang.vietnamese import format_number, format_percent

GOAL = Decimal(100) / Decimal("1.3")
"""Where the mark of the plan stands on a bar that is 100 wide: a third of the room is left for more."""

_DOWNWARD = {Aim.AT_MOST, Aim.REDUCE_TO}
_SPOKEN = {
    Aim.AT_LEAST: "Ít nhất {}",
    Aim.AT_MOST: "Không quá {}",
    Aim.REDUCE_TO: "Giảm xuống còn {}",
    Aim.REDUCE_BY: "Giảm được {}",
    Aim.MAINTAIN: "Duy trì {}",
}


class Verdict(NamedTuple):
    """Whether a result reaches the target; `tone` colours the bar."""

    text: str
    tone: str


MET = Verdict("Đạt", "ok")
MISSED = Verdict("Chưa đạt", "low")
ON_THE_WAY = Verdict("Đang thực hiện", "way")
NOT_JUDGED = Verdict("Chưa có kết luận", "")
NO_RESULT = Verdict("Chưa có kết quả", "")


class TargetRow(NamedTuple):
    """One line of the table; parts follow their whole, one deeper."""

    name: Link
    depth: int
    place: PlaceLine | None
    group: str | None
    plan: str
    measured: bool
    """Whether the plan is a number, and short enough to stand on one line."""
    partial: bool
    """Whether the parts that follow are only some of all."""
    printed: str | None
    result: str
    as_of: str
    report: Link | None
    earlier: tuple[str, ...]
    verdict: Verdict
    share: str
    """The result as a share of the plan, where more is better."""
    width: str
    """How long the bar is; empty where there is none."""


class TargetTable(NamedTuple):
    """All targets of a campaign."""

    rows: tuple[TargetRow, ...]
    counted: int
    """Targets, not the parts that some are divided into."""
    parts: int
    with_result: int
    met: int
    resulted: bool
    """Whether any row, be it a part, has a result."""
    tones: tuple[str, ...]
    """What the key has to explain."""
    barred: bool


def target_table(reading: Reading, targets: Sequence[Target], ends: datetime.date | None) -> TargetTable:
    """The table; until the campaign `ends`, what is not yet reached is under way, not missed."""
    rows = tuple(_rows(reading, targets, ends, 0))
    whole = [row for row in rows if row.depth == 0]
    return TargetTable(
        rows=rows,
        counted=len(whole),
        parts=len(rows) - len(whole),
        with_result=sum(1 for row in whole if row.verdict is not NO_RESULT),
        met=sum(1 for row in whole if row.verdict is MET),
        resulted=any(row.verdict is not NO_RESULT for row in rows),
        tones=tuple(dict.fromkeys(row.verdict.tone for row in rows if row.width)),
        barred=any(row.width for row in rows),
    )


def _rows(reading: Reading, targets: Sequence[Target], ends: datetime.date | None, depth: int) -> Iterator[TargetRow]:
    for target in targets:
        yield _row(reading, target, ends, depth)
        yield from _rows(reading, target.parts, ends, depth + 1)


def _row(reading: Reading, target: Target, ends: datetime.date | None, depth: int) -> TargetRow:
    results = sorted(target.results, key=lambda result: result.as_of.last)
    latest = latest_result(target)
    place = place_line(reading, target.place, None)
    # A part that is called like its place needs no second line to say so.
    named = place is not None and place.text.startswith(target.name)
    return TargetRow(
        name=Link(target.name, place.url if place and named else None),
        depth=depth,
        place=None if named else place,
        group=target.group,
        plan=plan_text(target),
        measured=target.value is not None and not target.text,
        partial=bool(target.parts) and not target.complete,
        printed=target.printed,
        result=result_text(target, latest) if latest else "",
        as_of=brief(latest.as_of) if latest else "",
        report=reading.link("report", latest.report) if latest else None,
        earlier=tuple(f"{result_text(target, result)} ({brief(result.as_of)})" for result in reversed(results[:-1])),
        verdict=verdict_on(target, latest, ends),
        share=_share(target, latest),
        width=bar_width(target, latest),
    )


def latest_result(target: Target) -> Result | None:
    """The last thing that was measured."""
    return max(reversed(target.results), key=lambda result: result.as_of.last, default=None)


def results_until(campaign: Campaign) -> datetime.date | None:
    """The day until which results may still grow; an open end never comes."""
    if campaign.period is None:
        return None
    return campaign.period.to.last if campaign.period.to else datetime.date.max


def plan_text(target: Target) -> str:
    """“Ít nhất 96%”, “16/19 tiêu chí”, “Giảm xuống còn 9,08%”; a qualitative target is its own words."""
    if target.value is None:
        return target.text or ""
    amount = _SPOKEN.get(target.aim, "{}").format(_amount(target.value, target))
    return f"{amount}; {target.text}" if target.text else amount


def result_text(target: Target, result: Result) -> str:
    """The measured number in the target's unit, or the report's words."""
    if result.value is None:
        return result.text or ""
    amount = _amount(result.value, target)
    return f"{amount}; {result.text}" if result.text else amount


def verdict_on(target: Target, latest: Result | None, ends: datetime.date | None) -> Verdict:
    """Met, missed, under way, not judged, or without a result."""
    if latest is None:
        return NO_RESULT
    met = latest.met
    if met is None and target.value is not None and latest.value is not None:
        met = latest.value <= target.value if target.aim in _DOWNWARD else latest.value >= target.value
    if met is None:
        return NOT_JUDGED
    if met:
        return MET
    return ON_THE_WAY if ends is not None and latest.as_of.last < ends else MISSED


def _amount(value: Decimal, target: Target) -> str:
    if target.unit == "%":
        return format_percent(value)
    number = format_number(value)
    if target.of is not None:
        number = f"{number}/{format_number(target.of)}"
    return f"{number} {target.unit}" if target.unit else number


def _ratio(target: Target, latest: Result | None) -> Decimal | None:
    if latest is None or latest.value is None or not target.value or target.value < 0 or latest.value < 0:
        return None
    return latest.value / target.value


def _share(target: Target, latest: Result | None) -> str:
    ratio = _ratio(target, latest)
    if ratio is None or target.aim in _DOWNWARD:
        return ""
    percent = (ratio * 100).quantize(Decimal("0.1"), ROUND_DOWN)  # 99,96% must not read as 100%
    return format_percent(percent.to_integral_value() if percent == percent.to_integral_value() else percent)


def bar_width(target: Target, latest: Result | None) -> str:
    """How long the bar is, of a hundred; empty where nothing can be measured."""
    ratio = _ratio(target, latest)
    if ratio is None:
        return ""
    return f"{min(ratio * GOAL, Decimal(100)):.1f}"
