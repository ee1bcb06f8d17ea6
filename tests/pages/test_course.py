"""What lasts for some days: soon, on or over, and its days in figures."""

from __future__ import annotations

import datetime

import pytest

from bangvang.pages.course import CLOSED, OPEN, SOON, consultation_course, days_text, event_course
from bangvang.records import Consultation, Event, PartialDate

CONSULTATION = Consultation.model_validate(
    {
        "title": "Lấy ý kiến",
        "opens": "2026-11-16",
        "closes": "2026-11-30",
        "how": {"office": "Phòng", "address": "Trụ sở"},
        "candidates": [{"kind": "collective", "name": "Tổ Một", "achievement": "Việc tốt."}],
    }
)


def event(**fields: str) -> Event:
    """An event on some days."""
    return Event.model_validate({"name": "Đại hội", "type": "congress", **fields})


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-11-15", SOON), ("2026-11-16", OPEN), ("2026-11-30", OPEN), ("2026-12-01", CLOSED)],
)
def test_both_ends_of_a_consultation_belong_to_it(day: str, state: str) -> None:
    """It is open on the first and on the last day."""
    assert consultation_course(CONSULTATION, datetime.date.fromisoformat(day)).state == state


def test_an_event_whose_day_is_known_has_a_course() -> None:
    """A single day is its own end."""
    course = event_course(event(**{"from": "2027-01-15"}), datetime.date(2026, 11, 21))
    assert course is not None
    assert (course.state, course.opens, course.closes) == (SOON, datetime.date(2027, 1, 15), datetime.date(2027, 1, 15))


@pytest.mark.parametrize("fields", [{}, {"from": "2020"}, {"from": "2026-11"}, {"from": "2026-11-20", "to": "2026-12"}])
def test_nothing_is_claimed_of_an_event_whose_days_are_not_known(fields: dict[str, str]) -> None:
    """A meeting planned for a year may never have been held."""
    assert event_course(event(**fields), datetime.date(2026, 11, 21)) is None


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, ""),
        (PartialDate(2015), None, "2015"),
        (PartialDate(2026, 1, 23), PartialDate(2026, 1, 23), "23/01/2026"),
        (PartialDate(1952, 5, 1), PartialDate(1952, 5, 6), "01–06/5/1952"),
        (PartialDate(1966, 12, 30), PartialDate(1967, 1, 1), "30/12/1966–01/01/1967"),
        (None, PartialDate(2020, 12, 10), "10/12/2020"),
    ],
)
def test_days_are_written_as_short_as_they_are_clear(
    start: PartialDate | None, end: PartialDate | None, text: str
) -> None:
    """The month and year are said once where they are the same."""
    assert days_text(start, end) == text
