"""Workbooks (.xlsx, .xlsm): cells with their fonts, merged and hidden ones; macros and links are left alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.package import Package, attribute, child, children, elements, local
from bangvang.office.appendix.sheet import Area, CellFault, RawCell, RawSheet, Run
from bangvang.vietnamese import format_number, short_date

MAX_CELLS = 1_500_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_LETTERS = re.compile("[dy]|m{3,}", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


@dataclass(frozen=True, slots=True)
class _Style:
    font: str | None = None
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: list[tuple[Run, ...]]
    """A run without a font of its own has that of its cell."""
    styles: list[_Style]
    starts_1904: bool

    def style(self, element: Element) -> _Style:
        index = int(element.get("s", 0))
        return self.styles[index] if index < len(self.styles) else _Style()


@dataclass(slots=True)
class _Found:
    cells: list[RawCell] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    row: int = 0


def read_xlsx(package: Package) -> tuple[tuple[RawSheet, ...], tuple[str, ...]]:
    """Every sheet of cells, and what a clerk should know."""
    workbook = package.root("xl/workbook.xml")
    parts = package.related("xl/workbook.xml")
    properties = child(workbook, "workbookPr")
    book = _Book(
        _strings(package),
        _styles(package),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )
    listed = child(workbook, "sheets")
    sheets = []
    for entry in listed if listed is not None else ():
        part = parts.get(attribute(entry, "id") or "", "")
        if "worksheets/" in part and part in package.names:
            hidden = entry.get("state", "visible") != "visible"
            sheets.append(_sheet(entry.get("name", ""), package.read(part), book, hidden))
    return tuple(sheets), tuple(_notices(package))


def _notices(package: Package) -> Iterator[str]:
    if "xl/vbaProject.bin" in package.names:
        yield "Tệp có macro: macro không được chạy, chỉ đọc chữ trong các ô."
    if any(name.startswith("xl/externalLinks/") for name in package.names):
        yield "Tệp có liên kết tới tệp khác: không mở các tệp ấy, chỉ đọc kết quả đã lưu trong ô."


def _strings(package: Package) -> list[tuple[Run, ...]]:
    name = "xl/sharedStrings.xml"
    if name not in package.names:
        return []
    found = []
    for element in elements(package.read(name)):
        if local(element.tag) == "si":
            found.append(_runs(element))
            element.clear()
    return found


def _runs(element: Element) -> tuple[Run, ...]:
    """The text of a shared or inline string; hints for pronunciation are no text."""
    runs: list[Run] = []
    for part in element:
        if local(part.tag) == "t":
            runs.append((_text(part), None))
        elif local(part.tag) == "r":
            look, text = child(part, "rPr"), child(part, "t")
            font = child(look, "rFont") if look is not None else None
            runs.append((_text(text) if text is not None else "", font.get("val") if font is not None else None))
    return tuple(run for run in runs if run[0])


def _text(element: Element) -> str:
    text = element.text or ""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _styles(package: Package) -> list[_Style]:
    name = "xl/styles.xml"
    if name not in package.names:
        return []
    root = package.root(name)
    fonts = [_font_name(font) for group in children(root, "fonts") for font in group]
    codes = {code.get("numFmtId"): code.get("formatCode", "") for group in children(root, "numFmts") for code in group}
    styles = []
    for group in children(root, "cellXfs"):
        for entry in group:
            font, number = int(entry.get("fontId", 0)), entry.get("numFmtId", "0")
            is_date = int(number) in _BUILT_IN_DATES or _is_date_code(codes.get(number, ""))
            styles.append(_Style(fonts[font] if font < len(fonts) else None, is_date))
    return styles


def _font_name(font: Element) -> str | None:
    name = child(font, "name")
    return name.get("val") if name is not None else None


def _is_date_code(code: str) -> bool:
    return bool(_DATE_LETTERS.search(_LITERAL.sub("", code)))


def _sheet(name: str, data: bytes, book: _Book, hidden: bool) -> RawSheet:
    found = _Found()
    for element in elements(data):
        match local(element.tag):
            case "row":
                _add_row(found, element, book)
            case "mergeCell":
                _add_merged(found, element.get("ref", ""))
            case "col" if element.get("hidden") in ("1", "true"):
                last = min(int(element.get("max", 0)), _LAST_COLUMN)
                found.hidden_columns.update(range(int(element.get("min", 1)), last + 1))
    return RawSheet(
        name,
        tuple(found.cells),
        tuple(found.merged),
        hidden,
        frozenset(found.hidden_rows),
        frozenset(found.hidden_columns),
    )


def _add_row(found: _Found, element: Element, book: _Book) -> None:
    row = found.row = int(element.get("r", 0)) or found.row + 1
    if element.get("hidden") in ("1", "true"):
        found.hidden_rows.add(row)
    column = 0
    for cell in element:
        if local(cell.tag) != "c":
            continue
        reference = cell.get("r")
        column = _spot(reference)[1] if reference else column + 1
        runs, fault = _content(cell, book)
        if runs:
            found.cells.append(RawCell(row, column, runs, fault))
    if len(found.cells) > MAX_CELLS:
        raise AppendixError(
            "Bảng có quá nhiều ô để là một danh sách khen thưởng", "Hãy chép riêng danh sách sang một tệp mới."
        )
    element.clear()


def _content(element: Element, book: _Book) -> tuple[tuple[Run, ...], CellFault | None]:
    style = book.style(element)
    kind = element.get("t", "n")
    if kind == "inlineStr":
        inline = child(element, "is")
        return _with_font(_runs(inline) if inline is not None else (), style.font), None
    value = child(element, "v")
    text = value.text if value is not None else None
    if not text:
        formula = child(element, "f")
        if formula is not None and kind != "str":
            return ((f"={formula.text or ''}", None),), CellFault.NO_RESULT
        return (), None
    if kind == "s":
        index = int(text)
        return (_with_font(book.strings[index], style.font) if index < len(book.strings) else ()), None
    if kind == "e":
        return ((text, None),), CellFault.ERROR
    if kind == "b":
        return (("Có" if text == "1" else "Không", None),), None
    if kind == "n":
        return ((_number(text, style.is_date, book.starts_1904), None),), None
    return ((_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text), style.font),), None


def _with_font(runs: tuple[Run, ...], font: str | None) -> tuple[Run, ...]:
    return tuple((text, own or font) for text, own in runs)


def _number(text: str, is_date: bool, starts_1904: bool) -> str:
    """As an office would type it: 1975, 1,5, 19/5/1975."""
    try:
        value = float(text)
        if is_date:
            day = _EPOCHS[starts_1904] + datetime.timedelta(days=value)
            return short_date(day)
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        return format_number(Decimal(repr(value))).replace(".", "")
    except (ValueError, OverflowError):
        return text


def _spot(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference.replace("$", ""))
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    if not (1 <= row <= _LAST_ROW and column <= _LAST_COLUMN):
        raise ValueError(reference)
    return row, column


def _add_merged(found: _Found, reference: str) -> None:
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _spot(first), _spot(last or first)
    found.merged.append(Area(top, left, bottom, right))
