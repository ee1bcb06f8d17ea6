"""Calendars as iCalendar (RFC 5545): days of the records, the same bytes for the same records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bangvang.exports.address import absolute
from bangvang.pages.diary import Dated

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
_WIDTH = 75
"""Octets that a line may have."""


def calendar(name: str, address: str, entries: Iterable[Dated]) -> bytes:
    """A calendar of this name with these entries; `address` is the site's."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bang Vang//Lich thi dua//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for one in entries for line in _event(one, address)),
        "END:VCALENDAR",
    ]
    return "".join([folded(line) + "\r\n" for line in lines]).encode()


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no letter of which is cut through."""
    data = line.encode()
    if len(data) <= _WIDTH:
        return line
    pieces = []
    width = _WIDTH
    while len(data) > width:
        end = width
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[:end].decode())
        data = data[end:]
        width = _WIDTH - 1
    return "\r\n ".join([*pieces, data.decode()])


def _event(one: Dated, address: str) -> Iterator[str]:
    host = absolute(address, "").split("/")[2]
    stamp = f"{one.stamp:%Y%m%d}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}@{host}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(one.first)}"
    yield f"DTEND;VALUE=DATE:{_day(one.last + timedelta(days=1))}"
    if one.rule:
        yield f"RRULE:{one.rule}"
    yield f"SUMMARY:{_text(one.title)}"
    if one.text:
        yield f"DESCRIPTION:{_text(one.text)}"
    if one.where:
        yield f"LOCATION:{_text(one.where)}"
    yield f"CATEGORIES:{_text(one.sort)}"
    yield f"URL:{absolute(address, one.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """A text as a value; control characters, which no value may hold, are left out."""
    return "".join(letter for letter in text.translate(_ESCAPED) if letter >= " " and letter != "\x7f")
