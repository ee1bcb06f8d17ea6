"""A page before it is rendered: where it stands, what it is called, what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bangvang.pages.addresses import ROOT
from bangvang.pages.card import Card
from bangvang.pages.charts import Chart
from bangvang.pages.escaping import escaped
from bangvang.pages.number_marks import unbroken

TIMEMAP, LINK_FORMAT = "timemap.link", "application/link-format"
"""What stands beside a page that archives have versions of: the list of them, in the form of RFC 7089."""


class Link(NamedTuple):
    """A text that leads to a page of the site, or nowhere; in a template it is what it looks like."""

    text: str
    url: str | None = None

    def __html__(self) -> str:
        text = escaped(self.text)
        if "/" in text:
            text = unbroken(text)
        return text if self.url is None else f'<a href="{ROOT}{self.url}">{text}</a>'


class Alternate(NamedTuple):
    """The same for a program: what a page's head leads to."""

    url: str
    """From the site's root."""
    type: str
    title: str


class Version(NamedTuple):
    """The same page as it was on a day, where an archive shows it."""

    url: str
    """A whole address, on whatever host."""
    day: date


class Pair(NamedTuple):
    """Two pages that say the same in two languages, by address."""

    vietnamese: str
    english: str


class Page(NamedTuple):
    """One page of the site, whatever it is about."""

    url: str
    """From the site's root, ending in a slash; empty for the home page."""
    tab: str
    """The part of the site that its menu marks."""
    title: str
    description: str
    template: str
    context: Mapping[str, object]
    crumbs: tuple[Link, ...] = ()
    """The way here from the home page, without the home page and without this one."""
    image: str = "site"
    """Which share picture stands for its kind."""
    card: Card | None = None
    """What its own share picture says, if it may have one."""
    indexed: bool = True
    listed: bool = True
    """Whether it is one of the site's permanent addresses; later parts of long lists are not."""
    updated: date | None = None
    data: tuple[Mapping[str, object], ...] = ()
    """What it says to machines, as JSON-LD."""
    alternates: tuple[Alternate, ...] = ()
    """Feeds, calendars and data that belong to it."""
    charts: tuple[Chart, ...] = ()
    """Those whose drawing and numbers stand beside it as files."""
    versioned: bool = False
    """Whether archives keep versions of it."""
    in_english: bool = False
    pair: Pair | None = None
    """The same in both languages: this page and its counterpart."""


OPEN_DATA = "du-lieu/v1/"
"""Below it stand the open data; the number is that of their form."""


def json_file(kind: str, id: str) -> Alternate:
    """A record's own file in the open data, for the head of its page."""
    return Alternate(f"{OPEN_DATA}{kind}/{id}.json", "application/json", "Dữ liệu của trang này")


class Target(NamedTuple):
    """A page that the site is to have: its address, and who builds it from what."""

    url: str
    builder: str
    arguments: tuple[str, ...] = ()


Builder = Callable[..., Page]
