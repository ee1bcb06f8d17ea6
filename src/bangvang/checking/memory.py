"""What looking at single records gave, for as long as a record stays the same: an editor checks after every save."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from bangvang.loading import Loaded

T = TypeVar("T")


class Memory:
    """For results that depend on nothing but the record itself."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], tuple[Loaded, tuple[Any, ...]]] = {}
        self._used: dict[tuple[str, int], tuple[Loaded, tuple[Any, ...]]] = {}

    def recall(self, about: str, loaded: Loaded, look: Callable[[Loaded], Iterable[T]]) -> tuple[T, ...]:
        """What `look` gives for the record, looked at anew only if this very record was not looked at before."""
        key = (about, id(loaded))
        known = self._kept.get(key)
        if known is None or known[0] is not loaded:
            known = (loaded, tuple(look(loaded)))
        self._used[key] = known
        return known[1]

    def turn(self) -> None:
        """A check is over: what it did not ask for is forgotten."""
        self._kept, self._used = self._used, {}
