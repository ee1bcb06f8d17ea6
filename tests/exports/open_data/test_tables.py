"""Tables as CSV: read back as they were, harmless to a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.open_data.tables import Row, Table, written
from bangvang.records.columns import Column
from bangvang.spreadsheet import harmless

GUARD = re.compile("^'(?='*[=+\\-@\t\r])")
COLUMNS = tuple(Column(key, "string", key, "", key) for key in ("a", "b"))
CELLS = st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def table(*rows: tuple[str | int | bool | None, ...]) -> Table:
    """A table of two columns."""
    return Table("bang", "Bảng", "Table", COLUMNS, [Row("{}", written(row)) for row in rows])


def read(data: bytes, encoding: str = "utf-8") -> list[list[str]]:
    """As any program reads it."""
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


@given(CELLS, CELLS)
def test_csv_is_read_back_as_it_was(one: str | int | None, other: str | int | None) -> None:
    """Commas, quotation marks, line breaks and all letters, once the guard before what could run is taken away."""
    _, row = read(table((one, other)).files()["bang.csv"])
    assert [GUARD.sub("", cell) for cell in row] == ["" if cell is None else str(cell) for cell in (one, other)]


@given(CELLS, CELLS)
def test_no_text_begins_a_formula(one: str | int | None, other: str | int | None) -> None:
    """A quotation mark stands before what could; everything else is as it was, in both forms of CSV."""
    files = table((one, other)).files()
    _, row = read(files["bang.csv"])
    assert read(files["bang-excel.csv"], "utf-8-sig")[1] == row
    for cell, shown in zip((one, other), row, strict=True):
        if isinstance(cell, str):
            assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert shown.removeprefix("'").endswith(cell.removeprefix("'"))
        else:
            assert shown == ("" if cell is None else str(cell))


@pytest.mark.parametrize("cell", ["=1+1", "+84 208", "-5", "@SUM(A1)", "\tlùi", "\rxuống"])
def test_what_would_run_is_shown_instead(cell: str) -> None:
    """In every CSV: nobody can say with what program it is opened."""
    files = table((cell, "x")).files()
    assert harmless(cell) == f"'{cell}"
    assert read(files["bang-excel.csv"], "utf-8-sig")[1][0] == f"'{cell}"
    assert read(files["bang.csv"])[1][0] == f"'{cell}"
    assert harmless(f"'{cell}") == f"''{cell}"
    assert harmless(f"'{cell}'") != harmless(f"{cell}'")
    assert harmless("'Mẫu'") == "'Mẫu'"


def test_only_the_form_for_excel_begins_with_a_mark_of_its_encoding() -> None:
    """Without it Excel garbles Vietnamese; other programs would take it for a part of the first title."""
    files = table(("Đỗ", True)).files()
    assert files["bang-excel.csv"].startswith(b"\xef\xbb\xbf")
    assert files["bang.csv"] == "a,b\r\nĐỗ,true\r\n".encode()


def test_json_lines_hold_one_row_a_line() -> None:
    """Each ended."""
    assert table(("x", "y"), ("z", None)).files()["bang.jsonl"] == b"{}\n{}\n"
