"""The lines of a paper, whatever file they came in: clean Unicode, without the marks of Markdown, none left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangvang.office.appendix.csv_file import text_of
from bangvang.office.appendix.decoding import clean
from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.reading import MAX_BYTES
from bangvang.office.appendix.reading import read as read_workbook
from bangvang.vietnamese.legacy import Encoding, decode_legacy, guess_encoding

_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
_FOREIGN = (b"%PDF", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG")
MAX_CHARACTERS = 400_000

_COLUMNS = re.compile(r"\t+| {3,}")
_SIDE_BY_SIDE = re.compile(r"CỘNG HO[ÀA]|CỘNG HÒA|Độc lập|ngày.*tháng|^(?:TM|KT|TL|TUQ|Q)\.|^Nơi nhận", re.IGNORECASE)
_HEADING_MARK = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_ESCAPED = re.compile(r"\\(?=[.)\-*#_\[\]+>!(])")
_LIST_MARK = re.compile(r"^\s*[-*+]\s+(?=(?:[a-zđ]|[0-9]{1,2})\))")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Paper:
    """What was handed in."""

    lines: tuple[str, ...]
    notices: tuple[str, ...] = ()
    """What a clerk should know of the file."""


def read_file(data: bytes, name: str) -> Paper:
    """The lines of a file; raises `AppendixError` with a sentence for the clerk."""
    if data.startswith(_FOREIGN):
        raise AppendixError("Tệp này không phải là văn bản Word hay tệp chữ", "Hãy nhập tệp .docx, .txt hoặc .md gốc.")
    if data.startswith((_ZIP, _OLD_OFFICE)):
        return _word(data, name)
    if len(data) > MAX_BYTES:
        raise _too_long()
    return read_text(text_of(data))


def read_text(text: str) -> Paper:
    """The lines of a text that was pasted."""
    if len(text) > MAX_CHARACTERS:
        raise _too_long()
    encoding = guess_encoding([text])
    lines = [part for line in text.splitlines() for part in _apart(decode_legacy(line, encoding))]
    return _paper(lines, _decoded_from(encoding))


def _word(data: bytes, name: str) -> Paper:
    """Paragraphs and cells from top to bottom; side by side, the left one first."""
    book = read_workbook(data, name)
    if not any(sheet.prose for sheet in book.sheets):
        raise AppendixError("Tệp này chỉ có bảng, không có văn bản", "Danh sách thì nhập ở Nhập danh sách.")
    rows = (line for sheet in book.sheets for _, line in sorted(sheet.lines.items()))
    lines = [part for row in rows for _, cell in sorted(row.items()) for part in cell.text.split("\n")]
    return _paper(lines, book.notices)


def _paper(lines: list[str], notices: tuple[str, ...]) -> Paper:
    plain = [line for raw in lines for line in clean(_unmarked(raw)).split("\n") if line]
    if not any(map(_WORD.search, plain)):
        raise AppendixError("Không thấy chữ nào", "Hãy dán lời văn của văn bản, hoặc chọn tệp khác.")
    return Paper(tuple(plain), notices)


def _apart(line: str) -> list[str]:
    """What a letterhead sets side by side, as lines of their own."""
    parts = [part for part in _COLUMNS.split(line.strip()) if part]
    return parts if len(parts) > 1 and any(map(_SIDE_BY_SIDE.search, parts)) else [line]


def _unmarked(line: str) -> str:
    """Without what Markdown adds to the print."""
    plain = _ESCAPED.sub("", _HEADING_MARK.sub("", line)).replace("**", "")
    return _LIST_MARK.sub("", _EMPHASIS.sub(r"\1", plain))


def _decoded_from(encoding: Encoding) -> tuple[str, ...]:
    if encoding is Encoding.UNICODE:
        return ()
    name = "VNI" if encoding is Encoding.VNI else "TCVN3 (.VnTime)"
    return (f"Chữ gõ bằng bảng mã {name}, đã chuyển sang Unicode; hãy đọc lại vài dòng.",)


def _too_long() -> AppendixError:
    return AppendixError("Văn bản dài bất thường", "Hãy tách phụ lục ra, chỉ nhập phần lời văn.")
