"""Searching in Chromium, by a small invented index behind the functions of the real one: boxes, results, filters, faults."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from built_site import BuiltSite
from examining import Examiner
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from visiting import DESK, NARROW, Witness

ENGINE = Path(__file__).parents[1] / "data/search/engine.js"
PHONE = {"width": 390, "height": 844}
NewPage = Callable[..., Page]


def _by_the_invented_index(pages: Page | BrowserContext) -> None:
    """It stands where the real one would."""
    pages.route("**/search-engine*.js", lambda route: route.fulfill(path=ENGINE))
    pages.route("**/chi-muc/**", lambda route: route.fulfill(json={}))


@pytest.fixture
def page(page: Page) -> Page:
    """A visitor on a desk."""
    _by_the_invented_index(page)
    return page


@pytest.fixture
def new_page(browser: Browser, home: str) -> Iterator[NewPage]:
    """A fresh visitor, with another screen, without scripts, or who has been nowhere yet."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        settings: dict[str, object] = {"viewport": DESK, "reduced_motion": "reduce", **options}
        contexts.append(browser.new_context(base_url=home, **settings))
        _by_the_invented_index(contexts[-1])
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


def asked(page: Page) -> dict[str, list[str]]:
    """What the address holds."""
    return parse_qs(urlsplit(page.url).query)


def told(page: Page) -> str:
    """What is said about the results."""
    return page.locator("#tim-bao").inner_text()


def facet(name: str, value: str) -> str:
    """How a box of a filter is found."""
    return f'[data-facet="{name}"] input[value="{value}"]'


def count(name: str, value: str) -> str:
    """How many it says there are."""
    return f'[data-facet="{name}"] label:has(input[value="{value}"]) b'


def test_what_is_typed_without_accents_is_found_at_once_and_marked(new_page: NewPage) -> None:
    """While it is typed; the address follows, and the history does not grow."""
    page = new_page()
    page.goto("tim-kiem/")
    before = page.evaluate("history.length")
    page.locator("#tim-lon").press_sequentially("nguyen thi chien")
    expect(page.locator("#tim-bao")).to_have_text("5 kết quả cho “nguyen thi chien”")
    expect(page.locator("#tim-ds > li")).to_have_count(5)
    expect(page.locator("#tim-ds h3").first).to_have_text("Nguyễn Thị Chiên 8")
    assert "".join(page.locator("#tim-ds h3").first.locator("mark").all_inner_texts()) == "Nguyễn Thị Chiên"
    assert asked(page) == {"q": ["nguyen thi chien"]}
    assert page.evaluate("history.length") == before
    assert page.title().startswith("nguyen thi chien: Tìm kiếm")


def test_a_link_with_words_shows_their_results(built: BuiltSite, page: Page) -> None:
    """So do the examples of the home page."""
    page.goto("")
    page.locator(".bv-hero__try a").first.click()
    page.wait_for_url("**/tim-kiem/?q=*")
    expect(page.locator("#tim-lon")).to_have_value("nguyen thi chien")
    expect(page.locator("#tim-ds > li")).to_have_count(5)
    expect(page.locator(".bv-start")).to_be_hidden()


def test_filters_combine_show_counts_and_stay_in_the_address(page: Page) -> None:
    """Counts before a query and with one; each choice is a step that the back button takes back."""
    page.goto("tim-kiem/")
    expect(page.locator(count("kind", "individual"))).to_have_text("27")
    page.locator("#tim-lon").fill("nguyen")
    page.locator("#tim-lon").press("Enter")
    expect(page.locator("#tim-bao")).to_contain_text("28 kết quả")
    expect(page.locator(count("kind", "campaign"))).to_have_text("1")
    page.locator('[data-facet="award"] summary').click()
    page.locator(facet("award", "bang-khen")).check()
    expect(page.locator("#tim-bao")).to_contain_text("9 kết quả")
    page.locator('[data-facet="field"] summary').click()
    page.locator(facet("field", "lua")).check()
    expect(page.locator("#tim-bao")).to_contain_text("5 kết quả")
    assert asked(page) == {"q": ["nguyen"], "award": ["bang-khen"], "field": ["lua"]}
    expect(page.locator("#tim-loc button")).to_have_text(["Bằng khen", "Trồng lúa"])
    page.reload()
    expect(page.locator("#tim-bao")).to_contain_text("5 kết quả")
    expect(page.locator(facet("field", "lua"))).to_be_checked()
    page.go_back()
    expect(page.locator("#tim-bao")).to_contain_text("9 kết quả")
    expect(page.locator(facet("field", "lua"))).not_to_be_checked()
    page.go_back()
    expect(page.locator("#tim-bao")).to_contain_text("28 kết quả")


