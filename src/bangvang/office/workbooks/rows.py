"""A record as the rows of its kind's sheets, and names for what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bangvang.office.differences import NameOf
from bangvang.office.edits import Data
from bangvang.office.workbooks.cells import CellValue, cell_of, text_of
from bangvang.office.workbooks.plan import Key, Plan
from bangvang.records import Part, Shorthand


class Row(NamedTuple):
    """One row of a sheet."""

    sheet: int
    key: Key
    values: tuple[CellValue | None, ...]
    """Column by column."""


def rows_of(plan: Plan, tree: Mapping[str, Data], name_of: NameOf) -> Iterator[Row]:
    """The row of the record, then those of its lists, a list within a row right after it."""
    yield from _rows(plan, 0, (), tree, name_of)


def below(item: Data, path: Iterable[str]) -> Data:
    """What stands there; nothing where there is nothing."""
    for step in path:
        item = item.get(step) if isinstance(item, dict) else None
    return item


def unfolded(model: type[Part], item: Data) -> Data:
    """A row as a mapping, also where one field stands for it all."""
    return {model.stands_for_all: item} if isinstance(item, str) and issubclass(model, Shorthand) else item


def digest_of(rows: Iterable[tuple[int, Key, Mapping[str, str]]]) -> str:
    """A name for what the cells of a record say: sheet and number of every row, and its texts by title."""
    lines = [
        f"{sheet}\x1f{key}\x1f{title}\x1f{text}"
        for sheet, key, texts in rows
        for title, text in texts.items()
        if text.strip()
    ]
    text = "\x1e".join(sorted(lines))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def texts_of(plan: Plan, row: Row) -> dict[str, str]:
    """What reading the row gives, by title."""
    columns = plan.sheets[row.sheet].columns
    return {column.title: text_of(value) for column, value in zip(columns, row.values, strict=True)}


def _rows(plan: Plan, index: int, key: Key, item: Data, name_of: NameOf) -> Iterator[Row]:
    sheet = plan.sheets[index]
    item = unfolded(sheet.model, item)
    if not isinstance(item, dict) or "removed" in item:
        return
    values = tuple(cell_of(column.field, below(item, column.path), name_of) for column in sheet.columns)
    yield Row(index, key, values)
    lists = [(index, sheet.inner)] if sheet.inner else []
    lists += [(number, one.path) for number, one in enumerate(plan.sheets) if number and one.above == index]
    for number, path in lists:
        found = below(item, path)
        for place, inner in enumerate(found if isinstance(found, list) else (), 1):
            yield from _rows(plan, number, (*key, place), inner, name_of)
