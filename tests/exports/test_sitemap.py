"""The sitemap keeps the rules of sitemaps.org, whatever it holds."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports import sitemap
from bangvang.exports.sitemap import sitemap_files

ADDRESS = "https://x.gov.vn/bang-vang/"
DAY = date(2026, 11, 21)
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries_of(content: bytes, root: str, entry: str) -> list[tuple[str, str | None]]:
    """The addresses and days of a file that keeps the protocol; anything else fails."""
    assert len(content) <= 50_000_000
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    tree = ElementTree.fromstring(content)
    assert tree.tag == NS + root
    assert len(tree) <= 50_000
    found = []
    for child in tree:
        assert child.tag == NS + entry
        assert [part.tag for part in child] in ([NS + "loc"], [NS + "loc", NS + "lastmod"])
        url, day = child.findtext(NS + "loc"), child.findtext(NS + "lastmod")
        assert url
        assert url.startswith(ADDRESS)
        assert re.fullmatch(r"[!-~]+", url)
        assert day is None or date.fromisoformat(day)
        found.append((url, day))
    return found


def all_entries(files: dict[str, bytes]) -> dict[str, str | None]:
    """Every page of a sitemap, through its index if it has one; none twice."""
    if list(files) == ["sitemap.xml"]:
        found = entries_of(files["sitemap.xml"], "urlset", "url")
        assert len(dict(found)) == len(found)
        return dict(found)
    parts = [url.removeprefix(ADDRESS) for url, _ in entries_of(files["sitemap.xml"], "sitemapindex", "sitemap")]
    assert sorted(parts) == sorted(set(files) - {"sitemap.xml"})
    found = [entry for part in parts for entry in entries_of(files[part], "urlset", "url")]
    assert len(dict(found)) == len(found)
    return dict(found)


def many(count: int) -> list[tuple[str, date | None]]:
    """So many pages."""
    return [(f"guong/k{number:06}/", DAY) for number in range(count)]


def test_a_small_site_has_one_file() -> None:
    """Sorted, with the day only where one is known."""
    files = sitemap_files(ADDRESS, [("guong/b/", None), ("", DAY), ("/guong/a/", date(2019, 1, 5))])
    assert files.keys() == {"sitemap.xml"}
    assert entries_of(files["sitemap.xml"], "urlset", "url") == [
        (ADDRESS, "2026-11-21"),
        (ADDRESS + "guong/a/", "2019-01-05"),
        (ADDRESS + "guong/b/", None),
    ]


def test_a_page_named_twice_stands_once_with_its_latest_day() -> None:
    """The order of the entries does not matter."""
    pages = [("a/", None), ("/a/", date(2020, 1, 1)), ("a/", DAY)]
    assert sitemap_files(ADDRESS, pages) == sitemap_files(ADDRESS, reversed(pages))
    assert all_entries(sitemap_files(ADDRESS, pages)) == {ADDRESS + "a/": "2026-11-21"}


@given(st.lists(st.tuples(st.text(max_size=20), st.none() | st.dates())))
def test_any_path_gives_a_file_that_keeps_the_protocol(pages: list[tuple[str, date | None]]) -> None:
    """Quotes, angle brackets, ampersands, accents, control characters."""
    assert len(all_entries(sitemap_files(ADDRESS, pages))) <= len(pages)


def test_fifty_thousand_pages_still_fit_one_file() -> None:
    """The limit of the protocol belongs to it."""
    files = sitemap_files(ADDRESS, many(50_000))
    assert files.keys() == {"sitemap.xml"}
    assert len(all_entries(files)) == 50_000


def test_one_more_makes_an_index_of_files_within_the_limits() -> None:
    """Every page is still in exactly one of them."""
    files = sitemap_files(ADDRESS, many(50_001))
    assert "sitemap-1.xml" in files
    assert len(all_entries(files)) == 50_001


def test_one_new_page_rewrites_one_file() -> None:
    """And the index only if a day in it is new."""
    before, after = sitemap_files(ADDRESS, many(60_000)), sitemap_files(ADDRESS, [*many(60_000), ("guong/aaa/", DAY)])
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


def test_a_file_in_the_index_bears_the_latest_day_of_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawler reads again only what changed."""
    monkeypatch.setattr(sitemap, "MOST_URLS", 3)
    files = sitemap_files(ADDRESS, [(f"{number}/", date(2020, 1, number)) for number in range(1, 9)] + [("x/", None)])
    for url, day in entries_of(files["sitemap.xml"], "sitemapindex", "sitemap"):
        pages = entries_of(files[url.removeprefix(ADDRESS)], "urlset", "url")
        assert len(pages) <= 3
        assert day == max((changed for _, changed in pages if changed), default=None)


def test_long_addresses_are_split_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escaped ampersands count as they are written."""
    monkeypatch.setattr(sitemap, "MOST_BYTES", 3_000)
    files = sitemap_files(ADDRESS, [(f"{number}{'&' * 40}/", DAY) for number in range(40)])
    assert len(files) > 2
    assert all(len(content) <= 3_000 for name, content in files.items() if name != "sitemap.xml")
    assert len(all_entries(files)) == 40