def test_kinds_stand_as_the_page_has_them_and_years_the_latest_first(page: Page) -> None:
    """Whatever the order of the index; the rest by how many there are."""
    page.goto("tim-kiem/")
    names = page.locator('[data-facet="kind"] span')
    expect(names).to_have_text(["Cá nhân", "Tập thể", "Phong trào", "Quyết định"])
    page.locator('[data-facet="year"] summary').click()
    years = page.locator('[data-facet="year"] span')
    expect(years).to_have_text([str(year) for year in (2020, *range(2019, 2012, -1))])
    page.locator('[data-facet="year"]').get_by_role("button", name="Xem thêm").click()
    expect(years).to_have_count(21)
    expect(page.locator('[data-facet="year"] input').nth(8)).to_be_focused()
    page.locator('[data-facet="award"] summary').click()
    expect(page.locator('[data-facet="award"] span')).to_have_text(["Giấy khen", "Bằng khen"])


def test_filters_alone_browse(page: Page) -> None:
    """And without any, the ways to browse come back."""
    page.goto("tim-kiem/?kind=decision")
    expect(page.locator("#tim-ds h3")).to_have_text("Khen thưởng <b>&amp; “lúa”")
    assert told(page) == "1 kết quả"
    page.locator("#tim-loc button").click()
    expect(page.locator(".bv-start")).to_be_visible()
    expect(page.locator("#tim-ds")).to_be_hidden()
    assert asked(page) == {}


def test_a_filter_is_taken_off_by_its_chip_and_the_focus_is_kept(page: Page) -> None:
    """It goes to the next chip, and at last to what is said of the results."""
    page.goto("tim-kiem/?q=nguyen&kind=individual&award=giay-khen")
    page.get_by_role("button", name="Bỏ lọc: Cá nhân").press("Enter")
    expect(page.get_by_role("button", name="Bỏ lọc: Giấy khen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tim-bao")).to_be_focused()
    assert asked(page) == {"q": ["nguyen"]}


def test_a_province_opens_to_its_communes_and_a_commune_narrows_it(page: Page) -> None:
    """Old ones among them; a long list can be searched by its words without accents."""
    page.goto("tim-kiem/?q=nguyen")
    page.locator('[data-facet="place"] summary').click()
    expect(page.locator(facet("place", "tinh-mau"))).to_be_visible()
    expect(page.locator(facet("place", "xa-2"))).to_have_count(0)
    page.locator(facet("place", "tinh-mau")).check()
    page.locator(facet("place", "xa-2")).check()
    expect(page.locator("#tim-bao")).to_contain_text("2 kết quả")
    assert asked(page)["place"] == ["xa-2"]
    expect(page.locator(facet("place", "xa-2"))).to_be_focused()
    page.goto("tim-kiem/")
    page.locator('[data-facet="place"] summary').click()
    page.locator('[data-facet="place"] [type="text"]').fill("thu 13")
    expect(page.locator('[data-facet="place"] label')).to_have_text([re.compile("Xã Thử 13")])


def test_the_order_can_be_chosen(page: Page) -> None:
    """It stays in the address; one that does not exist is not heard."""
    page.goto("tim-kiem/?q=nguyen&sort=bogus")
    expect(page.locator("#tim-ds .bv-award").first).to_contain_text("2001")
    expect(page.locator("#tim-xep")).to_have_value("")
    page.locator("#tim-xep").select_option("newest")
    expect(page.locator("#tim-ds .bv-award").first).to_contain_text("2019")
    assert asked(page)["sort"] == ["newest"]
    page.locator("#tim-xep").select_option("")
    expect(page.locator("#tim-ds .bv-award").first).to_contain_text("2001")
    assert "sort" not in asked(page)


def _rested(page: Page) -> int:
    """Where the page stands, once it remembers that."""
    for _ in range(1000):
        place, kept = page.evaluate("[scrollY, history.state.y]")
        if place and place == kept:
            return int(place)
        page.wait_for_timeout(50)
    raise AssertionError("the place on the page is not remembered")


