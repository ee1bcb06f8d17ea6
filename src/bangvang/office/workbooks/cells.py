"""One field in one cell: what is written there, what reading it gives, and what data that says.

Texts come back as they went; days that a workbook can hold are days, numbers that lose nothing are numbers, codes are
their labels, and records are named with their ids: “Xã Mẫu [xa-mau]”.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from unicodedata import normalize

from bangvang.office.differences import NameOf
from bangvang.office.edits import Data
from bangvang.office.fields import Field, Shape
from bangvang.office.forms import read_value, shown_value
from bangvang.records import is_id
from bangvang.records.dates import parse_partial_date, read_printed_date
from bangvang.vietnamese import fold, format_number, parse_number, short_date
from bangvang.vietnamese.numbers import NumberError

CellValue = str | int | float | datetime.date

MOST_CHARACTERS = 32_767
"""What a cell can hold."""
TOO_LONG = "(Dài quá sức chứa của một ô Excel: sửa mục này trong trình soạn.)"

_FIRST_DAY = datetime.date(1900, 3, 1)
"""Before it, spreadsheets count days each in its own way."""
_MOST_EXACT = 10**15
_YES, _NO = "Có", "Không"
_SAID_YES, _SAID_NO = frozenset({"co", "x", "dung", "true", "1"}), frozenset({"khong", "sai", "false", "0"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED = re.compile(r".*\[\s*([^\[\]]+?)\s*\]", re.DOTALL)
_BETWEEN = re.compile(r"\n|(?<=\])\s*[;,]")
_NUMBERS = frozenset({Shape.NUMBER, Shape.COUNT})
_DATES = frozenset({Shape.DAY, Shape.DATE})

Meant = Callable[[tuple[str, ...], str], list[tuple[str, str]]]
"""Ids and names of the records that somebody who typed a name may mean."""


class CellError(Exception):
    """A cell that says nothing usable."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} → {remedy}")
        self.what = what
        self.remedy = remedy


def cell_of(field: Field, data: Data, name_of: NameOf) -> CellValue | None:
    """What stands in the cell of a field; None where the field is empty."""
    if data is None:
        return None
    shown = shown_value(field, data)
    if isinstance(shown, list):
        text = "\n".join(str(text_of(_one(field, str(item), name_of))) for item in shown)
        return _that_fits(text) if shown else None
    return _one(field, shown, name_of) if shown != "" else None


