"""How whoever waits for a deposit is told of it: in lines, and by counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _say_nothing(line: str) -> None:
    """For callers that do not wait in front of a screen."""


def _count_nothing(done: int, all: int) -> None:
    """For the same."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a deposit says what it does."""

    say: Callable[[str], None] = _say_nothing
    """What is being done now."""
    count: Callable[[int, int], None] = _count_nothing
    """How many files of how many are done."""


SILENT = Telling()