def test_more_results_follow_and_are_there_again_on_the_way_back(page: Page) -> None:
    """The focus goes to the first new one; reload and back keep them, and the place on the page."""
    page.goto("tim-kiem/?q=nguyen")
    expect(page.locator("#tim-ds > li")).to_have_count(10)
    page.locator("#tim-them").click()
    expect(page.locator("#tim-ds > li")).to_have_count(20)
    expect(page.locator("#tim-ds a").nth(10)).to_be_focused()
    page.locator("#tim-them").click()
    expect(page.locator("#tim-ds > li")).to_have_count(28)
    expect(page.locator("#tim-them")).to_be_hidden()
    page.locator("#tim-ds a").nth(25).scroll_into_view_if_needed()
    place = _rested(page)
    page.reload()
    expect(page.locator("#tim-ds > li")).to_have_count(28)
    assert page.evaluate("scrollY") == place
    page.locator("#tim-ds a").nth(25).click()
    page.go_back()
    expect(page.locator("#tim-ds > li")).to_have_count(28)
    assert page.evaluate("scrollY") == place


def test_what_holds_only_some_of_the_words_stands_below_a_line_of_its_own(page: Page) -> None:
    """Under a heading, not in the number; more of it can be had, and the focus goes there."""
    page.goto("tim-kiem/?q=gan")
    expect(page.get_by_role("heading", name="Gần giống")).to_be_hidden()
    page.goto("tim-kiem/?q=gan%20nguyen")
    near = page.get_by_role("region", name="Gần giống")
    expect(near.get_by_role("heading", name="Gần giống")).to_be_visible()
    expect(page.locator("#tim-bao")).to_have_text("1 kết quả cho “gan nguyen”")
    expect(page.locator("#tim-ds > li")).to_have_count(1)
    expect(near.get_by_role("listitem")).to_have_count(9)
    page.locator("#tim-them").click()
    expect(near.get_by_role("listitem")).to_have_count(19)
    expect(near.get_by_role("link").nth(9)).to_be_focused()
    page.goto("tim-kiem/?q=gan%20khong%20nguyen")
    expect(page.locator("#tim-bao")).to_have_text("kết quả gần giống cho “gan khong nguyen”")
    expect(page.locator("#tim-ds > li")).to_have_count(0)
    expect(near.get_by_role("listitem")).to_have_count(10)


def test_nothing_found_says_what_may_help(page: Page) -> None:
    """Other words, fewer filters, other ways; a slip that was mended is told."""
    page.goto("tim-kiem/?q=khong%20co&kind=individual")
    expect(page.get_by_role("heading", name="Chưa tìm thấy “khong co”")).to_be_visible()
    expect(page.get_by_text("Thử bớt chữ")).to_be_visible()
    expect(page.get_by_role("link", name="Xem tất cả gương")).to_be_visible()
    expect(page.locator(".bv-start")).to_be_visible()
    page.get_by_role("button", name="Bỏ hết bộ lọc").click()
    assert asked(page) == {"q": ["khong co"]}
    expect(page.get_by_role("button", name="Bỏ hết bộ lọc")).to_be_hidden()
    expect(page.locator("#bo-loc")).to_be_hidden()
    page.goto("tim-kiem/?q=nguyen%20thi%20chiem")
    expect(page.locator("#tim-bao")).to_have_text("5 kết quả cho “nguyen thi chien” (không thấy “nguyen thi chiem”)")


def test_results_stay_while_a_filter_cannot_be_loaded(page: Page) -> None:
    """It is said beside them, and can be tried again."""

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/chi-muc/dem-award.json", fail)
    page.goto("tim-kiem/?q=nguyen")
    page.locator('[data-facet="award"] summary').click()
    expect(page.locator("#tim-loi")).to_be_visible()
    expect(page.locator("#tim-ds > li")).to_have_count(10)
    page.unroute("**/chi-muc/dem-award.json", fail)
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator(count("award", "bang-khen"))).to_have_text("9")
    expect(page.locator("#tim-loi")).to_be_hidden()


@pytest.mark.parametrize("what", ["**/search-engine*.js", "**/chi-muc/tim.json*", "**/chi-muc/cot-kind.json"])
def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(what: str, page: Page) -> None:
    """The engine, a file of the answer, a column of the filters; nothing typed is lost."""

    def fail(route: Route) -> None:
        route.abort()

    page.route(what, fail)
    page.goto("tim-kiem/?q=nguyen&kind=individual")
    expect(page.locator("#tim-loi")).to_be_visible()
    if "cot-kind" not in what:
        expect(page.locator("#tim-bao")).to_have_text("Chưa tải được dữ liệu tìm kiếm.")
    expect(page.locator("#tim-lon")).to_have_value("nguyen")
    page.unroute(what, fail)
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("#tim-ds > li")).to_have_count(10)
    expect(page.locator("#tim-loi")).to_be_hidden()


