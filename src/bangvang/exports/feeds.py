"""Feeds: what is new, as Atom (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from html import escape
from typing import NamedTuple

from bangvang.exports.address import absolute

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MANY = 4096
"""So many entries are remembered: most stand in several feeds."""
MOST = 50
"""So many of the newest a feed tells."""
_SINCE = 2026
"""A year in which tag URIs say who named something; it never changes, or every entry would be new."""
_MADE_UP = "Nhân vật, sự việc hư cấu để minh họa, không có thật."
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no XML may hold."""


class Entry(NamedTuple):
    """One new thing."""

    url: str
    """From the site's root."""
    title: str
    summary: str
    sort: str
    """What it is, in Vietnamese."""
    published: date
    updated: date
    illustrative: bool = False


class Feed(NamedTuple):
    """A channel with its newest entries."""

    path: str
    """Without what names its form."""
    title: str
    page: str
    """The page that it belongs to, from the site's root."""
    entries: Sequence[Entry]


class Publisher(NamedTuple):
    """Who tells all this."""

    address: str
    name: str
    rights: str = ""


def atom(feed: Feed, by: Publisher) -> bytes:
    """The channel as Atom."""
    own = absolute(by.address, f"{feed.path}.atom")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{_xml(tag(by, feed.path))}</id>",
        f"<title>{_xml(feed.title)}</title>",
        f"<updated>{_moment(_latest(feed))}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(absolute(by.address, feed.page))}"/>',
        f"<author><name>{_xml(by.name)}</name></author>",
        *([f"<rights>{_xml(by.rights)}</rights>"] if by.rights else []),
        *(_atom_entry(one, by) for one in feed.entries),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def json_feed(feed: Feed, by: Publisher) -> bytes:
    """The channel as JSON Feed."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": absolute(by.address, feed.page),
        "feed_url": absolute(by.address, f"{feed.path}.json"),
        "language": "vi",
        "authors": [{"name": by.name}],
    }
    items = ",".join([_json_item(one, by) for one in feed.entries])
    return f'{_compact(head)[:-1]},"items":[{items}]}}\n'.encode()


def tag(by: Publisher, path: str) -> str:
    """A name for something that no move of the server changes (RFC 4151)."""
    host = absolute(by.address, "").split("/")[2].partition(":")[0]
    return f"tag:{host},{_SINCE}:/{path}"


@lru_cache(maxsize=_MANY)
def _atom_entry(one: Entry, by: Publisher) -> str:
    return (
        f"<entry><id>{_xml(tag(by, one.url))}</id><title>{_xml(one.title)}</title>"
        f"<published>{_moment(one.published)}</published><updated>{_moment(one.updated)}</updated>"
        f'<link rel="alternate" type="text/html" href="{_xml(absolute(by.address, one.url))}"/>'
        f'<category term="{_xml(one.sort)}"/>'
        f"<summary>{_xml(one.summary)}</summary>"
        f'<content type="html">{_xml(_html(one))}</content></entry>'
    )


@lru_cache(maxsize=_MANY)
def _json_item(one: Entry, by: Publisher) -> str:
    item = {
        "id": tag(by, one.url),
        "url": absolute(by.address, one.url),
        "title": one.title,
        "summary": one.summary,
        "content_html": _html(one),
        "date_published": _moment(one.published),
        "date_modified": _moment(one.updated),
        "tags": [one.sort],
    }
    return _compact(item)


def _html(one: Entry) -> str:
    """What a reader's program shows: nothing of a record's text is taken for a mark of HTML."""
    made_up = f"<p><strong>{_MADE_UP}</strong></p>" if one.illustrative else ""
    return f"{made_up}<p>{escape(one.summary)}</p>"


def _latest(feed: Feed) -> date:
    """A feed must say when it last changed; one that never told anything says the first day of its names."""
    return max((one.updated for one in feed.entries), default=date(_SINCE, 1, 1))


def _moment(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00+07:00"


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
