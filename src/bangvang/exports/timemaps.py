"""TimeMaps: for each page that archives have versions of, the list of them (RFC 7089), as a file beside the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

from bangvang.exports.address import absolute, root_of
from bangvang.pages.page import LINK_FORMAT, TIMEMAP, Version

_HERE = timezone(timedelta(hours=7))


def timemaps(address: str, pages: Mapping[str, Sequence[Version]]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each; `pages` are versions by the page's address, the earliest first."""
    for url, versions in pages.items():
        yield f"{url}{TIMEMAP}", _timemap(absolute(address, url) if url else root_of(address), versions).encode()


def _timemap(original: str, versions: Sequence[Version]) -> str:
    first, last = _moment(versions[0].day), _moment(versions[-1].day)
    own = f'<{original}{TIMEMAP}>;rel="self";type="{LINK_FORMAT}";from="{first}";until="{last}"'
    mementos = [
        f'<{version.url}>;rel="{_relation(place, len(versions))}";datetime="{_moment(version.day)}"'
        for place, version in enumerate(versions)
    ]
    return ",\n".join([f'<{original}>;rel="original"', own, *mementos]) + "\n"


def _relation(place: int, count: int) -> str:
    ends = (["first"] if place == 0 else []) + (["last"] if place == count - 1 else [])
    return " ".join([*ends, "memento"])


def _moment(day: date) -> str:
    """The day's beginning in Việt Nam, in the words of HTTP."""
    begun = datetime(day.year, day.month, day.day, tzinfo=_HERE)
    return format_datetime(begun.astimezone(UTC), usegmt=True)
