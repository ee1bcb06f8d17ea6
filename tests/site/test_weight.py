"""A first visit to a page of a record is light: everything it loads, as it goes over the wire."""

from __future__ import annotations

import gzip
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from built_site import BuiltSite
from playwright.sync_api import Browser, Response

from bangvang.assets import FOLDER
from bangvang.pages.catalogue import RECORDS
from bangvang.publishing.photos.darkroom import SITE_FOLDER

BUDGET = 180 * 1024
_PACKED = (".html", ".css", ".js", ".svg", ".json", "")
"""What a web server compresses."""

_LOAD_ALL = """() => document.fonts.ready.then(() => Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    return image.decode();
}))).then(() => true)"""


def _weight(response: Response, data: bytes) -> int:
    suffix = PurePosixPath(urlsplit(response.url).path).suffix
    return len(gzip.compress(data, 6)) if suffix in _PACKED else len(data)


def _first_visit(browser: Browser, home: str, url: str) -> dict[str, int]:
    """Every file that one page asks for, and how much of it crosses the wire; portraits are counted elsewhere."""
    context = browser.new_context(base_url=home, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(url)
    page.evaluate(_LOAD_ALL)
    loaded = {
        urlsplit(one.url).path: _weight(one, one.body()) for one in responses if f"/{SITE_FOLDER}/" not in one.url
    }
    context.close()
    return loaded


def test_a_first_visit_weighs_no_more_than_180_kilobytes(built: BuiltSite, browser: Browser, home: str) -> None:
    """Page, style, script, fonts and pictures of the longest page of every kind of record."""
    heavy = []
    for kind in ("honouree", *RECORDS):
        urls = (target.url for target in built.targets if target.builder == kind)
        loaded = _first_visit(browser, home, max(urls, key=lambda url: built.pages[url].size))
        assert any(path.endswith(".css") for path in loaded)
        assert any(path.endswith(".woff2") for path in loaded)
        if sum(loaded.values()) > BUDGET:
            parts = ", ".join(f"{path} {size}" for path, size in sorted(loaded.items(), key=lambda part: -part[1]))
            heavy.append(f"{kind}: {sum(loaded.values())} bytes: {parts}")
    assert not heavy, "\n".join(heavy)


def test_a_name_is_answered_by_little_script() -> None:
    """All of the search that the page of results loads before its first answer."""
    parts = [(FOLDER / name).read_bytes() for name in ("search.min.js", "search-page.min.js", "search-engine.min.js")]
    assert sum(len(gzip.compress(part, 9)) for part in parts) <= 8_000
