"""A paper in hand, in Chromium: the code that leads to its honour, and the page that answers for a number and a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_site import BuiltSite
from examining import Examiner
from playwright.sync_api import Browser, Page, expect
from visiting import DESK, NARROW, Witness

from bangvang.publishing.memory import file_digest
from bangvang.publishing.offline import OfflineParcel
from bangvang.publishing.parcel import SiteParcel

PHONE = {"width": 390, "height": 844}
HONOUR = "guong/bq44vd/#qd-58-ubnd-xa-mau-2026-17"
RESTORED = ("58/QĐ-UBND", "Hộ bà Đặng Thị Mẫu Quý")
CANCELLED = ("397/QĐ-UBND", "Tổ hòa giải thôn Mẫu Hai")
UNKNOWN = ("58/QĐ-UBND", "Nguyễn Văn Không")
ODD = ("<img src=x onerror=alert(1)>", "1(.*)+[", "1\\", "1 __proto__", "1" * 100, "😀 1", "1 '\"--", "1 %E0%A4%A")


def ask(page: Page, number: str, name: str) -> None:
    """Type both, and send them off by a key."""
    page.get_by_label("Số quyết định hoặc số vào sổ").fill(number)
    page.get_by_label("Họ và tên, hoặc tên tập thể").fill(name)
    page.keyboard.press("Enter")


def answered(page: Page) -> str:
    """The answer in a word, once it is there."""
    expect(page.locator("#tc-kq")).to_have_attribute("data-state", re.compile("found|none|failed"))
    return page.locator("#tc-h").inner_text()


@pytest.mark.parametrize(
    ("number", "name"),
    [
        RESTORED,
        ("58", "dang thi mau quy"),
        ("Số 058/QD-UBND ngày 15/01/2026", "bà Đặng Thị Mẫu Quí"),
        ("16/2026", "HỘ BÀ ĐẶNG THỊ MẪU QUÝ"),
    ],
    ids=["as printed", "the least", "copied whole", "by the register"],
)
def test_a_paper_that_holds_is_known(number: str, name: str, page: Page, witness: Witness) -> None:
    """However it is copied: award, paper, standing, that it is invented, and the way to the honour itself."""
    page.goto("tra-cuu/")
    ask(page, number, name)
    assert answered(page) == "Có trong Bảng Vàng"
    card = page.locator("#tc-ds > li")
    expect(card).to_have_count(1)
    assert (
        card.inner_text().split("\n")[0] == "Còn hiệu lực, đã khôi phục ngày 18/5/2026 theo Quyết định số 231/QĐ-UBND"
    )
    expect(card).to_contain_text("Gia đình văn hóa")
    expect(card).to_contain_text("58/QĐ-UBND ngày 15/01/2026 của Ủy ban nhân dân xã Mẫu, số vào sổ 16/2026")
    expect(card).to_contain_text("Minh họa, không có thật")
    expect(page.locator(".bv-proved__day")).to_have_text("Đúng theo dữ liệu công bố đến ngày 21/11/2026.")
    card.get_by_role("link").click()
    page.wait_for_url(f"**/{HONOUR}")
    expect(page.locator(".bv-verify:visible b")).to_have_text("Hộ bà Đặng Thị Mẫu Quý")
    assert witness.seen == []


def test_a_paper_that_was_cancelled_is_said_to_be(page: Page) -> None:
    """When, and by which decision; nowhere is it said to hold."""
    page.goto("tra-cuu/")
    ask(page, *CANCELLED)
    assert answered(page) == "Đã hủy bỏ ngày 25/9/2026 theo Quyết định số 436/QĐ-UBND"
    expect(page.locator("#tc-ds")).not_to_contain_text("Còn hiệu lực")


def test_a_paper_that_is_not_found_is_not_called_false(page: Page) -> None:
    """The decision of its number is named, for the name may be spelled otherwise in it."""
    page.goto("tra-cuu/")
    ask(page, *UNKNOWN)
    assert answered(page) == "Không thấy"
    told = page.locator(".bv-proved__none")
    expect(told).to_contain_text("Không thấy chưa có nghĩa là giấy không thật")
    page.locator("#tc-gan a").click()
    page.wait_for_url("**/quyet-dinh/qd-58-ubnd-xa-mau-2026/")


@pytest.mark.parametrize(
    ("number", "name"),
    [("397/QĐ-UBND", RESTORED[1]), ("5", RESTORED[1]), ("58/QĐ-CTUBND", RESTORED[1]), ("không số", RESTORED[1])],
    ids=["another's number", "half a figure", "another office", "no figure"],
)
def test_a_name_alone_proves_nothing(number: str, name: str, page: Page) -> None:
    """Number and name must stand on one paper."""
    page.goto("tra-cuu/")
    ask(page, number, name)
    assert answered(page) == "Không thấy"


@pytest.mark.parametrize("text", ODD)
def test_nothing_that_is_typed_breaks_the_page(text: str, page: Page, witness: Witness) -> None:
    """Nothing in the console, and it stays text."""
    page.goto("tra-cuu/")
    ask(page, text, text)
    assert answered(page) == "Không thấy"
    assert page.locator("#tc-kq img").count() == 0
    assert witness.seen == []


def test_the_answer_is_read_aloud_without_looking_for_it(page: Page) -> None:
    """By keys alone: the focus goes to the answer, and the next stop is what it leads to."""
    page.goto("tra-cuu/")
    page.get_by_label("Số quyết định hoặc số vào sổ").focus()
    page.keyboard.type("58")
    page.keyboard.press("Tab")
    page.keyboard.type("dang thi mau quy")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    answered(page)
    expect(page.get_by_role("heading", name="Có trong Bảng Vàng")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#tc-ds a")).to_be_focused()


def test_where_the_data_cannot_be_had_it_can_be_tried_again(own_page: Page) -> None:
    """What was typed is still there."""
    own_page.clock.install()
    own_page.route("**/chi-muc/**", lambda route: route.abort())
    own_page.goto("tra-cuu/")
    ask(own_page, *RESTORED)
    for _ in range(4):
        own_page.clock.run_for(5_000)
    assert answered(own_page) == "Chưa tra cứu được"
    own_page.unroute("**/chi-muc/**")
    own_page.get_by_role("button", name="Thử lại").click()
    expect(own_page.locator("#tc-h")).to_have_text("Có trong Bảng Vàng")


def test_nothing_that_is_typed_is_sent_off(own_page: Page) -> None:
    """Neither by the script nor where it does not come."""
    requests: list[str] = []
    own_page.on("request", lambda request: requests.append(f"{request.url} {request.post_data}"))
    own_page.goto("tra-cuu/")
    ask(own_page, "58", "khongco trongbang")
    answered(own_page)
    own_page.route("**/verify*.js", lambda route: route.abort())
    own_page.reload()
    ask(own_page, "58", "khongco trongbang")
    expect(own_page.get_by_role("button", name="Tra cứu")).to_be_disabled()
    assert own_page.url.endswith("/tra-cuu/")
    assert not [request for request in requests if "khongco" in request or "trongbang" in request]


def test_without_a_script_the_lists_of_decisions_answer(browser: Browser, home: str) -> None:
    """The boxes are not shown, for nothing would happen."""
    context = browser.new_context(base_url=home, java_script_enabled=False)
    page = context.new_page()
    page.goto("tra-cuu/")
    expect(page.get_by_label("Số quyết định hoặc số vào sổ")).to_be_hidden()
    page.get_by_role("navigation", name="Quyết định theo năm").get_by_role("link", name="2026").click()
    page.wait_for_url("**/quyet-dinh/nam/2026/")
    page.goto(HONOUR)
    expect(page.locator(".bv-verify:visible b")).to_have_text("Hộ bà Đặng Thị Mẫu Quý")
    context.close()


def test_a_copy_in_a_folder_answers_too(built: BuiltSite, browser: Browser, tmp_path: Path) -> None:
    """Without a server; the answer leads to the page beside it."""
    copy = OfflineParcel(
        SiteParcel(built.folder, {path: file_digest((built.folder / path).read_bytes()) for path in built.files})
    )
    for path in copy.paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(copy.read(path))
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "tra-cuu/index.html").as_uri())
    ask(page, *CANCELLED)
    assert answered(page).startswith("Đã hủy bỏ ngày 25/9/2026")
    page.locator("#tc-ds a").click()
    page.wait_for_url("**/guong/to-hoa-giai-thon-mau-hai/index.html#qd-397-*")
    expect(page.locator(".bv-verify:visible")).to_have_count(1)
    context.close()
    assert errors == []


def test_a_code_unfolds_its_own_honour(page: Page) -> None:
    """The page shows no code until one is asked for; the link of an honour asks for it."""
    page.goto(HONOUR.partition("#")[0])
    expect(page.locator(".bv-verify")).to_be_hidden()
    page.get_by_role("link", name="Xác minh khen thưởng").click()
    expect(page.get_by_role("img", name="Mã QR dẫn tới phần khen thưởng này")).to_be_visible()
    assert page.url.endswith(HONOUR)


def test_a_printed_page_carries_its_codes(page: Page) -> None:
    """For whoever gets it on paper; what only a screen can follow is not printed."""
    page.goto(HONOUR.partition("#")[0])
    page.emulate_media(media="print")
    expect(page.locator(".bv-verify img")).to_be_visible()
    expect(page.locator(".bv-verify").get_by_text("Tra cứu khen thưởng khác")).to_be_hidden()


@pytest.mark.parametrize("asked", [RESTORED, CANCELLED, UNKNOWN], ids=["holds", "cancelled", "unknown"])
def test_axe_finds_nothing_in_any_answer(asked: tuple[str, str], examined: Page, examiner: Examiner) -> None:
    """In both palettes, on a phone and on a desk; and nothing sticks out of the narrowest screen."""
    found: list[str] = []
    for size in (PHONE, DESK):
        examined.set_viewport_size(size)
        examined.goto("tra-cuu/")
        ask(examined, *asked)
        answered(examined)
        examined.evaluate("scrollTo(0, 0)")  # the header that stays above hides by halves what is scrolled under it
        found += examiner.violations_at(examined, size["width"])
        examined.set_viewport_size(NARROW)
        assert examined.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_in_an_unfolded_honour(size: dict[str, int], examined: Page, examiner: Examiner) -> None:
    """Where a code leads; nothing sticks out of the narrowest screen."""
    examined.set_viewport_size(size)
    examined.goto(HONOUR)
    found = list(examiner.violations_at(examined, size["width"]))
    examined.set_viewport_size(NARROW)
    assert examined.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert not found, "\n".join(found)
