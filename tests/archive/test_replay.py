"""A deposit in a browser that has never seen it: the web archive is played, the copy is read and searched, offline."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from making import Made
from playwright.sync_api import Browser, Error, Page, Request

_NOT_FROM_A_NETWORK = ("data:", "blob:", "file:")
_LOADS = 3
_LOOKS = 400
_BETWEEN = 50
"""Milliseconds. A player starts a worker of its own and reads the whole archive before it shows a page; patience with it
is counted in looks, not by the clock, which goes on when a busy machine lets nobody else.
"""
_FAR = 600_000
"""Milliseconds that no single step takes."""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""

    def copyfile(self, source: object, outputfile: object) -> None:
        """A player that has read enough hangs up."""
        try:
            super().copyfile(source, outputfile)  # type: ignore[misc]
        except ConnectionError:
            self.close_connection = True


@pytest.fixture
def home(full: Made) -> Iterator[str]:
    """The folder of the web archive, served as the page says."""
    handler = functools.partial(_Handler, directory=full.out / "data/web")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def asked(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of a fresh profile, and every address it ever asked for."""
    context = browser.new_context()
    context.set_default_timeout(_FAR)
    requests: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(_NOT_FROM_A_NETWORK):
            requests.append(request.url)

    context.on("request", note)
    yield context.new_page(), requests
    context.close()


def sooner_or_later(page: Page, seen: Callable[[], bool]) -> bool:
    """Whether it comes at all."""
    for _ in range(_LOOKS):
        with suppress(Error):  # a frame may go just now
            if seen():
                return True
        page.wait_for_timeout(_BETWEEN)
    return False


def played(page: Page, home: str, shown: Callable[[], bool]) -> bool:
    """Whether the player shows it; one whose worker came too late shows nothing until the page is loaded again."""
    for _ in range(_LOADS):
        page.goto(home)
        if sooner_or_later(page, shown):
            return True
    return False


def test_the_web_archive_is_played_and_nothing_is_asked_of_others(home: str, asked: tuple[Page, list[str]]) -> None:
    """The start page, and a page that a reader follows a link to; from the archive beside the page alone."""
    page, requests = asked
    inner = page.locator("replay-web-page").locator("iframe").content_frame.locator("iframe.main-iframe, iframe").first
    site = inner.content_frame
    link = site.locator('nav a[href*="phong-trao"], a[href*="phong-trao"]').first
    assert played(page, home, lambda: site.locator("h1").first.is_visible() and link.is_visible())
    link.click()
    followed = site.locator("h1").filter(has_text="hong trào").first
    assert sooner_or_later(page, followed.is_visible)
    assert site.locator("body").evaluate("() => document.styleSheets.length") > 0
    assert [url for url in requests if not url.startswith(home)] == []


def test_the_copy_is_searched_without_a_network(full: Made, asked: tuple[Page, list[str]]) -> None:
    """From the disk, in words without accents."""
    page, requests = asked
    page.context.set_offline(True)
    page.goto((full.out / "data/site/tim-kiem/index.html").as_uri() + "?q=nguyen%20van%20thu")
    assert sooner_or_later(page, page.get_by_role("link", name="Nguyễn Văn Thử").first.is_visible)
    assert requests == []


def test_the_page_of_the_player_leads_to_what_stands_beside_it(full: Made) -> None:
    """It names no other host."""
    web = full.out / "data/web"
    text = (web / "index.html").read_text(encoding="utf-8")
    assert 'source="trang.wacz"' in text
    assert "https://" not in text.replace("https://thu.example/", "")
    for path in ("replay/ui.js", "replay/sw.js", "replay/page.css", "replay/LICENSE.txt", "replay/NOTICE.txt"):
        assert (web / path).is_file()
    assert (Path(web / "../site/index.html")).is_file()