def test_the_page_opens_ready_to_type(new_page: NewPage) -> None:
    """The magnifier of a phone leads there; whoever comes with a query wants to read."""
    page = new_page(viewport=PHONE)
    page.goto("gioi-thieu/")
    page.get_by_role("link", name="Tìm kiếm").first.click()
    page.wait_for_url("**/tim-kiem/")
    expect(page.locator("#tim-lon")).to_be_focused()
    page.goto("tim-kiem/?q=nguyen")
    expect(page.locator("#tim-bao")).to_contain_text("kết quả")
    expect(page.locator("#tim-lon")).not_to_be_focused()


def test_another_order_is_said_to_be_on_its_way(page: Page) -> None:
    """What stands there still is the old one."""
    page.goto("tim-kiem/?q=nguyen")
    expect(page.locator(count("kind", "individual"))).not_to_be_empty()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/tim.json*", hold)
    page.locator("#tim-xep").select_option("name")
    expect(page.locator("#tim-bao")).to_have_text("Đang xếp…")
    page.wait_for_timeout(50)
    held[0].fallback()
    expect(page.locator("#tim-bao")).to_contain_text("28 kết quả")


def test_a_late_answer_to_earlier_words_is_not_shown(page: Page) -> None:
    """On a slow connection with fast typing."""
    held: list[Route] = []
    early = re.compile(r"tim\.json\?q=binh$")
    page.route(early, lambda route: held.append(route))
    page.goto("tim-kiem/")
    with page.expect_request(early):
        page.locator("#tim-lon").fill("binh")
    page.locator("#tim-lon").fill("chien")
    expect(page.locator("#tim-bao")).to_contain_text("“chien”")
    with page.expect_response(early):
        held[0].fulfill(json={})
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    assert told(page) == "5 kết quả cho “chien”"
    expect(page.locator("#tim-ds h3").first).to_contain_text("Chiên")


@pytest.mark.parametrize(("url", "box"), [("guong/", "#tim-nhanh"), ("", "#tim-lon"), ("tim-kiem/", "#tim-lon")])
def test_suggestions_are_a_combobox_that_keys_alone_can_use(url: str, box: str, page: Page) -> None:
    """Arrows, Home, End, Escape and Enter; the focus never leaves the box.

    Where results stand below the box, the list does not cover them before it is asked for.
    """
    page.goto(url)
    field = page.locator(box)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("nguyen")
    if url == "tim-kiem/":
        expect(page.locator("#tim-ds > li")).to_have_count(10)
        expect(field).to_have_attribute("aria-expanded", "false")
        field.press("ArrowDown")
    options = page.locator(f"{box}-goi-y [role=option]")
    expect(options).to_have_count(6)
    expect(field).to_have_attribute("aria-expanded", "true")
    chosen = page.locator(f'{box}-goi-y [aria-selected="true"]')
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("End", 5), ("Home", 0), ("ArrowUp", None), ("ArrowUp", 5)):
        field.press(key)
        if place is None:
            expect(chosen).to_have_count(0)
            expect(field).to_have_attribute("aria-activedescendant", "")
        else:
            expect(options.nth(place)).to_have_attribute("aria-selected", "true")
            expect(chosen).to_have_count(1)
            expect(field).to_have_attribute("aria-activedescendant", options.nth(place).get_attribute("id") or "")
    expect(field).to_be_focused()
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("nguyen")
    field.press("ArrowDown")
    expect(options).to_have_count(6)
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/guong/mau1/")


