"""The whole way of a decision by keyboard alone: no pointer, nothing but keys, in real Chromium."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from hand_ins import messy
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

_FARTHEST = 400
"""So many stops no window has."""
HONOUREE = "/ho-so/honouree/k7m2q9"


class Keyboard:
    """A clerk without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press = page.keyboard.press
        self.type = page.keyboard.type

    def go(self, target: Locator) -> None:
        """Tab on until the focus is there, where it can be seen."""
        wanted = target.element_handle()  # looked for once: a long form takes longer to search than to walk through
        for _ in range(_FARTHEST):
            self.press("Tab")
            if wanted.evaluate("(wanted) => wanted === document.activeElement"):
                break
        expect(target).to_be_focused()
        expect(target).to_be_in_viewport()

    def push(self, target: Locator) -> None:
        """A button or a link."""
        self.go(target)
        self.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        """In place of what is there."""
        self.go(target)
        self.press("Control+A")
        self.type(text)

    def pick(self, target: Locator, text: str, wanted: str) -> None:
        """The first suggestion."""
        self.write(target, text)
        expect(self.page.locator(".ed-pick__list li").first).to_contain_text(wanted)
        self.press("ArrowDown")
        self.press("Enter")

    def choose(self, target: Locator, file: Path) -> None:
        """A file, in the window that the system opens."""
        self.go(target)
        with self.page.expect_file_chooser() as opened:
            self.press("Space")
        opened.value.set_files(file)

    def find(self, text: str, wanted: str) -> None:
        """A record, from the header of any page."""
        self.pick(self.page.get_by_label("Tìm hồ sơ"), text, wanted)


def _import(clerk: Page, keys: Keyboard, appendix: Path) -> None:
    keys.push(clerk.get_by_role("link", name="Nhập danh sách khen thưởng"))
    expect(clerk.get_by_role("heading", name="Nhập danh sách khen thưởng")).to_be_visible()
    keys.choose(clerk.get_by_label("Tệp danh sách"), appendix)
    expect(clerk.get_by_role("heading", name="3. Đọc được 2 dòng")).to_be_visible()
    keys.write(clerk.get_by_label("Trích yếu"), "Khen thưởng thử")
    keys.pick(clerk.get_by_label("Cơ quan ban hành"), "uy ban", "Ủy ban nhân dân xã Thử")
    keys.pick(clerk.get_by_label("Danh hiệu, hình thức").last, "giay khen", "Giấy khen")
    keys.push(clerk.get_by_role("button", name="Ghi quyết định, cho hiện khi công bố"))
    expect(clerk.get_by_role("status")).to_contain_text("Đã ghi quyết định với 2 dòng")


def _correct(clerk: Page, keys: Keyboard) -> None:
    """A name; and a day that there is not, which is told, found and put right."""
    keys.find("nguyen van thu", "Nguyễn Văn Thử")
    expect(clerk).to_have_url(re.compile(HONOUREE))
    keys.write(clerk.get_by_label("Họ tên hoặc tên gọi").first, "Nguyễn Văn Thử Hai")
    keys.write(clerk.get_by_label("Năm sinh").first, "31/2/1970")
    keys.press("Enter")
    expect(clerk.get_by_role("alert")).to_be_focused()
    keys.push(clerk.get_by_role("alert").get_by_role("link").first)
    expect(clerk.get_by_label("Năm sinh").first).to_be_focused()
    keys.press("Control+A")
    keys.type("28/2/1970")
    keys.press("Enter")
    expect(clerk.get_by_role("status")).to_have_text("Đã lưu.")


def _add_photo(clerk: Page, keys: Keyboard, photo: Path) -> None:
    keys.choose(clerk.get_by_label("Ảnh (.jpg, .png, .webp)"), photo)
    keys.write(clerk.get_by_label("Tả ảnh trong một câu"), "Anh Thử bên ruộng")
    keys.write(clerk.get_by_label("Ngày người trong ảnh đồng ý"), "19/5/2026")
    keys.write(clerk.get_by_label("Ai đồng ý"), "bản thân")
    keys.push(clerk.get_by_role("button", name="Thêm ảnh"))
    expect(clerk.get_by_role("status")).to_have_text("Đã thêm.")


