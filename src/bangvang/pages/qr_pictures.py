"""QR codes as pictures of 400 letters, ten thousand of them in a blink.

A code is linear: every bit of an address turns the same dots whatever the other bits are. So one code of each size is
drawn by segno, which takes its time, and all others are what their bits make of it. As SVG a code has six times as many
letters, and there is one for every honour of the roll.
"""

from __future__ import annotations

from binascii import b2a_base64, crc32
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from operator import xor
from struct import pack
from typing import Any, NamedTuple, cast
from zlib import compress

import segno
from segno import consts

_MASK = 3
"""Any of the eight patterns is as good to a reader; choosing the prettiest takes longer than all the rest."""
_LEVEL = consts.ERROR_LEVEL_M
"""A code stays readable when a seventh of it is lost."""
_CORNER = 9
"""So many dots from the edge a corner holds its mark, and the format beside it; one fewer where there is no format."""
_TIMING = 6
"""The row and the column of dots that alternate."""
_FIXED = (
    consts.TYPE_ALIGNMENT_PATTERN_DARK,
    consts.TYPE_ALIGNMENT_PATTERN_LIGHT,
    consts.TYPE_VERSION_DARK,
    consts.TYPE_VERSION_LIGHT,
)
_BYTE_MODE = 0b0100
_END, _FILLING = b"\0", b"\xec\x11"
_LONG_COUNT_FROM = 10
"""From this version on the number of letters takes two bytes."""
_LAST_VERSION = 40
_TOGETHER = 8
_MOST_KNOWN = 256
"""Of so many bytes together so many are kept: beginnings and ends that addresses share, but not what is one's own."""


class QrPicture(NamedTuple):
    """A code as a page holds it: black on white, a point for each dot, without the white around it."""

    size: int
    """How many dots a side has."""
    address: str
    """The picture itself, as PNG."""


def qr_picture(text: str) -> QrPicture:
    """The code of a text."""
    data = text.encode()
    form = _form(_version(len(data)))
    return QrPicture(form.size, f"data:image/png;base64,{b2a_base64(form.png(data), newline=False).decode()}")


class _Form:
    """All codes of one version."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.room = _room(version)
        drawn = segno.make_qr("", mode="byte", error="m", version=version, mask=_MASK, boost_error=False)
        self.size = len(drawn.matrix)
        row = 1 + -(-self.size // 8)
        self._length = self.size * row
        last = 8 * self._length - 1
        way = _way([list(row) for row in drawn.matrix_iter(border=0, verbose=True)])
        self._turned = list(_turned(version, [1 << (last - 8 * (line * row + 1) - column) for line, column in way]))
        """By byte of the data: the dots that each of its upper halves turns, then those of each lower half."""
        self._known: list[dict[bytes, int]] = [{} for _ in range(0, self.room, _TOGETHER)]
        light = "".join(
            _UNFILTERED + "".join(str(1 - dot) for dot in line).ljust(8 * row - 8, "0") for line in drawn.matrix
        )
        self._blank = int(light, 2) ^ self._turn(self._bytes(b""))
        self._head = _SIGNATURE + _chunk(b"IHDR", pack(">IIBBBBB", self.size, self.size, 1, 0, 0, 0, 0))

    def png(self, data: bytes) -> bytes:
        """The whole picture; it is too small for packing to be worth the time."""
        dots = (self._blank ^ self._turn(self._bytes(data))).to_bytes(self._length, "big")
        return self._head + _chunk(b"IDAT", compress(dots, 0)) + _FOOT

    def _bytes(self, data: bytes) -> bytes:
        """What is written, as segno does: that it is bytes, how many, the bytes, an end, and what fills the room."""
        long = 2 if self.version >= _LONG_COUNT_FROM else 1
        count = len(data)
        written = (((_BYTE_MODE << 8 * long | count) << 8 * count) | int.from_bytes(data, "big")) << 4
        begun = written.to_bytes(count + long + 1, "big")
        return (begun + _END + _FILLING * self.room)[: self.room]

    def _turn(self, written: bytes) -> int:
        """The dots that differ from a code of nothing but noughts; what many addresses share is found in one look."""
        dots = 0
        for at, known in zip(range(0, self.room, _TOGETHER), self._known, strict=True):
            some = written[at : at + _TOGETHER]
            found = known.get(some)
            if found is None:
                found = self._turn_some(at, some)
                if len(known) < _MOST_KNOWN:
                    known[some] = found
            dots ^= found
        return dots

    def _turn_some(self, at: int, some: bytes) -> int:
        dots = 0
        for turned, value in zip(self._turned[at : at + _TOGETHER], some, strict=True):
            dots ^= turned[value >> 4] ^ turned[16 + (value & 15)]
        return dots


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))


_form = cache(_Form)
_SIGNATURE, _FOOT = b"\x89PNG\r\n\x1a\n", _chunk(b"IEND", b"")
_UNFILTERED = "0" * 8
"""Before each line of a PNG stands how it was prepared."""


def _blocks(version: int) -> list[tuple[int, int]]:
    """How many bytes of data each block holds, and how many that guard them."""
    kinds = cast("dict[int, dict[int, tuple[Any, ...]]]", consts.ECC)[version][_LEVEL]
    return [(kind.num_data, kind.num_total - kind.num_data) for kind in kinds for _ in range(kind.num_blocks)]


def _room(version: int) -> int:
    return sum(data for data, _ in _blocks(version))


@cache
def _version(length: int) -> int:
    """The smallest that holds so many bytes."""
    for version in range(1, _LAST_VERSION + 1):
        if length + 2 + (version >= _LONG_COUNT_FROM) <= _room(version):
            return version
    raise ValueError(length)


def _way(modules: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The dots in the order in which data fill them: up and down, two columns at a time, from the right."""
    size = len(modules)
    rights = [*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)]
    for turn, right in enumerate(rights):
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            for column in (right, right - 1):
                if modules[row][column] not in _FIXED and not _in_corner(size, row, column):
                    yield row, column


