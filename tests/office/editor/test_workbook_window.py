"""Records go out to Excel and come back through the editor's windows."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from asking import get, post, told
from hand_ins import typed_over
from openpyxl import load_workbook

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.request import Request, Upload
from bangvang.office.editor.response import Response

DECISION = "data/decisions/2026/qd-1.yml"


def workbook(editor: Editor) -> Response:
    """The decisions, as they are taken home."""
    return editor.answer(Request("GET", "/excel/decision.xlsx"))


def handed_in(editor: Editor, data: bytes | None, window: str = "/excel/") -> Response:
    """The file chosen on the page."""
    return post(editor, window, {"tep": Upload("quyet-dinh.xlsx", data)} if data is not None else {})


def test_a_list_of_records_leads_to_excel_and_back(editor: Editor) -> None:
    """By a link for the kind, and one for the file that comes back."""
    page = get(editor, "/ho-so/", loai="decision")
    assert 'href="/excel/decision.xlsx"' in page
    assert 'href="/excel/"' in page
    answer = workbook(editor)
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''quyet-dinh.xlsx"
    assert load_workbook(BytesIO(answer.body)).sheetnames[0] == "Quyết định khen thưởng"
    assert 'href="/excel/campaign.xlsx"' in get(editor, "/excel/")


@pytest.mark.parametrize("window", ["/excel/", "/nhap/"])
def test_what_changes_is_shown_and_then_saved(editor: Editor, small_site: Path, window: str) -> None:
    """Also where the file is dropped among the lists to import."""
    before = (small_site / DECISION).read_text("utf-8")
    data = typed_over(workbook(editor).body, "Chức vụ", "Tổ trưởng")
    waiting = told(handed_in(editor, data, window))
    assert re.fullmatch(r"/excel/[0-9a-f]{8}", waiting)
    page = get(editor, waiting)
    assert "Danh sách, dòng 1, Chức vụ: thêm “Tổ trưởng”" in page
    assert (small_site / DECISION).read_text("utf-8") == before
    assert "Đã ghi 1 thay đổi" in told(post(editor, waiting))
    assert "role: Tổ trưởng" in (small_site / DECISION).read_text("utf-8")
    assert "chọn tệp lần nữa" in told(post(editor, waiting))


def test_faults_are_shown_by_their_cells(editor: Editor, small_site: Path) -> None:
    """There is no button to save then; who asks all the same is refused."""
    before = (small_site / DECISION).read_text("utf-8")
    data = typed_over(workbook(editor).body, "Loại", "Cá thể")
    waiting = told(handed_in(editor, data))
    page = get(editor, waiting)
    assert "Trang “Danh sách”, ô D5 (Loại): “Cá thể” không có trong danh sách" in page
    assert f'action="{waiting}"' not in page
    assert "Chưa ghi gì cả" in told(post(editor, waiting))
    assert (small_site / DECISION).read_text("utf-8") == before


def test_a_missing_row_goes_only_with_a_word(editor: Editor, small_site: Path) -> None:
    """A box to tick."""
    data = typed_over(workbook(editor).body, "", "")
    waiting = told(handed_in(editor, data))
    assert 'name="xoa"' in get(editor, waiting)
    assert "không thay đổi gì" in told(post(editor, waiting))
    assert "k7m2q9" in (small_site / DECISION).read_text("utf-8")
    waiting = told(handed_in(editor, data))
    assert "Đã ghi 1 thay đổi" in told(post(editor, waiting, xoa="1"))
    assert "k7m2q9" not in (small_site / DECISION).read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "said"), [(None, "Chưa chọn tệp nào"), (b"PK\x03\x04", "không phải là tệp Excel đã tải về từ đây")]
)
def test_a_file_of_another_kind_is_refused_in_words(editor: Editor, data: bytes | None, said: str) -> None:
    """With the way to where it belongs."""
    assert said in told(handed_in(editor, data))


def test_there_is_no_workbook_of_no_kind(editor: Editor) -> None:
    """An address that somebody made up."""
    assert editor.answer(Request("GET", "/excel/khong.xlsx")).status == 404
