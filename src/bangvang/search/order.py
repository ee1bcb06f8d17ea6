"""Everything in the order of names, in pieces: where a piece ends depends on the numbers in it alone, so that one name
more changes one piece."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator

from bangvang.search.entry import Entry
from bangvang.vietnamese import name_key, text_key

_CHANCE = 0x9E3779B1
_IN_A_PIECE = 512
"""So many on the average."""
_LEVEL = "\0"
"""Below all that a level of a key holds."""


def order_key(entry: Entry) -> str:
    """People stand under their given names, everything else under its first word.

    One string takes less room than five.
    """
    if entry.kind == "individual":
        return _LEVEL.join(name_key(entry.title))
    letters, tones, written = text_key(entry.title)
    return _LEVEL.join((letters, tones, "", "", written))


def in_order(numbered: Iterable[tuple[int, Entry]]) -> list[int]:
    """The numbers of some entries in the order of their names."""
    keyed = sorted((order_key(entry), number) for number, entry in numbered)
    return [number for _, number in keyed]


def put_in_order(order: list[int], numbers: Iterable[int], entry_of: Callable[[int], Entry]) -> None:
    """Put further numbers where they belong."""

    def key(number: int) -> tuple[str, int]:
        return order_key(entry_of(number)), number

    for number in numbers:
        insort(order, number, key=key)


def pieces(order: Iterable[int]) -> Iterator[list[int]]:
    """The order in pieces; a number that looks like nought by chance begins the next."""
    piece: list[int] = []
    for number in order:
        if piece and number * _CHANCE % 2**32 < 2**32 // _IN_A_PIECE:
            yield piece
            piece = []
        piece.append(number)
    if piece:
        yield piece
