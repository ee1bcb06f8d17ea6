"""Lists of documents under keys: written as differences, long ones cut into pieces by where documents lie."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bangvang.search.packing import packed
from bangvang.search.paths import NEAR_BITS, OWN_BITS, term_path

Listed = tuple[int, tuple[bytes, ...]]
"""The path of a key, and its lists by tier, each the bytes of an array of numbers."""

NUMBERS = "I"
"""How arrays hold documents' numbers."""
_OWN = (1 << OWN_BITS) - 1
_SIZE_OF_NUMBER = 6
_SIZE_OF_KEY = 8
_Line = tuple[int, str, int, int, int]
"""Path, key, tier and place of a further piece, -1 and nought for the key itself; and how large the line is."""


def kept(numbers: Iterable[int]) -> bytes:
    """A list as tables keep it."""
    return array(NUMBERS, numbers).tobytes()


def numbers_of(data: bytes) -> Sequence[int]:
    """The list again."""
    return array(NUMBERS, data)


class Lists:
    """A table of keys, each with as many lists as there are tiers."""

    def __init__(self, most: Sequence[int], table: dict[str, Listed] | None = None) -> None:
        """`most` says how long the pieces of a list may be, by tier."""
        self.most = tuple(most)
        self.table = table if table is not None else {}
        self.cut_lines: dict[str, Sequence[_Line]] = {}
        """The lines of keys whose lists are cut, once they were laid out."""
        self._lines: list[_Line] = []

    def change(self, tier: int, key: str, path: int, number: int, *, put: bool) -> None:
        """Put a number into a list, or take it out."""
        _, lists = self.table.get(key) or (path, (b"",) * len(self.most))
        numbers = array(NUMBERS, lists[tier])
        place = bisect_left(numbers, number)
        there = place < len(numbers) and numbers[place] == number
        if put and not there:
            numbers.insert(place, number)
        elif there and not put:
            del numbers[place]
        changed = (*lists[:tier], numbers.tobytes(), *lists[tier + 1 :])
        self.cut_lines.pop(key, None)
        if any(changed):
            self.table[key] = path, changed
        else:
            self.table.pop(key, None)

    def is_written(self, key: str, lists: tuple[bytes, ...]) -> bool:
        """Whether a key is worth a line."""
        return True

    def is_whole(self, key: str, tier: int) -> bool:
        """Whether further pieces of a list are kept."""
        return True

    def lay_out(self) -> tuple[Sequence[int], Sequence[int]]:
        """Paths and sizes of all lines, in the order in which `content` counts them."""
        lines: list[_Line] = []
        shortest = min(self.most)
        for key, (path, lists) in self.table.items():
            if not self.is_written(key, lists):
                continue
            count = sum(map(len, lists)) >> 2
            if count > shortest and any(len(data) >> 2 > most for data, most in zip(lists, self.most, strict=True)):
                lines += self._lines_of_long(key, path, lists)
            else:
                lines.append((path, key, -1, 0, len(key) + _SIZE_OF_KEY + count * _SIZE_OF_NUMBER))
        lines.sort()
        self._lines = lines
        return array(NUMBERS, [line[0] for line in lines]), array(NUMBERS, [line[4] for line in lines])

    def _lines_of_long(self, key: str, path: int, lists: tuple[bytes, ...]) -> Sequence[_Line]:
        """Those of a key with a list that is cut; they stay known, for cutting is what takes time."""
        known = self.cut_lines.get(key)
        if known is not None:
            return known
        made: list[_Line] = []
        size = len(key) + _SIZE_OF_KEY
        for tier, (data, most) in enumerate(zip(lists, self.most, strict=True)):
            first, *further = cut(numbers_of(data), most)
            if self.is_whole(key, tier):
                made += _further(key, path, tier, further)
            size += len(first) * _SIZE_OF_NUMBER
        made.append((path, key, -1, 0, size))
        self.cut_lines[key] = made
        return made

    def content(self, start: int, stop: int) -> bytes:
        """The file of a run of lines."""
        return packed(dict(map(self._written, self._lines[start:stop])))

    def _written(self, line: _Line) -> tuple[str, list[list[int]]]:
        _, key, tier, place, _ = line
        _, lists = self.table[key]
        if tier >= 0:
            piece = piece_at(numbers_of(lists[tier]), self.most[tier], place)
            return f"{key}{mark(tier, place)}", [differences(piece)]
        written = [_first(numbers_of(data), most) for data, most in zip(lists, self.most, strict=True)]
        while not written[-1]:
            written.pop()
        return key, written

    def touched(self, keys: Iterable[str], before: dict[str, Listed]) -> list[int]:
        """Paths of the lines that differ where the lists of some keys were others before."""
        paths: set[int] = set()
        for key in keys:
            for known in (before.get(key), self.table.get(key)):
                if known is not None:
                    paths.add(known[0])
            differing = self._pieces(key, before.get(key)) ^ self._pieces(key, self.table.get(key))
            paths.update(path for path, _ in differing)
        return sorted(paths)

    def _pieces(self, key: str, known: Listed | None) -> set[tuple[int, bytes]]:
        """The further pieces of a key's lists, by path."""
        if known is None:
            return set()
        path, lists = known
        return {
            (piece_path(key, path, tier, place), kept(piece))
            for tier, data in enumerate(lists)
            for place, piece in enumerate(cut(numbers_of(data), self.most[tier]))
            if place
        }


