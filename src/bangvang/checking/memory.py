"""What looking at single records gave, for as long as a record stays the same: an editor checks after every save."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from bangvang.loading import Loaded

T = TypeVar("T")


class _Known(NamedTuple):
    loaded: Loaded
    upon: tuple[Any, ...]
    result: tuple[Any, ...]


class Memory:
    """For results that depend on nothing but the record itself and what is named with it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], _Known] = {}
        self._used: dict[tuple[str, int], _Known] = {}

    def recall(
        self, about: str, loaded: Loaded, look: Callable[[Loaded], Iterable[T]], upon: tuple[Any, ...] = ()
    ) -> tuple[T, ...]:
        """What `look` gives for the record, anew only if the record, or what it was looked at with, is another."""
        key = (about, id(loaded))
        known = self._kept.get(key)
        if known is None or known.loaded is not loaded or known.upon != upon:
            known = _Known(loaded, upon, tuple(look(loaded)))
        self._used[key] = known
        return known.result

    def turn(self) -> None:
        """A check is over: what it did not ask for is forgotten."""
        self._kept, self._used = self._used, {}
