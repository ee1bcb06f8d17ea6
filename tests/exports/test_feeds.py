"""Feeds: read by another's library, whatever a record holds; names that never change."""

from __future__ import annotations

import json
from datetime import date
from html import unescape

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.feeds import Entry, Feed, Publisher, atom, json_feed, tag

BY = Publisher("https://thu.example/bang-vang/", "Ủy ban nhân dân xã Thử", "CC BY 4.0")
DAY = date(2026, 9, 2)
ONE = Entry("phong-trao/thu/", "Thi đua", "Một phong trào.", "phong trào", DAY, date(2026, 9, 5))
FEED = Feed("kenh-tin/tat-ca", "Mọi tin mới", "", [ONE])
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'"), min_size=1, max_size=80
).map(lambda text: " ".join(text.split()) or "x")


def read(feed: Feed) -> feedparser.FeedParserDict:
    """As a reader's program reads it; a mistake in form fails."""
    parsed = feedparser.parse(atom(feed, BY))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def test_a_feed_says_whose_it_is_and_where_it_stands() -> None:
    """Its own address, its page, its rights, when it changed."""
    told = read(FEED).feed
    assert told.title == "Mọi tin mới"
    assert {link.rel: link.href for link in told.links} == {
        "self": "https://thu.example/bang-vang/kenh-tin/tat-ca.atom",
        "alternate": "https://thu.example/bang-vang/",
    }
    assert told.rights == "CC BY 4.0"
    assert told.updated == "2026-09-05T00:00:00+07:00"
    assert told.language == "vi"


def test_an_entry_is_told_in_full() -> None:
    """Address, days, sort, summary."""
    (one,) = read(FEED).entries
    assert one.link == "https://thu.example/bang-vang/phong-trao/thu/"
    assert (one.published, one.updated) == ("2026-09-02T00:00:00+07:00", "2026-09-05T00:00:00+07:00")
    assert one.summary == "Một phong trào."
    assert one.tags[0].term == "phong trào"


@given(TEXTS, TEXTS)
def test_no_text_of_a_record_becomes_a_mark(title: str, summary: str) -> None:
    """Neither of XML nor of the HTML within."""
    (one,) = json.loads(json_feed(FEED._replace(entries=[ONE._replace(title=title, summary=summary)]), BY))["items"]
    assert (one["title"], one["summary"]) == (title, summary)
    inner = one["content_html"].removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    assert unescape(inner) == summary


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a & b < c", "]]>", "“Đỗ” \u0008\x01 x"])
def test_awkward_texts_reach_a_reader_as_text(text: str) -> None:
    """What no XML may hold is left out."""
    (one,) = read(FEED._replace(entries=[ONE._replace(title=text, summary=text)])).entries
    plain = "".join(letter for letter in text if letter >= " ")
    assert unescape(one.title) == plain
    assert "<script" not in one.content[0].value


def test_what_is_made_up_is_marked() -> None:
    """Readers' programs show no badges."""
    (one,) = read(FEED._replace(entries=[ONE._replace(illustrative=True)])).entries
    assert "không có thật" in one.content[0].value


def test_names_do_not_change_when_the_site_moves_to_https_or_a_port() -> None:
    """Or every entry would be new again."""
    moved = BY._replace(address="http://thu.example:8080/")
    assert tag(BY, ONE.url) == tag(moved, ONE.url) == "tag:thu.example,2026:/phong-trao/thu/"


def test_json_feed_says_the_same() -> None:
    """Version 1.1, with the same names."""
    told = json.loads(json_feed(FEED, BY))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "https://thu.example/bang-vang/kenh-tin/tat-ca.json"
    assert [item["id"] for item in told["items"]] == [read(FEED).entries[0].id]


def test_an_empty_feed_is_valid() -> None:
    """It changed last when names began."""
    assert read(FEED._replace(entries=[])).entries == []
