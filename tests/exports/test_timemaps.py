"""TimeMaps: the versions of a page, as archives read them."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.timemaps import timemaps
from bangvang.pages.page import Version

ADDRESS = "https://thu.example/bang-vang/"


def entries(url: str, versions: tuple[Version, ...]) -> list[tuple[str, str]]:
    """Address and relation of each line."""
    ((path, data),) = timemaps(ADDRESS, {url: versions})
    assert path == f"{url}timemap.link"
    return re.findall(r'^<([^>]+)>;rel="([^"]+)"', data.decode(), re.MULTILINE)


def test_a_list_names_the_page_itself_and_every_version() -> None:
    """With the moment of each, as HTTP writes moments."""
    versions = (Version("https://a.example/x/", date(2025, 12, 31)), Version("https://b.example/x/", date(2026, 6, 30)))
    assert entries("x/", versions) == [
        (f"{ADDRESS}x/", "original"),
        (f"{ADDRESS}x/timemap.link", "self"),
        ("https://a.example/x/", "first memento"),
        ("https://b.example/x/", "last memento"),
    ]
    ((_, data),) = timemaps(ADDRESS, {"x/": versions})
    assert 'rel="first memento";datetime="Tue, 30 Dec 2025 17:00:00 GMT"' in data.decode()
    assert 'from="Tue, 30 Dec 2025 17:00:00 GMT";until="Mon, 29 Jun 2026 17:00:00 GMT"' in data.decode()


def test_an_only_version_is_first_and_last() -> None:
    """Of the home page, too."""
    assert entries("", (Version("https://a.example/", date(2026, 1, 1)),)) == [
        (ADDRESS, "original"),
        (f"{ADDRESS}timemap.link", "self"),
        ("https://a.example/", "first last memento"),
    ]


@given(st.lists(st.dates(date(1990, 1, 1), date(2100, 1, 1)), min_size=1, max_size=8).map(sorted))
def test_one_version_is_first_and_one_last(days: list[date]) -> None:
    """However many there are."""
    found = entries("x/", tuple(Version(f"https://a.example/{place}/", day) for place, day in enumerate(days)))
    relations = [relation for _, relation in found]
    assert sum("first" in one.split() for one in relations) == 1
    assert sum("last" in one.split() for one in relations) == 1
    assert sum("memento" in one.split() for one in relations) == len(days)