def _withdraw_and_undo(clerk: Page, keys: Keyboard) -> None:
    keys.write(clerk.get_by_label("Lý do rút"), "Gia đình đề nghị")
    keys.push(clerk.get_by_role("button", name="Rút khỏi trang"))
    expect(clerk.get_by_role("status")).to_contain_text("Đã rút khỏi trang")
    keys.push(clerk.get_by_role("button", name="Hoàn tác").first)
    expect(clerk.get_by_role("status")).to_contain_text("Đã hoàn tác")


def _publish(clerk: Page, keys: Keyboard, folder: Path) -> None:
    """Only after what will change was looked at."""
    keys.push(clerk.get_by_role("link", name="Công bố", exact=True))
    keys.write(clerk.get_by_label("Nơi đăng"), str(folder))
    keys.push(clerk.get_by_role("button", name="1. Xem sẽ thay đổi gì"))
    expect(clerk.get_by_text("Người đọc sẽ thấy: thêm")).to_be_visible()
    keys.go(clerk.get_by_label("Tôi đã xem những thay đổi"))
    keys.press("Space")
    keys.push(clerk.get_by_role("button", name="2. Công bố vào"))
    expect(clerk.get_by_text("Đã công bố")).to_be_visible()


def _copy_for_readers(clerk: Page, keys: Keyboard, copy: Path) -> None:
    keys.write(clerk.get_by_label("Nơi đăng"), str(copy))
    keys.push(clerk.get_by_role("button", name="Chép bản đọc không cần mạng"))
    expect(clerk.get_by_text("Đã chép")).to_be_visible()


def test_the_whole_way_is_gone_by_keyboard_alone(
    clerk: Page, browser: Browser, small_site: Path, tmp_path: Path
) -> None:
    """A messy list becomes a decision; a name is corrected, a mistake solved, a photo added; a withdrawal is undone; readers
    find the new people in a copy without a network.
    """
    Image.new("RGB", (800, 1000), (90, 60, 40)).save(tmp_path / "a.jpg")
    (small_site / "docs/dinh-chinh.md").write_text("---\ntitle: Báo sai sót\n---\n", "utf-8")
    keys = Keyboard(clerk)
    _import(clerk, keys, messy(tmp_path))
    _correct(clerk, keys)
    _add_photo(clerk, keys, tmp_path / "a.jpg")
    _withdraw_and_undo(clerk, keys)
    text = (small_site / "data/honourees/k7m2q9.yml").read_text("utf-8")
    assert "name: Nguyễn Văn Thử Hai\n" in text
    assert "born: 1970-02-28\n" in text
    assert "status: withdrawn" not in text
    assert len(list((small_site / "data/photos").glob("k7m2q9-*.jpg"))) == 1
    _publish(clerk, keys, tmp_path / "trang")
    assert (tmp_path / "trang/quyet-dinh/qd-91-ubnd-xa-thu-2026/index.html").is_file()
    _copy_for_readers(clerk, keys, tmp_path / "trang.zip")
    with zipfile.ZipFile(tmp_path / "trang.zip") as packed:
        packed.extractall(tmp_path / "dia")
    context = browser.new_context(offline=True)
    reader = context.new_page()
    reader.goto((tmp_path / "dia/tim-kiem/index.html").as_uri())
    reading = Keyboard(reader)
    reading.write(reader.locator("#tim-lon"), "quach thu bay")
    reading.press("Enter")
    found = reader.get_by_role("link", name="Quách Thử Bảy").first
    expect(found).to_be_visible()
    reading.push(found)
    expect(reader.get_by_role("heading", name="Quách Thử Bảy")).to_be_visible()
    context.close()
