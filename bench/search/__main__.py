"""How well the search finds, and what an answer costs, beside Pagefind and MiniSearch.

python -m bench.search [N …] [--peers pagefind minisearch] [--peers-up-to 10000] [--lines 4G …]
                       [--queries 40] [--seed WORD]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from typing import TypeAlias

from bangvang.search import HEAD, Entry
from bench.search.browsing import LINES
from bench.search.budgets import ROUNDS, Figures, against_budgets
from bench.search.contender import Contender, scored
from bench.search.contest import Contest
from bench.search.indexed import Indexed, indexed, peak_megabytes
from bench.search.ours import NAME, Answer, ask, first_scripts, later_scripts, narrow, our_search
from bench.search.peers.minisearch import MissingError, minisearch_searches
from bench.search.peers.pagefind import pagefind_searches
from bench.search.queries import PER_CLASS, Query, queries
from bench.search.serving import packed, served
from tools import chromium

_TEXT = ("topic_diacritics", "topic_plain", "award", "campaign", "combined")
_NAMES = ("full_diacritics", "no_diacritics", "partial_diacritics", "nfd", "i_y", "d_stroke", "upper", "reorder")
_WORDS, _FACET, _NARROWED = "topic_plain", "place", 10
"""So many queries of a class are narrowed by a facet."""
_KB = 1000
Scored: TypeAlias = tuple[float, float, Answer]
"""Recall, reciprocal rank, and what the answer took."""
_CACHE = Path(__file__).parents[2] / ".cache/bench"
_PEERS: dict[str, Callable[[Iterable[Entry], Path], Iterator[Contender]]] = {
    "pagefind": pagefind_searches,
    "minisearch": lambda entries, folder: minisearch_searches(entries, folder, _CACHE),
}
NOTES = """\
The same entries and queries for all, and what a query should find told by rules over the entries, never by a search.
Pagefind indexes one small page an entry: title as its heading, then names, line, place, what is known, what is told.
MiniSearch: title, names, known, told; prefix for the last word, fuzzy 0.2, boosts 4, 4, 2, 1.
Folded: marks taken off and đ made d, in what is indexed and in what is typed, as somebody would who knows Vietnamese.
First name: from loading the first script on, with five results whole; ours loads its head too, which /tim-kiem/ has
already. All come from one server over HTTP/1.1, compressed. Slow lines as Chromium's developer tools have them, with
a processor four times slower; Pagefind works without its worker, which no slowed line would reach."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description="How well the search finds.")
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000], metavar="N", help="honourees")
    parser.add_argument("--peers", nargs="*", choices=tuple(_PEERS), default=[*_PEERS], help="all by default")
    parser.add_argument("--peers-up-to", type=int, default=10_000, metavar="N", help="at more honourees ours alone")
    parser.add_argument("--lines", nargs="*", choices=tuple(LINES), default=[*LINES], help="slow lines; all by default")
    parser.add_argument("--queries", type=int, default=PER_CLASS, metavar="N", help="of each class")
    parser.add_argument("--seed", default="", metavar="WORD", help="other queries of the same classes")
    options = parser.parse_args(arguments)
    print(NOTES)
    for size in options.sizes:
        peers = options.peers if size <= options.peers_up_to else ()
        _measure(size, peers, options.lines, options.queries, options.seed)
        if options.peers and size > options.peers_up_to:
            print(f"  Others are left out above {options.peers_up_to:,}: an index that is loaded whole takes minutes")
            print(f"  to make, to ask and to load on a slow line. --peers-up-to {size} asks for them.", flush=True)


def _measure(size: int, peers: Sequence[str], lines: Sequence[str], per_class: int, seed: str) -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        made = indexed(size, folder)
        print(f"\n== {size:,} honourees, {len(made.entries):,} entries")
        _print_making(made)
        contest = Contest(queries(made.entries, per_class, seed), lines)
        with chromium.browser() as opened:
            ours = our_search(made)
            with served(ours.files) as home:
                by_kind = _scored(contest.asked, ask(opened, home, made, [query.text for query in contest.asked]))
                _print_finding(by_kind)
                words = [query.text for query in contest.asked if query.kind == _WORDS]
                _print_facets(narrow(opened, home, made, words[:_NARROWED], _FACET))
            _print_files(made)
            contest.enter(opened, ours)
            seconds = {line: spent[NAME][0].took / 1000 for line, spent in contest.slow.items()}
            for verdict in against_budgets(size, _figures(made, by_kind, seconds)):
                print(f"  {verdict}", flush=True)
            for peer in peers:
                try:
                    for contender in _PEERS[peer](made.entries, folder):
                        _say(contender.name)
                        contest.enter(opened, contender)
                except MissingError as missing:
                    print(f"  {peer} is left out: {missing}.")
        for table in contest.told():
            print(f"\n{table}", flush=True)


