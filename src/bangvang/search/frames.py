"""Values one after another, each in a piece of its own, so that none of what is kept is ever held twice as a whole."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
_TOGETHER = 8_192
_LENGTH = 8
"""Bytes of the length that stands before each piece."""


def framed(name: Any, part: Any) -> Iterator[bytes]:
    """A value under a name, as it is kept."""
    data = marshal.dumps((name, part))
    yield len(data).to_bytes(_LENGTH, "big")
    yield data


def frames(data: bytes | memoryview) -> Iterator[tuple[Any, Any]]:
    """The names and values again; raises ValueError, TypeError or EOFError where there are none."""
    view, at = memoryview(data), 0
    while at < len(data):
        start = at + _LENGTH
        at = start + int.from_bytes(view[at:start], "big")
        if at > len(data):
            raise EOFError
        yield marshal.loads(view[start:at])


def runs(items: Iterable[T]) -> Iterator[list[T]]:
    """Items so many together as make a piece."""
    rest = iter(items)
    while some := list(islice(rest, _TOGETHER)):
        yield some
