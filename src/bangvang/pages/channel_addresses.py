"""Where channels and calendars stand, known without what they tell."""

from __future__ import annotations

from bangvang.pages.page import Alternate
from bangvang.records import KINDS

FOLDER = "kenh-tin/"
CALENDARS = f"{FOLDER}lich/"
ATOM, JSON_FEED, ICS = ".atom", ".json", ".ics"
NEWS = "tin-tuc"
"""The channel of hand-written news."""
LOG = f"{FOLDER}nhat-ky"
"""The channel of what publications changed."""
ALL = f"{FOLDER}tat-ca"
WHOLE_CALENDAR = f"{CALENDARS}tat-ca"
_TYPES = {ATOM: "application/atom+xml", JSON_FEED: "application/feed+json", ICS: "text/calendar"}


def subject_channel(kind: str, id: str) -> str:
    """The address of the channel of a field or a place, without what names its form."""
    return f"{FOLDER}{KINDS[kind].url}/{id}"


def subject_calendar(kind: str, id: str) -> str:
    """The calendar of a campaign or a place, without its ending."""
    return f"{CALENDARS}{KINDS[kind].url}/{id}"


def feeds_of(channel: str, title: str) -> tuple[Alternate, ...]:
    """Both forms of a channel, for the head of the page it belongs to."""
    return tuple(Alternate(f"{channel}{end}", _TYPES[end], title) for end in (ATOM, JSON_FEED))


def calendar_of(calendar: str, title: str) -> Alternate:
    """A calendar, for the head of the page it belongs to."""
    return Alternate(f"{calendar}{ICS}", _TYPES[ICS], title)
