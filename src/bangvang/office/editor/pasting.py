"""A paste from Excel into a table of a form: from there on its cells are as if the clerk had typed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bangvang.office.editor.controls import JOINED, is_cell
from bangvang.office.editor.request import Fields
from bangvang.office.editor.typed import FIRST, IN_CELL, SHOWN, loc_of
from bangvang.office.faults import field_at
from bangvang.office.pasted import Pasted, paste
from bangvang.records import Part

TEXT, START, COLUMNS, TURNED = "_dan:", "_tu:", "_cot:", "_trang"
"""Before the name of a table: what is pasted, from which cell on (3.reason), which columns are shown."""


@dataclass(frozen=True, slots=True)
class Pasting:
    """A form that something is pasted into."""

    table: str
    form: Fields
    """The form with the pasted cells among its own."""
    told: str


def pasting(model: type[Part], values: Mapping[str, Any], form: Fields) -> Pasting | None:
    """None where nothing is pasted; `values` are those that the form was shown with."""
    texts = {key.removeprefix(TEXT): text for key, text in form if key.startswith(TEXT) and text.strip()}
    table, text = next(iter(texts.items()), ("", ""))
    field = field_at(model, loc_of(table)) if table else None
    if field is None or not field.is_table:
        return None
    number, _, key = form.get(f"{START}{table}").partition(".")
    columns = [one for one in field.fields if is_cell(one)]
    pasted = paste(text, columns, form.get(f"{COLUMNS}{table}").split(), key)
    rows = _rows_sent(table, form)
    start = rows.index(number) if number in rows else len(rows)
    first_free = max(len(_rows_at(values, table)), *(int(row) + 1 for row in rows), 0)
    numbers = [*rows[start:], *map(str, range(first_free, first_free + len(pasted.rows)))]
    cells = dict(_cells(table, numbers, pasted))
    on_page = form.get(f"{table}{FIRST}")
    turned = (TURNED, f"{table}:{(int(on_page) if on_page.isdigit() else 0) + start}")
    return Pasting(table, Fields((*_laid_over(form, cells), turned)), _told(pasted))


def _cells(table: str, numbers: Iterable[str], pasted: Pasted) -> Iterator[tuple[str, str]]:
    for number, row in zip(numbers, pasted.rows, strict=False):
        for key, value in row.items():
            name = f"{table}.{number}.{key}"
            yield name, JOINED.join(value) if isinstance(value, list) else value
            if isinstance(value, list):
                yield f"{name}{SHOWN}", IN_CELL


def _laid_over(form: Fields, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A row stays where it stands; what was known of a name that is pasted over says nothing of the new one."""
    waiting = dict(cells)
    for name, text in form:
        if name in waiting:
            yield name, waiting.pop(name)
        elif name.partition("~")[0] not in cells:
            yield name, text
    yield from waiting.items()


def _rows_sent(table: str, form: Fields) -> list[str]:
    """The numbers of the rows on this page, in their order."""
    inside = (name.removeprefix(f"{table}.").partition(".")[0] for name, _ in form if name.startswith(f"{table}."))
    return [number for number in dict.fromkeys(inside) if number.isdecimal()]


def _rows_at(values: Any, table: str) -> list[Any]:
    for step in loc_of(table):
        if isinstance(values, list) and isinstance(step, int):
            values = values[step] if step < len(values) else None
        else:
            values = values.get(step) if isinstance(values, Mapping) else None
    return values if isinstance(values, list) else []


def _told(pasted: Pasted) -> str:
    told = f"Đã dán {len(pasted.rows)} dòng, chưa lưu."
    if not pasted.left:
        return told
    return f"{told} Không có chỗ cho: {'; '.join(pasted.left)}. Hãy gõ tay những ô này vào đúng chỗ, nếu cần."
