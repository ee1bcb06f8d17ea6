"""The site in Chromium under its own security policy: nothing is stopped, nothing fails, nobody else is asked.

And what the site's script adds works, while nothing is lost where scripts are switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

import pytest
from built_site import BuiltSite, told
from playwright.sync_api import Browser, BrowserContext, expect
from visiting import NARROW, Visit, Witness, visit

_PRINTED = "window.print = () => { window.printed = true; };"
NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser: Browser, home: str) -> Iterator[NewContext]:
    """A fresh visitor."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(base_url=home, reduced_motion="reduce", **options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


def _one_with(built: BuiltSite, act: str) -> str:
    return next(url for url, facts in built.pages.items() if act in facts.acts)


def test_nothing_is_stopped_fails_or_comes_from_elsewhere(visits: Mapping[str, Visit]) -> None:
    """The policy holds, no script fails, nothing is missing."""
    found = told((url, what) for url, one in visits.items() for what in one.wrong)
    assert not found, found


def test_what_the_policy_forbids_is_seen(home: str, new_context: NewContext) -> None:
    """So that the test above can fail: scripts and styles in the page, other hosts, scripts that fail."""
    page = new_context().new_page()
    witness = Witness(page, home)
    page.goto("")
    page.evaluate("""() => document.body.insertAdjacentHTML("beforeend",
        '<p style="color:red">a</p><img alt="" src="https://other.example/a.png" onerror="b()"><img alt="" src="missing.png">')""")
    page.evaluate("() => document.body.append(Object.assign(document.createElement('script'), { text: 'c()' }))")
    page.evaluate("() => { setTimeout(() => { throw new Error('d'); }); }")
    unseen = {"stopped: style-src-attr", "stopped: img-src", "stopped: script-src", "404: ", "error: d"}
    for _ in range(1000):
        unseen = {what for what in unseen if not any(what in seen for seen in witness.seen)}
        if not unseen:
            break
        page.wait_for_timeout(50)
    assert not unseen


def test_the_palette_can_be_changed_and_is_remembered(new_context: NewContext) -> None:
    """By its button; the choice outlives the page and wins over the system's."""
    page = new_context(color_scheme="light").new_page()
    page.goto("")
    body, button = page.locator("body"), page.locator('[data-act="palette"]').locator("visible=true").first
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    button.click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto("gioi-thieu/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    button.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_palette_follows_the_system_until_chosen(new_context: NewContext) -> None:
    """Also while the page is open."""
    page = new_context(color_scheme="dark").new_page()
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_page_can_be_shared(built: BuiltSite, home: str, new_context: NewContext) -> None:
    """Where the system has no way to share, the address is copied, and the page says so aloud."""
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    url = _one_with(built, "share")
    page.goto(url)
    page.evaluate("() => { navigator.share = undefined; }")
    page.locator('[data-act="share"]').first.click()
    expect(page.locator("#bao")).to_have_text(re.compile("Đã chép"))
    assert page.evaluate("navigator.clipboard.readText()") == home + url


def test_a_page_can_be_printed(built: BuiltSite, new_context: NewContext) -> None:
    """By its button; on paper, menus, footer and buttons are gone, and the address is there."""
    page = new_context().new_page()
    page.add_init_script(_PRINTED)
    url = _one_with(built, "print")
    page.goto(url)
    page.locator('[data-act="print"]').first.click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    for gone in (".md-tabs", ".md-footer", '[data-act="print"]'):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_text(built.address + url).first).to_be_visible()


def test_paper_has_tables_and_no_underlined_cells(built: BuiltSite, new_context: NewContext) -> None:
    """A sheet is as narrow as a tablet, but its tables are not the cards of a phone; sources show their addresses."""
    page = new_context(viewport={"width": 690, "height": 980}).new_page()
    page.emulate_media(media="print")
    page.goto("quyet-dinh/qd-397-ubnd-xa-mau-2026/")
    row = page.locator(".bv-table--rec tbody tr").first
    expect(row).to_have_css("display", "table-row")
    expect(row.locator("a").first).to_have_css("text-decoration-line", "none")
    page.goto("guong/cu-chinh-lan/")
    source = page.locator(".bv-sources a").first
    printed = "(link) => getComputedStyle(link, '::after').content"
    assert source.evaluate(printed).strip('"') == source.get_attribute("href")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 690


def test_a_consultation_opens_and_closes_by_itself(built: BuiltSite, new_context: NewContext) -> None:
    """On its own days, whatever day the site was built on and wherever the visitor's clock stands."""
    url = next(
        url for url, facts in built.pages.items() if {"bv-consult", "is-open"} <= facts.classes and url != "lay-y-kien/"
    )
    page = new_context(timezone_id="America/New_York").new_page()
    page.goto(url)
    opens, closes = (
        date.fromisoformat(page.locator(".bv-consult").get_attribute(f"data-{end}") or "")
        for end in ("opens", "closes")
    )
    day = timedelta(days=1)
    page.clock.install()
    for moment, state in (
        (f"{opens - day}T23:59:00+07:00", "soon"),
        (f"{opens}T00:01:00+07:00", "open"),
        (f"{closes}T23:59:00+07:00", "open"),
        (f"{closes + day}T00:01:00+07:00", "closed"),
    ):
        page.clock.set_fixed_time(moment)
        page.goto(url)
        for name in ("soon", "open", "closed"):
            expect(page.locator(f'.bv-consult [data-state="{name}"]')).to_be_visible(visible=name == state)


def test_nothing_is_lost_without_scripts(visits: Mapping[str, Visit], new_context: NewContext) -> None:
    """Every kind of page reads the same; only the buttons that need a script are gone."""
    page = new_context(java_script_enabled=False, viewport=NARROW).new_page()
    lost = []
    for url, lively in visits.items():
        plain = visit(page, url)
        assert page.locator("header.md-header").is_visible()
        assert page.locator("h1").is_visible()
        assert not plain.of_scripts, url
        lost += [(url, line) for line in sorted(lively.lines - plain.lines - lively.of_scripts)]
    assert not lost, told(lost)


@pytest.mark.parametrize("url", ["", "gioi-thieu/", "guong/cu-chinh-lan/", "tim-kiem/", "404.html"])
def test_no_box_pretends_to_search_without_scripts(url: str, new_context: NewContext) -> None:
    """Whatever the page and the width, no box is there to type into, and a link leads to the lists."""
    for viewport in (NARROW, {"width": 1280, "height": 900}):
        page = new_context(java_script_enabled=False, viewport=viewport).new_page()
        page.goto(url)
        expect(page.locator('input[name="q"]:visible')).to_have_count(0)
        expect(page.locator("header").get_by_role("link", name="Tìm kiếm")).to_be_visible()


@pytest.mark.parametrize("url", ["", "tim-kiem/"])
def test_where_the_box_would_be_is_said_what_to_do_without_scripts(url: str, new_context: NewContext) -> None:
    """On both pages that begin with it."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(url)
    expect(page.locator(":is(.bv-hero, .bv-searchbar) .bv-nojs")).to_contain_text("Ô tìm cần JavaScript")
