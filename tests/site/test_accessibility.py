"""Every kind of page under axe in Chromium: both palettes, on a phone and on a desk;
and the narrowest screen holds it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from built_site import BuiltSite, told
from examining import PALETTES, WIDTHS, Examiner
from playwright.sync_api import Browser, Page
from visiting import NARROW, Visit, visit

_SPOIL = """() => {
    document.querySelector("main").insertAdjacentHTML("beforeend", '<div><p>gần</p></div><div><p id="pale">nhạt</p></div>'
        + '<div><p id="ground">tối</p></div><img src="data:,"><button class="small">b</button><button class="small">c</button>');
    const [pale, ground] = document.querySelectorAll("#pale, #ground");
    Object.assign(pale.style, { color: "#888", background: "#999" });
    ground.parentElement.style.background = "#5a4a44";
    document.querySelectorAll(".small").forEach((button) => Object.assign(button.style,
        { width: "9px", height: "9px", padding: 0, minHeight: 0, font: "9px serif" }));
}"""
_SHOW_IN_THE_DARK = """() => {
    const style = new CSSStyleSheet();
    style.replaceSync("[data-md-color-scheme=default] #night { display: none }");
    document.adoptedStyleSheets.push(style);
    document.querySelector("main").insertAdjacentHTML("beforeend", '<img id="night" src="data:,">');
}"""


def test_axe_finds_nothing_on_any_kind_of_page(built: BuiltSite, examined: Page, examiner: Examiner) -> None:
    """WCAG 2.0 to 2.2 at level AA, touch targets among them, and axe's best practice."""
    found: list[tuple[str, str]] = []
    for url in sorted(set(built.kinds.values())):
        examined.goto(url)
        found += [(url, violation) for violation in examiner.violations(examined)]
    assert not found, told(found)


def test_axe_sees_what_is_wrong(examined: Page, examiner: Examiner) -> None:
    """So that the test above can fail: words of other pages made pale or put on another ground, a small button, a picture without a text."""
    examined.goto("")
    assert list(examiner.violations(examined)) == []
    examined.evaluate(_SPOIL)
    found = list(examiner.violations(examined))
    pale = {f"{scheme} {width} px: color-contrast #pale" for scheme, width in product(PALETTES, WIDTHS)}
    others = {
        f"{scheme} {width} px: {what}"
        for scheme, width in zip(PALETTES, WIDTHS, strict=True)
        for what in ("target-size", "image-alt")
    }
    ground = {f"light {width} px: color-contrast #ground" for width in WIDTHS}
    assert [wrong for wrong in pale | others | ground if not any(line.startswith(wrong) for line in found)] == []


def test_what_only_one_palette_shows_is_examined_in_it(examined: Page, examiner: Examiner) -> None:
    """Palettes need not be colours only."""
    examined.goto("")
    examined.evaluate(_SHOW_IN_THE_DARK)
    found = [line for line in examiner.violations(examined) if "image-alt" in line]
    assert [line.partition(" image-alt")[0] for line in found] == [f"dark {width} px:" for width in WIDTHS]


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
