"""Appendices as offices make them, built afresh for every test; everybody in them is invented.

A builder takes the style of typing (unicode, tcvn3, vni) and gives the file; what must come of it stands beside it.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import normalize
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from typed import plain, runs

Value = str | int | float | datetime.date | None
Rows = Sequence[Sequence[Value]]
Fields = dict[str, object]


@dataclass(frozen=True)
class Case:
    """A file, and the recipients that must come of it in this order."""

    name: str
    build: Callable[[str], bytes]
    expected: Sequence[Fields]
    file: str = "danh-sach.xlsx"
    answers: tuple[tuple[str, str], ...] = ()


def person(name: str, **fields: object) -> Fields:
    return {"kind": "individual", "name": name, **fields}


def body(name: str, **fields: object) -> Fields:
    return {"kind": "collective", "name": name, **fields}


def home(name: str, head: str, **fields: object) -> Fields:
    return {"kind": "household", "name": name, "head": head, **fields}


# -- ways to make files


def fill(sheet: Worksheet, rows: Rows, style: str, start: int = 1) -> None:
    """Write rows of values; texts get the fonts of their style."""
    for row, values in enumerate(rows, start):
        for column, value in enumerate(values, 1):
            if isinstance(value, str):
                put(sheet, row, column, value, style)
            elif value is not None:
                sheet.cell(row, column).value = value


def put(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    cell = sheet.cell(row, column)
    parts = runs(text, style)
    cell.font = Font(name=parts[0][1])
    if len(parts) == 1 or text.startswith("="):
        cell.value = text if text.startswith("=") else parts[0][0]
    else:
        blocks = [TextBlock(InlineFont(rFont=font), part) for part, font in parts]
        cell.value = CellRichText(*blocks)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def one_sheet(rows: Rows, *merged: str) -> Callable[[str], bytes]:
    def build(style: str) -> bytes:
        book = Workbook()
        fill(book.active, rows, style)
        for area in merged:
            book.active.merge_cells(area)
        return saved(book)

    return build


def document(*blocks: str) -> bytes:
    """A .docx of paragraphs and tables."""
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{''.join(blocks)}</w:body></w:document>"
    )
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": text})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str, style: str) -> str:
    found = []
    for part, font in runs(text, style) if text else ():
        look = f"<w:rPr><w:rFonts w:ascii={quoteattr(font)} w:hAnsi={quoteattr(font)}/></w:rPr>"
        found.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
    return f"<w:p>{''.join(found)}</w:p>"


def word_cell(text: str, style: str, *, span: int = 1, down: str = "") -> str:
    """`down` begins ("restart") or continues ("continue") a cell merged downwards."""
    look = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look += f'<w:vMerge w:val="{down}"/>' if down else ""
    lines = "".join(paragraph(line, style) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{lines}</w:tc>"


def word_table(*rows: Sequence[str]) -> str:
    listed = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl>{listed}</w:tbl>"


_EMPTY = re.compile("<v ?/>|<v></v>")
"""A cell without a value, as openpyxl writes it with and without lxml beside it."""


def changed(data: bytes, part: str, *pairs: tuple[str, str]) -> bytes:
    """A package with words of one part replaced, each of which must be there."""
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == part:
                text = _EMPTY.sub("<v/>", content.decode())
                for old, new in pairs:
                    assert old in text, old
                    text = text.replace(old, new)
                content = text.encode()
            parts[name] = content
    return zipped(parts)


# -- the files

PLAIN = one_sheet(
    (
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Thành tích"),
        (1, "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Một", "Vận động bà con hiến 1.200 m² đất làm đường."),
        (2, "Lê Thị Ánh", "Giáo viên", "Trường Tiểu học Thử", "Ủng hộ 50 bộ sách; dạy giỏi nhiều năm liền."),
    )
)

ADORNED = one_sheet(
    (
        ("ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ THỬ", None, None, "Độc lập - Tự do - Hạnh phúc"),
        (),
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG",),
        ("(Kèm theo Quyết định số 15/QĐ-UBND ngày 02/9/2026 của Chủ tịch Ủy ban nhân dân xã Thử)",),
        (),
        ("STT", "Họ và tên", "Năm sinh", None, "Chức vụ, đơn vị công tác", "Ghi chú"),
        (None, None, "Nam", "Nữ"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("I", "TẬP THỂ"),
        (1, "Trường Tiểu học Thử", None, None, None, "Được xét lần đầu"),
        (),
        ("II", "CÁ NHÂN"),
        (1, "Ông Nguyễn Văn Thử", 1970, None, "Trưởng thôn, thôn Thử Một"),
        (2, "Bà LÊ THỊ ÁNH", None, "19/5/1980", "Giáo viên, Trường Tiểu học Thử", "Truy tặng"),
        (),
        ("Tổng cộng: 01 tập thể, 02 cá nhân",),
        (None, None, None, None, "Xã Thử, ngày 02 tháng 9 năm 2026"),
        ("NGƯỜI LẬP BIỂU", None, None, None, "TM. ỦY BAN NHÂN DÂN"),
        (),
        (None, None, None, None, "Trần Văn Ký"),
    ),
    "A7:A8", "B7:B8", "C7:D7", "E7:E8", "F7:F8", "A4:F4", "A5:F5", "A17:F17",
)  # fmt: skip

DEEP = one_sheet(
    (
        ("TT", "Người được khen", None, None, "Khen thưởng", None),
        (None, "Họ và tên", "Nơi làm việc", None, "Hình thức khen thưởng", "Lý do"),
        (None, None, "Chức vụ", "Đơn vị", None, None),
        (1, "Nguyễn Văn Thử", "Tổ trưởng", "Tổ tự quản số 3", "Giấy khen", "Giữ gìn trật tự."),
        (2, "Lê Thị Ánh", "Hội viên", "Hội Phụ nữ xã Thử", "Bằng khen", "Giúp đỡ người khó khăn."),
    ),
    "A1:A3", "B1:D1", "B2:B3", "C2:D2", "E1:F1", "E2:E3", "F2:F3",
)  # fmt: skip

TWO_TABLES = one_sheet(
    (
        ("I. DANH SÁCH TẬP THỂ",),
        ("STT", "Tên tập thể", "Thành tích"),
        ("1", "Thôn Thử Một", "Làm đường."),
        ("2", "Chi hội Nông dân thôn Thử Hai", "Nuôi cá."),
        (),
        ("II. DANH SÁCH CÁ NHÂN",),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"),
        ("1", "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Một", "Làm đường."),
    ),
    "A1:C1", "A6:E6",
)  # fmt: skip


def several_sheets(style: str) -> bytes:
    book = Workbook()
    book.active.title = "Cá nhân"
    fill(
        book.active,
        (("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Thử", "Thôn Thử Một"), (2, "H'Ánh Niê", "Buôn Thử")),
        style,
    )
    fill(book.create_sheet("Tập thể"), (("STT", "Tên đơn vị", "Thành tích"), (1, "Quân đội Thử", "Cứu hộ.")), style)
    old = book.create_sheet("Nháp")
    fill(old, (("STT", "Họ và tên", "Đơn vị"), (1, "Trần Văn Cũ", "Thôn Thử Hai")), style)
    old.sheet_state = "hidden"
    fill(book.create_sheet("Ghi chép"), (("Chỉ là mấy dòng ghi thêm của người lập",),), style)
    return saved(book)


def hidden_parts(style: str) -> bytes:
    book = Workbook()
    sheet = book.active
    fill(
        sheet,
        (
            ("STT", "Họ và tên", "Số CCCD", "Điện thoại", "Đơn vị"),
            (1, "Nguyễn Văn Thử", "001000000001", "0900000001", "Thôn Thử Một"),
            (2, "Trần Thị Bỏ", "001000000002", "0900000002", "Thôn Thử Hai"),
            (3, "Lê Thị Ánh", "001000000003", "0900000003", "Thôn Thử Hai"),
        ),
        style,
    )
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
    return saved(book)


MERGED_DOWN = one_sheet(
    (
        ("STT", "Họ và tên", "Đơn vị", "Địa chỉ"),
        (1, "Nguyễn Văn Thử", "Hợp tác xã Thử", "Xã Thử"),
        (2, "Lê Thị Ánh", None, None),
        (3, "Trần Văn Giỏi", "Trạm Y tế xã Thử", None),
    ),
    "C2:C3", "D2:D4",
)  # fmt: skip

HOMES = one_sheet(
    (
        ("DANH SÁCH HỘ GIA ĐÌNH VĂN HÓA TIÊU BIỂU",),
        ("Số TT", "Họ và tên chủ hộ", "Thôn", "Xã", "Nội dung thành tích"),
        (1, "Ông Nguyễn Văn Thử", "Thôn Thử Một", "xã Thử", "Hiến đất."),
        (2, "LÊ THỊ ÁNH", "Thôn Thử Hai", "xã Thử", "Nhận đỡ đầu trẻ em."),
    ),
    "A1:E1",
)

IN_ONE_CELL = one_sheet(
    (
        ("Họ và tên, chức vụ, đơn vị công tác", "Lý do khen thưởng"),
        ("Ông Nguyễn Văn Thử, Hiệu trưởng Trường Tiểu học Thử", "Quản lý tốt."),
        ("Đại úy Trần Văn Giỏi, Đội trưởng, Công an xã Thử", "Bắt cướp."),
        ("Bà Lê Thị Ánh, nông dân, thôn Thử Một", "Trồng rau sạch."),
    )
)

AWARDS = one_sheet(
    (
        ("STT", "Họ và tên", "Đối tượng", "Danh hiệu, hình thức", "Hạng", "Lần thứ", "Số vào sổ", "Mức thưởng"),
        (1, "Nguyễn Văn Thử", "Cá nhân", "Tặng Giấy khen", None, None, "12/2026", 500000),
        (2, "Ánh Dương", "Tập thể", "Huy chương Thử hạng Nhì", None, "II", "13/2026", 1500000.5),
        (3, "Lê Thị Ánh", "Cá nhân", "Kỷ niệm chương Người Thử", "Ba", None, "14/2026", 300000),
    )
)


def numbers(style: str) -> bytes:
    """Dates as dates, numbers as text, a formula whose result was saved, and one whose was not."""
    book = Workbook()
    fill(
        book.active,
        (
            ("STT", "Họ và tên", "Ngày, tháng, năm sinh", "Giới tính", "Đơn vị"),
            ("1", "Nguyễn Văn Thử", datetime.date(1970, 5, 19), "Nam", "Thôn Thử Một"),
            ("=A2+1", "Lê Thị Ánh", "1980", "nữ", "=E2"),
            ("3", "Trần Văn Giỏi", "32/13/1990", "Nam", "Thôn Thử Hai"),
        ),
        style,
    )
    return changed(saved(book), "xl/worksheets/sheet1.xml", ("<f>A2+1</f><v/>", "<f>A2+1</f><v>2</v>"))


def word(style: str) -> bytes:
    def cell(text: str, span: int = 1, down: str = "") -> str:
        return word_cell(text, style, span=span, down=down)

    return document(
        word_table([cell("ỦY BAN NHÂN DÂN\nXÃ THỬ"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
        paragraph("DANH SÁCH", style),
        paragraph("Kèm theo Quyết định số 15/QĐ-UBND ngày 02 tháng 9 năm 2026", style),
        paragraph("", style),
        word_table(
            [cell("TT", down="restart"), cell("Họ và tên", down="restart"), cell("Công tác", span=2), cell("Thành tích", down="restart")],
            [cell("", down="continue"), cell("", down="continue"), cell("Chức vụ"), cell("Đơn vị"), cell("", down="continue")],
            [cell("I"), cell("Cá nhân", span=4)],
            [cell(""), cell("Ông Nguyễn Văn Thử"), cell("Trưởng thôn"), cell("Thôn Thử Một", down="restart"), cell("Hiến đất\nlàm đường")],
            [cell(""), cell("Bà Lê Thị Ánh"), cell("Nông dân"), cell("", down="continue"), cell("Trồng rau sạch")],
            [cell("II"), cell("Hộ gia đình", span=4)],
            [cell(""), cell("Hộ bà Trần Thị Đẹp"), cell(""), cell("Thôn Thử Hai"), cell("Nhường nhà")],
        ),
        paragraph("Danh sách này có 03 trường hợp.", style),
        paragraph("Nơi nhận: Như trên; Lưu VT.", style),
    )  # fmt: skip


def separated(style: str) -> bytes:
    """A file of text: merged titles have fallen apart, and no font tells how it was typed."""
    rows = (
        "Phụ lục;;;;",
        "STT;Họ và tên;Năm sinh;;Đơn vị;Thành tích",
        ";;Nam;Nữ;;",
        "1;Nguyễn Văn Thử;1970;;Thôn Thử Một;Hiến đất làm đường",
        '2;Lê Thị Ngọc;;1980;Thôn Thử Hai;"Trồng rau sạch; nuôi ong"',
    )
    text = "\r\n".join(plain(row, style) for row in rows)
    return text.encode() if style == "unicode" else text.encode("latin-1")


def with_macros(style: str) -> bytes:
    """Family and given name in two columns; macros and a link to another file."""
    rows = (
        ("STT", "Họ và tên", None, "Lớp", "Thành tích"),
        (1, "Nguyễn Văn", "Thử", "Lớp 9A", "Học giỏi"),
        (2, "Lê Thị", "Ánh", "Lớp 8B", "Trả lại của rơi"),
    )
    data = one_sheet(rows, "B1:C1")(style)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf", "xl/externalLinks/externalLink1.xml": "<externalLink/>"})


def decomposed(style: str) -> bytes:
    """Letters and marks apart, as some systems type them."""
    rows = (("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Thử", "Thôn Thử Một"), (2, "Lê Thị Ánh", "Thôn Thử Hai"))
    apart = [
        [normalize("NFD", value) if style == "unicode" and isinstance(value, str) else value for value in row]
        for row in rows
    ]
    return one_sheet(apart)(style)


PAGES = one_sheet(
    (
        ("STT", "Họ và tên", "Đơn vị", "Thành tích"),
        (1, "Nguyễn Văn Thử", "Thôn Thử Một", "Vận động bà con"),
        (None, None, None, "hiến đất làm đường"),
        ("STT", "Họ và tên", "Đơn vị", "Thành tích"),
        (2, "Lê Thị Ánh", "Thôn Thử Hai", "Trồng rau sạch"),
        ("A", "Khối trường học"),
        (3, "Trần Văn Giỏi", None, "Dạy giỏi"),
        (4, None, "Thôn Thử Ba", "Quên ghi tên"),
        ("Cộng", 5),
    )
)

CASES = (
    Case("plain", PLAIN, (
        person("Nguyễn Văn Thử", role="Trưởng thôn", unit="Thôn Thử Một", reason="Vận động bà con hiến 1.200 m² đất làm đường."),
        person("Lê Thị Ánh", role="Giáo viên", unit="Trường Tiểu học Thử", reason="Ủng hộ 50 bộ sách; dạy giỏi nhiều năm liền."),
    )),
    Case("adorned", ADORNED, (
        body("Trường Tiểu học Thử"),
        person("Nguyễn Văn Thử", role="Trưởng thôn", unit="Thôn Thử Một", sex="male", born="1970"),
        person("Lê Thị Ánh", role="Giáo viên", unit="Trường Tiểu học Thử", sex="female", born="1980", posthumous=True),
    )),
    Case("deep", DEEP, (
        person("Nguyễn Văn Thử", role="Tổ trưởng", unit="Tổ tự quản số 3", award="giay-khen", reason="Giữ gìn trật tự."),
        person("Lê Thị Ánh", role="Hội viên", unit="Hội Phụ nữ xã Thử", place="xa-thu", award="bang-khen-tinh", reason="Giúp đỡ người khó khăn."),
    ), answers=(("award:bang khen", "bang-khen-tinh"),)),
    Case("two tables", TWO_TABLES, (
        body("Thôn Thử Một", reason="Làm đường."),
        body("Chi hội Nông dân thôn Thử Hai", reason="Nuôi cá."),
        person("Nguyễn Văn Thử", role="Trưởng thôn", unit="Thôn Thử Một", reason="Làm đường."),
    )),
    Case("several sheets", several_sheets, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một"),
        person("H'Ánh Niê", unit="Buôn Thử"),
        body("Quân đội Thử", reason="Cứu hộ."),
    )),
    Case("hidden parts", hidden_parts, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một"),
        person("Lê Thị Ánh", unit="Thôn Thử Hai"),
    ), answers=(("hidden:1.1", "no"),)),
    Case("merged down", MERGED_DOWN, (
        person("Nguyễn Văn Thử", unit="Hợp tác xã Thử", place="xa-thu"),
        person("Lê Thị Ánh", unit="Hợp tác xã Thử", place="xa-thu"),
        person("Trần Văn Giỏi", unit="Trạm Y tế xã Thử", place="xa-thu"),
    )),
    Case("homes", HOMES, (
        home("Hộ ông Nguyễn Văn Thử", "Nguyễn Văn Thử", place="xa-thu", place_text="Thôn Thử Một, xã Thử", reason="Hiến đất."),
        home("Hộ Lê Thị Ánh", "Lê Thị Ánh", place="xa-thu", place_text="Thôn Thử Hai, xã Thử", reason="Nhận đỡ đầu trẻ em."),
    )),
    Case("in one cell", IN_ONE_CELL, (
        person("Nguyễn Văn Thử", role="Hiệu trưởng", unit="Trường Tiểu học Thử", sex="male", reason="Quản lý tốt."),
        person("Trần Văn Giỏi", role="Đại úy, Đội trưởng", unit="Công an xã Thử", place="xa-thu", reason="Bắt cướp."),
        person("Lê Thị Ánh", role="nông dân", unit="Thôn Thử Một", sex="female", reason="Trồng rau sạch."),
    )),
    Case("awards", AWARDS, (
        person("Nguyễn Văn Thử", award="giay-khen", register_number="12/2026"),
        body("Ánh Dương", award="huy-chuong-thu-hang-nhi", times="2", register_number="13/2026"),
        person("Lê Thị Ánh", award_text="Kỷ niệm chương Người Thử", **{"class": "3"}, register_number="14/2026"),
    )),
    Case("numbers", numbers, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một", sex="male", born="1970"),
        person("Lê Thị Ánh", sex="female", born="1980"),
        person("Trần Văn Giỏi", unit="Thôn Thử Hai", sex="male"),
    )),
    Case("word", word, (
        person("Nguyễn Văn Thử", role="Trưởng thôn", unit="Thôn Thử Một", sex="male", reason="Hiến đất làm đường"),
        person("Lê Thị Ánh", role="Nông dân", unit="Thôn Thử Một", sex="female", reason="Trồng rau sạch"),
        home("Hộ bà Trần Thị Đẹp", "Trần Thị Đẹp", unit="Thôn Thử Hai", reason="Nhường nhà"),
    ), file="danh-sach.docx"),
    Case("separated", separated, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một", sex="male", born="1970", reason="Hiến đất làm đường"),
        person("Lê Thị Ngọc", unit="Thôn Thử Hai", sex="female", born="1980", reason="Trồng rau sạch; nuôi ong"),
    ), file="danh-sach.csv"),
    Case("with macros", with_macros, (
        person("Nguyễn Văn Thử", unit="Lớp 9A", reason="Học giỏi"),
        person("Lê Thị Ánh", unit="Lớp 8B", reason="Trả lại của rơi"),
    ), file="danh-sach.xlsm"),
    Case("decomposed", decomposed, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một"),
        person("Lê Thị Ánh", unit="Thôn Thử Hai"),
    )),
    Case("pages", PAGES, (
        person("Nguyễn Văn Thử", unit="Thôn Thử Một", reason="Vận động bà con hiến đất làm đường"),
        person("Lê Thị Ánh", unit="Thôn Thử Hai", reason="Trồng rau sạch"),
        person("Trần Văn Giỏi", unit="Khối trường học", reason="Dạy giỏi"),
    )),
)  # fmt: skip
