"""Tables: rows of one sort in the forms that programs read: JSON Lines, CSV, CSV for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bangvang.pages.open_data import FORMS
from bangvang.records.columns import Cell, Column
from bangvang.spreadsheet import Written, csv_text, harmless, is_active


class Row(NamedTuple):
    """One row: its JSON on one line, and its cells as CSV writes them."""

    line: str
    cells: tuple[Written, ...]


class Table(NamedTuple):
    """One table of the open data."""

    name: str
    title: str
    title_en: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]

    def files(self) -> dict[str, bytes]:
        """Its forms, by the names of their files."""
        head = [column.key for column in self.columns]
        table = harmless_csv(head, self.rows)
        return {
            f"{self.name}{FORMS['jsonl']}": "".join([f"{row.line}\n" for row in self.rows]).encode(),
            f"{self.name}{FORMS['csv']}": table.encode(),
            f"{self.name}{FORMS['excel']}": table.encode("utf-8-sig"),
        }


def written(cells: Iterable[Cell]) -> tuple[Written, ...]:
    """Cells as CSV writes them."""
    return tuple([("true" if cell else "false") if isinstance(cell, bool) else cell for cell in cells])


def harmless_csv(head: Sequence[str], rows: Sequence[Row]) -> str:
    """A table with every cell harmless; most have nothing to disarm."""
    if not any(is_active(cell) for row in rows for cell in row.cells):
        return csv_text([head, *(row.cells for row in rows)])
    return csv_text([head, *([harmless(cell) for cell in row.cells] for row in rows)])
