"""Five years that are reckoned together."""

from __future__ import annotations

import pytest

from bangvang.search.periods import periods


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((), ()),
        (("2021",), ("2021-2025",)),
        (("2025", "2021", "2020"), ("2016-2020", "2021-2025")),
        (("1948",), ("1946-1950",)),
        (("khoảng 1950",), ()),
    ],
)
def test_a_period_begins_after_a_year_that_five_divides(years: tuple[str, ...], found: tuple[str, ...]) -> None:
    """Each once, the earliest first; what is no year is in none."""
    assert periods(years) == found
