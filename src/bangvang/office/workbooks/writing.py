"""A workbook with the records of one kind: titles in Vietnamese, lists to choose from, ids kept from typing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bangvang.office.differences import NameOf
from bangvang.office.fields import Field, Shape
from bangvang.office.shelf import state_of
from bangvang.office.workbooks.cells import CellValue, clean
from bangvang.office.workbooks.guide import GUIDE_WIDTHS, guide_lines, help_of
from bangvang.office.workbooks.mark import GUIDE, LISTS, SHEET, Mark, Then, lines
from bangvang.office.workbooks.plan import ID_TITLE, KEY_TITLE, Column, Plan, SheetPlan
from bangvang.office.workbooks.rows import Row, digest_of, rows_of, texts_of
from bangvang.office.workbooks.stock import Stock

Options = Mapping[str, Sequence[str]]
"""Kind → its records as cells name them, where there are few enough to choose from."""

_SPARE_ROWS = 2_000
_DAY_FORMAT, _TEXT_FORMAT = "dd/mm/yyyy", "@"
_CODES = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@")
_WIDE = frozenset({Shape.TEXT, Shape.MARKDOWN, Shape.VERBATIM})
_NARROW = frozenset({Shape.NUMBER, Shape.COUNT, Shape.FLAG, Shape.DAY, Shape.DATE, Shape.QUARTER})
_MOST_HELP = 250
_FREE = Protection(locked=False)


def write_workbook(plan: Plan, stock: Stock, options: Options, name_of: NameOf) -> bytes:
    """The file."""
    book = Workbook(write_only=True)
    rows: list[list[tuple[str, Row]]] = [[] for _ in plan.sheets]
    records: dict[str, Then] = {}
    for id, tree in stock.items():
        own = list(rows_of(plan, tree, name_of))
        for row in own:
            rows[row.sheet].append((id, row))
        told = digest_of((row.sheet, row.key, texts_of(plan, row)) for row in own)
        records[id] = Then(state_of(tree), told)
    lists = _Lists(options)
    for sheet, found in zip(plan.sheets, rows, strict=True):
        _write_sheet(book.create_sheet(sheet.name), sheet, found, lists)
    _write_guide(book.create_sheet(GUIDE), plan)
    _write_lists(book.create_sheet(LISTS), lists)
    _write_mark(book.create_sheet(SHEET), Mark(plan.kind.name, records))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


class _Lists:
    """What can be chosen in cells, each list a column of the hidden sheet."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._places: dict[tuple[str, ...], int] = {}

    def place(self, field: Field) -> str | None:
        """Where the choices of a field stand; None where there are none to offer."""
        offered = tuple(self._offered(field))
        if not offered or field.many:
            return None
        number = self._places.setdefault(offered, len(self._places) + 1)
        letter = get_column_letter(number)
        return f"{LISTS}!${letter}$1:${letter}${len(offered)}"

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self._places)

    def lines(self) -> Iterator[list[str | None]]:
        """The rows of the hidden sheet."""
        for number in range(max(map(len, self._places), default=0)):
            yield [column[number] if number < len(column) else None for column in self._places]

    def _offered(self, field: Field) -> Iterator[str]:
        if field.shape is Shape.FLAG:
            yield from ("Có", "Không")
        elif field.shape is Shape.CHOICE:
            yield from (choice.label for choice in field.choices)
        elif all(kind in self._options for kind in field.kinds):
            for kind in field.kinds:
                yield from self._options[kind]


class _Pens:
    """The cells of one column, a look each, filled in anew for every row."""

    def __init__(self, sheet: Worksheet, *, locked: bool = False, wraps: bool = False) -> None:
        self.text = self._pen(sheet, _TEXT_FORMAT, locked, wraps)
        self.marked = self._pen(sheet, _TEXT_FORMAT, locked, wraps)
        self.marked.quotePrefix = True
        self.number = self._pen(sheet, "General", locked, wraps)
        self.day = self._pen(sheet, _DAY_FORMAT, locked, wraps)

    @staticmethod
    def _pen(sheet: Worksheet, look: str, locked: bool, wraps: bool) -> Cell:
        pen = WriteOnlyCell(sheet)
        pen.number_format = look
        pen.alignment = Alignment(vertical="top", wrap_text=wraps)
        pen.protection = Protection(locked=locked)
        return pen

    def write(self, value: CellValue | None) -> Cell | None:
        """The cell with the value; text is text even where it looks like a formula."""
        if value is None or value == "":
            return None
        if isinstance(value, str):
            pen = self.marked if value.startswith(_FORMULA) else self.text
            pen.value = escaped(value)
            pen.data_type = "s"
            return pen
        pen = self.day if isinstance(value, datetime.date) else self.number
        pen.value = value
        return pen


def escaped(text: str) -> str:
    """So that a workbook can hold it: what looks like a code for a character is none."""
    return _CODES.sub("_x005F_", clean(text))


