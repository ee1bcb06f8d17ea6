"""Rows pasted from Excel into a table of a form: tabs between cells, quotes around cells of several lines."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bangvang.office.fields import Field, Shape
from bangvang.office.forms import Values, day_typed
from bangvang.vietnamese import fold

_YES = frozenset({"x", "co", "dung", "true", "1"})
_NO = frozenset({"khong", "sai", "false", "0"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste gives a table."""

    rows: tuple[Values, ...]
    columns: tuple[str | None, ...]
    """The field that each pasted column went to; None for a column that no field took."""
    left: tuple[tuple[str, ...], ...]
    """The cells of such columns, row by row, so that nothing is dropped without a word."""


def cells_of(text: str) -> list[list[str]]:
    """The cells as Excel puts them on the clipboard; rows without any are left out."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = csv.reader(io.StringIO(plain), delimiter="\t")
    cleaned = [[cell.replace("\u00a0", " ").strip() for cell in row] for row in rows]
    return [row for row in cleaned if any(row)]


def paste(text: str, fields: Sequence[Field], first: str = "") -> Pasted:
    """Rows for a table of these fields: by their titles if the paste has them on top, otherwise from `first` on."""
    cells = cells_of(text)
    width = max(map(len, cells), default=0)
    cells = [row + [""] * (width - len(row)) for row in cells]
    columns = _by_titles(cells[0], fields) if cells else []
    if columns:
        cells = cells[1:]
    else:
        plain = [field for field in fields if field.model is None and not field.many]
        start = next((index for index, field in enumerate(plain) if field.key == first), 0)
        columns = [*plain[start : start + width], *[None] * width][:width]
    rows = [
        {field.key: _value(field, cell) for field, cell in zip(columns, row, strict=True) if field and cell}
        for row in cells
    ]
    left = [tuple(cell for field, cell in zip(columns, row, strict=True) if field is None) for row in cells]
    return Pasted(tuple(rows), tuple(field.key if field else None for field in columns), tuple(left))


def _by_titles(head: Sequence[str], fields: Sequence[Field]) -> list[Field | None]:
    """The fields that the top row names, if at least two of its cells do."""
    known = {fold(field.title): field for field in reversed(fields) if field.model is None}
    known |= {fold(field.key): field for field in fields if field.model is None and fold(field.key) not in known}
    found = [known.get(fold(cell)) for cell in head]
    named = [field for field in found if field is not None]
    return found if len(named) >= min(2, len(head)) and len(set(named)) == len(named) else []


def _value(field: Field, cell: str) -> str | list[str]:
    if field.many:
        return [part.strip() for part in cell.replace(";", "\n").splitlines() if part.strip()]
    if field.shape in (Shape.DAY, Shape.DATE):
        return day_typed(cell)
    if field.shape is Shape.CHOICE:
        return next((one.code for one in field.choices if fold(cell) in (fold(one.label), fold(one.code))), cell)
    if field.shape is Shape.FLAG:
        return "true" if fold(cell) in _YES else "false" if fold(cell) in _NO else cell
    return cell
