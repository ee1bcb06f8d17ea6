"""What was measured is set against the budgets."""

from __future__ import annotations

from bench.search.budgets import Figures, against_budgets

KEPT = Figures(
    recall=0.99, rank=0.98, worst_class="typo", recall_of_worst=0.95, scripts=8, first_name=22, next_name=6, words=35,
    rounds=2, longest=3, heaviest=36, indexing=6, change=0.5, seconds={"4G": 0.7, "Slow 3G": 30},
)  # fmt: skip
TOO_MUCH = Figures(
    recall=0.98, rank=0.97, worst_class="typo", recall_of_worst=0.94, scripts=9, first_name=26, next_name=7, words=36,
    rounds=3, longest=3, heaviest=36, indexing=91, change=1, seconds={"4G": 0.8},
)  # fmt: skip


def test_what_just_fits_is_kept() -> None:
    """A line without a budget of its own says so."""
    lines = list(against_budgets(10_000, KEPT))
    assert [line for line in lines if "kept" not in line] == [
        "answers to words beyond 2 round trips 3, the heaviest 36.00 KB",
        "on Slow 3G a first name takes 30.00 s (no budget)",
    ]


def test_what_is_too_much_or_too_little_is_missed() -> None:
    """All but the change, which has a budget at another size."""
    lines = list(against_budgets(100_000, TOO_MUCH))
    assert [line for line in lines if "MISSED" not in line] == [
        "answers to words beyond 2 round trips 3, the heaviest 36.00 KB",
        "one change of it 1.00 s (no budget)",
    ]
    assert "recall@10 of the worst class, typo, 0.940 (budget 0.95: MISSED)" in lines
