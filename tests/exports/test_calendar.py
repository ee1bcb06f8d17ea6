"""Calendars: read by another's library, folded without cutting a letter, the same bytes each time."""

from __future__ import annotations

from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.calendar import calendar, folded
from bangvang.pages.diary import Dated

ADDRESS = "https://thu.example/"
DAY = date(2026, 9, 2)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\\:đẫ"), max_size=200)
ONE = Dated("phong-trao-thu", DAY, date(2026, 9, 30), "Thi đua", "Lời", "phong-trao/thu/", "Phong trào", DAY)


def events(data: bytes) -> list[icalendar.Event]:
    """As a calendar program reads them."""
    whole = icalendar.Calendar.from_ical(data)
    assert whole.errors == []
    found = whole.walk("VEVENT")
    assert all(event.errors == [] for event in found)
    return found  # type: ignore[return-value]


@given(TEXTS)
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(text: str) -> None:
    """Unfolded, the line is what it was."""
    pieces = folded(text).split("\r\n ")
    assert all(len(piece.encode()) <= 75 - (place > 0) for place, piece in enumerate(pieces))
    assert "".join(pieces) == text


@given(TEXTS, TEXTS)
def test_texts_are_read_back_as_they_were(title: str, text: str) -> None:
    """Commas, semicolons, backslashes, line breaks."""
    (event,) = events(calendar("Lịch", ADDRESS, [ONE._replace(title=title, text=text)]))
    assert str(event["SUMMARY"]) == title
    assert str(event.get("DESCRIPTION", "")) == text


def test_an_event_lasts_through_its_last_day() -> None:
    """iCalendar names the day after; the days are whole and without a zone."""
    (event,) = events(calendar("Lịch", ADDRESS, [ONE]))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, date(2026, 10, 1))
    assert event["UID"] == "phong-trao-thu@thu.example"
    assert event["URL"] == "https://thu.example/phong-trao/thu/"
    assert event["DTSTAMP"].dt.date() == DAY


def test_a_round_is_a_rule() -> None:
    """Until the day that the plan ends."""
    (event,) = events(calendar("Lịch", ADDRESS, [ONE._replace(rule="FREQ=YEARLY;UNTIL=20301231")]))
    assert event["RRULE"]["FREQ"] == ["YEARLY"]
    assert event["RRULE"]["UNTIL"] == [date(2030, 12, 31)]


def test_control_characters_do_not_reach_a_calendar() -> None:
    """No value may hold them."""
    (event,) = events(calendar("Lịch", ADDRESS, [ONE._replace(title="Thi\x07 đua\r\nBEGIN:VALARM\x7f")]))
    assert str(event["SUMMARY"]) == "Thi đua\nBEGIN:VALARM"


def test_an_empty_calendar_is_one() -> None:
    """Somebody may be subscribed to it."""
    assert events(calendar("Lịch", ADDRESS, [])) == []
    assert "X-WR-CALNAME:Lịch\\, sổ\r\n".encode() in calendar("Lịch, sổ", ADDRESS, [])
