"""How well the search finds, and what an answer costs: python -m bench.search [N …], 10000 by default."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

from bangvang.assets import FOLDER
from bangvang.search import HEAD
from bench.search.browsing import LINES, Answer, ask, browser, first_answers, served
from bench.search.indexed import Indexed, indexed, peak_megabytes
from bench.search.queries import Query, queries

_TOP = 10
_TEXT = ("topic_diacritics", "topic_plain", "award", "campaign")
_NAMES = ("full_diacritics", "no_diacritics", "partial_diacritics", "nfd", "i_y", "d_stroke", "upper", "reorder")
_DEED = "hien dat mo rong truc chinh"
_KB = 1000


def main(sizes: Sequence[int]) -> None:
    """Measure each size and print its tables."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = indexed(size, Path(folder))
        print(f"\n== {size:,} honourees, {len(made.entries):,} entries")
        _print_making(made)
        asked = queries(made.entries)
        head = json.loads(made.files[HEAD])
        with served(made.files) as (home, _), browser() as opened:
            answers = ask(opened, home, head, [query.text for query in asked])
            _print_finding(asked, answers)
            _print_costs(made, asked, answers)
            names = [query.text for query in asked if query.kind == "no_diacritics"][:2]
            for line in LINES:
                told = first_answers(opened, home, head, line, [*names, _DEED])
                shown = "; ".join(f"{took / 1000:.2f} s, {size:.1f} KB" for took, size in told)
                print(f"  {line:8} first name, next name, words: {shown}")


def _print_making(made: Indexed) -> None:
    size = sum(map(len, made.files.values()))
    steps = ", ".join(f"{step} {seconds:.2f} s" for step, seconds in made.seconds.items())
    print(f"  {steps}; {len(made.files):,} files, {size / 1e6:.1f} MB; peak {peak_megabytes():.0f} MB")
    print(f"  one sentence more writes {made.rewritten[0]} files, {made.rewritten[1] / _KB:.0f} KB")


def _print_finding(asked: Sequence[Query], answers: Sequence[Answer]) -> None:
    by_kind: dict[str, list[tuple[float, float, Answer]]] = {}
    for query, answer in zip(asked, answers, strict=True):
        recall, rank = _measured(query, answer)
        by_kind.setdefault(query.kind, []).append((recall, rank, answer))
    print(f"  {'class':20} {'n':>3} recall   MRR  KB median  rounds median (most)")
    for kind, rows in by_kind.items():
        _print_row(kind, rows)
    _print_row("all", [row for rows in by_kind.values() for row in rows])


def _print_row(kind: str, rows: Sequence[tuple[float, float, Answer]]) -> None:
    answers = [answer for _, _, answer in rows]
    rounds = [answer.rounds for answer in answers]
    print(
        f"  {kind:20} {len(rows):3} {mean(row[0] for row in rows):6.3f} {mean(row[1] for row in rows):5.3f}"
        f"  {median(answer.bytes for answer in answers) / _KB:9.1f}  {median(rounds):6.0f} ({max(rounds)})"
    )


def _measured(query: Query, answer: Answer) -> tuple[float, float]:
    """Of the first ten that should be found how many are, and one part by the place of the first."""
    relevant = set(query.relevant)
    found = [url in relevant for url in answer.urls[:_TOP]]
    return sum(found) / min(_TOP, len(relevant)), 1 / (found.index(True) + 1) if True in found else 0.0


def _print_costs(made: Indexed, asked: Sequence[Query], answers: Sequence[Answer]) -> None:
    """In kilobytes as they are sent."""
    head, engine = _packed(made.files[HEAD]), _packed((FOLDER / "search-engine.min.js").read_bytes())
    later = _packed(made.files[json.loads(made.files[HEAD])["t"]])
    names = median(answer.bytes for query, answer in zip(asked, answers, strict=True) if query.kind in _NAMES)
    texts = median(answer.bytes for query, answer in zip(asked, answers, strict=True) if query.kind in _TEXT)
    first = head + engine + names
    print(f"  engine {engine / _KB:.1f} KB, head {head / _KB:.1f} KB, a second later {later / _KB:.1f} KB;", end=" ")
    print(f"first name answer {first / _KB:.1f} KB,", end=" ")
    print(f"a later one {names / _KB:.1f} KB, words {texts / _KB:.1f} KB")


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000])
