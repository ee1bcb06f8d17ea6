"""How well the search finds, and what an answer costs, beside Pagefind and MiniSearch.

python -m bench.search [N …] [--peers pagefind minisearch] [--peers-up-to 10000] [--lines 4G …] [--queries 40]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median

from bangvang.search import HEAD, Entry
from bench.search.browsing import LINES
from bench.search.contender import Contender, scored
from bench.search.contest import Contest
from bench.search.indexed import Indexed, indexed, peak_megabytes
from bench.search.ours import Answer, ask, first_scripts, later_scripts, our_search
from bench.search.peers.minisearch import MissingError, minisearch_searches
from bench.search.peers.pagefind import pagefind_searches
from bench.search.queries import PER_CLASS, Query, queries
from bench.search.serving import packed, served
from tools import chromium

_TEXT = ("topic_diacritics", "topic_plain", "award", "campaign")
_NAMES = ("full_diacritics", "no_diacritics", "partial_diacritics", "nfd", "i_y", "d_stroke", "upper", "reorder")
_KB = 1000
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
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000], metavar="N", help="honourees")
    parser.add_argument("--peers", nargs="*", choices=tuple(_PEERS), default=[*_PEERS], help="all by default")
    parser.add_argument("--peers-up-to", type=int, default=10_000, metavar="N", help="at more honourees ours alone")
    parser.add_argument("--lines", nargs="*", choices=tuple(LINES), default=[*LINES], help="slow lines; all by default")
    parser.add_argument("--queries", type=int, default=PER_CLASS, metavar="N", help="of each class")
    options = parser.parse_args(arguments)
    print(NOTES)
    for size in options.sizes:
        peers = options.peers if size <= options.peers_up_to else ()
        _measure(size, peers, options.lines, options.queries)
        if options.peers and size > options.peers_up_to:
            print(f"  Others are left out above {options.peers_up_to:,}: an index that is loaded whole takes minutes")
            print(f"  to make, to ask and to load on a slow line. --peers-up-to {size} asks for them.", flush=True)


def _measure(size: int, peers: Sequence[str], lines: Sequence[str], per_class: int) -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        made = indexed(size, folder)
        print(f"\n== {size:,} honourees, {len(made.entries):,} entries")
        _print_making(made)
        contest = Contest(queries(made.entries, per_class), lines)
        with chromium.browser() as opened:
            ours = our_search(made)
            with served(ours.files) as home:
                answers = ask(opened, home, made, [query.text for query in contest.asked])
            _print_finding(contest.asked, answers)
            _print_costs(made, contest.asked, answers)
            contest.enter(opened, ours)
            for peer in peers:
                try:
                    for contender in _PEERS[peer](made.entries, folder):
                        _say(contender.name)
                        contest.enter(opened, contender)
                except MissingError as missing:
                    print(f"  {peer} is left out: {missing}.")
        for table in contest.told():
            print(f"\n{table}", flush=True)


def _print_making(made: Indexed) -> None:
    size = sum(map(len, made.files.values()))
    steps = ", ".join(f"{step} {seconds:.2f} s" for step, seconds in made.seconds.items())
    print(f"  {steps}; {len(made.files):,} files, {size / 1e6:.1f} MB; peak {peak_megabytes():.0f} MB")
    print(f"  one sentence more writes {made.rewritten[0]} files, {made.rewritten[1] / _KB:.0f} KB")


def _print_finding(asked: Sequence[Query], answers: Sequence[Answer]) -> None:
    by_kind: dict[str, list[tuple[float, float, Answer]]] = {}
    for query, answer in zip(asked, answers, strict=True):
        by_kind.setdefault(query.kind, []).append((*scored(query.relevant, answer.urls), answer))
    print(f"  {'class':20} {'n':>3} recall   MRR  KB median  rounds median (most)  until rows are seen")
    for kind, rows in by_kind.items():
        _print_row(kind, rows)
    _print_row("all", [row for rows in by_kind.values() for row in rows])


def _print_row(kind: str, rows: Sequence[tuple[float, float, Answer]]) -> None:
    answers = [answer for _, _, answer in rows]
    rounds, shown = [answer.rounds for answer in answers], [answer.shown for answer in answers]
    found = f"{mean(row[0] for row in rows):6.3f} {mean(row[1] for row in rows):5.3f}"
    trips = f"{median(rounds):6.0f} ({max(rounds)})  {median(shown):6.0f} ({max(shown)})"
    print(f"  {kind:20} {len(rows):3} {found}  {median(answer.bytes for answer in answers) / _KB:9.1f}  {trips}")


def _print_costs(made: Indexed, asked: Sequence[Query], answers: Sequence[Answer]) -> None:
    """In kilobytes as they are sent."""
    engine, words = (sum(len(packed(data)) for data in some) for some in (first_scripts(), later_scripts()))
    head = len(packed(made.files[HEAD]))
    later = len(packed(made.files[json.loads(made.files[HEAD])["t"]]))
    names = median(answer.bytes for query, answer in zip(asked, answers, strict=True) if query.kind in _NAMES)
    texts = median(answer.bytes for query, answer in zip(asked, answers, strict=True) if query.kind in _TEXT)
    first = head + engine + names
    print(f"  scripts {engine / _KB:.1f} KB and {words / _KB:.1f} KB when needed,", end=" ")
    print(f"head {head / _KB:.1f} KB, a second later {later / _KB:.1f} KB;", end=" ")
    print(f"first name answer {first / _KB:.1f} KB,", end=" ")
    print(f"a later one {names / _KB:.1f} KB, words {texts / _KB:.1f} KB", flush=True)


def _say(what: str) -> None:
    print(f"  … {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