def _scored(asked: Sequence[Query], answers: Sequence[Answer]) -> dict[str, list[Scored]]:
    by_kind: dict[str, list[Scored]] = {}
    for query, answer in zip(asked, answers, strict=True):
        by_kind.setdefault(query.kind, []).append((*scored(query.relevant, answer.urls), answer))
    return by_kind


def _print_making(made: Indexed) -> None:
    size = sum(map(len, made.files.values()))
    steps = ", ".join(f"{step} {seconds:.2f} s" for step, seconds in made.seconds.items())
    print(f"  {steps}; {len(made.files):,} files, {size / 1e6:.1f} MB;", end=" ")
    print(f"peak {peak_megabytes():.0f} MB, with records and two indexes held")
    print(f"  one sentence more writes {made.rewritten[0]} files, {made.rewritten[1] / _KB:.0f} KB")


def _print_finding(by_kind: Mapping[str, Sequence[Scored]]) -> None:
    print(f"  {'class':20} {'n':>3} recall   MRR  KB median  rounds median (most)  until rows are seen")
    for kind, rows in by_kind.items():
        _print_row(kind, rows)
    _print_row("all", _every(by_kind))


def _print_row(kind: str, rows: Sequence[Scored]) -> None:
    answers = [answer for _, _, answer in rows]
    rounds, shown = [answer.rounds for answer in answers], [answer.shown for answer in answers]
    found = f"{_recall(rows):6.3f} {_rank(rows):5.3f}"
    trips = f"{median(rounds):6.0f} ({max(rounds)})  {median(shown):6.0f} ({max(shown)})"
    print(f"  {kind:20} {len(rows):3} {found}  {_kilobytes(answers):9.1f}  {trips}")


def _print_facets(answers: Sequence[tuple[Answer, Answer]]) -> None:
    """What opening a facet beside an answer takes, and narrowing the answer by it."""
    for what, some in zip(("values and counts", "an answer under one"), zip(*answers, strict=True), strict=True):
        trips = [answer.rounds for answer in some]
        print(
            f"  {_FACET}: {what} {_kilobytes(some):.1f} KB, round trips {median(trips):.0f} ({max(trips)})", flush=True
        )


def _figures(made: Indexed, by_kind: Mapping[str, Sequence[Scored]], seconds: Mapping[str, float]) -> Figures:
    recalls = {kind: _recall(rows) for kind, rows in by_kind.items()}
    worst = min(recalls, key=recalls.__getitem__)
    scripts, head = (sum(len(packed(data)) for data in some) / _KB for some in (first_scripts(), [made.files[HEAD]]))
    names, texts = ([row[2] for kind in kinds for row in by_kind.get(kind, ())] for kinds in (_NAMES, _TEXT))
    return Figures(
        recall=_recall(_every(by_kind)), rank=_rank(_every(by_kind)), worst_class=worst, recall_of_worst=recalls[worst],
        scripts=scripts, first_name=head + scripts + _kilobytes(names), next_name=_kilobytes(names),
        words=_kilobytes(texts), rounds=median(answer.rounds for answer in texts),
        longest=sum(answer.rounds > ROUNDS for answer in texts), heaviest=max(answer.bytes for answer in texts) / _KB,
        indexing=made.seconds["index"], change=made.seconds["one change"], seconds=seconds,
    )  # fmt: skip


def _print_files(made: Indexed) -> None:
    """In kilobytes as they are sent."""
    head = made.files[HEAD]
    later = made.files[json.loads(head)["t"]]
    words = sum(len(packed(data)) for data in later_scripts())
    print(f"  head {len(packed(head)) / _KB:.1f} KB; when words are asked for, or a second later,", end=" ")
    print(f"scripts {words / _KB:.1f} KB and their directory {len(packed(later)) / _KB:.1f} KB", flush=True)


def _every(by_kind: Mapping[str, Sequence[Scored]]) -> list[Scored]:
    return [row for rows in by_kind.values() for row in rows]


def _recall(rows: Sequence[Scored]) -> float:
    return mean(row[0] for row in rows)


def _rank(rows: Sequence[Scored]) -> float:
    return mean(row[1] for row in rows)


def _kilobytes(answers: Sequence[Answer]) -> float:
    return median(answer.bytes for answer in answers) / _KB


def _say(what: str) -> None:
    print(f"  … {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
