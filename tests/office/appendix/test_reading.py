"""Reading a file: what it is, what is in it, and why some cannot be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from messy import changed, document, one_sheet, paragraph, person, word_cell, word_table, zipped
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from bangvang.office.appendix import AppendixError, package, read, reading, understand
from bangvang.office.appendix.sheet import CellFault, column_name
from bangvang.registry import Registry

SMALL = one_sheet((("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Thử", "Thôn Thử")))("unicode")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def texts(data: bytes, name: str = "a.xlsx") -> list[str]:
    """Everything that stands in the first sheet."""
    return [cell.text for cell in read(data, name).sheets[0].cells()]


def with_part(name: str, content: str | bytes) -> bytes:
    """A small workbook with one part put in place of its own."""
    with zipfile.ZipFile(io.BytesIO(SMALL)) as archive:
        parts: dict[str, str | bytes] = {part: archive.read(part) for part in archive.namelist()}
    return zipped({**parts, name: content})


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "a.xlsx", "Tệp rỗng"),
    "blank": (b" \n\n", "a.csv", "Tệp rỗng"),
    "nothing in it": (one_sheet(())("unicode"), "a.xlsx", "không có chữ nào"),
    "password": (OLD + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "mật khẩu"),
    "renamed xls": (OLD + "Workbook".encode("utf-16-le"), "a.xlsx", "kiểu cũ (.xls)"),
    "renamed doc": (OLD + "WordDocument".encode("utf-16-le"), "a.docx", "kiểu cũ (.doc)"),
    "old office": (OLD, "a.xls", "kiểu cũ"),
    "cut off": (SMALL[: len(SMALL) // 2], "a.xlsx", "hỏng"),
    "not a zip": (b"hello, hello", "a.xlsx", "hỏng"),
    "broken part": (with_part("xl/worksheets/sheet1.xml", "<worksheet><row"), "a.xlsx", "hỏng"),
    "strange reference": (with_part("xl/worksheets/sheet1.xml", '<w><row><c r="??"><v>1</v></c></row></w>'), "a.xlsx", "hỏng"),
    "entities": (with_part("xl/sharedStrings.xml", '<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'), "a.xlsx", "hỏng"),
    "no body": (zipped({"word/document.xml": "<document/>"}), "a.docx", "hỏng"),
    "other zip": (zipped({"a.txt": "a"}), "a.xlsx", "không phải là bảng Excel"),
    "binary workbook": (zipped({"xl/workbook.bin": "a"}), "a.xlsx", ".xlsb"),
    "pdf": (b"%PDF-1.7", "a.xlsx", "PDF"),
    "rtf": (b"{\\rtf1}", "a.docx", "RTF"),
    "photo": (b"\xff\xd8\xff\xe0", "a.xlsx", "ảnh"),
    "web page": (b"<html><table>", "a.xls", "trang mạng"),
    "zeros": (b"a,b\0\0\n", "a.csv", "không phải là bảng dạng chữ"),
    "open quote": (b'a,"' + b"b" * 200_000, "a.csv", "ngoặc kép"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_said_with_a_remedy(data: bytes, name: str, said: str) -> None:
    """One sentence on what it is, one on what to do."""
    with pytest.raises(AppendixError) as caught:
        read(data, name)
    assert said in caught.value.what
    assert caught.value.remedy.endswith(".")


def test_a_locked_zip_asks_for_the_file_without_its_password() -> None:
    """The flag of encryption is set on every part."""
    data = bytearray(SMALL)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    with pytest.raises(AppendixError, match="mật khẩu"):
        read(bytes(data), "a.xlsx")


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    """200 MB of nothing, as a file and as bytes."""
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(AppendixError, match="200 MB"):
        read(path, path.name)
    with pytest.raises(AppendixError, match="30 MB"):
        read(b"x" * (reading.MAX_BYTES + 1), "a.csv")


def test_a_zip_bomb_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the archive says of its size, no more is read than a list can need."""
    monkeypatch.setattr(package, "MAX_PART", 1_000_000)
    bomb = with_part("xl/worksheets/sheet1.xml", b" " * 1_000_001)
    assert len(bomb) < 20_000
    with pytest.raises(AppendixError, match="lớn bất thường"):
        read(bomb, "a.xlsx")


