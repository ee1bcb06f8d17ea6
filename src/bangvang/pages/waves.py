"""The waves of a campaign, each with its part of the time, and the anniversaries that it is dedicated to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.pages.periods import in_words, length
from bangvang.records import Campaign
from bangvang.records.campaign import Mark, Wave
from bangvang.registry import Phase, phase

SPAN = 1000
"""How wide the bar of the whole time is."""

_TOLD = (Phase.RUNNING, Phase.UPCOMING)


class MarkView(NamedTuple):
    """One anniversary."""

    text: str
    since: str
    printed: str | None


class WaveView(NamedTuple):
    """One wave; `start` and `width` place its bar, width nought where its time is unknown."""

    name: str
    time: str
    printed: str | None
    length: str
    stage: str
    live: bool
    goal: str | None
    marks: tuple[MarkView, ...]
    start: int
    width: int


def wave_views(campaign: Campaign, day: datetime.date) -> tuple[WaveView, ...]:
    """The campaign's waves in its own order."""
    whole = _whole(campaign)
    return tuple(_wave(wave, whole, day) for wave in campaign.waves)


def mark_views(marks: Sequence[Mark]) -> tuple[MarkView, ...]:
    """“89 năm Ngày thành lập Đảng Cộng sản Việt Nam”."""
    return tuple(
        MarkView(
            f"{mark.years} năm {mark.what}" if mark.years else mark.what,
            brief(mark.since),
            mark.printed,
        )
        for mark in marks
    )


def _wave(wave: Wave, whole: tuple[datetime.date, datetime.date] | None, day: datetime.date) -> WaveView:
    start, width = _bar(wave, whole) if whole else (0, 0)
    known = wave.from_ is not None or wave.to is not None
    now = phase(wave.from_, wave.to, day)
    return WaveView(
        name=wave.name,
        time=in_words(wave.from_, wave.to) if known else "",
        printed=wave.printed,
        length=length(wave.from_, wave.to),
        stage=now.label if now in _TOLD else "",
        live=now is Phase.RUNNING,
        goal=wave.goal,
        marks=mark_views(wave.marks),
        start=start,
        width=width,
    )


def _whole(campaign: Campaign) -> tuple[datetime.date, datetime.date] | None:
    """The whole time: the campaign's period, widened by its waves where an end is open."""
    period = campaign.period
    starts = [period.from_ if period else None, *(wave.from_ for wave in campaign.waves)]
    ends = [period.to if period else None, *(wave.to for wave in campaign.waves)]
    first = min((date.first for date in starts if date), default=None)
    last = max((date.last for date in ends if date), default=None)
    return (first, last) if first and last and first < last else None


def _bar(wave: Wave, whole: tuple[datetime.date, datetime.date]) -> tuple[int, int]:
    if wave.from_ is None and wave.to is None:
        return 0, 0
    first = wave.from_.first if wave.from_ else whole[0]
    last = wave.to.last if wave.to else whole[1]
    begin = _along((first - whole[0]).days, whole)
    end = _along((last - whole[0]).days + 1, whole)
    return begin, max(end - begin, SPAN // 100)


def _along(days: int, whole: tuple[datetime.date, datetime.date]) -> int:
    return round(days * SPAN / ((whole[1] - whole[0]).days + 1))
