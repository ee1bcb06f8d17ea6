"""The index of words: for every word and pair of neighbours the documents that hold it, by where they hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bangvang.search.buckets import Item
from bangvang.search.paths import path_of, spread
from bangvang.vietnamese import canon_word, fold_word, words

TIERS = 3
"""In a name; in what is known of it; in what is told of it."""
_MOST_OF_PAIRS = (1500, 3000, 1500)
_MOST_OF_WORDS = (600, 3000, 400)
"""Of longer lists the lowest numbers stay: a sample that all lists share, so that they can be joined."""
_FEWEST_TELLERS = 2
"""A pair of neighbours that one story alone holds is not worth a line."""
_SIZE_OF_NUMBER = 6


class Term(NamedTuple):
    """A word or a pair as it is spelled, with its documents by tier."""

    key: str
    path: int
    lists: tuple[Sequence[int], ...]
    most: tuple[int, ...]

    def item(self) -> Item:
        kept = sum(min(len(numbers), most) for numbers, most in zip(self.lists, self.most, strict=True))
        return Item(self.path, len(self.key) + 8 + kept * _SIZE_OF_NUMBER, self.key)

    def written(self) -> list[list[int]]:
        """Differences of neighbouring numbers; a list that was cut begins with its true length below nought."""
        found = [_differences(numbers, most) for numbers, most in zip(self.lists, self.most, strict=True)]
        while not found[-1]:
            found.pop()
        return found


def _differences(numbers: Sequence[int], most: int) -> list[int]:
    before = 0
    found = [] if len(numbers) <= most else [-len(numbers)]
    for number in numbers[:most]:
        found.append(number - before)
        before = number
    return found


class Texts:
    """All texts of a site, taken in by the order of their numbers."""

    def __init__(self, part: int = 0, parts: int = 1) -> None:
        """Of several parts one: only terms whose first word falls to it are taken in."""
        self._part, self._parts = part, parts
        self._known: dict[str, int] = {}
        self._ids: dict[str, int] = {}
        self._spelled: list[str] = []
        self._folded: list[str] = []
        self._ours: list[bool] = []
        self._pairs: tuple[dict[tuple[int, int], list[int]], ...] = tuple({} for _ in range(TIERS))
        self._words: tuple[dict[int, list[int]], ...] = tuple({} for _ in range(TIERS))

    def add(self, number: int, texts: Sequence[str]) -> None:
        """Take in one document; numbers only ever rise."""
        ours = self._ours
        seen: set[int] = set()
        seen_pairs: set[tuple[int, int]] = set()
        for tier, text in enumerate(texts):
            ids = self._read(text)
            singles = set(ids) - seen
            pairs = set(pairwise(ids)) - seen_pairs
            seen |= singles
            seen_pairs |= pairs
            by_word, by_pair = self._words[tier], self._pairs[tier]
            for word in singles:
                if ours[word]:
                    found = by_word.get(word)
                    if found is None:
                        by_word[word] = [number]
                    else:
                        found.append(number)
            for pair in pairs:
                if ours[pair[0]]:
                    listed = by_pair.get(pair)
                    if listed is None:
                        by_pair[pair] = [number]
                    else:
                        listed.append(number)

    def terms(self) -> Iterator[Term]:
        """Every term worth a line."""
        spelled, folded = self._spelled, self._folded
        for word in dict.fromkeys(word for tier in self._words for word in tier):
            lists = tuple(tier.get(word, ()) for tier in self._words)
            yield Term(spelled[word], path_of((folded[word],)), lists, _MOST_OF_WORDS)
        for pair in dict.fromkeys(pair for tier in self._pairs for pair in tier):
            lists = tuple(tier.get(pair, ()) for tier in self._pairs)
            if lists[0] or lists[1] or len(lists[2]) >= _FEWEST_TELLERS:
                first, second = pair
                path = path_of((folded[first], folded[second]))
                yield Term(f"{spelled[first]} {spelled[second]}", path, lists, _MOST_OF_PAIRS)

    def common_words(self, fewest: int) -> set[str]:
        """Folded words of letters that several documents hold."""
        found: dict[str, int] = {}
        for tier in self._words:
            for word, numbers in tier.items():
                folded = self._folded[word]
                found[folded] = found.get(folded, 0) + len(numbers)
        return {word for word, count in found.items() if count >= fewest and word.isalpha()}

    def _read(self, text: str) -> list[int]:
        known = self._known
        found = []
        for word in words(text):
            id = known.get(word)
            found.append(self._learn(word) if id is None else id)
        return found

    def _learn(self, word: str) -> int:
        canon = canon_word(word)
        id = self._ids.get(canon)
        if id is None:
            id = self._ids[canon] = len(self._spelled)
            folded = fold_word(word)
            self._spelled.append(canon)
            self._folded.append(folded)
            self._ours.append(self._parts == 1 or spread(folded) % self._parts == self._part)
        self._known[word] = id
        return id
