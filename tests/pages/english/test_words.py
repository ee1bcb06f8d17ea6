"""Dates, periods, numbers and ordinals as readers abroad expect them."""

from __future__ import annotations

import datetime

import pytest

from bangvang.pages.english.words import class_name, counted, date_text, number, ordinal, period_text, span_text
from bangvang.records import PartialDate, Period


def test_a_date_is_as_exact_as_it_is_known() -> None:
    """A day, a month, a year, or nothing."""
    assert date_text(PartialDate(2026, 9, 2)) == "2 September 2026"
    assert date_text(datetime.date(1948, 6, 11)) == "11 June 1948"
    assert date_text(PartialDate(2026, 9)) == "September 2026"
    assert date_text(PartialDate(2026)) == "2026"
    assert date_text(None) == ""


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (PartialDate(2026, 5, 1), PartialDate(2026, 6, 30), "1 May 2026 to 30 June 2026"),
        (PartialDate(2026, 1, 1), PartialDate(2026, 12, 31), "2026"),
        (PartialDate(2026), PartialDate(2026), "2026"),
        (PartialDate(2026, 5, 1), PartialDate(2026, 5, 1), "1 May 2026"),
        (PartialDate(2016), PartialDate(2020), "2016 to 2020"),
        (PartialDate(1960), None, "from 1960"),
        (None, PartialDate(2025, 6, 30), "until 30 June 2025"),
        (None, None, ""),
    ],
)
def test_a_period_may_be_open_at_either_end(start: PartialDate | None, end: PartialDate | None, text: str) -> None:
    """A whole year is a year, a single day a day."""
    assert span_text(start, end) == text
    assert period_text(Period(from_=start, to=end)) == text


def test_large_numbers_have_commas() -> None:
    """And one of a thing is no plural."""
    assert number(1234567) == "1,234,567"
    assert counted(1, "record", "records") == "1 record"
    assert counted(1200, "record", "records") == "1,200 records"
    assert counted(0, "record", "records") == "0 records"


@pytest.mark.parametrize(
    ("place", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (113, "113th"), (22, "22nd")],
)
def test_ordinals_end_as_they_are_spoken(place: int, text: str) -> None:
    """Eleven to thirteen are like the rest."""
    assert ordinal(place) == text


def test_classes_have_names() -> None:
    """The three that orders have, and any other."""
    assert [class_name(place) for place in (1, 2, 3, 4)] == ["First Class", "Second Class", "Third Class", "Class 4"]
