"""QR codes as pictures of 400 letters, ten thousand of them in a blink.

A code is linear: every bit of an address turns the same dots whatever the other bits are. So a code is what its bits
make of a blank one. As SVG a code has six times as many letters, and there is one for every honour of the roll.
"""

from __future__ import annotations

from binascii import b2a_base64, crc32
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from operator import xor
from struct import pack
from typing import NamedTuple
from zlib import adler32

from bangvang.pages.qr_blank import LAST_VERSION, blank, blocks, room

_BYTE_MODE = 0b0100
_END, _FILLING = b"\0", b"\xec\x11"
_LONG_COUNT_FROM = 10
"""From this version on the number of letters takes two bytes."""
_VERSIONS: tuple[int, ...] = (*range(2, LAST_VERSION, 3), LAST_VERSION)
"""Fewer than there are: to get ready for one takes as long as a thousand codes."""
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
        self.room = room(version)
        drawn = blank(version)
        self.size = len(drawn.rows)
        row = 1 + -(-self.size // 8)
        self._length = self.size * row
        last = 8 * self._length - 1
        bits = [1 << (last - 8 * (line * row + 1) - column) for line, column in drawn.way]
        self._turned = list(_turned(version, bits))
        """By byte of the data: the dots that each of its upper halves turns, then those of each lower half."""
        self._met: list[dict[int, int]] = [{} for _ in self._turned]
        """What those bytes turn that were met."""
        self._known: list[dict[bytes, int]] = [{} for _ in range(0, self.room, _TOGETHER)]
        light = "".join(
            _UNFILTERED + "".join("01"[not dark] for dark in line).ljust(8 * row - 8, "0") for line in drawn.rows
        )
        self._blank = int(light, 2)
        self._head = _SIGNATURE + _chunk(b"IHDR" + pack(">IIBBBBB", self.size, self.size, 1, 0, 0, 0, 0))
        self._packed = b"IDAT" + _UNPACKED + pack("<HH", self._length, self._length ^ 0xFFFF)

    def png(self, data: bytes) -> bytes:
        """The whole picture; it is too small for packing to be worth the time."""
        dots = (self._blank ^ self._turn(self._bytes(data))).to_bytes(self._length, "big")
        return self._head + _chunk(self._packed + dots + pack(">I", adler32(dots))) + _FOOT

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
        for turned, met, value in zip(
            self._turned[at : at + _TOGETHER], self._met[at : at + _TOGETHER], some, strict=True
        ):
            one = met.get(value)
            if one is None:
                one = met[value] = _turned_by(turned, value)
            dots ^= one
        return dots


def _chunk(data: bytes) -> bytes:
    """A part of a PNG: what it is, and what it holds."""
    return pack(">I", len(data) - 4) + data + pack(">I", crc32(data))


_form = cache(_Form)
_SIGNATURE, _FOOT = b"\x89PNG\r\n\x1a\n", _chunk(b"IEND")
_UNFILTERED = "0" * 8
"""Before each line of a PNG stands how it was prepared."""
_UNPACKED = b"\x78\x01\x01"
"""What follows is one piece, as it is."""


@cache
def _version(length: int) -> int:
    """The smallest in use that holds so many bytes."""
    for version in _VERSIONS:
        if length + 2 + (version >= _LONG_COUNT_FROM) <= room(version):
            return version
    raise ValueError(length)


def _turned(version: int, bits: Sequence[int]) -> Iterator[list[int]]:
    """For each byte of the data, the dots that its halves turn: their own, and those that guard them."""
    dealt = blocks(version)
    longest = dealt[-1].data
    order = [(number, at) for at in range(longest) for number, block in enumerate(dealt) if at < block.data]
    place = {one: number for number, one in enumerate(order)}
    for number, block in enumerate(dealt):
        checks = _checks(block.data, block.guards)
        guarded = [_halves(bits, len(order) + check * len(dealt) + number) for check in range(block.guards)]
        for at in range(block.data):
            first = 8 * place[number, at] + 7
            turned = [
                reduce(xor, map(_turned_by, guarded, _times(checks[at], 1 << bit)), bits[first - bit])
                for bit in range(8)
            ]
            yield _sums(turned[4:]) + _sums(turned[:4])


def _halves(bits: Sequence[int], number: int) -> list[int]:
    """The dots of one byte of the whole stream, for each of its upper halves, then for each lower half."""
    of_byte = bits[8 * number : 8 * number + 8]
    return _sums(of_byte[3::-1]) + _sums(of_byte[:3:-1])


def _sums(turned: Sequence[int]) -> list[int]:
    """What each half of a byte turns, of what its four bits do, the lowest first."""
    sums = [0]
    for dots in turned:
        sums += [dots ^ others for others in sums]
    return sums


def _turned_by(halves: Sequence[int], value: int) -> int:
    return halves[value >> 4] ^ halves[16 + (value & 15)]


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
