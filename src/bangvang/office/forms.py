"""Forms: a record as a clerk sees and types it, and back to the data of its file.

`fields_of(model)` (in `fields`) says what a form asks for. `shown(model, tree)` gives the values to fill it with:
mappings, lists and text, days as 19/5/2024. `read(model, values, before)` turns such values into the data of a file:
what the form does not show is kept from `before`. The values may be wrong; `bangvang.office.faults` says at which
field, and how.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bangvang.office.edits import Data, tidy
from bangvang.office.fields import Field, Shape, fields_of
from bangvang.records import Part, PartialDate, Shorthand
from bangvang.records.dates import parse_partial_date, read_printed_date

Values = dict[str, Any]
"""Field → text, list of texts, group or list of groups, as a form shows them."""

_KEPT_TO_THE_LETTER = frozenset({Shape.VERBATIM})
_OF_MANY_LINES = frozenset({Shape.TEXT, Shape.MARKDOWN, Shape.VERBATIM})
_DATES = frozenset({Shape.DAY, Shape.DATE})


def shown(model: type[Part], tree: Mapping[str, Data]) -> Values:
    """The values to fill a form with; fields that are empty are left out."""
    values: Values = {}
    for field in fields_of(model):
        if (data := tree.get(field.key)) is not None:
            values[field.key] = shown_value(field, data)
    return values | _strays(model, tree)


def read(model: type[Part], values: Mapping[str, Any], before: Data = None) -> dict[str, Data]:
    """The data that the values say, in the order of the model; what no form shows stays as it was before."""
    known = before if isinstance(before, dict) else {}
    fields = fields_of(model)
    data: dict[str, Data] = {}
    for field in fields:
        old = known.get(field.key)
        said = values.get(field.key)
        one = _without_default(field, read_value(field, said, old), old)
        if one is not None:
            data[field.key] = one
    own = {field.key for field in fields}
    return data | {key: value for key, value in known.items() if key not in own} | _strays(model, values)


def shown_value(field: Field, data: Data) -> Any:
    """What one field of a form shows: text, a list of texts, or the values of groups."""
    return _shown_list(field, data) if field.many else _shown_one(field, data)


def read_value(field: Field, said: Any, old: Data) -> Data:
    """The data that one field says; None where it is empty."""
    return _read_list(field, said, old) if field.many else _read_one(field, said, old)


def day_typed(text: str) -> str:
    """A day as offices write it, turned into one of files; anything else stays for the model to judge."""
    plain = text.strip()
    try:
        read = read_printed_date(plain.replace(" ", ""))
    except ValueError:
        return plain
    return str(read) if read is not None else plain


def day_shown(text: str) -> str:
    """A day of a file as offices write it."""
    try:
        date: PartialDate = parse_partial_date(text)
    except ValueError:
        return text
    return "/".join(str(part) for part in (date.day, date.month, date.year) if part is not None)


def _strays(model: type[Part], values: Mapping[str, Any]) -> Values:
    """Text that no field of the form shows, such as the mark of a row that was removed."""
    own = {field.key for field in fields_of(model)}
    return {key: value for key, value in values.items() if key not in own and isinstance(value, str)}


def _shown_one(field: Field, data: Data) -> Any:
    if field.model is not None:
        return shown(field.model, _unfolded(field.model, data))
    if not isinstance(data, str):
        return ""
    if field.shape in _DATES:
        return day_shown(data)
    return data.removesuffix("\n") if field.shape in _OF_MANY_LINES else data


def _shown_list(field: Field, data: Data) -> list[Any]:
    return [_shown_one(field, item) for item in data if item is not None] if isinstance(data, list) else []


def _unfolded(model: type[Part], data: Data) -> Mapping[str, Data]:
    """A mapping, also where one field stands for it all."""
    if isinstance(data, str) and issubclass(model, Shorthand):
        return {model.stands_for_all: data}
    return data if isinstance(data, dict) else {}


def _read_one(field: Field, said: Any, old: Data) -> Data:
    if field.model is not None:
        return _read_group(field.model, said, old)
    text = said if isinstance(said, str) else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if field.shape not in _KEPT_TO_THE_LETTER:
        text = text.strip()
    if field.shape in _DATES:
        return day_typed(text) or None
    if not text.strip():
        return None
    ends = isinstance(old, str) and old.endswith("\n") and field.shape in _OF_MANY_LINES
    return f"{text.rstrip(chr(10))}\n" if ends else text


def _read_group(model: type[Part], said: Any, old: Data) -> Data:
    group: Data = read(model, said if isinstance(said, Mapping) else {}, _unfolded(model, old))
    group = tidy(group)
    if group and issubclass(model, Shorthand) and set(group) == {model.stands_for_all} and not isinstance(old, dict):
        return group[model.stands_for_all]
    return group


def _read_list(field: Field, said: Any, old: Data) -> Data:
    if isinstance(said, str):
        said = [said] if field.choices or field.kinds else said.splitlines()
    rows = list(said) if isinstance(said, list | tuple) else []
    olds = _old_rows(rows, old)
    return tidy([_read_one(field, row, before) for row, before in zip(rows, olds, strict=True)])


def _old_rows(rows: list[Any], old: Data) -> list[Data]:
    """What each row was before: the one with its id, or the one in its place."""
    olds = old if isinstance(old, list) else []
    by_id = {row["id"]: row for row in olds if isinstance(row, dict) and isinstance(row.get("id"), str)}
    found = []
    for index, row in enumerate(rows):
        id = row.get("id") if isinstance(row, Mapping) else None
        found.append(by_id.get(id) if by_id else olds[index] if index < len(olds) else None)
    return found


def _without_default(field: Field, data: Data, old: Data) -> Data:
    """What counts anyway is not written, unless it was."""
    if old is not None or field.required or field.many:
        return data
    return None if data == field.default else data
