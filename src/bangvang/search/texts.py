"""The index of words: for every word and pair of neighbours the documents that hold it, by where they hold it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain, pairwise

from bangvang.search.entry import BETWEEN
from bangvang.search.lists import NUMBERS, Listed, Lists, kept
from bangvang.search.paths import term_path
from bangvang.vietnamese import canon_word, fold_word, words

TIERS = 3
"""In a name; in what is known of it; in what is told of it."""
PIECES = (300, 1_800, 800)
_TOLD = 2
_LARGE = 20_000
"""From so many documents on, a pair of neighbours that one story alone holds is not worth a line."""


class Terms(Lists):
    """Words and pairs as they are spelled."""

    def __init__(self, table: dict[str, Listed] | None = None) -> None:
        super().__init__(PIECES, table)
        self.fewest_tellers = 1

    def suit(self, documents: int) -> bool:
        """Choose what is worth a line on a site of this size; whether that is something else than before."""
        before, self.fewest_tellers = self.fewest_tellers, 2 if documents >= _LARGE else 1
        return before != self.fewest_tellers

    def is_written(self, key: str, lists: tuple[bytes, ...]) -> bool:
        return " " not in key or bool(lists[0] or lists[1]) or len(lists[_TOLD]) >> 2 >= self.fewest_tellers

    def is_whole(self, key: str, tier: int) -> bool:
        """Of single words the stories that hold them are a sample."""
        return tier != _TOLD or " " in key

    def common_words(self, fewest: int) -> set[str]:
        """Folded words of letters that several documents hold."""
        found: dict[str, int] = {}
        for key, (_, lists) in self.table.items():
            if " " not in key:
                folded = fold_word(key.split("~")[0])
                found[folded] = found.get(folded, 0) + sum(map(len, lists)) // 4
        return {word for word, count in found.items() if count >= fewest and word.isalpha()}


class Reader:
    """Takes in texts, in the order of their documents' numbers."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._ids: dict[str, int] = {}
        self._spelled: list[str] = []
        self._folded: list[str] = []
        # Arrays, for they take half the room of lists.
        self._pairs: tuple[dict[tuple[int, int], array[int]], ...] = tuple({} for _ in range(TIERS))
        self._words: tuple[dict[int, array[int]], ...] = tuple({} for _ in range(TIERS))

    def add(self, number: int, texts: Sequence[str]) -> None:
        """Take in one document: each of its terms counts in the first tier that holds it."""
        seen: set[int] = set()
        seen_pairs: set[tuple[int, int]] = set()
        for tier, text in enumerate(texts):
            parts = [self._read(part) for part in text.split(BETWEEN)]
            singles = set(chain.from_iterable(parts)) - seen
            # Where another piece begins is no neighbour: Đỗ Thị Lan . Nguyễn Văn An tells of no Lan Nguyễn.
            pairs = set(chain.from_iterable(map(pairwise, parts))) - seen_pairs
            seen |= singles
            seen_pairs |= pairs
            by_word, by_pair = self._words[tier], self._pairs[tier]
            for word in singles:
                found = by_word.get(word)
                if found is None:
                    by_word[word] = array(NUMBERS, (number,))
                else:
                    found.append(number)
            for pair in pairs:
                listed = by_pair.get(pair)
                if listed is None:
                    by_pair[pair] = array(NUMBERS, (number,))
                else:
                    listed.append(number)

    def table(self) -> dict[str, Listed]:
        """All terms. What was taken in is let go, list by list: both at once would be much on a large site."""
        spelled, folded = self._spelled, self._folded
        found: dict[str, Listed] = {}
        for word in dict.fromkeys(word for tier in self._words for word in tier):
            lists = tuple(kept(tier.pop(word, ())) for tier in self._words)
            found[spelled[word]] = term_path(folded[word]), lists
        for pair in dict.fromkeys(pair for tier in self._pairs for pair in tier):
            lists = tuple(kept(tier.pop(pair, ())) for tier in self._pairs)
            first, second = pair
            found[f"{spelled[first]} {spelled[second]}"] = term_path(f"{folded[first]} {folded[second]}"), lists
        return found

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
            self._spelled.append(canon)
            self._folded.append(fold_word(word))
        self._known[word] = id
        return id
