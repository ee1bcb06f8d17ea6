"""The shipped site searched in Chromium, by its own index: served, and opened from a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_site import BuiltSite
from playwright.sync_api import Browser, Page, expect
from visiting import DESK, Witness

from bangvang.publishing.memory import file_digest
from bangvang.publishing.offline import OfflineParcel
from bangvang.publishing.parcel import SiteParcel

ODD = (
    "<img src=x onerror=alert(1)>", "(.*)+[", "\\", "%E0%A4%A", "\u0301\u0301", "😀🇻🇳", "日本 кирилл", "a" * 10_000,
    "nguyen " * 1_500, "“", "'\"--", "__proto__", "1" * 400, "/" * 50,
)  # fmt: skip


def test_a_name_typed_without_accents_comes_first(page: Page, witness: Witness) -> None:
    """And leads to its page; all under the site's policy, without a word in the console."""
    page.goto("tim-kiem/")
    page.locator("#tim-lon").press_sequentially("nguyen thi chien")
    first = page.locator("#tim-ds h3").first
    expect(first).to_have_text("Nguyễn Thị Chiên")
    assert "".join(first.locator("mark").all_inner_texts()) == "Nguyễn Thị Chiên"
    page.locator("#tim-lon").press("Escape")
    first.locator("a").click()
    expect(page.locator("h1")).to_contain_text("Nguyễn Thị Chiên")
    assert witness.seen == []


@pytest.mark.parametrize(
    ("query", "first", "later"),
    [
        ("nguyen", "Nguyễn ", "Nhân đạo, từ thiện"),
        ("an", "Nguyễn Mẫu An", "An ninh"),
        ("hướng dẫn", "Dành cho văn phòng|Cách tìm", "Hà Thị Mẫu Thơm"),
        ("năm 1952", "Nguyễn Quốc Trị", "Cách tìm"),
    ],
)
def test_what_is_meant_comes_before_what_only_holds_the_words(query: str, first: str, later: str, page: Page) -> None:
    """A name before a field's other name, a guide before who guided somebody, everybody before a guide's example."""
    page.goto(f"tim-kiem/?q={query}&n=100")
    titles = page.locator("#tim-ds h3")
    expect(titles.first).to_have_text(re.compile(first))
    found = titles.all_inner_texts()
    assert any(later in title for title in found[1:]) or later == "An ninh"
    assert later not in found[0]


@pytest.mark.parametrize(
    ("query", "reason", "marked"),
    [
        ("lê thị mẫu", "Người ký: Lê Thị Mẫu", "Lê Thị Mẫu"),
        ("hiến đất", "Gồm: hiến đất", "hiến đất"),
        ("sang kien", "Gồm: sáng kiến", "sáng kiến"),
        ("nguyễn văn", "Người ký: Nguyễn Văn", "Nguyễn Văn"),
    ],
)
def test_a_result_says_why_it_is_one(query: str, reason: str, marked: str, page: Page, witness: Witness) -> None:
    """The line of its page, or the other name, that holds the words, as it is written; nothing else moves."""
    page.goto(f"tim-kiem/?q={query}")
    line = page.locator("#tim-ds > li .bv-why").first
    expect(line).to_be_visible()
    before = page.locator("#tim-ds > li").first.bounding_box()
    expect(line).to_contain_text(reason)
    assert marked in "".join(line.locator("mark").all_inner_texts())
    assert page.locator("#tim-ds > li").first.bounding_box() == before
    assert witness.seen == []


def test_what_the_row_shows_already_is_not_looked_for(own_page: Page) -> None:
    """A name that is found costs no other page."""
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url) if request.resource_type == "fetch" else None)
    own_page.goto("tim-kiem/?q=nguyen thi chien")
    expect(own_page.locator("#tim-bao strong")).to_have_text(re.compile(r"\d"))
    expect(own_page.locator('[data-facet="kind"] b').first).not_to_be_empty()
    expect(own_page.locator("#tim-ds > li").first.locator(".bv-why")).to_have_count(0)
    assert not [url for url in asked if "nguyen-thi-chien" in url]


def test_two_places_of_one_name_tell_their_days(page: Page) -> None:
    """The province of today and the one that it was made of."""
    page.goto("tim-kiem/?q=Thái Nguyên")
    expect(page.locator("#tim-ds > li").nth(0)).to_contain_text("từ 01/7/2025")
    expect(page.locator("#tim-ds > li").nth(1)).to_contain_text("đến 30/6/2025")


