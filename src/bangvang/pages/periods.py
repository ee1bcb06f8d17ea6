"""Stretches of time as readers meet them: in words, in figures, as printed."""

from __future__ import annotations

import datetime

from bangvang.pages.honours import brief
from bangvang.records import PartialDate, Period

UNKNOWN = "Không rõ thời gian"


def in_words(start: PartialDate | None, end: PartialDate | None) -> str:
    """“Năm 2019”, “Từ năm 2016 đến năm 2020”, “Từ 05/01/2026 đến 31/01/2026”."""
    if start is None and end is None:
        return UNKNOWN
    if start is not None and end is not None:
        if _is_year(start, end):
            return f"Năm {start.year}"
        if start == end:
            return _capital(_edge(start))
    begin = f"từ {_edge(start)}" if start else ""
    finish = f"đến {_edge(end)}" if end else ""
    return _capital(f"{begin} {finish}".strip())


def in_figures(start: PartialDate | None, end: PartialDate | None) -> str:
    """“2019”, “1948–1952”, “từ 1960”, “đến 2020”."""
    if start is None:
        return f"đến {end.year}" if end else ""
    if end is None:
        return f"từ {start.year}"
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"


def length(start: PartialDate | None, end: PartialDate | None) -> str:
    """“6 tháng”, “45 ngày”; empty where either end is open or not known to the day or month."""
    if start is None or end is None or end.last < start.first:
        return ""
    first, after = start.first, end.last + datetime.timedelta(days=1)
    if first.day == 1 and after.day == 1:
        months = (after.year - first.year) * 12 + after.month - first.month
        return f"{months // 12} năm" if months % 12 == 0 else f"{months} tháng"
    return f"{(after - first).days} ngày"


def moment(date: PartialDate | None) -> str:
    """“ngày 31/12/2019”, “tháng 8/2022”, “năm 2025”."""
    if date is None:
        return ""
    return f"ngày {brief(date)}" if date.day else _edge(date)


def as_printed(period: Period | None) -> str:
    """The paper's own words for the period: “Từ đầu năm đến hết năm 2019”."""
    parts = (period.from_printed, period.to_printed) if period else ()
    return " ".join(part for part in parts if part)


def _is_year(start: PartialDate, end: PartialDate) -> bool:
    return start.first == datetime.date(start.year, 1, 1) and end.last == datetime.date(start.year, 12, 31)


def _edge(date: PartialDate) -> str:
    if date.month is None:
        return f"năm {date.year}"
    return brief(date) if date.day else f"tháng {brief(date)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
