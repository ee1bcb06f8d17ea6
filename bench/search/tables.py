"""The figures of searches as tables of plain text, one column a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from statistics import mean, median

from bench.search.browsing import Spent
from bench.search.contender import scored
from bench.search.queries import Query

KINDS_OF_ANSWER = ("first name", "next name", "words")
_KB = 1000
Cells = Sequence[str]


def finding_table(asked: Sequence[Query], found: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Recall@10 and MRR of each class; `found` are the addresses that each search brought, query by query."""
    scores = {
        name: [scored(query.relevant, urls) for query, urls in zip(asked, brought, strict=True)]
        for name, brought in found.items()
    }
    rows: list[Cells] = [("recall@10 MRR", *found)]
    for kind in dict.fromkeys(query.kind for query in asked):
        places = [place for place, query in enumerate(asked) if query.kind == kind]
        rows.append((kind, *(_means([of[place] for place in places]) for of in scores.values())))
    rows.append(("all", *(_means(of) for of in scores.values())))
    return _aligned(rows)


def cost_table(spent: Mapping[str, Sequence[Sequence[Spent]]]) -> str:
    """Medians over visitors of what the answers of each take that is the same on every line."""
    rows: list[Cells] = [("KB, files, round trips", *spent)]
    for place, kind in enumerate(KINDS_OF_ANSWER):
        rows.append((kind, *(_cost([visitor[place] for visitor in visitors]) for visitors in spent.values())))
    return _aligned(rows)


def time_table(line: str, spent: Mapping[str, Sequence[Spent]]) -> str:
    """Seconds until the answers are there on a slow line."""
    rows: list[Cells] = [(f"{line}, seconds", *spent)]
    for place, kind in enumerate(KINDS_OF_ANSWER):
        rows.append((kind, *(f"{answers[place].took / 1000:.2f}" for answers in spent.values())))
    return _aligned(rows)


def making_table(made: Mapping[str, tuple[str, float, int]]) -> str:
    """How long making the files took, how large and how many they are."""
    rows: list[Cells] = [("", *made)]
    rows.append(("made in", *(took for took, _, _ in made.values())))
    rows.append(("MB", *(f"{megabytes:.1f}" for _, megabytes, _ in made.values())))
    rows.append(("files", *(f"{files:,}" for _, _, files in made.values())))
    return _aligned(rows)


def _means(scores: Sequence[tuple[float, float]]) -> str:
    return f"{mean(recall for recall, _ in scores):.3f} {mean(rank for _, rank in scores):.3f}"


def _cost(answers: Sequence[Spent]) -> str:
    size = median(one.bytes for one in answers) / _KB
    files, rounds = (median(found) for found in zip(*((one.files, one.rounds) for one in answers), strict=True))
    return f"{size:,.1f} {files:g} {rounds:g}"


def _aligned(rows: Sequence[Cells]) -> str:
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    lines = []
    for name, *cells in rows:
        lines.append("  ".join([name.ljust(widths[0]), *map(str.rjust, cells, widths[1:])]).rstrip())
    return "\n".join(f"  {line}" for line in lines)
