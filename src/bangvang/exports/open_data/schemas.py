"""JSON Schema of what stands in the open data: the records' own, with what is added and left out on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bangvang.records import OPEN_KINDS, Kind, json_schema
from bangvang.records.columns import Column
from bangvang.records.honour_columns import HONOUR_COLUMNS, HONOURS, HONOURS_TITLE
from bangvang.records.schema import DIALECT

_TEXT = {"type": "string"}
_WITHHELD = {
    "type": "object",
    "properties": {"withheld": {"const": True}},
    "required": ["withheld"],
    "additionalProperties": False,
    "description": "Người không xuất hàng loạt: chỗ của họ trong danh sách vẫn giữ.",
}
_LISTS_OF_PEOPLE = ("recipients", "candidates", "corrects")


def record_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one line of a kind's JSON Lines, which is also its record's own file."""
    schema = json_schema(kind)
    model = schema["items"] if kind.is_list else schema
    definitions = schema.get("$defs", {})
    for part in (model, *definitions.values()):
        _loosen(part)
    properties = {
        "record_kind": {"const": kind.name},
        "record_id": _TEXT | {"title": "Mã"},
        **model.get("properties", {}),
    }
    if kind.url:
        properties["url"] = _TEXT | {"format": "uri", "title": "Địa chỉ"}
    if kind.name == "document":
        properties["full_text"] = _TEXT | {"title": "Toàn văn"}
    if kind.name == "honouree":
        properties["decisions"] = {"type": "array", "items": _TEXT, "title": "Quyết định"}
    if kind.name != "document":
        for name in _LISTS_OF_PEOPLE:
            if name in properties:
                properties[name] = properties[name] | {"items": {"anyOf": [properties[name]["items"], _WITHHELD]}}
    return {
        "$schema": DIALECT,
        "title": schema["title"],
        "type": "object",
        "properties": properties,
        "required": ["record_kind", "record_id", "illustrative"],
        "additionalProperties": False,
        **({"$defs": definitions} if definitions else {}),
    }


def honours_schema() -> dict[str, Any]:
    """The schema of one line of the table of honours."""
    return {
        "$schema": DIALECT,
        "title": f"Bảng Vàng: {HONOURS_TITLE}",
        "type": "object",
        "properties": {column.key: _of_column(column) for column in HONOUR_COLUMNS},
        "required": ["honour_id", "honouree", "name", "kind", "illustrative", "url"],
        "additionalProperties": False,
    }


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and schema of each table."""
    yield HONOURS, honours_schema()
    for kind in OPEN_KINDS:
        yield kind.name, record_schema(kind)


def _loosen(part: dict[str, Any]) -> None:
    """What leads to hidden records is left out, so no list is sure of an entry, and few fields are sure to be there."""
    part.pop("required", None)
    for field in part.get("properties", {}).values():
        field.pop("minItems", None)


def _of_column(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"type": column.sort, "title": column.title, "description": column.help}
    return said | ({"enum": list(column.values)} if column.values else {})
