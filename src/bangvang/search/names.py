"""The index of names: a row stands under the words of its name, so that one small file answers a name whole.

A key is some words of a name, the rarest first: the words of a query, sorted alike, lead to it. A key with too many
rows keeps the best of them, and the same rows stand again under longer keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from bangvang.search.buckets import Item
from bangvang.search.paths import PATH_WORDS, path_of
from bangvang.search.rarity import rarity
from bangvang.vietnamese import canon_word, fold_word, words

WHOLE = 90
"""A key with more rows is split."""
BEST = 40
"""So many rows stay under a key that is split."""
_BEST_AT_LAST = 120
"""So many under one that is too long to split."""
_NEXT = 3
"""Of the more common words of a name, so many lead on from a key."""
_LONGEST = 16
"""Words of a name that count."""


@dataclass(frozen=True, slots=True)
class Named:
    """One entry as its names have it."""

    number: int
    words: tuple[str, ...]
    """Folded, of all names, each once, the rarest first."""
    spelled: Mapping[str, str]
    """Folded word → how the title spells it."""
    last: str
    """The given name, of a person."""
    rank: tuple[int, ...]
    """The best first."""


def named(number: int, title: str, others: Sequence[str], weight: int) -> Named:
    """The entry of some names."""
    spelled: dict[str, str] = {}
    last = ""
    for word in words(title)[:_LONGEST]:
        last = fold_word(word)
        spelled.setdefault(last, canon_word(word))
    for other in others:
        for word in words(other)[:_LONGEST]:
            spelled.setdefault(fold_word(word), canon_word(word))
    found = tuple(sorted(spelled, key=rarity))
    return Named(number, found, spelled, last, (len(found), -weight, number))


class Leaf:
    """The rows of one key."""

    __slots__ = ("key", "numbers", "whole")

    def __init__(self, key: tuple[str, ...], numbers: list[int], whole: bool) -> None:
        self.key = key
        self.numbers = numbers
        self.whole = whole

    @property
    def text(self) -> str:
        return ".".join(self.key)

    def item(self) -> Item:
        return Item(path_of(self.key), len(self.numbers), self.text)


def leaves(everybody: Sequence[Named]) -> Iterator[Leaf]:
    """Every key with its rows."""
    by_word: dict[str, list[Named]] = {}
    for one in everybody:
        for word in one.words:
            by_word.setdefault(word, []).append(one)
    for word, holders in by_word.items():
        yield from below((word,), holders)


def below(key: tuple[str, ...], holders: Sequence[Named]) -> Iterator[Leaf]:
    """A key, and those that begin with it."""
    if len(holders) <= WHOLE:
        yield Leaf(key, [one.number for one in sorted(holders, key=lambda one: one.rank)], True)
        return
    at_last = len(key) == PATH_WORDS
    yield Leaf(key, [one.number for one in best(key, holders, _BEST_AT_LAST if at_last else BEST)], False)
    if at_last:
        return
    longer: dict[str, list[Named]] = {}
    for one in holders:
        place = one.words.index(key[-1])
        for word in one.words[place + 1 : place + 1 + _NEXT]:
            longer.setdefault(word, []).append(one)
    for word, some in longer.items():
        yield from below((*key, word), some)


def best(key: tuple[str, ...], holders: Sequence[Named], most: int) -> list[Named]:
    """The best of each spelling by turns, so that whoever types the marks finds them; given names go first."""
    wanted = key[0] if len(key) == 1 else ""
    ranked = sorted(holders, key=lambda one: (one.last != wanted, one.rank) if wanted else (False, one.rank))
    by_spelling: dict[tuple[str, ...], list[Named]] = {}
    for one in ranked:
        group = by_spelling.setdefault(tuple(one.spelled[word] for word in key), [])
        if len(group) < most:
            group.append(one)
    turns = (one for turn in zip_longest(*by_spelling.values()) for one in turn if one is not None)
    return list(islice(turns, most))