def _further(key: str, path: int, tier: int, pieces: Sequence[Sequence[int]]) -> Iterator[_Line]:
    for place, piece in enumerate(pieces, 1):
        if piece:
            size = len(key) + _SIZE_OF_KEY + len(piece) * _SIZE_OF_NUMBER
            yield piece_path(key, path, tier, place), key, tier, place, size


def mark(tier: int, place: int) -> str:
    """What tells a further piece from its key."""
    return f"#{tier}.{place}"


def piece_path(key: str, path: int, tier: int, place: int) -> int:
    """Where a further piece is filed: all spellings of a key share it, as they share the key's own path."""
    return term_path(f"{path}{mark(tier, place)}")


def pieces_of(length: int, most: int) -> int:
    """Into how many pieces a list of this length is cut, beside the sample."""
    count = 1
    while length > most * count:
        count *= 2
    return count


def cut(numbers: Sequence[int], most: int) -> list[Sequence[int]]:
    """A list in pieces: a sample that all lists share, so that they can be joined, then the rest by where it lies."""
    count = pieces_of(len(numbers), most)
    if count == 1:
        return [numbers]
    bounds = [bisect_left(numbers, _beginning(place, count)) for place in range(1, count + 2)]
    return [sample(numbers, count), *(_unsampled(numbers[start:stop], count) for start, stop in pairwise(bounds))]


def piece_at(numbers: Sequence[int], most: int, place: int) -> Sequence[int]:
    """One of the further pieces, without making the others."""
    count = pieces_of(len(numbers), most)
    start, stop = (bisect_left(numbers, _beginning(at, count)) for at in (place, place + 1))
    return _unsampled(numbers[start:stop], count)


def sample(numbers: Sequence[int], count: int) -> list[int]:
    """The first of so many pieces: chance numbers, the same in every list that holds them."""
    most = _below(count)
    return [number for number in numbers if number & _OWN < most]


def _unsampled(numbers: Sequence[int], count: int) -> list[int]:
    most = _below(count)
    return [number for number in numbers if number & _OWN >= most]


def _below(count: int) -> int:
    """An address's part of a number is below this if it is in the sample; `count` is a power of two."""
    return -(-(1 << OWN_BITS) // count)


def _beginning(place: int, count: int) -> int:
    """The least number that may lie in a further piece."""
    return -(-((place - 1) << NEAR_BITS) // count) << OWN_BITS


def differences(numbers: Sequence[int]) -> list[int]:
    """Of neighbours: small numbers, where the numbers themselves are large."""
    return [number - before for before, number in pairwise([0, *numbers])]


def _first(numbers: Sequence[int], most: int) -> list[int]:
    """The first piece; the true length stands before it, below nought, if there are others."""
    count = pieces_of(len(numbers), most)
    return differences(numbers) if count == 1 else [-len(numbers), *differences(sample(numbers, count))]
