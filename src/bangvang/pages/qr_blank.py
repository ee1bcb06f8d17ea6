"""QR codes before anything is written: the marks that no address changes, and the way that data take around them.

Drawn here because a library that draws codes of every sort takes as long to be imported as thousands to be drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

LAST_VERSION = 40
_GUARDS = (
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
)  # fmt: skip
"""By version, how many bytes guard each block when a seventh of the code may be lost (level M)."""
_BLOCKS = (
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
)  # fmt: skip
"""By version, how many blocks the data are dealt to at that level."""
_LEVEL = 0b00
_MASK = 3
"""The pattern of every third diagonal. Any of the eight is as good to a reader; choosing the prettiest takes time."""
_FINDER, _ALIGNMENT = 3, 2
"""How far such a mark reaches from its middle."""
_TIMING = 6
"""The row and the column of dots that alternate."""
_TOLD_FROM = 7
"""From this version on a code says which it is."""


class Block(NamedTuple):
    """So many bytes of data, and so many that guard them."""

    data: int
    guards: int


class Blank(NamedTuple):
    """The code of a version, as if all that is written were noughts."""

    rows: tuple[tuple[bool, ...], ...]
    """Whether a dot is dark."""
    way: tuple[tuple[int, int], ...]
    """The rows and columns of the dots in the order in which data fill them."""


def blank(version: int) -> Blank:
    """Drawn for level M and one mask."""
    size = 17 + 4 * version
    fixed = _marks(version, size) | _format(size) | (_version(version, size) if version >= _TOLD_FROM else {})
    way = tuple(place for place in _zigzag(size) if place not in fixed)
    rows = tuple(
        tuple([fixed.get((row, column), (row + column) % 3 == 0) for column in range(size)]) for row in range(size)
    )
    return Blank(rows, way)


def blocks(version: int) -> tuple[Block, ...]:
    """How data are dealt; the shorter blocks come first."""
    guards, count = _GUARDS[version - 1], _BLOCKS[version - 1]
    each, longer = divmod(_dots(version) // 8, count)
    return tuple(Block(each - guards + (number >= count - longer), guards) for number in range(count))


def room(version: int) -> int:
    """How many bytes of data all blocks hold together."""
    return sum(block.data for block in blocks(version))


def _dots(version: int) -> int:
    """How many dots are left to data and guards."""
    size = 17 + 4 * version
    beside = len(_middles(version, size))
    alignment = 25 * (beside * beside - 3) - 10 * (beside - 2) if beside else 0
    return size * size - 3 * 64 - 2 * (size - 16) - 31 - alignment - (36 if version >= _TOLD_FROM else 0)


def _middles(version: int, size: int) -> list[int]:
    """The rows, and columns, on which small marks have their middle."""
    if version == 1:
        return []
    count = version // 7 + 2
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    return [_TIMING, *(size - 7 - step * turn for turn in range(count - 2, -1, -1))]


def _marks(version: int, size: int) -> dict[tuple[int, int], bool]:
    """Timing lines, large marks in three corners, small ones in a grid."""
    fixed = {place: at % 2 == 0 for at in range(size) for place in ((_TIMING, at), (at, _TIMING))}
    for row, column in ((_FINDER, _FINDER), (_FINDER, size - 4), (size - 4, _FINDER)):
        for place, ring in _rings(row, column, _FINDER + 1):
            if 0 <= place[0] < size and 0 <= place[1] < size:
                fixed[place] = ring not in (2, 4)
    middles = _middles(version, size)
    corners = {(_TIMING, _TIMING), (_TIMING, size - 7), (size - 7, _TIMING)}
    for row in middles:
        for column in middles:
            if (row, column) not in corners:
                fixed |= {place: ring != 1 for place, ring in _rings(row, column, _ALIGNMENT)}
    return fixed


def _rings(row: int, column: int, reach: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Every dot around a middle, with the ring that it lies on."""
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            yield (row + down, column + right), max(abs(down), abs(right))


def _format(size: int) -> dict[tuple[int, int], bool]:
    """Level and mask, written twice, and the dot that is always dark."""
    bits = _guarded(_LEVEL << 3 | _MASK, 10, 0x537) ^ 0x5412
    down = [*range(6), 7, 8, *range(size - 7, size)]
    fixed = {(row, 8): bool(bits >> at & 1) for at, row in enumerate(down)}
    across = [*range(size - 1, size - 9, -1), 7, *range(5, -1, -1)]
    fixed |= {(8, column): bool(bits >> at & 1) for at, column in enumerate(across)}
    return fixed | {(size - 8, 8): True}


def _version(version: int, size: int) -> dict[tuple[int, int], bool]:
    """Which version it is, written twice."""
    bits = _guarded(version, 12, 0x1F25)
    fixed = {}
    for at in range(18):
        near, far, dark = at // 3, size - 11 + at % 3, bool(bits >> at & 1)
        fixed[near, far] = fixed[far, near] = dark
    return fixed


def _guarded(value: int, guards: int, divisor: int) -> int:
    """A value and the rest of its division, bit by bit."""
    rest = value
    for _ in range(guards):
        rest = (rest << 1) ^ ((rest >> (guards - 1)) * divisor)
    return value << guards | rest


def _zigzag(size: int) -> Iterator[tuple[int, int]]:
    """Up and down, two columns at a time, from the right."""
    rights = [*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)]
    for turn, right in enumerate(rights):
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield row, right
            yield row, right - 1
