"""The rows of a table as texts by meaning, with every cell that went into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bangvang.office.appendix.layout import LineUse, Table
from bangvang.office.appendix.meaning import NAMES, Meaning
from bangvang.office.appendix.sheet import Cell, CellFault, Spot

NEVER_READ = frozenset((Meaning.PRIVATE, Meaning.LEFT_OUT, Meaning.UNKNOWN))
"""Columns whose cells go into no record."""
_DITTO = re.compile(r"[-\s]*(?:nt|n/t|như trên|\"|”|“|''|″)[-.\s]*", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """One row of data, continued lines included."""

    row: int
    sections: tuple[str, ...]
    cells: dict[Meaning, list[Cell]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def texts(self, meaning: Meaning) -> list[str]:
        """What stands in the columns of one meaning; without what a formula failed to say."""
        return [cell.text for cell in self.cells.get(meaning, ()) if cell.fault is None]

    def text(self, meaning: Meaning) -> str:
        """The first of them, "" where there is none."""
        return next(iter(self.texts(meaning)), "")


def rows_of(table: Table, meanings: Mapping[int, Meaning]) -> Iterator[Row]:
    """The rows of data of a table, column by column."""
    current: Row | None = None
    above: dict[int, Cell] = {}
    for line in table.with_use(LineUse.ROW, LineUse.CONTINUED):
        if line.use is LineUse.ROW:
            if current is not None:
                yield current
            current = Row(line.row, line.sections)
            _fill(current, table, meanings, above)
        elif current is not None:
            _continue(current, table.sheet.lines[line.row], meanings)
    if current is not None:
        yield current


def _fill(row: Row, table: Table, meanings: Mapping[int, Meaning], above: dict[int, Cell]) -> None:
    for column in table.columns:
        meaning = meanings[column.number]
        cell = None if meaning in NEVER_READ else table.sheet.value_at(row.row, column.number)
        if cell is None:
            continue
        if meaning not in NAMES and _DITTO.fullmatch(cell.text) and column.number in above:
            row.notes.append(f"Ô {cell.name} ghi “{cell.text}”: lấy như dòng trên.")
            cell = cell._replace(text=above[column.number].text)
        above[column.number] = cell
        row.cells.setdefault(meaning, []).append(cell)
        if cell.fault is CellFault.NO_RESULT:
            row.notes.append(
                f"Ô {cell.name} là công thức chưa có kết quả: hãy mở tệp bằng Excel, bấm lưu, rồi nhập lại."
            )
        elif cell.fault is CellFault.ERROR:
            row.notes.append(f"Ô {cell.name} báo lỗi {cell.text}: hãy sửa trong Excel rồi nhập lại.")


def _continue(row: Row, line: Mapping[int, Cell], meanings: Mapping[int, Meaning]) -> None:
    """A text that goes on in the next line of the sheet is one text."""
    for column, cell in line.items():
        meaning = meanings.get(column, Meaning.UNKNOWN)
        if meaning in NEVER_READ:
            continue
        before = row.cells.setdefault(meaning, [])
        if before and before[-1].column == column:
            before[-1] = before[-1]._replace(text=f"{before[-1].text} {cell.text}")
        else:
            before.append(cell)
        row.notes.append(f"Ô {cell.name} không có số thứ tự, không có tên: nối vào dòng trên.")


def spots_read(table: Table, meanings: Mapping[int, Meaning], rows: frozenset[int]) -> set[Spot]:
    """Every cell of these rows that went into an entry, and those that only put the table in order."""
    sheet = table.sheet
    read = {
        (cell.row, cell.column)
        for line in table.with_use(LineUse.ROW)
        if line.row in rows
        for column in table.columns
        if meanings[column.number] not in NEVER_READ and (cell := sheet.value_at(line.row, column.number))
    }
    start = 0
    for line in table.body:
        start = line.row if line.use is LineUse.ROW else start
        if line.use is LineUse.CONTINUED and start in rows:
            read |= {(line.row, c) for c in sheet.lines[line.row] if meanings.get(c, Meaning.UNKNOWN) not in NEVER_READ}
    return read
