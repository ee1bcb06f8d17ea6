"""The shipped site, built once, served once with its security policy, and looked at in one browser."""

from __future__ import annotations

import datetime
import functools
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from examining import Examiner
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).parent))

from added_records import ADDED
from built_site import BuiltSite
from visiting import DESK, NARROW, Visit, Witness, forgetting, visit

from bangvang.exports.csp import policy
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.catalogue import targets
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.policy import KNOWN
from bangvang.registry import build_registry

ROOT = Path(__file__).parents[2]
PARTS = ("data", "docs", "overrides", "hooks", "mkdocs.yml")
DAY = datetime.date(2026, 11, 21)
"""One on which a consultation of the shipped data is open."""
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".webp": "image/webp", ".xml": "application/xml"}


def _copy_of_the_project(folder: Path) -> Path:
    """What an office has in its folder."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, folder / part)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The shipped site, and a few records more, so that every kind of page is there."""
    root = _copy_of_the_project(tmp_path_factory.mktemp("shipped"))
    for path, content in ADDED.items():
        assert not (root / path).exists()
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
    build_site(root, day=DAY)
    registry = build_registry(load_project(root), DAY)
    return BuiltSite(root / SITE, registry, tuple(targets(Answers(registry))))


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy(KNOWN))
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


@pytest.fixture(scope="session")
def home(built: BuiltSite) -> Iterator[str]:
    """Where the built site is served, under the policy that it asks for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=built.folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def visits(built: BuiltSite, browser: Browser, home: str) -> Mapping[str, Visit]:
    """A first visit to one page of every kind, on the narrowest screen."""
    context = browser.new_context(base_url=home, reduced_motion="reduce", viewport=NARROW)
    page = context.new_page()
    witness = Witness(page, home)
    visits = {url: visit(page, url, witness) for url in built.kinds.values()}
    context.close()
    return visits


@pytest.fixture(scope="session")
def window(browser: Browser, home: str) -> Iterator[tuple[Page, Witness]]:
    """One for all tests that only read and type: to open one takes longer than most of what they do in it."""
    context = browser.new_context(base_url=home, viewport=DESK, reduced_motion="reduce")
    page = context.new_page()
    yield page, Witness(page, home)
    context.close()


@pytest.fixture
def page(window: tuple[Page, Witness]) -> Iterator[Page]:
    """A visitor on a desk who remembers nothing."""
    with forgetting(window[0]) as page:
        yield page


@pytest.fixture
def witness(page: Page, window: tuple[Page, Witness]) -> Witness:
    """Who sees what goes wrong in that page, from now on."""
    window[1].seen.clear()
    return window[1]


@pytest.fixture
def own_page(browser: Browser, home: str) -> Iterator[Page]:
    """A page that nobody had before, for whoever listens to it, stops its clock, or keeps files from it."""
    context = browser.new_context(base_url=home, viewport=DESK, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def examined_window(browser: Browser, home: str, examiner: Examiner) -> Iterator[Page]:
    """One with axe in it, and nothing that moves."""
    context = browser.new_context(base_url=home, reduced_motion="reduce")
    examiner.join(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def examined(examined_window: Page) -> Iterator[Page]:
    """A page that can be examined, as nobody left it."""
    with forgetting(examined_window) as page:
        yield page