def text_of(value: CellValue | None) -> str:
    """What a reader of workbooks gives for the value."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return short_date(value)
    if isinstance(value, float):
        return format_number(Decimal(repr(value))).replace(".", "")
    return clean(value) if isinstance(value, str) else str(value)


def clean(text: str) -> str:
    """Composed letters, plain line ends, and nothing that a workbook cannot hold."""
    plain = text
    if not text.isprintable():
        plain = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain if plain.isascii() else normalize("NFC", plain)


def data_of(field: Field, text: str, old: Data, meant: Meant) -> Data:
    """The data that a changed cell says; raises `CellError`."""
    if text.startswith(TOO_LONG[:40]):
        raise CellError("ô này chỉ giữ lời báo rằng nội dung quá dài", "Chép lại lời báo ấy, hoặc xóa hết rồi gõ mới.")
    if not field.many:
        return read_value(field, _said(field, text, old, meant), old)
    olds = old if isinstance(old, list) else [old]
    parts = _BETWEEN.split(text) if field.choices or field.kinds else text.splitlines()
    said = [_said(field, part.strip(), olds[0] if olds else None, meant) for part in parts if part.strip()]
    return read_value(field, said, old)


def _one(field: Field, shown: str, name_of: NameOf) -> CellValue:
    if field.shape in _DATES:
        return _day(shown) or shown
    if field.shape in _NUMBERS:
        number = _number(shown)
        return shown if number is None else number
    if field.shape is Shape.FLAG:
        return {"true": _YES, "false": _NO}.get(shown, shown)
    if field.shape is Shape.CHOICE:
        return next((choice.label for choice in field.choices if choice.code == shown), shown)
    if field.shape is Shape.RELATION:
        return called(shown, name_of(field.kinds, shown))
    return _that_fits(shown)


def called(id: str, name: str) -> str:
    """A record as cells and lists name it."""
    return id if name == id else f"{' '.join(name.replace('[', '(').replace(']', ')').split())} [{id}]"


def _that_fits(text: str) -> str:
    return text if len(text.encode("utf-16-le", "surrogatepass")) <= 2 * MOST_CHARACTERS else TOO_LONG


def _day(shown: str) -> datetime.date | None:
    """The day, where workbooks can hold it."""
    try:
        date = read_printed_date(shown)
    except ValueError:
        return None
    exact = date.exact if date is not None else None
    return exact if exact is not None and exact >= _FIRST_DAY else None


def _number(shown: str) -> int | float | None:
    """The number, where the very same text can be made of it again."""
    try:
        exact = parse_number(shown)
    except NumberError:
        return None
    if abs(exact) >= _MOST_EXACT or (shown not in (format_number(exact), format_number(exact).replace(".", ""))):
        return None
    if exact == exact.to_integral_value():
        return int(exact) if "," not in shown and not shown.startswith("-0") else None
    number = float(exact)
    return number if "e" not in repr(number) and format_number(Decimal(repr(number))) == format_number(exact) else None


def _said(field: Field, text: str, old: Data, meant: Meant) -> str:
    """The text of a cell as a form would send it."""
    plain = text.strip()
    if not plain:
        return ""
    if field.shape is Shape.FLAG:
        return _flag(plain)
    if field.shape is Shape.CHOICE:
        return _code(field, plain)
    if field.shape is Shape.RELATION:
        return _related(field, plain, old, meant)
    if field.shape is Shape.NUMBER:
        return _as_printed(plain, old)
    return text


def _flag(text: str) -> str:
    said = fold(text)
    if said in _SAID_YES:
        return "true"
    if said in _SAID_NO:
        return "false"
    raise CellError(f"“{text}” không rõ là có hay không", "Chọn Có hoặc Không trong danh sách của ô.")


def _code(field: Field, text: str) -> str:
    wanted = fold(text)
    for choice in field.choices:
        if text == choice.code or wanted == fold(choice.label):
            return choice.code
    listed = ", ".join(choice.label for choice in field.choices)
    raise CellError(f"“{text}” không có trong danh sách", f"Chọn một trong: {listed}.")


def _related(field: Field, text: str, old: Data, meant: Meant) -> str:
    named = _NAMED.fullmatch(text)
    if named is not None:
        return named[1]
    if text == old:
        return text
    found = meant(field.kinds, text)
    if len(found) == 1:
        return found[0][0]
    if found:
        some = "; ".join(called(id, name) for id, name in found[:4])
        raise CellError(f"“{text}” có thể là nhiều hồ sơ", f"Ghi rõ kèm mã trong ngoặc vuông: {some}.")
    if is_id(text):
        return text
    raise CellError(
        f"không có hồ sơ nào tên “{text}”", "Chọn trong danh sách của ô, hoặc ghi mã trong ngoặc vuông, ví dụ [xa-mau]."
    )


def _as_printed(text: str, old: Data) -> str:
    """A number typed into a cell, as files have it; whatever is none stays for the model to judge."""
    try:
        printed = format_number(parse_number(text))
    except NumberError:
        return text
    ungrouped = isinstance(old, str) and len(old) > 3 and old.isdigit()
    return printed.replace(".", "") if ungrouped else printed


def may_be_a_year(field: Field, data: Data) -> bool:
    """Whether a day may be a year that was typed into a cell for days: 2024 is 16/7/1905 there."""
    if field.shape not in _DATES or not isinstance(data, str):
        return False
    try:
        day = parse_partial_date(data).exact
    except ValueError:
        return False
    return day is not None and datetime.date(1904, 6, 1) <= day <= datetime.date(1905, 12, 31)