def _write_sheet(sheet: Worksheet, plan: SheetPlan, rows: Iterable[tuple[str, Row]], lists: _Lists) -> None:
    leading = (ID_TITLE,) if plan.is_of_records else (ID_TITLE, KEY_TITLE)
    sheet.freeze_panes = f"{get_column_letter(len(leading) + 2)}2"
    _set_columns(sheet, plan, len(leading))
    sheet.append(
        [*(_head(sheet, title, True) for title in leading)]
        + [_head(sheet, one.title, one.is_needed) for one in plan.columns]
    )
    keeper = _Pens(sheet, locked=True)
    numbers = _Pens(sheet, locked=True)
    pens = [_Pens(sheet, locked=one.is_identity, wraps=one.field.shape in _WIDE) for one in plan.columns]
    last = 1
    for id, row in rows:
        first = [keeper.write(id)]
        if not plan.is_of_records:
            first.append(numbers.write(".".join(map(str, row.key))))
        sheet.append(first + [pen.write(value) for pen, value in zip(pens, row.values, strict=True)])
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(leading) + len(plan.columns))}{last}"
    _guard(sheet, plan, len(leading), last, lists)


def _set_columns(sheet: Worksheet, plan: SheetPlan, leading: int) -> None:
    """Widths, and the look of what is typed below the last row."""
    widths = [16.0, 8.0][:leading] + [_width(one) for one in plan.columns]
    looks = [_TEXT_FORMAT] * leading + [_look(one.field) for one in plan.columns]
    for number, (width, look) in enumerate(zip(widths, looks, strict=True), 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = width
        column.number_format = look
        column.protection = _FREE


def _look(field: Field) -> str:
    if field.many:
        return _TEXT_FORMAT
    return "General" if field.shape in (Shape.NUMBER, Shape.COUNT) else _TEXT_FORMAT


def _width(column: Column) -> float:
    if column.field.shape in _WIDE:
        return 48.0
    if column.field.shape in _NARROW and not column.field.many:
        return 13.0
    return 28.0


def _head(sheet: Worksheet, title: str, is_needed: bool) -> Cell:
    cell = WriteOnlyCell(sheet, title)
    cell.font = Font(bold=True, color="FFFFFF" if is_needed else "4A1512")
    cell.fill = PatternFill("solid", fgColor="8C1D18" if is_needed else "F3E6C8")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _guard(sheet: Worksheet, plan: SheetPlan, leading: int, last: int, lists: _Lists) -> None:
    """Ids stay, all else is free; lists to choose from, and help at every cell."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatCells = guard.formatColumns = guard.formatRows = False
    guard.insertRows = guard.deleteRows = guard.sort = guard.autoFilter = False
    for number, column in enumerate(plan.columns, leading + 1):
        letter = get_column_letter(number)
        rule = _rule(column, lists.place(column.field))
        rule.add(f"{letter}2:{letter}{last + _SPARE_ROWS}")
        sheet.data_validations.append(rule)


def _rule(column: Column, place: str | None) -> DataValidation:
    field = column.field
    rule = DataValidation(type="list" if place else None, formula1=place, allow_blank=True)
    rule.promptTitle, rule.prompt = field.title[:32], _help(field) or None
    rule.showInputMessage = bool(rule.prompt)
    rule.showErrorMessage = bool(place) and not field.kinds
    rule.errorTitle, rule.error = "Chưa đúng", "Hãy chọn một mục trong danh sách của ô."
    return rule


def _help(field: Field) -> str:
    words = [help_of(field)]
    if field.shape is Shape.DATE:
        words.append("Chỉ biết tháng hoặc năm thì gõ 5/2024 hoặc 2024 có dấu ' ở trước.")
    if field.many:
        words.append("Mỗi mục một dòng trong ô (Alt+Enter).")
    text = " ".join(filter(None, words))
    return text if len(text) <= _MOST_HELP else f"{text[: _MOST_HELP - 1].rstrip()}…"


def _write_guide(sheet: Worksheet, plan: Plan) -> None:
    for letter, width in zip("ABCD", GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    pens = [_Pens(sheet, wraps=True) for _ in GUIDE_WIDTHS]
    for line in guide_lines(plan):
        if line.is_head:
            sheet.append([_head(sheet, text, False) for text in line.texts])
        else:
            sheet.append([pen.write(text) for pen, text in zip(pens, line.texts, strict=False)])


def _write_lists(sheet: Worksheet, lists: _Lists) -> None:
    sheet.sheet_state = "hidden"
    pens = [_Pens(sheet) for _ in range(lists.count)]
    for line in lists.lines():
        sheet.append([pen.write(text) for pen, text in zip(pens, line, strict=True)])


def _write_mark(sheet: Worksheet, mark: Mark) -> None:
    sheet.sheet_state = "veryHidden"
    pens = [_Pens(sheet, locked=True) for _ in range(3)]
    for line in lines(mark):
        sheet.append([pen.write(text) for pen, text in zip(pens, line, strict=False)])
    sheet.protection.sheet = True
