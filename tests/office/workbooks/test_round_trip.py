"""What goes out comes back as it was, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import opened

from bangvang.office.desk import Desk
from bangvang.office.fields import Field, Shape, fields_of
from bangvang.office.workbooks import consider, export_workbook, is_workbook, read_workbook
from bangvang.office.workbooks.changes import compare
from bangvang.office.workbooks.plan import plan_of
from bangvang.office.workbooks.writing import write_workbook
from bangvang.records import KINDS, Part

_TRAPS = ("=1+1", "+84", "-5", "@ai", "_x0041_", "'", "007", "12:30", "1/2/2024", "TRUE", "#N/A", "a\nb", " x ", "Có")
_texts = st.sampled_from(_TRAPS) | st.text(max_size=12).map(
    lambda text: normalize("NFC", text.encode("utf-8", "ignore").decode())
)
_ids = st.from_regex(r"[a-z][a-z0-9]{2,7}(-[a-z0-9]{1,4})?", fullmatch=True)
_days = st.dates().map(str)
_VALUES: Mapping[Shape, st.SearchStrategy[str]] = {
    Shape.DAY: _days,
    Shape.DATE: _days | st.sampled_from(["2024", "2024-05", "1890-05-19", "1900-02-28", "1905-07-16"]),
    Shape.NUMBER: st.sampled_from(
        ["28.500", "28500", "59,60", "0", "-0", "1,5", "-3,25", "12345678901234567", "0,1", "mười"]
    ),
    Shape.COUNT: st.sampled_from(["1", "2024", "1.200", "0", "ba"]),
    Shape.FLAG: st.sampled_from(["true", "false"]),
    Shape.QUARTER: st.sampled_from(["I/2015", "III-IV/2020"]),
    Shape.ID: _ids,
    Shape.RELATION: _ids,
}


class Nobody:
    """Names as strange as texts can be."""

    def named(self, kinds: tuple[str, ...], id: str) -> str:
        return f"Tên [lạ]\n{id}" if len(id) % 2 else id

    def meant(self, kinds: tuple[str, ...], text: str) -> list[tuple[str, str]]:
        return []

    def free_id(self, kind: str, tree: Mapping[str, Any]) -> str:
        raise AssertionError("nobody is new here")


def _values(field: Field, depth: int) -> st.SearchStrategy[Any]:
    if field.model is not None:
        one: st.SearchStrategy[Any] = _trees(field.model, depth - 1)
    elif field.choices:
        one = st.sampled_from([choice.code for choice in field.choices])
    else:
        one = _VALUES.get(field.shape, _texts)
    return st.lists(one, min_size=1, max_size=2) if field.many else one


def _trees(model: type[Part], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """Data of the model's shape, right or wrong."""
    fields = [field for field in fields_of(model) if field.model is None or depth]
    return st.lists(st.sampled_from(fields), max_size=5, unique_by=lambda field: field.key).flatmap(
        lambda some: st.fixed_dictionaries({field.key: _values(field, depth) for field in some})
    )


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=5)
@given(data=st.data())
def test_a_workbook_that_nobody_touched_changes_nothing(kind: str, data: st.DataObject) -> None:
    """Texts that look like formulas, numbers or days among it; the data need not even be right."""
    stock = data.draw(st.dictionaries(_ids, _trees(KINDS[kind].model, 3), max_size=2))
    names = Nobody()
    given_back = read_workbook(write_workbook(plan_of(kind), stock, {}, names.named))
    comparison = compare(given_back, stock, names)
    assert (comparison.works, comparison.problems, comparison.conflicts) == ([], [], [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_small_site_comes_back(desk: Desk, kind: str) -> None:
    """Records made to break templates among them; opened and saved by another program too."""
    data = export_workbook(desk, kind)
    assert is_workbook(data)
    coming = consider(desk, read_workbook(data))
    assert (coming.is_empty, coming.conflicts, coming.problems, coming.notices) == (True, (), (), ())
    coming = consider(desk, read_workbook(opened(desk, kind).data()))
    assert (coming.is_empty, coming.conflicts, coming.problems) == (True, (), ())
