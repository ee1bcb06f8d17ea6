"""Hand-written pages as they stand in the site: what they are called, and whether their words have changed."""

from __future__ import annotations

import re
from datetime import date
from hashlib import blake2b
from html import unescape

from bangvang.pages.addresses import ENGLISH
from bangvang.search import Entry
from bangvang.search.paths import APART
from bangvang.search.words import row_text

NEWS = "tin-tuc/"
"""Below this address stand the posts."""
_GUIDES = "huong-dan/"

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_MAIN = re.compile(r"<main\b.*?</main\s*>", re.DOTALL | re.IGNORECASE)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_DAY = re.compile(r'<p class="bv-meta bv-gap">.*?<time datetime="(\d{4}-\d{2}-\d{2})">', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def written_title(html: str) -> str:
    """The page's own title, without the site's name behind it."""
    found = _TITLE.search(html)
    whole = " ".join(unescape(found[1]).split()) if found else ""
    own, mark, _ = whole.rpartition(" | ")
    return own if mark else whole


def written_digest(html: str) -> str:
    """Of the words in the page's middle: head, foot and theme do not count."""
    return blake2b(written_words(html).encode("utf-8", "replace"), digest_size=8).hexdigest()


def written_entry(path: str, html: str) -> Entry | None:
    """What search knows of the page at a path; nothing of lists, of English, of what readers get instead of a page."""
    url = path.removesuffix("index.html")
    title = written_title(html)
    if url == path or url in ("", NEWS) or url.startswith(ENGLISH) or not title:
        return None
    kind = "post" if url.startswith(NEWS) else "page"
    line = "Tin tức" if kind == "post" else "Hướng dẫn" if url.startswith(_GUIDES) else "Trang giới thiệu"
    return Entry(
        url=url,
        kind=kind,
        title=title,
        line=line,
        text=row_text(_described(html)),
        meta=line,
        body=written_words(html),
        facts={"kind": (kind,), "state": ("current",)},
        near="" if kind == "post" else APART,
    )


def written_day(html: str) -> date | None:
    """The day that a piece of news bears."""
    found = _DAY.search(html)
    return date.fromisoformat(found[1]) if found else None


def written_words(html: str) -> str:
    """The words in the page's middle."""
    return " ".join(unescape(_TAG.sub(" ", page_middle(html))).split())


def page_middle(html: str) -> str:
    """What stands between a page's head and its foot; all of it where nothing says which that is."""
    found = _MAIN.search(html)
    return found[0] if found else html


def _described(html: str) -> str:
    found = _DESCRIPTION.search(html)
    return unescape(found[1]) if found else ""
