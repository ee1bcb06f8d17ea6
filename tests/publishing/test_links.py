"""Links that lead nowhere are found before readers find them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import pytest

from bangvang.publishing.links import dead_ends

HOME = '<a href="guong/a/">A</a><a href="#cuoi">cuối</a><p id="cuoi"></p><link href="x.css?v=1">'


@dataclass(frozen=True)
class InMemory:
    """A parcel of invented files."""

    files: dict[str, str]
    addresses: Collection[str] = field(default=())
    forgets: bool = False

    @property
    def paths(self) -> Collection[str]:
        return self.files.keys()

    def read(self, path: str) -> bytes:
        return self.files[path].encode()


def dead(base: str = "/", **more: str) -> list[tuple[str, tuple[str, ...]]]:
    """Links without an end in a small site, whose page `guong/a/` says what the test wants."""
    files = {"index.html": HOME, "x.css": "", "guong/b/index.html": "<h2 id='no'></h2><h2 id=\"moc-1\"></h2>"}
    parcel = InMemory(files | {f"{name.replace('_', '/')}/index.html": text for name, text in more.items()})
    return [(end.link, end.pages) for end in dead_ends(parcel, base)]


@pytest.mark.parametrize(
    "link",
    [
        "../b/",
        "../b/#moc-1",
        "../b/index.html",
        "../../",
        "../..",
        "../../x.css",
        "/guong/b/",
        "?q=a",
        "https://example.org/",
        "mailto:a@example.org",
        "//example.org/",
        "data:,",
        "../b/?q=1#moc-1",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(link: str) -> None:
    """Pages, files, parts of pages, other sites."""
    assert dead(guong_a=f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize("link", ["../c/", "../b/#moc-2", "/c/", "c.pdf", "../../../b/", "#khong"])
def test_a_link_that_leads_nowhere_is_told_with_its_page(link: str) -> None:
    """No such page, no such part, or above the site."""
    assert dead(guong_a=f'<a href="{link}">x</a>') == [(link, ("guong/a/index.html",))]


def test_links_to_one_missing_page_are_one_message() -> None:
    """However they are written."""
    found = dead(guong_a='<a href="../c/">x</a>', guong_d='<a href="/guong/c/">x</a>')
    assert found == [("../c/", ("guong/a/index.html", "guong/d/index.html"))]


def test_a_site_below_a_folder_knows_its_own_root() -> None:
    """An address at the host's root is another site's."""
    assert dead("/bang-vang/", guong_a='<a href="/bang-vang/guong/b/">x</a>') == []
    assert dead("/bang-vang/", guong_a='<a href="/guong/b/">x</a>') == [("/guong/b/", ("guong/a/index.html",))]
