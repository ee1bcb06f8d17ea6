"""Hand-written pages as they stand in the site: what they are called, and whether their words have changed."""

from __future__ import annotations

import re
from hashlib import blake2b
from html import unescape

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_MAIN = re.compile(r"<main\b.*?</main\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def written_title(html: str) -> str:
    """The page's own title, without the site's name behind it."""
    found = _TITLE.search(html)
    whole = " ".join(unescape(found[1]).split()) if found else ""
    own, mark, _ = whole.rpartition(" | ")
    return own if mark else whole


def written_digest(html: str) -> str:
    """Of the words in the page's middle: head, foot and theme do not count."""
    found = _MAIN.search(html)
    words = unescape(_TAG.sub(" ", found[0] if found else html)).split()
    return blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).hexdigest()
