"""Progress of long work: one line that changes on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from bangvang.vietnamese import format_number

_PAUSE = 0.2
"""Seconds between two looks on a terminal."""
_LONG = 10.0
"""Seconds between two lines elsewhere."""


@contextmanager
def counting(doing: str, what: str) -> Iterator[Callable[[int, int], None]]:
    """What is called with how many of how many are done."""
    on_terminal = sys.stderr.isatty()
    told = monotonic() if not on_terminal else 0.0

    def tell(done: int, all: int) -> None:
        nonlocal told
        if monotonic() - told < (_PAUSE if on_terminal else _LONG):
            return
        told = monotonic()
        line = f"{doing} {format_number(done)}/{format_number(all)} {what}"
        print(f"\r{line}" if on_terminal else line, end="" if on_terminal else "\n", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if on_terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
