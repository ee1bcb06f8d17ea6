"""The index of names: a row stands under the words of its name, so that one small file answers a name whole.

A key is some words of a name, the rarest first: the words of a query, sorted alike, lead to it. A key with too many
rows keeps the best of them, and the same rows stand again under longer keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from bangvang.search.entry import Entry
from bangvang.search.paths import PATH_WORDS, path_of
from bangvang.search.rarity import rarity
from bangvang.vietnamese import canon_word, fold_word, words

_WHOLE = 90
"""A key with more rows is split."""
_BEST = 40
"""So many rows stay under a key that is split, beside those of names that have no other words."""
_BEST_AT_LAST = 120
"""So many under one that is too long to split, and so many of names that have no other words."""
_NEXT = 3
"""Of the more common words of a name, so many lead on from a key."""
_LONGEST = 16
"""Words of a name that count."""
_SENTENCES = frozenset({"decision", "document", "report", "consultation", "post", "page"})
"""Kinds whose titles are sentences: they are found by their words, and by name only under their numbers."""
_SEPARATOR = "."


class Named(NamedTuple):
    """One entry as its names have it."""

    number: int
    words: tuple[str, ...]
    """Folded, of all names, each once, the rarest first."""
    spelled: Mapping[str, str]
    """Folded word → how it is spelled in the first name that has it, as often as it stands there: Thị Thi."""
    last: str
    """The title's last word: of a person the given name."""
    rank: tuple[int, int, int]
    """The best first: short names, then what matters most."""


class Leaf(NamedTuple):
    """The rows of one key."""

    key: tuple[str, ...]
    numbers: tuple[int, ...]
    whole: bool

    @property
    def text(self) -> str:
        return _SEPARATOR.join(self.key)

    @property
    def path(self) -> int:
        return path_of(self.key)


def named(number: int, entry: Entry) -> Named:
    """An entry's names."""
    spelled: dict[str, str] = {}
    last = ""
    title = "" if entry.kind in _SENTENCES else entry.title
    for name in (title, *entry.names):
        here: dict[str, list[str]] = {}
        for word in words(name)[:_LONGEST]:
            folded = fold_word(word)
            here.setdefault(folded, []).append(canon_word(word))
            if name is title:
                last = folded
        spelled = {folded: " ".join(found) for folded, found in here.items()} | spelled
    found = tuple(sorted(spelled, key=rarity))
    return Named(number, found, spelled, last, (len(found), -entry.weight, number))


def leaves(everybody: Iterable[Named], firsts: frozenset[str] | None = None) -> Iterator[Leaf]:
    """Every key with its rows, or those keys that begin with one of some words."""
    by_word: dict[str, list[Named]] = {}
    for one in everybody:
        for word in one.words:
            if firsts is None or word in firsts:
                by_word.setdefault(word, []).append(one)
    for word, holders in by_word.items():
        yield from _below((word,), holders)


def _below(key: tuple[str, ...], holders: Sequence[Named]) -> Iterator[Leaf]:
    """A key, and those that begin with it."""
    if len(holders) <= _WHOLE:
        ranked = sorted(holders, key=lambda one: one.rank)
        yield Leaf(key, tuple(one.number for one in ranked), whole=True)
        return
    at_last = len(key) == PATH_WORDS
    # Names of these words alone stand under no longer key.
    alone = [one for one in holders if len(one.words) == len(key)]
    best = (*_best(key, alone, _BEST_AT_LAST), *_best(key, holders, _BEST_AT_LAST if at_last else _BEST))
    yield Leaf(key, tuple(dict.fromkeys(best)), whole=False)
    if at_last:
        return
    longer: dict[str, list[Named]] = {}
    for one in holders:
        place = one.words.index(key[-1])
        for word in one.words[place + 1 : place + 1 + _NEXT]:
            longer.setdefault(word, []).append(one)
    for word, some in longer.items():
        yield from _below((*key, word), some)


def _best(key: tuple[str, ...], holders: Sequence[Named], most: int) -> tuple[int, ...]:
    """The best of each spelling by turns, so that whoever types the marks finds them; given names go first."""
    wanted = key[0] if len(key) == 1 else None
    ranked = sorted(holders, key=lambda one: (wanted is not None and one.last != wanted, one.rank))
    by_spelling: dict[tuple[str, ...], list[int]] = {}
    for one in ranked:
        group = by_spelling.setdefault(tuple(one.spelled[word] for word in key), [])
        if len(group) < most:
            group.append(one.number)
    turns = (number for turn in zip_longest(*by_spelling.values()) for number in turn if number is not None)
    return tuple(islice(turns, most))
