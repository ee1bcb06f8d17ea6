"""Chance that repeats itself: every record rolls its own dice, so none depends on when it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


def seeded(*key: object) -> Random:
    """Dice that always fall the same way for the same key."""
    return Random(" ".join(map(str, key)))


class Weighted(Generic[T]):
    """Choices of which some come up more often than others."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._choices: Sequence[T] = tuple(weights)
        self._cumulative = tuple(accumulate(weights.values()))

    def pick(self, dice: Random) -> T:
        return dice.choices(self._choices, cum_weights=self._cumulative)[0]
