"""What was handed in and waits for the clerk's word: held in memory, the oldest forgotten first."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bangvang.office.appendix import Proposal
from bangvang.office.forms import Values
from bangvang.office.paper import Recognition

_MOST_OPEN = 4
_Arrival = TypeVar("_Arrival")


class Arrivals(Generic[_Arrival]):
    """Those of one kind, each under a name that nobody guesses."""

    def __init__(self) -> None:
        self._held: dict[str, _Arrival] = {}

    def take_in(self, arrival: _Arrival) -> str:
        """Its name, as its window's address has it."""
        name = secrets.token_hex(4)
        self._held[name] = arrival
        for old in list(self._held)[:-_MOST_OPEN]:
            del self._held[old]
        return name

    def get(self, name: str) -> _Arrival | None:
        """None if it was dealt with, or forgotten."""
        return self._held.get(name)

    def put(self, name: str, arrival: _Arrival) -> None:
        """What has become of it meanwhile."""
        self._held[name] = arrival

    def let_go(self, name: str) -> None:
        """It is dealt with."""
        self._held.pop(name, None)


@dataclass(frozen=True, slots=True)
class Importing:
    """One appendix on its way into a decision."""

    proposal: Proposal
    head: Values = field(default_factory=dict)
    earlier: str = ""
    """The decision that bears the number which the file names: perhaps this is its corrected list."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One paper on its way into records."""

    read: Recognition
    document: dict[str, Any]
    campaign: dict[str, Any] | None
