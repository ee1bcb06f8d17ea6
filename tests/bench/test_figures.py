"""Each figure stands beside its budget; a missed one is said, never raised."""

import pytest

from bench.figures import HUGO, OURS, PAGEFIND, PAGES, against_budgets, change_against_budgets, table
from bench.measure import Cost, Output, Weight

_OUTPUT = Output(2_000_000, 120, 1_000_000, 100, {"guong": Weight(90, 900_000)})
_HEAVY = Output(4_000_000, 120, 2_000_000, 100, {"guong": Weight(90, 1_800_000)})
_SHORT = Output(2_000_000, 120, 1_000_000, 50, {"guong": Weight(90, 900_000)})


def test_the_ratio_is_of_the_medians() -> None:
    """One slow run of a busy machine changes nothing."""
    costs = {PAGES: [Cost(5, 0, 0), Cost(5, 0, 0), Cost(90, 0, 0)], HUGO: [Cost(10, 0, 0)] * 3}
    said = against_budgets(10_000, costs, {OURS: _OUTPUT, HUGO: _OUTPUT})
    assert "pages alone, Bảng Vàng : Hugo = 0.50 (budget 0.6: kept)" in said


def test_search_stands_against_hugo_and_pagefind_together() -> None:
    """One has to wait for the other."""
    costs = {OURS: [Cost(8, 0, 0)], HUGO: [Cost(10, 0, 0)], PAGEFIND: [Cost(10, 0, 0)]}
    said = against_budgets(10_000, costs, {OURS: _OUTPUT, HUGO: _OUTPUT})
    assert "with search, Bảng Vàng : Hugo, then Pagefind = 0.40 (budget 0.7: kept)" in said


def test_a_missed_budget_is_said() -> None:
    """The reader need not compare numbers."""
    costs = {OURS: [Cost(9, 0, 350)], PAGES: [Cost(8, 0, 250)], HUGO: [Cost(10, 0, 100)]}
    said = against_budgets(10_000, costs, {PAGES: _OUTPUT, HUGO: _OUTPUT})
    assert "0.80 (budget 0.6: MISSED)" in said
    assert "memory 350 MB, Bảng Vàng (budget 300 MB: MISSED)" in said
    assert "memory 250 MB, its pages alone (budget 300 MB: kept)" in said


@pytest.mark.parametrize("other", [_HEAVY, _SHORT])
def test_sites_that_are_not_alike_are_pointed_out(other: Output) -> None:
    """Half the bytes, or half the pages, would be no fair match."""
    costs = {OURS: [Cost(1, 0, 0)], HUGO: [Cost(1, 0, 0)]}
    assert ": alike" in against_budgets(1_000, costs, {PAGES: _OUTPUT, HUGO: _OUTPUT})
    assert "NOT ALIKE" in against_budgets(1_000, costs, {PAGES: _OUTPUT, HUGO: other})


def test_a_changed_record_stands_against_seconds() -> None:
    """Hugo builds everything again, so a share of its time would say little."""
    said = change_against_budgets(10_000, {OURS: [Cost(1.7, 0, 0)], PAGES: [Cost(0.7, 0, 0)]})
    assert said.split("\n") == [
        "wall 1.70 s, Bảng Vàng (budget 1.5 s: MISSED)",
        "wall 0.70 s, its pages alone (budget 1 s: kept)",
    ]


def test_the_table_has_a_line_for_each_generator() -> None:
    """Columns stand under their heads."""
    heads, ours, peer = table({OURS: [Cost(1, 2, 3)], HUGO: [Cost(10.5, 2, 3)]}, {OURS: _OUTPUT, HUGO: _HEAVY}).split(
        "\n"
    )
    assert ours.startswith(OURS)
    assert peer.startswith(HUGO)
    assert heads.index("CPU s") + len("CPU s") == ours.index("2.00") + len("2.00")
