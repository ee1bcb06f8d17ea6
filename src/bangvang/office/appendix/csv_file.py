"""Text with separators (.csv): whatever encoding a spreadsheet of its time saved it in."""

from __future__ import annotations

import csv
from collections import Counter
from unicodedata import normalize

from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.sheet import RawCell, RawSheet
from bangvang.vietnamese.legacy import decode_legacy, guess_encoding, vietnamese_share

_SEPARATORS = ";,\t|"
_LOOKED_AT = 200_000
_LONGEST_CELL = 100_000
_FIRST_UNDEFINED = 0x80


def read_csv(data: bytes, name: str) -> RawSheet:
    """One sheet, without fonts."""
    text = text_of(data)
    if "\0" in text:
        raise AppendixError(
            "Tệp không phải là bảng dạng chữ (.csv)", "Hãy mở tệp gốc bằng Excel rồi lưu thành .xlsx hoặc CSV UTF-8."
        )
    csv.field_size_limit(_LONGEST_CELL)
    cells = []
    try:
        for row, values in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=_separator(text)), 1):
            for column, value in enumerate(values, 1):
                if value.strip():
                    cells.append(RawCell(row, column, ((value, None),)))
    except csv.Error:
        raise AppendixError(
            "Tệp .csv có dấu ngoặc kép không khép lại", "Hãy mở tệp gốc bằng Excel rồi lưu thành .xlsx."
        ) from None
    return RawSheet(name, tuple(cells))


def text_of(data: bytes) -> str:
    """What a byte order mark or the rules of UTF-8 say; otherwise the code page in which more of it is Vietnamese."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        candidates = (normalize("NFC", data.decode("cp1258", errors="replace")), _western(data))
        return max(candidates, key=_likeliness)


def _western(data: bytes) -> str:
    """Windows' Western code page; bytes that it leaves open keep their number."""
    return data.decode("latin-1").translate(_WINDOWS)


_WINDOWS = {
    code: bytes((code,)).decode("cp1252", errors="ignore") or chr(code) for code in range(_FIRST_UNDEFINED, 0xA0)
}


def _likeliness(text: str) -> float:
    sample = text[:_LOOKED_AT]
    return vietnamese_share(decode_legacy(sample, guess_encoding([sample])))


def _separator(text: str) -> str:
    """The one that most lines have equally many of; in prose signs come as they like."""
    lines = text[:_LOOKED_AT].splitlines()

    def regularity(sign: str) -> int:
        counts = Counter(line.count(sign) for line in lines)
        return max((count * lines_with for count, lines_with in counts.items()), default=0)

    return max(_SEPARATORS, key=regularity)
