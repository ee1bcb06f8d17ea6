"""English as readers abroad expect it: dates, periods, numbers, ordinals."""

from __future__ import annotations

import datetime

from bangvang.records import PartialDate, Period

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CLASSES = {1: "First Class", 2: "Second Class", 3: "Third Class"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def number(count: int) -> str:
    """“1,234”."""
    return f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """“1 person”, “1,234 people”."""
    return f"{number(count)} {one if count == 1 else many}"


def ordinal(place: int) -> str:
    """“1st”, “12th”, “23rd”."""
    ending = "th" if place % 100 in (11, 12, 13) else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending}"


def class_name(place: int) -> str:
    """“First Class”."""
    return _CLASSES.get(place, f"Class {place}")


def date_text(date: PartialDate | datetime.date | None) -> str:
    """“2 September 2026”, “September 2026”, “2026”."""
    if date is None:
        return ""
    month = f"{_MONTHS[date.month - 1]} " if date.month else ""
    day = f"{date.day} " if date.day else ""
    return f"{day}{month}{date.year}"


def span_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """“2019”, “from 1 May 2026”, “until 2020”, “1 May 2026 to 30 June 2026”; empty where neither is known."""
    if start is not None and end is not None:
        if start == end or _is_year(start, end):
            return date_text(end if start == end else PartialDate(start.year))
        return f"{date_text(start)} to {date_text(end)}"
    if start is not None:
        return f"from {date_text(start)}"
    return f"until {date_text(end)}" if end is not None else ""


def period_text(period: Period | None) -> str:
    """The same of a period."""
    return span_text(period.from_, period.to) if period else ""


def _is_year(start: PartialDate, end: PartialDate) -> bool:
    return start.first == datetime.date(start.year, 1, 1) and end.last == datetime.date(start.year, 12, 31)
