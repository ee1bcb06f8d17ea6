"""Each figure stands beside its budget; a missed one is said, never raised."""

import pytest

from bench.figures import HUGO, OURS, against_budgets, change_against_budgets, table
from bench.measure import Cost, Output, Weight

_OUTPUT = Output(2_000_000, 120, 1_000_000, 100, {"guong": Weight(90, 900_000)})
_HEAVY = Output(4_000_000, 120, 2_000_000, 100, {"guong": Weight(90, 1_800_000)})
_SHORT = Output(2_000_000, 120, 1_000_000, 50, {"guong": Weight(90, 900_000)})


def test_the_ratio_is_of_the_medians() -> None:
    """One slow run of a busy machine changes nothing."""
    costs = {OURS: [Cost(5, 0, 0), Cost(5, 0, 0), Cost(90, 0, 0)], HUGO: [Cost(10, 0, 0)] * 3}
    said = against_budgets(10_000, costs, {OURS: _OUTPUT, HUGO: _OUTPUT})
    assert "Bảng Vàng : Hugo = 0.50 (budget 0.6: kept)" in said


def test_a_missed_budget_is_said() -> None:
    """The reader need not compare numbers."""
    costs = {OURS: [Cost(8, 0, 350)], HUGO: [Cost(10, 0, 100)]}
    said = against_budgets(10_000, costs, {OURS: _OUTPUT, HUGO: _OUTPUT})
    assert "0.80 (budget 0.6: MISSED)" in said
    assert "memory 350 MB (budget 300 MB: MISSED)" in said


@pytest.mark.parametrize("other", [_HEAVY, _SHORT])
def test_sites_that_are_not_alike_are_pointed_out(other: Output) -> None:
    """Half the bytes, or half the pages, would be no fair match."""
    costs = {OURS: [Cost(1, 0, 0)], HUGO: [Cost(1, 0, 0)]}
    assert ": alike" in against_budgets(1_000, costs, {OURS: _OUTPUT, HUGO: _OUTPUT})
    assert "NOT ALIKE" in against_budgets(1_000, costs, {OURS: _OUTPUT, HUGO: other})


def test_a_changed_record_stands_against_seconds() -> None:
    """Hugo builds everything again, so a share of its time would say little."""
    assert "wall 0.70 s (budget 1 s: kept)" in change_against_budgets(10_000, {OURS: [Cost(0.7, 0, 0)]})


def test_the_table_has_a_line_for_each_generator() -> None:
    """Columns stand under their heads."""
    heads, ours, peer = table({OURS: [Cost(1, 2, 3)], HUGO: [Cost(10.5, 2, 3)]}, {OURS: _OUTPUT, HUGO: _HEAVY}).split(
        "\n"
    )
    assert ours.startswith(OURS)
    assert peer.startswith(HUGO)
    assert heads.index("CPU s") + len("CPU s") == ours.index("2.00") + len("2.00")