def test_enter_without_a_suggestion_goes_to_the_results(page: Page) -> None:
    """From any page; a mouse opens a suggestion."""
    page.goto("guong/")
    page.locator("#tim-nhanh").press_sequentially("nguyen")
    page.locator("#tim-nhanh").press("Enter")
    page.wait_for_url("**/tim-kiem/?q=nguyen")
    expect(page.locator("#tim-ds > li")).to_have_count(10)
    page.locator("#tim-nhanh").press_sequentially("chien")
    page.locator("#tim-nhanh").press("Enter")
    expect(page.locator("#tim-bao")).to_contain_text("“chien”")
    expect(page.locator("#tim-lon")).to_have_value("chien")
    page.goto("guong/")
    page.locator("#tim-nhanh").press_sequentially("quy")
    page.locator("#tim-nhanh-goi-y [role=option]").first.click()
    page.wait_for_url("**/guong/mau4/")


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_one_key_opens_the_box(key: str, page: Page) -> None:
    """Not while something is typed, and not with other keys; where there is no box, the search page opens."""
    page.goto("gioi-thieu/")
    box = page.locator("#tim-nhanh")
    for held in ("Control", "Alt", "Meta"):
        page.evaluate(
            "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', key))",
            {"key": key, f"{held.lower().replace('control', 'ctrl')}Key": True, "bubbles": True},
        )
        expect(box).not_to_be_focused()
    page.keyboard.press(key)
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.press(key)
    expect(box).to_have_value(key)
    page.goto("tim-kiem/")
    page.keyboard.press(key)
    expect(page.locator("#tim-lon")).to_be_focused()
    page.set_viewport_size(PHONE)
    page.goto("gioi-thieu/")
    page.keyboard.press(key)
    page.wait_for_url("**/tim-kiem/")


def test_single_keys_can_be_switched_off(page: Page) -> None:
    """For whoever steers by voice; remembered, and can be taken back."""
    page.goto("tiep-can/")
    page.get_by_role("button", name="Tắt phím tắt một chữ").click()
    page.goto("guong/")
    page.keyboard.press("/")
    expect(page.locator("#tim-nhanh")).not_to_be_focused()
    page.goto("tiep-can/")
    button = page.get_by_role("button", name="Tắt phím tắt một chữ")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    page.keyboard.press("/")
    expect(page.locator("#tim-nhanh")).to_be_focused()


def test_on_a_phone_the_filters_are_a_sheet(new_page: NewPage) -> None:
    """It tells how many are found, closes by Escape and gives the focus back."""
    page = new_page(viewport=PHONE)
    page.goto("tim-kiem/?q=nguyen")
    opener = page.get_by_role("button", name=re.compile("^Bộ lọc"))
    opener.click()
    sheet = page.get_by_role("dialog", name="Lọc kết quả")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_role("button", name="Đóng bộ lọc")).to_be_focused()
    page.locator(facet("kind", "campaign")).check()
    expect(sheet.get_by_role("button", name="Xem 1 kết quả")).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("data-n", "1")
    opener.click()
    sheet.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator("#tim-bao")).to_contain_text("28 kết quả")
    assert asked(page) == {"q": ["nguyen"]}


ODD = (
    "<img src=x onerror=alert(1)>", "(.*)+[", "\\", "%", "%E0%A4%A", "   ", "\u0301\u0301", "😀🇻🇳", "日本 кирилл", "a" * 10_000,
    "“", "'\"--", "${1}", "__proto__", "constructor",
)  # fmt: skip


def test_no_query_breaks_the_page(page: Page, witness: Witness) -> None:
    """Nothing in the console, whatever is typed or stands in the address."""
    page.goto("tim-kiem/?q=%E0%A4%A&kind=__proto__&place=%00&n=-5&n=x&sort=__proto__")
    expect(page.locator(".bv-empty")).to_be_visible()
    box = page.locator("#tim-lon")
    for text in ODD:
        box.fill(text)
        box.press("Enter")
        expect(page.locator("#tim-kq")).not_to_have_attribute("aria-busy", "true")
        expect(page.locator("#tim-kq")).to_have_attribute("data-state", re.compile("none|start"))
    assert page.locator("#tim-ds img, .bv-suggest img, #tim-khong img").count() == 0
    assert witness.seen == []


def test_nothing_on_the_way_breaks_the_policy(page: Page, witness: Witness) -> None:
    """Typing, suggestions, filters, more: nothing stopped, nothing failed, nobody else asked."""
    page.goto("tim-kiem/")
    page.locator("#tim-lon").press_sequentially("nguyen")
    page.locator("#tim-lon").press("Enter")
    page.locator("#tim-them").click()
    page.locator('[data-facet="year"] summary').click()
    page.locator('[data-facet="year"]').get_by_role("button", name="Xem thêm").click()
    page.locator('[data-facet="year"] input').nth(12).check()
    expect(page.locator("#tim-loc button")).to_have_count(1)
    assert witness.seen == []


def _failing(page: Page) -> None:
    page.route("**/tim.json*", lambda route: route.abort())


