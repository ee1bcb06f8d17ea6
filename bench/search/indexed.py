"""The index of a demonstration: its entries and files, and what making them took."""

from __future__ import annotations

import datetime
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from bangvang.demo import write_demo
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.pictures import hand_over
from bangvang.pages.reading import Reading
from bangvang.registry import build_registry
from bangvang.search import Entry, Index, Words
from bangvang.search.entries import abbreviations, labels, record_entries
from bangvang.workers import no_garbage_collection

DAY = datetime.date(2026, 11, 21)
_MORE = " Câu này vừa được thêm vào."


@dataclass(frozen=True)
class Indexed:
    """Entries, the files made of them, and the seconds of each step."""

    entries: list[Entry]
    files: Mapping[str, bytes]
    seconds: Mapping[str, float]
    rewritten: tuple[int, int]
    """Files and bytes that one more sentence in a story writes anew."""


def indexed(count: int, folder: Path) -> Indexed:
    """So many honourees as `bangvang demo` lays them out."""
    root = folder / f"demo-{count}"
    write_demo(count, root)
    seconds: dict[str, float] = {}
    with no_garbage_collection():
        answers = Answers(build_registry(load_project(root), DAY))
        hand_over(answers, {})
        started = perf_counter()
        entries = list(record_entries(answers))
        told = Words(abbreviations(Reading(answers)), labels(Reading(answers)))
        seconds["entries"] = perf_counter() - started
        started = perf_counter()
        index = Index.of(entries)
        files = index.files(told).written
        seconds["index"] = perf_counter() - started
        kept = b"".join(index.dump())
        del index
        started = perf_counter()
        again = Index.load(kept)
        assert again is not None
        story = next(entry for entry in entries if len(entry.body) > len(entry.meta))
        again.change([replace(story, body=story.body + _MORE)])
        changed = again.files(told).written
        b"".join(again.dump())
        seconds["one change"] = perf_counter() - started
    return Indexed(entries, files, seconds, (len(changed), sum(map(len, changed.values()))))


def peak_megabytes() -> float:
    """Of the largest process so far, children counted for themselves."""
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    both = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(both) / unit