@pytest.mark.parametrize(("limit", "value"), [("MAX_ELEMENTS", 5), ("MAX_PARTS", 2), ("MAX_TOTAL", 500)])
def test_every_bound_holds(limit: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements, parts, and all parts together."""
    monkeypatch.setattr(package, limit, value)
    with pytest.raises(AppendixError, match="lớn bất thường"):
        read(SMALL, "a.xlsx")


def test_a_formula_without_its_result_is_told_and_kept() -> None:
    """Nothing is calculated here."""
    sheet = read(one_sheet((("=1+1", "a"),))("unicode"), "a.xlsx").sheets[0]
    assert [(cell.text, cell.fault) for cell in sheet.cells()] == [("=1+1", CellFault.NO_RESULT), ("a", None)]


def test_a_failed_formula_is_told() -> None:
    """As the cell shows it."""
    data = changed(one_sheet((("=1/0",),))("unicode"), "xl/worksheets/sheet1.xml", ('<c r="A1"', '<c t="e" r="A1"'), ("<v/>", "<v>#DIV/0!</v>"))  # fmt: skip
    assert [(cell.text, cell.fault) for cell in read(data, "a.xlsx").sheets[0].cells()] == [
        ("#DIV/0!", CellFault.ERROR)
    ]


def test_macros_and_links_are_told_and_not_touched() -> None:
    """The words in the cells are all that is read."""
    data = with_part("xl/vbaProject.bin", b"\xd0\xcf")
    assert [notice.partition(":")[0] for notice in read(data, "a.xlsm").notices] == ["Tệp có macro"]
    data = with_part("xl/externalLinks/externalLink1.xml", "<a/>")
    assert [notice.partition(":")[0] for notice in read(data, "a.xlsx").notices] == ["Tệp có liên kết tới tệp khác"]


def test_a_strict_workbook_reads_like_any_other() -> None:
    """Its names are of another space."""
    data = changed(SMALL, "xl/worksheets/sheet1.xml", ("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main"))  # fmt: skip
    assert texts(data) == texts(SMALL)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.integers(-(10**9), 10**9),
                st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12).filter(
                    lambda text: not text.startswith(("=", "_")) and text.isprintable()
                ),
            ),
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_the_reader_sees_what_another_writer_wrote(rows: list[list[str | int | None]]) -> None:
    """Every cell at its place, as a reader of another make sees it too."""
    book = Book()
    for row in [*rows, ["chốt"]]:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    other = load_workbook(io.BytesIO(stream.getvalue())).active
    wanted = {
        (cell.row, cell.column): str(cell.value)
        for line in other.iter_rows()
        for cell in line
        if cell.value is not None
    }
    sheet = read(stream.getvalue(), "a.xlsx").sheets[0]
    seen = {(cell.row, cell.column): cell.text for cell in sheet.cells()}
    assert set(seen) == set(wanted)
    plain = {spot: text for spot, text in wanted.items() if text.isascii()}
    assert {spot: seen[spot] for spot in plain} == plain


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("STT,Họ và tên\n1,Nguyễn Văn Thử\n", "utf-8"),
        ("STT;Họ và tên\n1;Nguyễn Văn Thử\n", "utf-8-sig"),
        ("STT\tHọ và tên\n1\tNguyễn Văn Thử\n", "utf-16"),
    ],
)
def test_text_with_separators_is_read_in_any_dress(text: str, encoding: str) -> None:
    """Commas, semicolons, tabs; with and without a mark of their order."""
    assert texts(text.encode(encoding), "a.csv") == ["STT", "Họ và tên", "1", "Nguyễn Văn Thử"]


def test_the_old_vietnamese_code_page_is_read() -> None:
    """Letters and tones apart, as Windows had them."""
    assert texts(b"STT,H\xf2\xf2 va\xcc t\xean\n1,Nguy\xea\xden V\xe3n Th\xfd\xd2\n".replace(b"\xf2\xf2", b"o\xf2"), "a.csv") == [
        "STT", "Họ và tên", "1", "Nguyễn Văn Thử",
    ]  # fmt: skip


def test_a_document_is_read_from_above(registry: Registry) -> None:
    """Deleted words are none; inserted ones, wrapped cells, tables in cells and styles are read."""
    styles = (
        '<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:styleId="A"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    inner = word_table([word_cell("Thôn Thử", "unicode")])
    table = word_table(
        [word_cell("Họ và tên", "unicode"), word_cell("Đơn vị", "unicode")],
        [
            "<w:sdt><w:sdtContent><w:tc><w:p><w:pPr><w:pStyle w:val='B'/></w:pPr><w:ins><w:r><w:t>Nguyeãn Vaên</w:t></w:r></w:ins>"
            "<w:del><w:r><w:t>Bỏ</w:t></w:r></w:del><w:r><w:tab/><w:t>Thöû</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>",
            f"<w:tc>{inner}<w:p/></w:tc>",
        ],
    )
    data = document(
        "<w:p><w:r><w:t>Danh s¸ch</w:t></w:r></w:p>", table, paragraph("Hết", "unicode")
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        data = zipped({**{name: archive.read(name) for name in archive.namelist()}, "word/styles.xml": styles})
    workbook = read(data, "a.docx")
    assert next(workbook.sheets[0].cells()).text == "Danh sách"
    assert [notice.partition(" (")[0] for notice in workbook.notices] == ["Văn bản còn dấu vết sửa đổi"]
    (entry,) = understand(workbook, registry).entries
    assert dict(entry.fields) == person("Nguyễn Văn Thử", unit="Thôn Thử")


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_called_as_spreadsheets_call_them(number: int, name: str) -> None:
    """A, Z, AA."""
    assert column_name(number) == name


@pytest.mark.parametrize("look", [lambda data: data, lambda data: bytearray(data)], ids=["bytes", "copy"])
def test_the_first_bytes_say_what_a_file_is(look: Callable[[bytes], bytes]) -> None:
    """Not its name: a workbook that is called .csv is a workbook."""
    assert texts(bytes(look(SMALL)), "a.csv")[1] == "Họ và tên"
