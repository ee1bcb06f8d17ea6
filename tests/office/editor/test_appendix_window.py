"""Importing an appendix in the editor, asked as a browser asks."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from asking import get, post, told
from openpyxl import Workbook

from bangvang.office.editor.editor import Editor
from bangvang.office.editor.request import Upload
from bangvang.office.editor.response import Response

HEAD = ("Danh sách kèm theo Quyết định số 91/QĐ-UBND ngày 20/11/2026",)
TITLES = ("STT", "Họ và tên", "Đơn vị", "Thành tích", "Số điện thoại")
ROWS = (
    (1, "Ông NGUYỄN THỬ BẢY", "Thôn Ba", "Hiến đất", "0912000111"),
    (2, "Bà Lê Thị Thử Tám", "Thôn Tư", "Nuôi ong", ""),
)
DECISION = {
    "title": "Khen thưởng thử",
    "date": "20/11/2026",
    "number": "91/QĐ-UBND",
    "issuer": "ubnd-xa-thu",
    "award": "giay-khen",
}


def appendix(*rows: tuple[object, ...]) -> Upload:
    """A workbook with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, TITLES, *rows):
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return Upload("phu-luc.xlsx", stream.getvalue())


def hand_in(editor: Editor, upload: Upload | None) -> Response:
    """The file chosen on the page."""
    return post(editor, "/nhap/", {"tep": upload} if upload else {})


def begun(editor: Editor, *rows: tuple[object, ...]) -> str:
    """Where the file is confirmed."""
    return hand_in(editor, appendix(*rows)).headers["Location"]


def test_columns_rows_and_the_number_are_understood(editor: Editor) -> None:
    """What is private goes nowhere, and is listed."""
    text = get(editor, begun(editor, *ROWS))
    for passage in ("Nguyễn Thử Bảy", "Lê Thị Thử Tám", 'value="91/QĐ-UBND"', 'value="20/11/2026"', "0912000111"):
        assert passage in text
    assert re.search(r'value="private" selected', text)


def test_who_signed_below_the_list_is_proposed(editor: Editor) -> None:
    """Name, office and for whom, to be confirmed in the form of the decision."""
    below = (("", "", "TM. ỦY BAN NHÂN DÂN"), ("", "", "CHỦ TỊCH"), ("", "", "Lê Thị Thử Ký"))
    text = get(editor, begun(editor, *ROWS, *below))
    for name, said in (("name", "Lê Thị Thử Ký"), ("title", "Chủ tịch"), ("capacity", "TM. Ủy ban nhân dân")):
        assert re.search(rf'name="signer.{name}"[^>]* value="{said}"', text)


def test_the_decision_is_written_in_one_step(editor: Editor, small_site: Path) -> None:
    """And its people are on the site's pages."""
    answer = post(editor, begun(editor, *ROWS), _viec="cong-bo", **DECISION)
    found = re.search(r"/ho-so/decision/([a-z0-9-]+)\?", answer.headers["Location"])
    assert found is not None
    assert "2 dòng" in told(answer)
    text = (small_site / f"data/decisions/2026/{found[1]}.yml").read_text("utf-8")
    assert "Nguyễn Thử Bảy" in text
    assert "0912000111" not in text
    assert "Lê Thị Thử Tám" in get(editor, f"/xem/quyet-dinh/{found[1]}/")


def test_what_is_missing_is_told_and_nothing_written(editor: Editor, small_site: Path) -> None:
    """The rest of what was typed stays."""
    before = sorted((small_site / "data/decisions").rglob("*.yml"))
    answer = post(editor, begun(editor, *ROWS), _viec="cong-bo", **(DECISION | {"title": ""}))
    text = told(answer)
    assert "Chưa ghi được" in text
    assert 'value="91/QĐ-UBND"' in text
    assert sorted((small_site / "data/decisions").rglob("*.yml")) == before


def test_a_column_may_mean_something_else(editor: Editor) -> None:
    """The clerk's word counts."""
    path = begun(editor, *ROWS)
    column = re.search(r'name="(cot:[^"]+)" aria-label="Cột C', get(editor, path))
    assert column is not None
    post(editor, path, _viec="doc-lai", **{column[1]: "left-out"})
    assert "Thôn Ba" not in get(editor, path).partition("3. Đọc được")[2].partition("<details")[0]


def test_a_corrected_list_keeps_the_ids(editor: Editor, small_site: Path) -> None:
    """Shown row by row before it is written; one changed row is one changed line."""
    first = post(editor, begun(editor, *ROWS), _viec="cong-bo", **DECISION)
    found = re.search(r"/ho-so/decision/([a-z0-9-]+)\?", first.headers["Location"])
    assert found is not None
    file = small_site / f"data/decisions/2026/{found[1]}.yml"
    before = file.read_text("utf-8").splitlines()
    path = begun(editor, ROWS[0], (2, "Bà Lê Thị Thử Tám", "Thôn Tư", "Nuôi ong giỏi", ""))
    assert "So với quyết định đã có" in get(editor, path)
    post(editor, path, _viec="so-voi", **DECISION)
    assert "Dòng 2, Lê Thị Thử Tám: sửa Thành tích: “Nuôi ong” → “Nuôi ong giỏi”." in get(editor, path)
    answer = post(editor, path, _viec="sua")
    assert "Đã sửa 1 dòng" in told(answer)
    after = file.read_text("utf-8").splitlines()
    assert [now for was, now in zip(before, after, strict=True) if was != now] == ["    reason: Nuôi ong giỏi"]


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (None, "Chưa chọn tệp nào"),
        (Upload("a.xlsx", b"%PDF-1.7"), "Đây là tệp PDF"),
        (Upload("a.xlsx", b"PK\x03\x04hong"), "tệp"),
        (Upload("../../etc/a.csv", b""), "Tệp rỗng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(editor: Editor, upload: Upload | None, said: str) -> None:
    """With what to do."""
    answer = hand_in(editor, upload)
    assert said in told(answer)


def test_a_list_from_before_a_restart_is_asked_for_again(editor: Editor) -> None:
    """Nothing of it was kept on disk."""
    assert "Hãy chọn tệp lần nữa" in get(editor, "/nhap/abcd1234")
