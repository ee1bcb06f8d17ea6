"""Tables as CSV: what spreadsheets and programs read, and what keeps a cell from being run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Written: TypeAlias = str | int | None
_ACTIVE = frozenset("=+-@\t\r")
"""A cell that begins so is a formula to a spreadsheet."""
_GUARD = "'"
_GUARDED = frozenset(_ACTIVE | {_GUARD})


def csv_text(rows: Iterable[Sequence[Written]]) -> str:
    """A CSV file as RFC 4180 has it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def is_active(cell: Written) -> bool:
    """Whether a spreadsheet would run it, or whoever takes the guard away would take a letter for one."""
    return type(cell) is str and cell[:1] in _GUARDED and cell.lstrip(_GUARD)[:1] in _ACTIVE


def harmless(cell: Written) -> Written:
    """A text as a spreadsheet shows it and does not run it; without its first sign it is the text again."""
    return f"{_GUARD}{cell}" if is_active(cell) else cell
