"""A clerk's morning in real Chromium: everything that the editor is for, and nothing that goes wrong on the way."""

from __future__ import annotations

import re
from pathlib import Path

from examining import WIDTHS, Examiner
from hand_ins import PLAN, messy, typed_over
from PIL import Image
from playwright.sync_api import Dialog, Locator, Page, expect

from bangvang.office.desk import Desk
from bangvang.office.workbooks import export_workbook

HONOUREE = "/ho-so/honouree/k7m2q9"


def paste(into: Locator, text: str) -> None:
    """As the clipboard brings it."""
    into.evaluate(
        """(area, text) => { const data = new DataTransfer(); data.setData("text/plain", text);
        area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }""",
        text,
    )


def save(page: Page) -> None:
    """The button below the form."""
    page.locator(".ed-bar button[value=luu]").click()


def test_a_mistake_is_shown_where_it_is_and_put_right(clerk: Page, small_site: Path) -> None:
    """The focus goes to what is wrong; a link leads from there to the field."""
    clerk.goto(HONOUREE)
    clerk.get_by_label("Chức vụ").first.fill("Tổ trưởng")
    clerk.get_by_label("Năm sinh").first.fill("31/2/1970")
    save(clerk)
    box = clerk.get_by_role("alert")
    expect(box).to_be_focused()
    box.get_by_role("link").first.click()
    field = clerk.get_by_label("Năm sinh").first
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("28/2/1970")
    save(clerk)
    expect(clerk.get_by_role("status")).to_have_text("Đã lưu.")
    text = (small_site / "data/honourees/k7m2q9.yml").read_text("utf-8")
    assert "role: Tổ trưởng\nborn: 1970-02-28\n" in text


def test_the_form_follows_the_kind_that_is_chosen(clerk: Page) -> None:
    """What fits comes into sight at once, what does not goes under “Mục khác”; what is typed stays in sight."""
    clerk.goto("/moi/honouree")
    kind = clerk.get_by_label("Loại (bắt buộc)")
    expect(clerk.get_by_label("Chủ hộ")).to_be_hidden()
    kind.select_option(label="Hộ gia đình")
    expect(clerk.get_by_label("Chủ hộ")).to_be_visible()
    expect(clerk.get_by_label("Giới tính")).to_be_hidden()
    clerk.get_by_label("Chủ hộ").fill("Phạm Thử")
    kind.select_option(label="Cá nhân")
    expect(clerk.get_by_label("Giới tính")).to_be_visible()
    expect(clerk.get_by_label("Chủ hộ")).to_have_value("Phạm Thử")
    expect(clerk.get_by_label("Chủ hộ")).to_be_visible()
    expect(clerk.get_by_label("Thành viên")).to_be_hidden()


def test_a_photo_an_undo_and_a_withdrawal(clerk: Page, small_site: Path, tmp_path: Path) -> None:
    """The three that an office fears most."""
    Image.new("RGB", (800, 1000), (90, 60, 40)).save(tmp_path / "a.jpg")
    before = (small_site / "data/honourees/k7m2q9.yml").read_bytes()
    clerk.goto(HONOUREE)
    clerk.set_input_files("#anh", tmp_path / "a.jpg")
    clerk.get_by_label("Tả ảnh trong một câu").fill("Anh Thử bên ruộng")
    clerk.get_by_label("Ngày người trong ảnh đồng ý").fill("19/5/2026")
    clerk.get_by_label("Ai đồng ý").fill("bản thân")
    clerk.get_by_role("button", name="Thêm ảnh").click()
    expect(clerk.get_by_role("status")).to_have_text("Đã thêm.")
    assert len(list((small_site / "data/photos").glob("k7m2q9-*.jpg"))) == 1

    clerk.get_by_label("Lý do rút").fill("Gia đình đề nghị")
    clerk.get_by_role("button", name="Rút khỏi trang").click()
    expect(clerk.get_by_role("status")).to_contain_text("Đã rút khỏi trang")
    clerk.goto("/xem/guong/k7m2q9/")
    expect(clerk.get_by_text("Gia đình đề nghị")).to_be_visible()

    for deed in ("Rút", "Sửa"):
        clerk.goto(HONOUREE)
        clerk.locator("li", has_text=deed, has_not_text="Hoàn tác ở").get_by_role(
            "button", name="Hoàn tác"
        ).first.click()
        expect(clerk.get_by_role("status")).to_contain_text("Đã hoàn tác")
    assert (small_site / "data/honourees/k7m2q9.yml").read_bytes() == before


