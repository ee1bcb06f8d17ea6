"""A workbook as it was read: sheets of lines of cells, whatever file they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

Run = tuple[str, str | None]
"""A stretch of text and the name of its font, where the file tells it."""
Spot = tuple[int, int]
"""Row and column, both from one."""
_MOST_COVERED = 2_000_000
"""No list has more cells; a file that merges its whole sheet many times over is not followed to the end."""


class CellFault(StrEnum):
    """Why a cell shows no text of its own."""

    NO_RESULT = "no-result"
    """A formula whose result nobody saved."""
    ERROR = "error"
    """A formula that failed: #N/A, #REF!."""


class RawCell(NamedTuple):
    """A cell that is not empty, its text as the file has it."""

    row: int
    column: int
    runs: tuple[Run, ...]
    fault: CellFault | None = None


class Cell(NamedTuple):
    """A cell that is not empty, its text in clean Unicode; lines inside a cell stay apart."""

    row: int
    column: int
    text: str
    fault: CellFault | None = None

    @property
    def name(self) -> str:
        """As spreadsheets call it: B12."""
        return f"{column_name(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells merged into one, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """What a file format gives for one sheet."""

    name: str
    cells: tuple[RawCell, ...]
    """In reading order."""
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    prose: frozenset[int] = frozenset()
    """Rows that are paragraphs of a document, outside any table."""


@dataclass(frozen=True)
class Sheet:
    """One sheet, or a whole document of paragraphs and tables, read from above."""

    name: str
    lines: Mapping[int, Mapping[int, Cell]]
    """Row → column → cell, in reading order; without what is empty."""
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    prose: frozenset[int] = frozenset()

    def cells(self) -> Iterator[Cell]:
        """Every cell that holds something."""
        for line in self.lines.values():
            yield from line.values()

    @cached_property
    def covered(self) -> Mapping[Spot, Spot]:
        """Every cell under a merged one → the cell that speaks for it; as far as the sheet is filled."""
        last_row = max(self.lines, default=0)
        last_column = max((column for line in self.lines.values() for column in line), default=0)
        spots = (
            ((row, column), (area.top, area.left))
            for area in self.merged
            for row in range(area.top, min(area.bottom, last_row) + 1)
            for column in range(area.left, min(area.right, last_column) + 1)
            if (row, column) != (area.top, area.left)
        )
        return dict(islice(spots, _MOST_COVERED))

    def shown_at(self, row: int, column: int) -> Cell | None:
        """What a reader sees there: the cell itself, or the one merged over it."""
        top, left = self.covered.get((row, column), (row, column))
        return self.lines.get(top, {}).get(left)

    def value_at(self, row: int, column: int) -> Cell | None:
        """What counts in a row of data: a cell merged from above speaks for every row, from the left for none."""
        top, left = self.covered.get((row, column), (row, column))
        return self.lines.get(top, {}).get(left) if left == column else None


@dataclass(frozen=True)
class Workbook:
    """Everything that was read from one file."""

    name: str
    sheets: tuple[Sheet, ...]
    notices: tuple[str, ...] = ()
    """What a clerk should know of the file: macros that were not run, links that were not followed."""


def column_name(column: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
