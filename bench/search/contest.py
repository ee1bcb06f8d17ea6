"""All searches in one run: the same queries, the same server, the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from playwright.sync_api import Browser

from bench.search.browsing import Spent, first_answers, found
from bench.search.contender import Contender
from bench.search.queries import Query
from bench.search.serving import served
from bench.search.tables import cost_table, finding_table, making_table, time_table

VISITORS = 5
"""So many, each with names and words of its own, ask every search in turn."""
_NAMES, _WORDS = "no_diacritics", "topic_plain"
Visit = tuple[str, str, str]
"""A name, the next name, words."""


@dataclass
class Contest:
    """The figures of searches by name, each search measured and let go before the next is made."""

    asked: Sequence[Query]
    lines: Sequence[str]
    found: dict[str, list[list[str]]] = field(default_factory=dict)
    spent: dict[str, list[list[Spent]]] = field(default_factory=dict)
    slow: dict[str, dict[str, list[Spent]]] = field(default_factory=dict)
    """By line."""
    made: dict[str, tuple[str, float, int]] = field(default_factory=dict)

    def enter(self, opened: Browser, contender: Contender) -> None:
        """Measure one more search."""
        visits = list(visits_of(self.asked))
        name = contender.name
        self.made[name] = contender.making, contender.megabytes, len(contender.files)
        with served(contender.files) as home:
            self.found[name] = found(opened, home, contender, [query.text for query in self.asked])
            self.spent[name] = [first_answers(opened, home, contender, visit) for visit in visits]
            for line in self.lines:
                self.slow.setdefault(line, {})[name] = first_answers(opened, home, contender, visits[0], line)

    def told(self) -> Iterator[str]:
        """The tables."""
        yield finding_table(self.asked, self.found)
        yield making_table(self.made)
        yield cost_table(self.spent)
        for line, spent in self.slow.items():
            yield time_table(line, spent)


def visits_of(asked: Sequence[Query]) -> Iterator[Visit]:
    """What visitors ask one after another."""
    names = iter([query.text for query in asked if query.kind == _NAMES])
    words = [query.text for query in asked if query.kind == _WORDS]
    yield from islice(zip(names, names, words, strict=False), VISITORS)