def test_rows_are_pasted_from_excel_and_taken_out(clerk: Page, small_site: Path) -> None:
    """In the order of the columns that are shown; relations are looked up by their names."""
    clerk.goto("/ho-so/decision/qd-1")
    table = clerk.locator('[data-table="recipients"]')
    heads = table.locator("thead").first.locator("th").all_inner_texts()
    row = ["" for _ in heads[1:-1]]
    for place, head in enumerate(heads[1:-1]):
        for title, text in (
            ("Họ tên", "Vũ Thị Dán"),
            ("Loại", "Cá nhân"),
            ("Mã", "z2y3x4"),
            ("Thành tích", "Nuôi ong"),
        ):
            if head.startswith(title) and not row[place]:
                row[place] = text
    table.get_by_text("Dán từ Excel").last.click()
    paste(table.get_by_label("Chép các ô trong Excel").last, "\t".join(row))
    expect(table.get_by_role("status")).to_have_text("Đã dán 1 dòng, chưa lưu.")
    expect(clerk).to_have_url(re.compile("#f-recipients-dan$"))
    paste(clerk.locator('[name="recipients.3.name"]'), 'Trần Văn Tư\n"Lê\nNăm"\n')
    expect(clerk.locator('[name="recipients.4.name"]')).to_have_value("Lê Năm")
    expect(clerk).to_have_url(re.compile("#f-recipients-3-name$"))
    table.locator('[name="recipients.2~bo"]').check()
    save(clerk)
    expect(clerk.get_by_role("status")).to_have_text("Đã lưu.")
    text = (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert "Vũ Thị Dán" in text
    assert "Trần Văn Một" not in text
    assert "Trần Văn Hai" not in text
    assert "Trần Văn Tư" in text


def test_leaving_with_something_unsaved_is_asked_about(clerk: Page) -> None:
    """The browser's own question."""
    clerk.goto(HONOUREE)
    clerk.get_by_label("Chức vụ").first.press_sequentially("x")
    expect(clerk.get_by_text("Có thay đổi chưa lưu")).to_be_visible()
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    clerk.once("dialog", leave)
    clerk.goto("/")
    assert asked == ["beforeunload"]


def test_axe_finds_nothing_in_any_window(clerk: Page, small_site: Path, tmp_path: Path, examiner: Examiner) -> None:
    """Forms with faults, long tables, lists, questions, a workbook, a paper; and the narrow screen holds each."""
    examiner.join(clerk.context)
    found: list[str] = []

    def examine(name: str) -> None:
        for width in WIDTHS:
            found.extend(f"{name}: {line}" for line in examiner.violations_at(clerk, width))
            wide = clerk.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                found.append(f"{name}: at {width} px {wide} px too wide")

    for path in ("/", "/ho-so/?q=nguyen", "/ho-so/decision/qd-1", "/moi/campaign", "/nhap/", "/cong-bo/", "/lich-su/"):
        clerk.goto(path)
        examine(path)
    clerk.goto(HONOUREE)
    clerk.get_by_label("Năm sinh").first.fill("31/2/1970")
    save(clerk)
    expect(clerk.get_by_role("alert")).to_be_visible()
    examine("a fault")
    clerk.goto("/nhap/")
    clerk.set_input_files("#tep", messy(tmp_path))
    expect(clerk.get_by_role("heading", name="3. Đọc được 2 dòng")).to_be_visible()
    examine("an appendix")
    clerk.goto("/excel/")
    examine("workbooks")
    exported = export_workbook(Desk(small_site), "decision")
    for told, title, value in (("Sẽ thay đổi 1 hồ sơ", "Chức vụ", "Tổ trưởng"), ("Phải sửa 1 chỗ", "Loại", "Cá thể")):
        (tmp_path / "ve.xlsx").write_bytes(typed_over(exported, title, value))
        clerk.goto("/excel/")
        clerk.set_input_files("#tep", tmp_path / "ve.xlsx")
        expect(clerk.get_by_role("heading", name=told)).to_be_visible()
        examine(told)
    clerk.goto("/van-ban-moi/")
    examine("papers")
    clerk.get_by_label("Hoặc dán lời văn").fill(PLAN)
    clerk.get_by_role("button", name="Đọc văn bản").click()
    expect(clerk.get_by_role("heading", name="1 chỉ tiêu")).to_be_visible()
    examine("a paper")
    clerk.get_by_role("button", name="Đưa vào biểu mẫu văn bản").click()
    expect(clerk.get_by_role("heading", name="Văn bản mới")).to_be_visible()
    examine("the form of a paper")
    assert found == []


def test_a_picture_of_a_page_is_the_page(clerk: Page) -> None:
    """The preview shows what was typed in the site's own look, without leaving the form."""
    clerk.goto(HONOUREE)
    clerk.get_by_label("Chức vụ").first.fill("Người thử nghề")
    clerk.get_by_role("button", name="Xem trước").click()
    frame = clerk.frame_locator("iframe.ed-proof")
    expect(frame.get_by_role("heading", name="Nguyễn Văn Thử")).to_be_visible()
    expect(frame.get_by_text("Người thử nghề").first).to_be_visible()
    assert clerk.get_by_label("Chức vụ").first.input_value() == "Người thử nghề"
