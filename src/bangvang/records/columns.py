"""Flat columns: what of a record fits a table with one row per record, each column documented in two languages."""

import datetime
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from bangvang.records.base import Labelled, Part
from bangvang.records.dates import PartialDate
from bangvang.records.english import english_title
from bangvang.records.ids import RefersTo
from bangvang.records.record import in_reading_order

BETWEEN = " | "
"""Stands between the values of one cell."""
Cell = str | int | bool | None
Names = Mapping[tuple[str, str], str]
"""What records are called, by kind and id."""
_LONGEST = 20_000
"""A longer text is no cell."""
_UNTOLD = frozenset({"id", "status", "publish_on", "withdrawn", "waivers", "consent", "photos"})
"""Fields that say how the office keeps a record, that another column tells, or that no bulk file holds."""
_SORTS: Mapping[type, str] = {bool: "boolean", int: "integer", Decimal: "number", datetime.date: "date", str: "string"}


class Column(NamedTuple):
    """One column of a table."""

    key: str
    sort: str
    """As Frictionless calls it: string, integer, number, boolean, date."""
    title: str
    help: str
    title_en: str
    path: tuple[str, ...] = ()
    """Where the value stands in the record's JSON."""
    values: tuple[str, ...] = ()
    """The codes that it can be."""
    names: str = ""
    """The kind of record whose name it tells, where the path leads to an id."""
    many: bool = False
    counted: bool = False
    partial: bool = False
    """Whether a day may be only a month or a year."""


class _Form(NamedTuple):
    """What a field holds, as far as a table cares."""

    base: Any
    marks: tuple[Any, ...]
    many: bool


def cells_of(columns: Sequence[Column], names: Names) -> Callable[[Mapping[str, Any]], list[Cell]]:
    """What fills the columns from a record's JSON; `names` are those of other records by kind and id."""
    empty: list[Cell] = [
        0 if column.counted else False if column.sort == "boolean" and column.key in _KNOWN_FLAGS else None
        for column in columns
    ]
    wanted: dict[str, list[tuple[int, Column]]] = {}
    for place, column in enumerate(columns):
        wanted.setdefault(column.path[0], []).append((place, column))

    def fill(content: Mapping[str, Any]) -> list[Cell]:
        cells = empty.copy()
        for key, value in content.items():
            for place, column in wanted.get(key, ()):
                found = _found(column, value, names)
                if found is not None:
                    cells[place] = found
        return cells

    return fill


def _found(column: Column, value: Any, names: Names) -> Cell:
    """The value of a column, given what stands under the first key of its path."""
    for key in column.path[1:]:
        value = value.get(key) if isinstance(value, Mapping) else None
    if column.counted:
        return len(value or ())
    if column.many:
        return BETWEEN.join(map(str, value or ())) or None
    if column.names:
        return names.get((column.names, value)) if value is not None else None
    return value  # type: ignore[no-any-return]


_KNOWN_FLAGS = frozenset({"illustrative", "foreign", "posthumous", "foreign_only", "named"})
"""Flags that are never unknown: where the JSON has none, it is false."""


@cache
def flat_columns(model: type[Part]) -> tuple[Column, ...]:
    """The columns of the table of all records of a model, own fields first."""
    return tuple(column for key, field in _told(model) for column in _columns(model, key, field))


def _told(model: type[Part]) -> Iterator[tuple[str, FieldInfo]]:
    return ((key, field) for key, field in in_reading_order(model) if key not in _UNTOLD)


def _columns(model: type[Part], key: str, field: FieldInfo) -> Iterator[Column]:
    form = _form(field.annotation, tuple(field.metadata))
    title, help, english = field.title or key, field.description or "", english_title(model, key)
    if isinstance(form.base, type) and issubclass(form.base, Part):
        if form.many:
            yield Column(
                f"{key}_count", "integer", f"{title}: số mục", help, f"{english}: number", (key,), counted=True
            )
            return
        for below, inner in _told(form.base):
            yield from (
                _below(key, title, english, column)
                for column in _columns(form.base, below, inner)
                if not column.counted and not column.names
            )
        return
    if any(isinstance(mark, StringConstraints) and (mark.max_length or 0) > _LONGEST for mark in form.marks):
        return
    values = tuple(str(member.value) for member in form.base) if _is_labelled(form.base) and not form.many else ()
    sort = "string" if form.many else _SORTS.get(form.base, "string")
    yield Column(key, sort, title, help, english, (key,), values, many=form.many, partial=form.base is PartialDate)
    kinds = next((mark.kinds for mark in form.marks if isinstance(mark, RefersTo)), ())
    if len(kinds) == 1 and not form.many and kinds[0] not in ("honouree", "decision"):
        yield Column(
            f"{key}_name", "string", f"{title} (tên)", f"Tên ứng với mã ở cột {key}.", f"{english}: name", (key,),
            names=kinds[0],
        )  # fmt: skip


def _below(key: str, title: str, english: str, column: Column) -> Column:
    return Column(
        f"{key}_{column.key}",
        column.sort,
        f"{title}: {column.title[:1].lower()}{column.title[1:]}",
        column.help,
        f"{english}: {column.title_en[:1].lower()}{column.title_en[1:]}",
        (key, *column.path),
        column.values,
        many=column.many,
        partial=column.partial,
    )


def _form(annotation: Any, marks: tuple[Any, ...]) -> _Form:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _form(inner, (*marks, *more))
    if origin is tuple:
        inside = _form(get_args(annotation)[0], marks)
        return _Form(inside.base, inside.marks, True)
    if origin in (Union, types.UnionType):
        options: Sequence[Any] = [option for option in get_args(annotation) if option is not type(None)]
        return _form(options[0], marks)
    return _Form(annotation, marks, False)


def _is_labelled(base: Any) -> bool:
    return isinstance(base, type) and issubclass(base, Labelled)
