"""A file → its sheets. What it is, its first bytes say, not its name."""

from __future__ import annotations

from pathlib import Path

from bangvang.office.appendix.csv_file import read_csv
from bangvang.office.appendix.decoding import decode_sheet
from bangvang.office.appendix.docx import read_docx
from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.package import DAMAGED, Package
from bangvang.office.appendix.sheet import RawSheet, Workbook
from bangvang.office.appendix.xlsx import read_xlsx

MAX_BYTES = 30_000_000

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OLD_FORMS = (
    ("EncryptedPackage", "Tệp có mật khẩu nên không đọc được", "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập."),
    (
        "WordDocument",
        "Đây là văn bản Word kiểu cũ (.doc), dù tên tệp có thể khác",
        "Hãy mở bằng Word, chọn Lưu thành (Save As), loại tệp .docx, rồi nhập tệp mới.",
    ),
    (
        "Workbook",
        "Đây là bảng Excel kiểu cũ (.xls), dù tên tệp có thể khác",
        "Hãy mở bằng Excel, chọn Lưu thành (Save As), loại tệp .xlsx, rồi nhập tệp mới.",
    ),
)
_SAVE_NEW = "Hãy mở bằng Excel hoặc Word, lưu thành .xlsx hoặc .docx, rồi nhập tệp mới."
_FOREIGN = (
    (b"%PDF", "Đây là tệp PDF, không phải bảng", "Hãy nhập tệp Excel hoặc Word gốc của danh sách."),
    (b"{\\rtf", "Đây là tệp RTF, dù tên tệp có thể khác", _SAVE_NEW),
    (b"\xff\xd8\xff", "Đây là tệp ảnh, không phải bảng", "Hãy nhập tệp Excel hoặc Word gốc của danh sách."),
    (b"\x89PNG", "Đây là tệp ảnh, không phải bảng", "Hãy nhập tệp Excel hoặc Word gốc của danh sách."),
)


def read(source: Path | bytes, name: str) -> Workbook:
    """Everything in the file; raises `AppendixError` with a sentence for the clerk."""
    data = _bytes(source)
    if not data.strip():
        raise AppendixError("Tệp rỗng, không có chữ nào", "Hãy xem lại có chọn đúng tệp không.")
    raw, notices = _raw_sheets(data, name)
    sheets = tuple(decode_sheet(sheet) for sheet in raw)
    if not any(sheet.lines for sheet in sheets):
        raise AppendixError("Tệp không có chữ nào trong bảng", "Hãy xem lại có chọn đúng tệp không.")
    return Workbook(name, sheets, notices)


def _bytes(source: Path | bytes) -> bytes:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > MAX_BYTES:
        raise AppendixError(
            f"Tệp lớn {size // 1_000_000} MB, quá mức {MAX_BYTES // 1_000_000} MB",
            "Hãy chép riêng bảng danh sách (bỏ ảnh, bỏ các trang khác) sang một tệp mới rồi nhập tệp ấy.",
        )
    return source if isinstance(source, bytes) else source.read_bytes()


def _raw_sheets(data: bytes, name: str) -> tuple[tuple[RawSheet, ...], tuple[str, ...]]:
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data)
    for start, what, remedy in _FOREIGN:
        if data.startswith(start):
            raise AppendixError(what, remedy)
    if data[:2] == _ZIP[:2]:
        try:
            return _zipped(Package(data), name)
        except (ValueError, IndexError, RecursionError):
            raise DAMAGED from None
    if data.lstrip()[:1] == b"<":
        raise AppendixError("Đây là trang mạng hoặc XML, dù tên tệp có thể khác", _SAVE_NEW)
    if name.casefold().endswith((".xlsx", ".xlsm", ".docx")):
        raise DAMAGED
    return (read_csv(data, name),), ()


def _zipped(package: Package, name: str) -> tuple[tuple[RawSheet, ...], tuple[str, ...]]:
    if "xl/workbook.xml" in package.names:
        return read_xlsx(package)
    if "word/document.xml" in package.names:
        sheet, notices = read_docx(package, name)
        return (sheet,), notices
    if "xl/workbook.bin" in package.names or "mimetype" in package.names:
        raise AppendixError("Đây là bảng hoặc văn bản kiểu khác (.xlsb, .ods, .odt)", _SAVE_NEW)
    raise AppendixError("Tệp nén này không phải là bảng Excel hay văn bản Word", _SAVE_NEW)


def _old_office(data: bytes) -> AppendixError:
    for stream, what, remedy in _OLD_FORMS:
        if stream.encode("utf-16-le") in data:
            return AppendixError(what, remedy)
    return AppendixError("Đây là tệp Office kiểu cũ (.xls, .doc), dù tên tệp có thể khác", _SAVE_NEW)
