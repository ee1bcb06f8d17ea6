"""Every kind of page under axe in Chromium: both palettes, on a phone and on a desk;
and the narrowest screen holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import product
from urllib.parse import urlsplit

import pytest
from built_site import BuiltSite, told
from playwright.sync_api import Browser, Page, expect
from visiting import NARROW, Visit, visit

PALETTES = {"light": "default", "dark": "slate"}
WIDTHS = (390, 1280)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The promise is kept on the page, so that two pages are examined side by side.
_START = """(tags) => { window.examined = axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false, preload: false,
}); }"""
_RESULT = """() => window.examined.then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} ${node.target.join(" ")}: ${node.failureSummary.split("\\n").slice(1).join(" ")}`)))"""
_SPOIL = """() => {
    document.querySelector("main").insertAdjacentHTML("beforeend",
        '<p id="pale">nhạt quá</p><img src="data:,"><button class="small">b</button><button class="small">c</button>');
    Object.assign(document.getElementById("pale").style, { color: "#888", background: "#999" });
    document.querySelectorAll(".small").forEach((button) => Object.assign(button.style,
        { width: "9px", height: "9px", padding: 0, minHeight: 0, font: "9px serif" }));
}"""


@pytest.fixture(scope="module")
def pair(browser: Browser, home: str) -> Iterator[tuple[Page, ...]]:
    """Two pages in processes of their own, with axe in them and nothing that moves."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    contexts = [browser.new_context(base_url=home, reduced_motion="reduce") for _ in range(2)]
    for context in contexts:
        context.add_init_script(axe)
    yield tuple(context.new_page() for context in contexts)
    for context in contexts:
        context.close()


def _examine(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The path of each page with each violation, palette by palette and width by width."""
    for (scheme, palette), width in product(PALETTES.items(), WIDTHS):
        for page in pages:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 844})
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", palette)
            page.evaluate(_START, TAGS)
        for page in pages:
            path = urlsplit(page.url).path.removeprefix("/")
            yield from ((path, f"{scheme} {width} px: {violation}") for violation in page.evaluate(_RESULT))


def test_axe_finds_nothing_on_any_kind_of_page(built: BuiltSite, pair: tuple[Page, ...]) -> None:
    """WCAG 2.0 to 2.2 at level AA, touch targets among them, and axe's best practice."""
    # Pages of like size side by side: neither waits long for the other.
    urls = sorted(set(built.kinds.values()), key=lambda url: (built.pages[url].size, url))
    found: list[tuple[str, str]] = []
    for start in range(0, len(urls), len(pair)):
        pages = [page for page, url in zip(pair, urls[start:], strict=False) if page.goto(url)]
        found += _examine(pages)
    assert not found, told(found)


def test_axe_sees_what_is_wrong(pair: tuple[Page, ...]) -> None:
    """So that the test above can fail: a pale word, a small button, a picture without a text."""
    page = pair[0]
    page.goto("")
    page.evaluate(_SPOIL)
    found = "\n".join(what for _, what in _examine([page]))
    for scheme, width, rule in product(PALETTES, WIDTHS, ("color-contrast", "target-size", "image-alt")):
        assert f"{scheme} {width} px: {rule}" in found


def test_no_kind_of_page_scrolls_sideways_on_the_narrowest_screen(visits: Mapping[str, Visit]) -> None:
    """At 320 px."""
    wide = told((url, ", ".join(visit.outside)) for url, visit in visits.items() if visit.outside)
    assert not wide, wide


@pytest.mark.parametrize("url", ["phong-trao/vinh-chau-2019/", "co-quan/tinh-uy-kon-tum/"])
def test_long_names_are_not_cut_at_the_edge(url: str, home: str, browser: Browser) -> None:
    """Also where the part around them hides what is too wide."""
    context = browser.new_context(base_url=home, reduced_motion="reduce", viewport=NARROW)
    assert visit(context.new_page(), url).outside == ()
    context.close()


def test_cards_of_people_hold_all_their_words_on_the_narrowest_screen(home: str, browser: Browser) -> None:
    """Also “và 2 khen thưởng khác”, which stays in one line where there is room."""
    context = browser.new_context(base_url=home, reduced_motion="reduce", viewport=NARROW)
    page = context.new_page()
    visit(page, "nam/1952/")
    beyond = """(cards) => cards.flatMap((card) => [...card.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > card.getBoundingClientRect().right)
        .map((one) => one.textContent))"""
    assert page.locator(".bv-person").evaluate_all(beyond) == []
    context.close()