STATES: dict[str, tuple[str, Callable[[Page], None] | None, Callable[[Page], None]]] = {
    "start": ("tim-kiem/", None, lambda page: expect(page.locator("#tim-kq")).to_have_attribute("data-state", "start")),
    "found": ("tim-kiem/?q=nguyen&kind=individual&place=xa-2", None, lambda page: expect(page.locator("#tim-ds > li")).to_have_count(2)),
    "near": ("tim-kiem/?q=gan%20nguyen", None, lambda page: expect(page.locator("#tim-gan")).to_be_visible()),
    "none": ("tim-kiem/?q=khong%20co&kind=individual", None, lambda page: expect(page.locator(".bv-empty")).to_be_visible()),
    "failed": ("tim-kiem/?q=nguyen", _failing, lambda page: expect(page.locator(".bv-failed")).to_be_visible()),
    "suggestions": ("", None, lambda page: (page.locator("#tim-lon").press_sequentially("nguyen"), page.locator("#tim-lon").press("ArrowDown"))[1]),
    "filters": ("tim-kiem/?q=nguyen&place=tinh-mau", None, lambda page: (page.locator(".bv-openfilter").click() if page.locator(".bv-openfilter").is_visible() else None)),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(state: str, examined: Page, examiner: Examiner) -> None:
    """In both palettes, on a phone and on a desk."""
    url, before, reach = STATES[state]
    _by_the_invented_index(examined)
    if before:
        before(examined)
    found: list[str] = []
    for size in (PHONE, DESK):
        examined.set_viewport_size(size)
        examined.goto(url)
        expect(examined.locator("#tim-kq, .bv-hero")).not_to_have_attribute("data-state", "wait")
        reach(examined)
        found += examiner.violations_at(examined, size["width"])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", STATES)
def test_the_narrowest_screen_holds_every_state(state: str, page: Page) -> None:
    """Nothing sticks out at 320 pixels."""
    url, before, reach = STATES[state]
    page.set_viewport_size(NARROW)
    if before:
        before(page)
    page.goto(url)
    expect(page.locator("#tim-kq, .bv-hero")).not_to_have_attribute("data-state", "wait")
    reach(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "asked", ["q=" + "w" * 99, "q=nguyen&kind=" + "w" * 99, "kind=" + "w" * 99], ids=["none", "filter", "filter alone"]
)
def test_the_narrowest_screen_holds_a_word_of_any_length(asked: str, page: Page) -> None:
    """It is broken where the screen ends."""
    page.set_viewport_size(NARROW)
    page.goto(f"tim-kiem/?{asked}")
    expect(page.locator(".bv-empty")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_nothing_is_not_said_to_be_the_least(page: Page) -> None:
    """However far the lists were read: whoever listens hears that nothing was found."""
    page.goto("tim-kiem/?q=khong+co+dai")
    expect(page.locator(".bv-empty")).to_be_visible()
    assert told(page) == "0 kết quả cho “khong co dai”"


def test_without_scripts_there_are_lists_to_browse(new_page: NewPage) -> None:
    """And the page says why the box does not answer."""
    page = new_page(java_script_enabled=False)
    page.goto("tim-kiem/?q=nguyen")
    expect(page.get_by_text("Ô tìm cần JavaScript")).to_be_visible()
    expect(page.locator(".bv-start")).to_be_visible()
    expect(page.locator("#bo-loc")).to_be_hidden()
    expect(page.locator("#tim-kq")).to_be_hidden()
    assert page.locator(".bv-az a").count() > 5


def test_opened_from_a_folder_links_name_the_file(built: BuiltSite, tmp_path: Path, browser: Browser) -> None:
    """As in the copy that is carried about on a stick."""
    shutil.copytree(built.folder / "assets", tmp_path / "assets")
    shutil.copytree(built.folder / "tim-kiem", tmp_path / "tim-kiem")
    for engine in (tmp_path / "assets").rglob("search-engine*.js"):
        shutil.copyfile(ENGINE, engine)
    page = browser.new_page(viewport=DESK)
    page.goto((tmp_path / "tim-kiem/index.html").as_uri() + "?q=mau")
    links = page.locator("#tim-ds a")
    expect(links).to_have_count(8)
    addresses = [str(link.get_attribute("href")) for link in links.all()]
    assert "../guong/mau0/index.html" in addresses
    assert all("/index.html" in address for address in addresses)
    page.locator("#tim-lon").fill("lua")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "../quyet-dinh/mau/index.html#mau-1")
    page.close()
