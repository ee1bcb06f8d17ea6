"""Takes the pictures of HUONG-DAN.md: the editor at work on an invented project.

    make screenshots

writes huong-dan/<name>.webp. It needs the developers' environment and a Chromium on the machine.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import yaml
from chromium import page_of
from openpyxl import Workbook
from PIL import Image, ImageDraw
from playwright.sync_api import Page

from bangvang.demo import write_demo
from bangvang.office.editor.running import open_editor

FOLDER = Path(__file__).resolve().parent.parent / "huong-dan"
MAX_BYTES = 60_000
_DAY = "1795219200"
"""21 November 2026: the pictures tell the same day whenever they are taken."""
_SIZE = (1040, 700)
_LIST = (
    ("ỦY BAN NHÂN DÂN XÃ MẪU", "", "", ""),
    ("DANH SÁCH KHEN THƯỞNG", "", "", ""),
    ("(Kèm theo Quyết định số 415/QĐ-UBND ngày 18 tháng 9 năm 2026)", "", "", ""),
    ("TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Thành tích"),
    ("(1)", "(2)", "(3)", "(4)"),
    ("I", "TẬP THỂ", "", ""),
    ("1", "Tổ lắp cầu tạm thôn Mẫu Bảy", "", "Dựng lại cầu tạm qua suối trong hai ngày"),
    ("II", "CÁ NHÂN", "", ""),
    ("2", "Bà KIỀU THỊ MẪU THƠ", "Giáo viên, Trường Tiểu học xã Mẫu", "Mở lớp học tạm cho 27 học sinh"),
    ("3", "Ông HÀ VĂN MẪU LONG", "Trưởng thôn, Thôn Mẫu Hai", "Đưa 14 hộ đến nơi an toàn trong đêm"),
)

_BELOW = (
    ("Tổng cộng: 4", "", "", ""),
    ("", "", "", "TM. ỦY BAN NHÂN DÂN"),
    ("", "", "", "CHỦ TỊCH"),
    ("", "", "", "Lê Thị Mẫu"),
)


def main() -> None:
    """Take them all."""
    os.environ["SOURCE_DATE_EPOCH"] = _DAY
    with tempfile.TemporaryDirectory(prefix="bangvang-") as made:
        root = Path(made, "bang-vang")
        write_demo(60, root)
        with _editor(root) as address, page_of(*_SIZE) as page:
            page.goto(address)
            _around(page)
            _a_record(page, root)
            _an_import(page, Path(made, "danh-sach.xlsx"), *_known(root))
            _a_publication(page)


@contextmanager
def _editor(root: Path) -> Iterator[str]:
    server = open_editor(root)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.door.address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _known(root: Path) -> tuple[str, str]:
    """Name and unit of a man of the roll."""
    for profile in sorted((root / "data/honourees").glob("??????.yml"), reverse=True):
        fields = yaml.safe_load(profile.read_text(encoding="utf-8"))
        if fields["kind"] == "individual" and fields.get("sex") == "male" and fields.get("unit"):
            return fields["name"], fields["unit"]
    raise SystemExit("The demonstration has nobody to mistake for somebody else.")


def _around(page: Page) -> None:
    """The first page, and the search."""
    _take(page, "trang-dau")
    page.fill("#tim", "nguyen thi")
    page.press("#tim", "Enter")
    page.wait_for_load_state()
    _take(page, "tim")


def _a_record(page: Page, root: Path) -> None:
    """A name corrected, a mistake told at its field, a photo, two windows, withdrawing, undoing."""
    profile = sorted((root / "data/honourees").glob("??????.yml"))[0]
    window = f"/ho-so/honouree/{profile.stem}"
    origin = page.evaluate("location.origin")
    page.goto(origin + window)
    page.fill("#f-name", page.input_value("#f-name").rpartition(" ")[0] + " Hòa")
    _take(page, "sua-ten", at="main h1")
    page.click(".ed-bar button[value=luu]")
    page.wait_for_load_state()
    _take(page, "ten-cu", at="main h1")
    page.fill("#f-born", "31/2/1970")
    page.click(".ed-bar button[value=luu]")
    page.wait_for_load_state()
    _take(page, "loi", at="#loi")
    page.goto(origin + window)
    with page.expect_popup() as opened:
        page.evaluate("window.open(location.href)")
    other = opened.value
    other.wait_for_load_state()
    other.fill("#f-name", other.input_value("#f-name") + " Bình")
    other.click(".ed-bar button[value=luu]")
    other.wait_for_load_state()
    other.close()
    page.fill("#f-role", "Trưởng thôn")
    page.click(".ed-bar button[value=luu]")
    page.wait_for_load_state()
    _take(page, "hai-cua-so", at="main h1")
    page.goto(origin + window)
    _with_photo(page)
    _take(page, "rut", at="h2:text('Rút hoặc xóa')")
    page.goto(origin + "/lich-su/")
    _take(page, "lich-su")


def _with_photo(page: Page) -> None:
    stream = BytesIO()
    picture = Image.new("RGB", (1280, 960), "#9fb8a0")
    ImageDraw.Draw(picture).ellipse((480, 220, 800, 540), fill="#6d4a3a")
    picture.save(stream, "JPEG")
    page.set_input_files("#anh", {"name": "IMG_0042.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()})
    page.fill("#ta", "Bà đứng bên luống rau sau nhà")
    page.fill("#tac-gia", "Phòng Văn hóa - Xã hội")
    page.fill("#ngay", "5/9/2026")
    page.fill("#nguoi", "bản thân")
    _take(page, "anh", at="h2:text('Thêm ảnh')")


def _an_import(page: Page, file: Path, known: str, unit: str) -> None:
    """From a workbook to a decision; somebody in it bears a name that is on the roll already."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    for row in (*_LIST, ("4", f"Ông {known.upper()}", unit, "Đổi mới cách làm việc"), *_BELOW):
        sheet.append(row)
    book.save(file)
    origin = page.evaluate("location.origin")
    page.goto(f"{origin}/nhap/")
    _take(page, "chon-tep")
    page.set_input_files("#tep", file)
    page.wait_for_selector("#b1")
    _take(page, "cot", at="main h1")
    if page.query_selector("#b2 ~ fieldset"):
        _take(page, "cau-hoi", at="#b2")
    page.fill("#f-title", "Khen thưởng thành tích giúp dân sau mưa lũ tháng 8 năm 2026")
    _take(page, "quyet-dinh", at="#b4")


def _a_publication(page: Page) -> None:
    """What readers will see, before they do."""
    origin = page.evaluate("location.origin")
    page.goto(f"{origin}/cong-bo/")
    page.click("button[value=xem]")
    page.wait_for_selector("#sap", timeout=300_000)
    _take(page, "cong-bo", at="main h1")


def _take(page: Page, name: str, at: str | None = None) -> None:
    """What stands in the window from here on, at most as heavy as a guide can bear."""
    if at:
        page.eval_on_selector(at, "element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)")
    else:
        page.evaluate("window.scrollTo(0, 0)")
    page.evaluate("document.fonts.ready")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    for quality in (82, 70, 58, 46):
        stream = BytesIO()
        picture.save(stream, "WEBP", quality=quality, method=6)
        if stream.tell() <= MAX_BYTES:
            break
    else:
        raise SystemExit(f"{name} is heavier than {MAX_BYTES} bytes.")
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.webp").write_bytes(stream.getvalue())


if __name__ == "__main__":
    main()
