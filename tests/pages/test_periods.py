"""Periods: words, figures and lengths that say no more than is known."""

from __future__ import annotations

import pytest

from bangvang.pages.periods import as_printed, in_figures, in_words, length, moment
from bangvang.records import PartialDate, Period
from bangvang.records.dates import parse_partial_date


def date(text: str | None) -> PartialDate | None:
    """A date as files write it."""
    return parse_partial_date(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "words", "figures"),
    [
        (None, None, "Không rõ thời gian", ""),
        ("2019", "2019", "Năm 2019", "2019"),
        ("2019-01-01", "2019-12-31", "Năm 2019", "2019"),
        ("2016", "2020", "Từ năm 2016 đến năm 2020", "2016–2020"),
        ("1960-06-18", None, "Từ 18/6/1960", "từ 1960"),
        (None, "2022-08-30", "Đến 30/8/2022", "đến 2022"),
        ("2026-01-05", "2026-01-31", "Từ 05/01/2026 đến 31/01/2026", "2026"),
        ("2026-09-02", "2026-09-02", "02/9/2026", "2026"),
        ("2026-09", "2026-11", "Từ tháng 9/2026 đến tháng 11/2026", "2026"),
    ],
)
def test_a_period_in_words_and_in_figures(start: str | None, end: str | None, words: str, figures: str) -> None:
    """Whole years are years; open ends stay open; neither end known is said."""
    assert in_words(date(start), date(end)) == words
    assert in_figures(date(start), date(end)) == figures


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-01-01", "2019-06-30", "6 tháng"),
        ("2011", "2015", "5 năm"),
        ("2026-10-01", "2026-12-29", "90 ngày"),
        ("2026-10-01", None, ""),
        ("2019-06", "2019", "7 tháng"),
    ],
)
def test_the_length_of_a_period(start: str, end: str | None, expected: str) -> None:
    """In the largest unit that fits; nothing where an end is open."""
    assert length(date(start), date(end)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2019-12-31", "ngày 31/12/2019"), ("2022-08", "tháng 8/2022"), ("2025", "năm 2025")]
)
def test_a_moment_names_its_unit(text: str, expected: str) -> None:
    """Day, month or year."""
    assert moment(date(text)) == expected
    assert moment(None) == ""


def test_the_paper_s_own_words_are_put_together() -> None:
    """Either end may be unprinted."""
    printed = {"from_printed": "Từ đầu năm", "to_printed": "đến hết năm 2019"}
    assert as_printed(Period.model_validate(printed)) == "Từ đầu năm đến hết năm 2019"
    assert as_printed(Period.model_validate({"from": "2019"})) == ""
    assert as_printed(None) == ""
