"""Keys by which a paper is found: the same for all who copy it, and in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.proofs import bare_name, first_figure, proof_keys

VECTORS = json.loads((Path(__file__).parents[1] / "data/vectors/search.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["proof_keys"], ids=lambda vector: f"{vector['number']} {vector['name']}")
def test_a_paper_has_the_key_that_the_browser_makes(vector: dict[str, str]) -> None:
    """Both sides must look under the same."""
    assert proof_keys([vector["name"]], [vector["number"]]) == ((vector["key"],) if vector["key"] else ())


def test_all_names_are_found_by_all_numbers() -> None:
    """By the number of the decision as by that of the register; each key stands once."""
    keys = proof_keys(["Trần Thử", "Trần Tên Cũ"], ["15/QĐ-UBND", None, "15/2024", "7"])
    assert keys == (*proof_keys(["Trần Thử", "Trần Tên Cũ"], ["15"]), *proof_keys(["Trần Thử", "Trần Tên Cũ"], ["7"]))
    assert len(set(keys)) == 4


@pytest.mark.parametrize(
    "name", ["Bà Trần Thử", "ông Trần Thử", "Hộ gia đình bà TRẦN THỬ", "tran thu", "Đồng chí Trần Thử"]
)
def test_forms_of_address_make_no_difference(name: str) -> None:
    """They are on the paper and not in the roll, or the other way round."""
    assert bare_name(name) == "tran thu"


def test_a_name_is_never_all_address() -> None:
    """Somebody may be called as others are spoken to."""
    assert bare_name("Bà Cô") == "co"


@pytest.mark.parametrize(
    ("number", "figure"),
    [("Số 015/QĐ-UBND", "15"), ("QĐ-UBND 7/2024", "7"), ("000", "0"), ("không số", ""), ("BK2024/1", "bk2024")],
)
def test_a_number_is_known_by_its_first_figure(number: str, figure: str) -> None:
    """Whatever stands before it, and without the noughts that registers print."""
    assert first_figure(number) == figure


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_entered_has_short_keys_or_none(name: str, number: str) -> None:
    """They are file names' stuff: letters and figures."""
    assert all(key.isalnum() and key.isascii() and len(key) < 8 for key in proof_keys([name], [number]))