def test_each_kind_holds_as_many_as_it_says(page: Page) -> None:
    """The number beside a filter is the number that it leaves, before a query and with one."""
    for query in ("", "q=nguyen%20thi", "q=nguyen", "q=thi%20dua", "q=cu%20chinh%20lan%20anh%20hung"):
        page.goto(f"tim-kiem/?{query}")
        boxes = page.locator('[data-facet="kind"] label:has(b:not(:empty)) input')
        expect(boxes.first).to_be_visible()
        counts = page.locator('[data-facet="kind"] label').evaluate_all(
            "(labels) => labels.map((label) => [label.control.value, label.querySelector('b').textContent])"
        )
        for code, count in counts[:4]:
            page.goto(f"tim-kiem/?{query}&kind={code}")
            many = f"({count}|ít nhất {count})" if query else count
            wanted = f"^{many} kết quả$" if count else ""
            expect(page.locator("#tim-bao strong")).to_have_text(re.compile(wanted))


@pytest.mark.parametrize("query", ["nguyen", "thi dua", "hien dat"])
def test_a_number_of_results_hides_none(query: str, page: Page) -> None:
    """It is all that there are, or at least so many, and the rest can be seen."""
    page.goto(f"tim-kiem/?q={query}")
    told, more = page.locator("#tim-bao strong"), page.locator("#tim-them")
    expect(told).to_contain_text(re.compile(r"\d"))
    first = int(re.sub(r"\D", "", told.inner_text()))
    more.click()
    expect(page.locator("#tim-ds > li")).to_have_count(20)
    page.goto(f"tim-kiem/?q={query}&n=1000")
    expect(told).to_contain_text("kết quả")
    total = page.locator("#tim-ds > li").count()
    assert re.sub(r"\D", "", told.inner_text()) == str(total)
    assert first <= total
    expect(more).to_be_hidden()
    page.goto(f"tim-kiem/?q={query}&kind=individual&n=1000")
    expect(told).to_contain_text("kết quả")
    assert page.locator("#tim-ds > li").count() <= total


@pytest.mark.parametrize("query", ["Cù Chính Lan", "cu chinh la"])
def test_a_name_is_told_in_whole_numbers(query: str, page: Page) -> None:
    """Never that there is one at least: what more there may be is looked for first."""
    page.goto(f"tim-kiem/?q={query}")
    expect(page.locator("#tim-ds h3").first).to_have_text("Cù Chính Lan")
    expect(page.locator("#tim-bao strong")).to_have_text(re.compile(r"^\d+ kết quả$"))


def test_five_years_are_a_filter_of_their_own(page: Page) -> None:
    """The latest first, each with how many there are; one leaves only what happened in it."""
    page.goto("tim-kiem/?q=thi dua")
    page.locator('[data-facet="period"] summary').click()
    boxes = page.locator('[data-facet="period"] label')
    expect(boxes.first).to_have_text(re.compile(r"^20\d[16]-20\d[05]\d+$"))
    names = boxes.locator("span").all_inner_texts()
    assert names == sorted(names, reverse=True)
    boxes.first.locator("input").check()
    expect(page.locator("#tim-loc button")).to_have_text([names[0]])
    expect(page.locator("#tim-bao strong")).to_have_text(re.compile(r"\d"))


def test_where_everything_is_only_near_the_filters_count_that(page: Page) -> None:
    """Nought beside every kind would say that there is nothing to see."""
    page.goto("tim-kiem/?q=cu chinh lan khongcogi")
    expect(page.get_by_role("region", name="Gần giống").get_by_role("listitem").first).to_be_visible()
    expect(page.locator('[data-facet="kind"] b').first).to_have_text(re.compile(r"^[1-9]"))


def test_a_suggestion_marks_what_is_typed_of_its_last_word(page: Page) -> None:
    """And no letter more."""
    page.goto("gioi-thieu/")
    page.locator("#tim-nhanh").press_sequentially("cu chinh la")
    first = page.locator("#tim-nhanh-goi-y [role=option] span").first
    expect(first).to_have_text("Cù Chính Lan")
    assert "".join(first.locator("mark").all_inner_texts()) == "Cù Chính La"


