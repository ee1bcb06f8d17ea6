"""Queries as citizens type them, asked of the real scripts in a real browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean

import pytest
from playwright.sync_api import Browser

from bench.search.contender import scored
from bench.search.indexed import Indexed, indexed
from bench.search.ours import ask, our_search
from bench.search.queries import CLASSES, queries
from bench.search.serving import served

ENOUGH_TO_CUT_LISTS = 3_000
OF_A_CLASS = 10
Scores = Mapping[str, Sequence[tuple[float, float]]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The index of a demonstration."""
    return indexed(ENOUGH_TO_CUT_LISTS, tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def scores(browser: Browser, made: Indexed) -> Scores:
    """Class → recall among the first ten and reciprocal rank of each of its queries."""
    asked = queries(made.entries, OF_A_CLASS)
    with served(our_search(made).files) as home:
        answers = ask(browser, home, made, [query.text for query in asked])
    found: dict[str, list[tuple[float, float]]] = {kind: [] for kind in CLASSES}
    for query, answer in zip(asked, answers, strict=True):
        found[query.kind].append(scored(query.relevant, answer.urls))
    return found


@pytest.mark.parametrize("kind", CLASSES)
def test_queries_of_each_class_find_what_they_should(kind: str, scores: Scores) -> None:
    """Of what a rule over the entries says they should, among the first ten."""
    assert len(scores[kind]) == OF_A_CLASS
    assert mean(recall for recall, _ in scores[kind]) >= 0.95


def test_nearly_all_that_is_asked_for_stands_at_the_top(scores: Scores) -> None:
    """Over all classes."""
    every = [score for some in scores.values() for score in some]
    assert mean(recall for recall, _ in every) >= 0.99
    assert mean(rank for _, rank in every) >= 0.98


def test_another_seed_asks_others_of_the_same_classes(made: Indexed) -> None:
    """As many, mostly others, and the same again."""
    first, other, again = (queries(made.entries, OF_A_CLASS, seed) for seed in ("", "khác", "khác"))
    assert [query.kind for query in other] == [query.kind for query in first]
    assert len({query.text for query in other} & {query.text for query in first}) < len(first) / 4
    assert other == again
