"""Dates as texts."""

from __future__ import annotations

import pytest

from bangvang.records import PartialDate
from bangvang.records.dates import date_in_figures


@pytest.mark.parametrize(
    ("text", "date"),
    [("2025", PartialDate(2025)), ("2025-12", PartialDate(2025, 12)), ("2025-12-20", PartialDate(2025, 12, 20))],
)
def test_a_date_in_figures_is_known(text: str, date: PartialDate) -> None:
    """A year, a month or a day."""
    assert date_in_figures(text) == date


@pytest.mark.parametrize("text", ["", "9999", "2025-40", "2025-02-30", "20/12/2025", "12 km"])
def test_what_is_no_date_is_none(text: str) -> None:
    """Neither a count nor the number of a paper stops whoever asks."""
    assert date_in_figures(text) is None
