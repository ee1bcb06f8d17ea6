"""A workbook that came back: its mark, and every row with whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.package import DAMAGED, Package, child
from bangvang.office.appendix.reading import MAX_BYTES
from bangvang.office.appendix.sheet import CellFault, RawSheet, column_name
from bangvang.office.appendix.xlsx import read_xlsx
from bangvang.office.workbooks.cells import clean
from bangvang.office.workbooks.mark import GUIDE, LISTS, SHEET, Mark, read_mark
from bangvang.office.workbooks.plan import ID_TITLE, KEY_TITLE, Plan, SheetPlan, plan_of
from bangvang.records import KINDS


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One row as somebody left it."""

    sheet: int
    number: int
    """As the spreadsheet counts."""
    id: str
    key: str
    texts: Mapping[str, str]
    """Title → text, without what is empty."""
    failed: Mapping[str, CellFault]
    """Titles of formulas that gave nothing."""


@dataclass(frozen=True)
class GivenSheet:
    """One sheet that was found again."""

    plan: SheetPlan
    places: Mapping[str, str]
    """Title → the letter of its column."""
    rows: tuple[GivenRow, ...]
    unknown: tuple[str, ...]
    """Titles of columns that no record has."""


@dataclass(frozen=True)
class Given:
    """The workbook."""

    plan: Plan
    mark: Mark
    sheets: Mapping[int, GivenSheet]
    """By their places in the plan; those that were deleted are missing."""
    notices: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> Mapping[str, tuple[GivenRow, ...]]:
        """Id → the rows of a record; a row that says nothing of whose it is belongs to the record of the row above."""
        found: dict[str, list[GivenRow]] = {}
        for sheet in self.sheets.values():
            last = ""
            for row in sheet.rows:
                last = row.id or (f"#{row.number}" if sheet.plan.is_of_records else last)
                found.setdefault(last, []).append(row)
        return {id: tuple(rows) for id, rows in found.items()}


def is_workbook(data: bytes) -> bool:
    """Whether the file is one that was written here, whatever was done to it since."""
    try:
        package = Package(data)
        if "xl/workbook.xml" not in package.names:
            return False
        listed = child(package.root("xl/workbook.xml"), "sheets")
        return listed is not None and any(entry.get("name") == SHEET for entry in listed)
    except (AppendixError, ValueError):
        return False


def read_workbook(source: Path | bytes) -> Given:
    """Everything in it; raises `AppendixError` with a sentence for the clerk."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    if len(data) > MAX_BYTES:
        raise AppendixError("Tệp quá lớn", "Hãy xuất lại từng phần nhỏ hơn.")
    try:
        raw, notices = read_xlsx(Package(data))
    except (ValueError, IndexError, RecursionError):
        raise DAMAGED from None
    tables = {sheet.name: _texts(sheet) for sheet in raw}
    mark = read_mark(tables.get(SHEET, {}))
    if mark is None or mark.kind not in KINDS:
        raise AppendixError("Trang ẩn của tệp này đã bị sửa nên không biết tệp thuộc loại nào", "Hãy xuất lại tệp mới.")
    plan = plan_of(mark.kind)
    failed = {sheet.name: {(cell.row, cell.column): cell.fault for cell in sheet.cells if cell.fault} for sheet in raw}
    sheets = {
        index: _sheet(index, sheet, tables[sheet.name], failed[sheet.name])
        for index, sheet in enumerate(plan.sheets)
        if sheet.name in tables
    }
    return Given(plan, mark, sheets, (*notices, *_told(plan, sheets, tables)))


def _texts(sheet: RawSheet) -> dict[int, dict[int, str]]:
    table: dict[int, dict[int, str]] = {}
    for cell in sheet.cells:
        text = clean("".join(run[0] for run in cell.runs))
        if text.strip():
            table.setdefault(cell.row, {})[cell.column] = text
    return table


def _sheet(
    index: int,
    plan: SheetPlan,
    table: Mapping[int, Mapping[int, str]],
    failed: Mapping[tuple[int, int], CellFault | None],
) -> GivenSheet:
    titles: dict[int, str] = {}
    for column, text in table.get(1, {}).items():
        if text.strip() not in titles.values():
            titles[column] = text.strip()
    own = {column.title for column in plan.columns}
    rows = []
    for number, cells in table.items():
        if number == 1:
            continue
        texts = {titles[column]: text for column, text in cells.items() if column in titles}
        faults = {
            titles[column]: fault
            for column in cells
            if column in titles and (fault := failed.get((number, column))) is not None
        }
        id, key = texts.pop(ID_TITLE, "").strip(), texts.pop(KEY_TITLE, "").strip().removeprefix("'")
        kept = {title: text for title, text in texts.items() if title in own}
        if id or key or kept:
            rows.append(GivenRow(index, number, id, key, kept, faults))
    places = {title: column_name(column) for column, title in titles.items()}
    unknown = tuple(title for title in titles.values() if title not in own and title not in (ID_TITLE, KEY_TITLE))
    return GivenSheet(plan, places, tuple(rows), unknown)


def _told(plan: Plan, sheets: Mapping[int, GivenSheet], tables: Mapping[str, object]) -> Iterator[str]:
    """What of the workbook is not read."""
    for index, sheet in enumerate(plan.sheets):
        if index not in sheets:
            yield f"Không thấy trang “{sheet.name}”: mọi nội dung của trang ấy giữ nguyên."
    known = {sheet.name for sheet in plan.sheets} | {GUIDE, LISTS, SHEET}
    for name in tables:
        if name not in known:
            yield f"Trang “{name}” không thuộc mẫu, không đọc."
    for given in sheets.values():
        for title in given.unknown:
            yield f"Trang “{given.plan.name}”: cột “{title}” không thuộc mẫu, không đọc."
        for column in given.plan.columns:
            if column.title not in given.places:
                yield f"Trang “{given.plan.name}”: không thấy cột “{column.title}”, nội dung cột ấy giữ nguyên."
