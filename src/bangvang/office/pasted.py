"""Rows pasted from Excel into a table of a form: tabs between cells, quotes around cells of several lines only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bangvang.office.fields import Field, Shape
from bangvang.vietnamese import fold

Cells = list[list[str]]
_YES = frozenset({"x", "co", "dung", "true", "1"})
_NO = frozenset({"khong", "sai", "false", "0"})
_OF_MANY_LINES = frozenset({Shape.TEXT, Shape.MARKDOWN, Shape.VERBATIM})
_CELL = re.compile(r'"(?P<lines>(?:[^"]|"")*[\t\n](?:[^"]|"")*)"(?=[\t\n]|\Z)|(?P<line>[^\t\n]*)')
"""Any other quotes are the cell's own."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste gives a table."""

    rows: tuple[dict[str, str | list[str]], ...]
    """Field → what a clerk would type or choose there; "" empties it."""
    left: tuple[str, ...]
    """The cells that no field took, so that nothing is dropped without a word."""


def paste(text: str, fields: Sequence[Field], shown: Sequence[str], first: str = "") -> Pasted:
    """Rows for a table of these fields: by their titles if the paste has them on top, otherwise in the order in which
    columns are shown, from `first` on. Empty rows count only there: they keep the rows below in their places.
    """
    cells = _cells_of(text)
    head = _by_titles(cells[0], fields) if cells else []
    columns = head or _in_order(cells, fields, shown, first)
    body = [row for row in (cells[1:] if head else cells) if first or any(row)]
    numbers = _column_of_numbers(columns, body)
    rows, left = [], []
    for row in body:
        read: dict[str, str | list[str]] = {}
        for place, (field, cell) in enumerate(zip(columns, row, strict=True)):
            value = _value(field, cell) if field else None
            if field and value is not None:
                read[field.key] = value
            elif cell and place != numbers:
                left.append(cell)
        rows.append(read)
    return Pasted(tuple(rows), tuple(left))


def _cells_of(text: str) -> Cells:
    """The cells as Excel puts them on the clipboard, each row as long as the longest."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = [[cell.replace("\u00a0", " ").strip() for cell in row] for row in _rows_of(plain)]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _rows_of(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    place = 0
    while found := _CELL.match(text, place):
        lines = found["lines"]
        row.append(found["line"] if lines is None else lines.replace('""', '"'))
        place = found.end() + 1
        if text[found.end() : place] != "\t":
            yield row
            row = []
        if found.end() == len(text):
            return


def _by_titles(head: Sequence[str], fields: Sequence[Field]) -> list[Field | None]:
    """The fields that the top row names, if at least two of its cells do; the beginning of a title will do."""
    known = {fold(name): field for field in reversed(fields) for name in (field.key, field.title)}
    begun = [[field for title, field in known.items() if cell and title.startswith(f"{fold(cell)} ")] for cell in head]
    found = [
        known.get(fold(cell)) or (same[0] if len(set(same)) == 1 else None)
        for cell, same in zip(head, begun, strict=True)
    ]
    named = [field for field in found if field is not None]
    return found if len(named) >= min(2, len(head)) and len(set(named)) == len(named) else []


def _in_order(cells: Cells, fields: Sequence[Field], shown: Sequence[str], first: str) -> list[Field | None]:
    by_key = {field.key: field for field in fields}
    columns: list[Field | None] = [by_key[key] for key in shown if key in by_key]
    start = next((place for place, field in enumerate(columns) if field and field.key == first), 0)
    width = len(cells[0]) if cells else 0
    numbered = [None] if not first and width > 1 and _counts([row[0] for row in cells if any(row)]) else []
    return [*numbered, *columns[start:], *[None] * width][:width]


def _column_of_numbers(columns: Sequence[Field | None], body: Cells) -> int:
    """Where a list only counts its rows, which a table does by itself; -1 where it does not."""
    free = (place for place, field in enumerate(columns) if field is None)
    return next((place for place in free if _counts([row[place] for row in body if any(row)])), -1)


def _counts(column: Sequence[str]) -> bool:
    return [cell.rstrip(".") for cell in column] == [str(number) for number in range(1, len(column) + 1)]


def _value(field: Field, cell: str) -> str | list[str] | None:
    """None where the field cannot hold it; of what is wrong otherwise the form complains."""
    if field.many:
        parts = [part.strip() for part in cell.replace(";", "\n").splitlines() if part.strip()]
        codes = [_code(field, part) for part in parts] if field.choices else parts
        return [code for code in codes if code is not None] if None not in codes else None
    if field.choices:
        return _code(field, cell)
    if field.shape is Shape.FLAG and cell:
        return "true" if fold(cell) in _YES else "false" if fold(cell) in _NO else None
    return cell if field.shape in _OF_MANY_LINES else " ".join(cell.split())


def _code(field: Field, cell: str) -> str | None:
    """The choice that is called so."""
    if not cell:
        return ""
    return next((one.code for one in field.choices if fold(cell) in (fold(one.label), fold(one.code))), None)