def _in_corner(size: int, row: int, column: int) -> bool:
    """Whether a dot belongs to the marks in three corners, to the format beside them, or to the lines between them."""
    far = size - _CORNER + 1
    return (
        row == _TIMING or (row < _CORNER and (column < _CORNER or column >= far)) or (row >= far and column < _CORNER)
    )


def _turned(version: int, bits: Sequence[int]) -> Iterator[list[int]]:
    """For each byte of the data, the dots that its halves turn: their own, and those that guard them."""
    blocks = _blocks(version)
    longest = max(data for data, _ in blocks)
    order = [(block, at) for at in range(longest) for block, (data, _) in enumerate(blocks) if at < data]
    place = {one: number for number, one in enumerate(order)}
    for block, (data, guards) in enumerate(blocks):
        checks = _checks(data, guards)
        for at in range(data):
            guarded = [len(order) + check * len(blocks) + block for check in range(guards)]
            own = place[block, at]
            turned = [
                _dots_of(bits, [(own, 1 << bit), *zip(guarded, _times(checks[at], 1 << bit), strict=True)])
                for bit in range(8)
            ]
            yield _sums(turned[4:]) + _sums(turned[:4])


def _sums(turned: Sequence[int]) -> list[int]:
    """What each half of a byte turns, of what its four bits do."""
    return [reduce(xor, [turned[bit] for bit in range(4) if half >> bit & 1], 0) for half in range(16)]


def _dots_of(bits: Sequence[int], values: Sequence[tuple[int, int]]) -> int:
    """The dots of some bytes of the whole stream."""
    return sum(bits[8 * number + 7 - bit] for number, value in values for bit in range(8) if value >> bit & 1)


def _checks(data: int, guards: int) -> list[list[int]]:
    """For a one at each place of a block, the bytes that guard it: the rest of a division."""
    divisor = [1]
    for power in range(guards):
        divisor = [a ^ b for a, b in zip([*divisor, 0], [0, *_times(divisor, _POWERS[power])], strict=True)]
    rest = divisor[1:]
    found = [rest]
    for _ in range(data - 1):
        first, *others = found[-1]
        found.append([a ^ b for a, b in zip([*others, 0], _times(rest, first), strict=True)])
    return found[::-1]


def _powers() -> list[int]:
    found = [1]
    for _ in range(254):
        found.append((found[-1] << 1) ^ (0x11D if found[-1] & 0x80 else 0))
    return found


_POWERS = _powers()
_LOGARITHMS = {value: power for power, value in enumerate(_POWERS)}


def _times(values: Sequence[int], factor: int) -> list[int]:
    """Products in the field of 256 numbers in which codes are checked."""
    if not factor:
        return [0] * len(values)
    shift = _LOGARITHMS[factor]
    return [_POWERS[(_LOGARITHMS[value] + shift) % 255] if value else 0 for value in values]