@pytest.mark.parametrize("script", ["search.*.js", "search-page*.js"])
def test_where_the_search_cannot_be_loaded_the_lists_stand(script: str, own_page: Page) -> None:
    """Instead of places for results that never come."""
    own_page.route(f"**/{script}", lambda route: route.abort())
    own_page.goto("tim-kiem/?q=nguyen")
    expect(own_page.locator(".bv-start")).to_be_visible()
    expect(own_page.locator(".bv-wait")).to_be_hidden()


def test_those_who_bear_only_part_of_what_was_typed_are_not_counted(page: Page) -> None:
    """One person holds all the words; the others stand below a line of their own."""
    page.goto("tim-kiem/?q=cu+chinh+lan+anh+hung")
    expect(page.locator("#tim-bao strong")).to_have_text(re.compile("1 kết quả", re.IGNORECASE))
    expect(page.locator("#tim-ds > li")).to_have_count(1)
    expect(page.get_by_role("region", name="Gần giống").get_by_role("listitem")).to_have_count(9)


def test_old_and_narrow_places_fold_below_the_wide_of_today(page: Page) -> None:
    """A province shows its communes, and what it was made of, once it is chosen."""
    page.goto("tim-kiem/?place=tinh-hung-yen-2025")
    places = page.locator('[data-facet="place"] label')
    expect(places.filter(has_text="Tỉnh Thái Bình (đến 2025)")).to_have_class("bv-check is-in")
    expect(places.filter(has_text=re.compile("^Xã Kiến Xương[0-9]"))).to_have_class("bv-check is-in")
    expect(places.filter(has_text=", tỉnh Quảng Trị")).to_have_count(0)
    expect(places.first).to_have_class("bv-check")
    expect(places.first.locator("b")).not_to_be_empty()


def test_a_suggestion_leads_to_its_page(page: Page) -> None:
    """From any page, by keys alone."""
    page.goto("gioi-thieu/")
    page.keyboard.press("/")
    page.keyboard.type("cu chinh lan")
    expect(page.locator("#tim-nhanh-goi-y [role=option]").first).to_contain_text("Cù Chính Lan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guong/cu-chinh-lan/")


@pytest.mark.parametrize("text", ODD)
def test_no_query_breaks_the_index(text: str, page: Page, witness: Witness) -> None:
    """Nothing in the console, whatever is typed."""
    page.goto("tim-kiem/")
    page.locator("#tim-lon").fill(text)
    page.locator("#tim-lon").press("Enter")
    expect(page.locator("#tim-kq")).to_have_attribute("data-state", re.compile("found|none|start"))
    expect(page.locator("#tim-kq")).not_to_have_attribute("aria-busy", "true")
    assert page.locator("#tim-ds img").count() == 0
    assert witness.seen == []


def test_a_copy_in_a_folder_can_be_searched(built: BuiltSite, browser: Browser, tmp_path: Path) -> None:
    """Without a server: words, filters, suggestions, links that open, and why a result is one."""
    digests = {path: file_digest((built.folder / path).read_bytes()) for path in built.files}
    copy = OfflineParcel(SiteParcel(built.folder, digests))
    for path in copy.paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(copy.read(path))
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "gioi-thieu/index.html").as_uri())
    page.locator("#tim-nhanh").press_sequentially("nguyen thi")
    expect(page.locator("#tim-nhanh-goi-y [role=option]").first).to_contain_text("Nguyễn Thị")
    page.locator("#tim-nhanh").press("Enter")
    page.wait_for_url("**/tim-kiem/index.html?q=nguyen+thi")
    expect(page.locator("#tim-ds h3").first).to_contain_text("Nguyễn Thị")
    page.locator('[data-facet="kind"] input[value="individual"]').check()
    expect(page.locator("#tim-loc button")).to_have_text(["Cá nhân"])
    page.locator("#tim-ds a").first.click()
    page.wait_for_url("**/guong/*/index.html*")
    expect(page.locator("h1")).to_contain_text("Nguyễn Thị")
    page.goto(f"{(tmp_path / 'tim-kiem/index.html').as_uri()}?q=lê thị mẫu")
    expect(page.locator("#tim-ds > li .bv-why").first).to_contain_text("Người ký: Lê Thị Mẫu")
    context.close()
    assert errors == []
