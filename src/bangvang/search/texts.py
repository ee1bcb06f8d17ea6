"""The index of words: for every word and pair of neighbours the documents that hold it, by where they hold it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bangvang.search.buckets import Item
from bangvang.search.paths import NUMBER_BITS, spread, term_path
from bangvang.vietnamese import canon_word, fold_word, words

TIERS = 3
"""In a name; in what is known of it; in what is told of it."""
PIECES = (300, 600, 400)
"""Longer lists of a tier are cut into pieces by ranges of numbers, of which the first stands with the term."""
FACET_PIECE = 3_000
_TOLD = 2
"""The tier of which single words keep nothing but the first piece."""
_FEWEST_TELLERS = 2
"""A pair of neighbours that one story alone holds is not worth a line."""
_SIZE_OF_NUMBER = 6


class Term(NamedTuple):
    """A word or a pair as it is spelled, or a further piece of its list, as the files have it."""

    key: str
    path: int
    lists: tuple[list[int], ...]

    def item(self) -> Item:
        return Item(self.path, len(self.key) + 8 + sum(map(len, self.lists)) * _SIZE_OF_NUMBER, self.key)

    def written(self) -> list[list[int]]:
        """Differences of neighbouring numbers; a list in pieces begins with its true length below nought."""
        found = list(map(_differences, self.lists))
        while not found[-1]:
            found.pop()
        return found


def _differences(numbers: Sequence[int]) -> list[int]:
    if numbers[:1] and numbers[0] < 0:
        return [numbers[0], *_differences(numbers[1:])]
    return [number - before for before, number in pairwise([0, *numbers])]


def pieces_of(length: int, most: int) -> int:
    """Into how many pieces a list of this length is cut."""
    count = 1
    while length > most * count:
        count *= 2
    return count


def cut(numbers: list[int], most: int) -> list[list[int]]:
    """A list in pieces, of which the first begins with the length of all, below nought, if there are others."""
    count = pieces_of(len(numbers), most)
    if count == 1:
        return [numbers]
    width = (1 << NUMBER_BITS) // count
    ends = [bisect_left(numbers, width * place) for place in range(count + 1)]
    pieces = [numbers[start:end] for start, end in pairwise(ends)]
    pieces[0].insert(0, -len(numbers))
    return pieces


def _pieces(key: str, words: tuple[str, ...], tier: int, pieces: Sequence[list[int]]) -> Iterator[Term]:
    """The further pieces of a list."""
    for place, piece in enumerate(pieces[1:], 1):
        if piece:
            mark = f"#{tier}.{place}"
            yield Term(key + mark, term_path(" ".join((*words, mark))), (piece,))


def facet_terms(key: tuple[str, str], numbers: list[int]) -> Iterator[Term]:
    """A facet's code with everything that counts under it."""
    pieces = cut(numbers, FACET_PIECE)
    yield Term(" ".join(key), term_path(" ".join(key)), (pieces[0],))
    yield from _pieces(" ".join(key), key, 0, pieces)


def _written(key: str, words: tuple[str, ...], lists: Sequence[list[int]]) -> Iterator[Term]:
    pieces = [cut(numbers, most) for numbers, most in zip(lists, PIECES, strict=True)]
    yield Term(key, term_path(" ".join(words)), tuple(cut_list[0] for cut_list in pieces))
    for tier in range(_TOLD if len(words) == 1 else TIERS):
        yield from _pieces(key, words, tier, pieces[tier])


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
            lists = [tier.get(word, []) for tier in self._words]
            yield from _written(spelled[word], (folded[word],), lists)
        for pair in dict.fromkeys(pair for tier in self._pairs for pair in tier):
            lists = [tier.get(pair, []) for tier in self._pairs]
            if lists[0] or lists[1] or len(lists[2]) >= _FEWEST_TELLERS:
                first, second = pair
                yield from _written(f"{spelled[first]} {spelled[second]}", (folded[first], folded[second]), lists)

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
