"""The hidden sheet by which a workbook is known again: its kind, and what each record said when it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

SHEET = "_bangvang"
LISTS = "_danh_sach"
GUIDE = "Hướng dẫn"
_SIGN = "Bảng Vàng 1"


class Then(NamedTuple):
    """A record as it was when the workbook was written."""

    state: str
    """Of its file."""
    cells: str
    """Of its cells."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the hidden sheet says."""

    kind: str
    records: Mapping[str, Then]


def lines(mark: Mark) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet."""
    yield (_SIGN, mark.kind)
    for id, then in mark.records.items():
        yield (id, then.state, then.cells)


def read_mark(rows: Mapping[int, Mapping[int, str]]) -> Mark | None:
    """The mark that the rows of a hidden sheet make; None where they make none."""
    head = rows.get(1, {})
    if head.get(1) != _SIGN:
        return None
    records = {row.get(1, ""): Then(row.get(2, ""), row.get(3, "")) for number, row in rows.items() if number > 1}
    return Mark(head.get(2, ""), records)
