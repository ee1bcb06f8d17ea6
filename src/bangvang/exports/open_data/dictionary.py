"""The data dictionary: every column of every table, with its titles in Vietnamese and English and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bangvang.exports.open_data.tables import Row, Table, harmless_csv
from bangvang.records.columns import BETWEEN, Column

NAME = "tu-dien"
_HEAD = ("table", "table_title", "table_title_en", "column", "type", "title", "title_en", "help", "values")
_EVERY_TEXT = (
    "*",
    "Mọi bảng CSV",
    "Every CSV table",
    "*",
    "string (chữ)",
    "Ô chữ",
    "Text cells",
    "Ô bắt đầu bằng =, +, -, @, dấu cách bảng hay dấu xuống dòng có thêm dấu ' ở trước để bảng tính không chạy như "
    "công thức; ô vốn có dấu ' đứng trước những dấu ấy cũng thêm một dấu '. Bỏ đúng một dấu ' thì được chữ gốc. "
    "Tệp JSON và JSON Lines giữ nguyên chữ.",
    "",
)
"""What holds for the cells of all tables."""
_SORTS = {"integer": "số nguyên", "number": "số", "boolean": "true hoặc false", "date": "ngày", "string": "chữ"}


def dictionary_files(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """The dictionary as CSV, and as CSV for Excel."""
    rows = [Row("", _EVERY_TEXT), *(Row("", _line(table, column)) for table in tables for column in table.columns)]
    text = harmless_csv(_HEAD, rows)
    yield f"{NAME}.csv", text
    yield f"{NAME}-excel.csv", f"\ufeff{text}"


def meaning(column: Column) -> str:
    """What a column holds, in a sentence or two."""
    parts = [column.help.rstrip(".")] if column.help else []
    if column.partial:
        parts.append("Viết năm-tháng-ngày, hoặc chỉ năm-tháng, hoặc chỉ năm")
    if column.many:
        parts.append(f"Nhiều giá trị cách nhau bằng “{BETWEEN}”")
    if column.counted:
        parts.append("Ở đây chỉ là số mục; nội dung nằm trong tệp JSON")
    return ". ".join(parts) + "." if parts else ""


def _line(table: Table, column: Column) -> tuple[str, ...]:
    return (
        table.name,
        table.title,
        table.title_en,
        column.key,
        f"{column.sort} ({_SORTS[column.sort]})",
        column.title,
        column.title_en,
        meaning(column),
        BETWEEN.join(column.values),
    )
