"""What the search keeps and misses of its budgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

RECALL, RANK, RECALL_OF_A_CLASS = 0.99, 0.98, 0.95
SCRIPTS, NEXT_NAME, WORDS = 8.0, 6.0, 35.0
"""Kilobytes as they are sent."""
FIRST_NAME = {1_000: 22.0, 10_000: 22.0, 100_000: 25.0}
ROUNDS = 2.0
INDEX = {10_000: 6.0, 100_000: 90.0}
CHANGE = {10_000: 0.5}
SECONDS = {"Fast 3G": 1.6, "4G": 0.7}
"""Until a first name is answered, by line."""


class Figures(NamedTuple):
    """What was measured of one size."""

    recall: float
    rank: float
    worst_class: str
    recall_of_worst: float
    scripts: float
    first_name: float
    next_name: float
    words: float
    rounds: float
    longest: int
    """Answers to words that take more round trips than that."""
    heaviest: float
    indexing: float
    change: float
    seconds: Mapping[str, float]


def against_budgets(size: int, measured: Figures) -> Iterator[str]:
    """A line for each budget of this size."""
    yield _least("recall@10", measured.recall, RECALL)
    yield _least("MRR", measured.rank, RANK)
    yield _least(f"recall@10 of the worst class, {measured.worst_class},", measured.recall_of_worst, RECALL_OF_A_CLASS)
    yield _most("scripts before the first answer", measured.scripts, SCRIPTS, "KB")
    yield _most("answer to a first name", measured.first_name, FIRST_NAME.get(size), "KB")
    yield _most("answer to a later name, median,", measured.next_name, NEXT_NAME, "KB")
    yield _most("answer to words, median,", measured.words, WORDS, "KB")
    yield _most("its round trips, median,", measured.rounds, ROUNDS, "")
    yield f"answers to words beyond {ROUNDS:g} round trips {measured.longest}, the heaviest {measured.heaviest:.2f} KB"
    yield _most("index", measured.indexing, INDEX.get(size), "s")
    yield _most("one change of it", measured.change, CHANGE.get(size), "s")
    for line, seconds in measured.seconds.items():
        yield _most(f"on {line} a first name takes", seconds, SECONDS.get(line), "s")


def _least(what: str, value: float, budget: float) -> str:
    return f"{what} {value:.3f} (budget {budget:g}: {_word(value >= budget)})"


def _most(what: str, value: float, budget: float | None, unit: str) -> str:
    measured = f"{what} {value:.2f} {unit}".rstrip()
    if budget is None:
        return f"{measured} (no budget)"
    return f"{measured} ({' '.join(filter(None, ('budget', f'{budget:g}', unit)))}: {_word(value <= budget)})"


def _word(is_kept: bool) -> str:
    return "kept" if is_kept else "MISSED"
