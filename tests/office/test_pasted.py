"""What Excel puts on the clipboard, as rows of a form's table."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.office.fields import Field, fields_of
from bangvang.office.pasted import paste
from bangvang.records import Campaign, Decision, Part


def columns(model: type[Part], table: str) -> tuple[Field, ...]:
    """What the table of a form may show."""
    return next(field.fields for field in fields_of(model) if field.key == table)


RECIPIENTS, CRITERIA = columns(Decision, "recipients"), columns(Campaign, "criteria")
TITLES = {field.key: field.title for field in RECIPIENTS}


def test_rows_go_under_their_titles() -> None:
    """Labels become codes; what no column took is handed back, and empty rows are none."""
    head = "\t".join([TITLES["name"], TITLES["kind"], "Ghi chú riêng", TITLES["born"]])
    pasted = paste(
        f"{head}\r\nNguyễn Văn Mẫu\tcá nhân\tx\t19/5/1960\r\n\r\nTrần Mẫu\tTập thể\t\t1970\r\n", RECIPIENTS, ()
    )
    assert pasted.rows == (
        {"name": "Nguyễn Văn Mẫu", "kind": "individual", "born": "19/5/1960"},
        {"name": "Trần Mẫu", "kind": "collective", "born": "1970"},
    )
    assert pasted.left == ("x",)


def test_a_title_may_be_begun_only() -> None:
    """Offices say “Họ tên”; a word that begins several titles names none of them."""
    assert TITLES["name"].startswith("Họ tên ")
    assert paste(f"họ tên\t{TITLES['reason']}\nA\tB", RECIPIENTS, ()).rows == ({"name": "A", "reason": "B"},)


def test_rows_without_titles_stand_in_the_order_of_the_columns_shown() -> None:
    """Cell by cell to the right; too many columns lose nothing."""
    shown = ("name", "points")
    assert paste("Tiêu chí một\t10\tdư\nTiêu chí hai\t20,5\t", CRITERIA, shown).rows == (
        {"name": "Tiêu chí một", "points": "10"},
        {"name": "Tiêu chí hai", "points": "20,5"},
    )
    assert paste("Một\t10\tdư", CRITERIA, shown).left == ("dư",)
    assert paste("10\tMột", CRITERIA, ("points", "name")).rows == ({"points": "10", "name": "Một"},)
    assert paste(" \n", CRITERIA, shown).rows == ()


def test_rows_begin_in_the_cell_where_the_clerk_stands() -> None:
    """There an empty row empties a cell, so that those below stay in their places."""
    assert paste("7\n\n8\n\n", CRITERIA, ("name", "points"), "points").rows == (
        {"points": "7"},
        {"points": ""},
        {"points": "8"},
    )


@pytest.mark.parametrize("head", ["", f"TT\t{TITLES['name']}\t{TITLES['reason']}\n"])
def test_the_numbers_of_a_list_are_no_cells(head: str) -> None:
    """A table counts its rows itself."""
    pasted = paste(f"{head}1\tA\tX\n2.\tB\tY\n", RECIPIENTS, ("name", "reason"))
    assert pasted.rows == ({"name": "A", "reason": "X"}, {"name": "B", "reason": "Y"})
    assert pasted.left == ()


def test_a_choice_that_there_is_not_is_handed_back() -> None:
    """A list to choose from cannot show it."""
    pasted = paste("A\tcá thể", RECIPIENTS, ("name", "kind"))
    assert (pasted.rows, pasted.left) == (({"name": "A"},), ("cá thể",))


def test_a_cell_of_several_lines_is_one_cell() -> None:
    """Excel puts it in quotes; where a form has one line for it, it becomes one."""
    pasted = paste('"Nguyễn\nThị ""Mẫu"""\t"Dòng một\nDòng hai"\nB\tC', RECIPIENTS, ("name", "fields"))
    assert pasted.rows == (
        {"name": 'Nguyễn Thị "Mẫu"', "fields": ["Dòng một", "Dòng hai"]},
        {"name": "B", "fields": ["C"]},
    )


def test_quotes_of_a_single_line_are_its_own() -> None:
    """Excel puts none around it; one that is never closed swallows nothing."""
    pasted = paste('"Nguyễn" Mẫu\t"x\nB\t"y"\n', CRITERIA, ("name", "points"))
    assert pasted.rows == ({"name": '"Nguyễn" Mẫu', "points": '"x'}, {"name": "B", "points": '"y"'})


words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).map(str.strip).filter(bool)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)


def as_excel_does(cell: str) -> str:
    """A cell on the clipboard."""
    return '"' + cell.replace('"', '""') + '"' if "\n" in cell else cell


@given(st.lists(st.tuples(words.filter(lambda cell: '"' not in cell), lines), min_size=1))
def test_no_cell_is_lost(rows: list[tuple[str, str]]) -> None:
    """Whatever stands in it, each is in a row or handed back."""
    text = "".join(f"{as_excel_does(one)}\t{as_excel_does(other)}\r\n" for one, other in rows)
    pasted = paste(text, CRITERIA, ("name",), "name")
    assert [unicodedata.normalize("NFC", " ".join(one.split())) for one, _ in rows] == [
        row["name"] for row in pasted.rows
    ]
    assert len(pasted.left) == len(rows)
