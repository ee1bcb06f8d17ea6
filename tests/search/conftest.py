"""What the tests of the search share: invented entries, and pages with the engine over their files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
from engine_site import Site
from invented import WORDS, everybody, many_places
from playwright.sync_api import Browser, Page

from bangvang.search import index_files


@pytest.fixture(scope="session")
def page(browser: Browser) -> Iterator[Page]:
    """One page of Chromium."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def whole_site(page: Page) -> Site:
    """The invented people's."""
    return Site(page, index_files(everybody(), WORDS))


@pytest.fixture
def site(whole_site: Site) -> Iterator[Site]:
    """Freshly visited; nothing may have been complained of in the end."""
    whole_site.failing.clear()
    whole_site.open()
    yield whole_site
    if not whole_site.failing:
        assert whole_site.seen == []


@pytest.fixture
def fresh_page(browser: Browser) -> Iterator[Page]:
    """One for a site of a few entries."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def villages(browser: Browser) -> Iterator[Site]:
    """Many places, on a page of their own."""
    context = browser.new_context()
    yield Site(context.new_page(), index_files(many_places(), WORDS))
    context.close()
