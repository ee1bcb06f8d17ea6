"""Progress of long work: one line that changes on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

from bangvang.vietnamese import format_number

_PAUSE = 0.2
"""Seconds between two looks on a terminal."""
_LONG = 10.0
"""Seconds between two lines elsewhere."""
_CLEAR = "\r\x1b[K"


class Progress:
    """What is said while something takes long."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._on_terminal = stream.isatty()
        self._told = monotonic()
        self._stands = False

    def say(self, line: str) -> None:
        """What is being done now."""
        self.clear()
        print(line, file=self._stream, flush=True)

    def count(self, done: int, all: int) -> None:
        """How many files of how many are done."""
        now = monotonic()
        if now - self._told < (_PAUSE if self._on_terminal else _LONG):
            return
        self._told = now
        line = f"  {format_number(done)}/{format_number(all)} tệp"
        if self._on_terminal:
            print(f"{_CLEAR}{line}", end="", file=self._stream, flush=True)
            self._stands = True
        else:
            print(line, file=self._stream, flush=True)

    def clear(self) -> None:
        """Take the changing line away."""
        if self._stands:
            print(_CLEAR, end="", file=self._stream, flush=True)
            self._stands = False


@contextmanager
def progress() -> Iterator[Progress]:
    """On the stream for whatever is no result."""
    told = Progress(sys.stderr)
    try:
        yield told
    finally:
        told.clear()
