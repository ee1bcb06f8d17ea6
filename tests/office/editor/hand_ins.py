"""What a clerk hands in: a messy list, a workbook that comes back, the text of a plan."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

PLAN = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MẪU\tĐộc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND\tXã Mẫu, ngày 31 tháng 02 năm 2026
KẾ HOẠCH
Về việc phát động phong trào thi đua năm 2026
Căn cứ Luật Thi đua, Khen thưởng;
Ủy ban nhân dân xã Mẫu ban hành Kế hoạch như sau:
I. NỘI DUNG THI ĐUA
1. Chỉ tiêu
- Trồng 1.200 cây; trong đó xóm Mẫu Một 700 cây, xóm Mẫu Hai 400 cây.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng xã chủ trì, phối hợp với Đoàn Thanh niên tổ chức lễ phát động trước ngày 20/6.
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Thị Mẫu
"""


def messy(folder: Path) -> Path:
    """An appendix as typists make them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("ỦY BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("DANH SÁCH KHEN THƯỞNG",),
        ("(Kèm theo Quyết định số 91/QĐ-UBND ngày 20/11/2026)",),
        (),
        ("TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Thành tích"),
        ("(1)", "(2)", "(3)", "(4)"),
        ("I", "TẬP THỂ"),
        (1, "Chi hội Phụ nữ thôn Thử", "", "Giữ sạch đường làng"),
        ("II", "CÁ NHÂN"),
        (1, "Ông QUÁCH THỬ BẢY", "Trưởng thôn, Thôn Ba", "Vận động hiến đất"),
        ("Tổng cộng: 02",),
        (),
        ("", "", "", "CHỦ TỊCH"),
    ):
        sheet.append(row)
    path = folder / "phu-luc.xlsx"
    book.save(path)
    return path


def typed_over(data: bytes, title: str, value: str) -> bytes:
    """The workbook with another value in the first row of the decision's list; an empty one deletes the row."""
    book = load_workbook(BytesIO(data))
    page = book["Danh sách"]
    row = next(cells[0].row for cells in page.iter_rows() if (cells[0].value, cells[1].value) == ("qd-1", "1"))
    if value:
        page.cell(row, next(cell.column for cell in page[1] if cell.value == title)).value = value
    else:
        page.delete_rows(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
