"""Days and quarters, printed and found."""

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import (
    day_in_words,
    find_days,
    parse_quarter,
    quarter_bounds,
    quarter_name,
    short_day,
)

YEARS = st.integers(1000, 2999)
QUARTERS = st.integers(1, 4)
DAYS = st.dates().map("{0:%d/%m/%Y}".format) | st.dates().map("ngày {0.day} tháng {0.month} năm {0.year}".format)
PROSE = st.lists(DAYS | st.text() | st.sampled_from(["-", "/", " ", "0", "ngày "])).map("".join)


@pytest.mark.vectors("dates.json", "in_words")
def test_days_are_printed_in_the_administrative_style(case):
    """Days under 10 and the months 1 and 2 have a leading zero."""
    parts = (case["year"], case["month"], case["day"])
    assert (day_in_words(*parts), short_day(*parts)) == (case["words"], case["short"])


@pytest.mark.vectors("dates.json", "quarters")
def test_quarters_are_read(case):
    """One quarter or several of one year."""
    assert parse_quarter(case["text"]) == (case["year"], case["first"], case["last"])


@pytest.mark.vectors("dates.json", "no_quarters")
def test_other_texts_are_no_quarter(case):
    """Nothing is guessed."""
    assert parse_quarter(case) is None


@pytest.mark.vectors("dates.json", "quarter_bounds")
def test_a_quarter_has_a_first_and_a_last_day(case):
    """Deadlines are the last day."""
    bounds = quarter_bounds(case["year"], case["quarter"])
    assert [day.isoformat() for day in bounds] == [case["from"], case["to"]]


@pytest.mark.vectors("dates.json", "days")
def test_days_are_found_in_prose(case):
    """Each day with what is printed; a malformed one with its fault."""
    found = [
        {"printed": day.printed, "year": day.year, "month": day.month, "day": day.day, "fault": day.fault}
        for day in find_days(case["text"])
    ]
    assert found == case["found"]


@given(PROSE)
def test_found_days_stand_where_they_say(text):
    """The span cuts out the print, in order and without overlap."""
    end = 0
    for day in find_days(text):
        assert text[day.start : day.end] == day.printed
        assert end <= day.start
        end = day.end


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["NFC", "NFD"]))
def test_a_printed_day_is_found_again(day, form):
    """Printing and finding are inverse, in words and in figures."""
    for printed in (day_in_words(day.year, day.month, day.day), short_day(day.year, day.month, day.day)):
        (found,) = find_days(normalize(form, f"Hà Nội, {printed}."))
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(QUARTERS, YEARS)
def test_a_printed_quarter_reads_back(quarter, year):
    """Printing and reading are inverse."""
    assert parse_quarter(quarter_name(quarter, year)) == (year, quarter, quarter)


@given(YEARS)
def test_quarters_join_into_a_year(year):
    """Each begins the day after the one before."""
    bounds = [quarter_bounds(year, quarter) for quarter in (1, 2, 3, 4)]
    assert (bounds[0][0], bounds[3][1]) == (date(year, 1, 1), date(year, 12, 31))
    assert all(bounds[place][1] + timedelta(1) == bounds[place + 1][0] for place in range(3))


@given(st.text())
def test_any_text_is_a_quarter_or_none(text):
    """Reading never fails."""
    assert parse_quarter(text) is None or len(parse_quarter(text)) == 3


@pytest.mark.parametrize("parts", [(2026, 13), (2026, 0), (2026, 2, 30), (2026, 9, 0), (2026, None, 2), (0,)])
@pytest.mark.parametrize("printed", [day_in_words, short_day])
def test_days_outside_the_calendar_are_refused(printed, parts):
    """They are a fault of the caller."""
    with pytest.raises(ValueError, match=r"."):
        printed(*parts)


@pytest.mark.parametrize("quarter", [0, 5, 2015])
def test_quarters_outside_the_year_are_refused(quarter):
    """Year and quarter in the wrong order are noticed."""
    with pytest.raises(ValueError, match="quarters"):
        quarter_name(quarter, 3)
    with pytest.raises(ValueError, match="quarters"):
        quarter_bounds(2015, quarter)
