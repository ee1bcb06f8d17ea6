"""A clerk at Excel: opens a workbook, types into cells, saves."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bangvang.office.desk import Desk
from bangvang.office.workbooks import Return, consider, export_workbook, read_workbook


class Excel:
    """One workbook, open."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(BytesIO(data))

    def column(self, sheet: str, title: str) -> int:
        """Where a column stands."""
        return next(cell.column for cell in self.book[sheet][1] if cell.value == title)

    def row(self, sheet: str, id: str, key: str | None = None) -> int:
        """Where a row stands."""
        return next(
            row[0].row
            for row in self.book[sheet].iter_rows(min_row=2)
            if row[0].value == id and (key is None or row[1].value == key)
        )

    def value(self, sheet: str, title: str, id: str, key: str | None = None) -> Any:
        """What a cell holds."""
        return self.book[sheet].cell(self.row(sheet, id, key), self.column(sheet, title)).value

    def type(self, sheet: str, title: str, value: object, id: str, key: str | None = None) -> None:
        """Type into a cell."""
        self.book[sheet].cell(self.row(sheet, id, key), self.column(sheet, title)).value = value

    def add(self, sheet: str, at: int | None = None, **values: object) -> int:
        """A new row, at the end or before another; titles are written with _ for spaces."""
        page = self.book[sheet]
        number = at or page.max_row + 1
        if at:
            page.insert_rows(at)
        for title, value in values.items():
            page.cell(number, self.column(sheet, title.replace("_", " "))).value = value
        return number

    def data(self) -> bytes:
        """Saved."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def opened(desk: Desk, kind: str) -> Excel:
    """The workbook of a kind."""
    return Excel(export_workbook(desk, kind))


def coming(desk: Desk, excel: Excel) -> Return:
    """What the workbook would change."""
    return consider(desk, read_workbook(excel.data()))


def lines_changed(before: str, after: str) -> list[tuple[str, str]]:
    """Pairs of lines that differ, where none was added."""
    return [(was, now) for was, now in zip(before.splitlines(), after.splitlines(), strict=True) if was != now]


def files_of(root: Path) -> dict[str, bytes]:
    """Everything in data/."""
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
