"""What only the clerk can say: a question with the answers it allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a question is about, in the order in which they are asked."""

    HIDDEN = "hidden"
    SECTION = "section"
    KIND = "kind"
    AWARD = "award"
    PLACE = "place"
    DOUBLE = "double"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what a file of answers holds, and what the clerk reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Its id stays the same from one look at the file to the next."""

    id: str
    topic: Topic
    text: str
    options: tuple[Option, ...]
    proposed: str | None = None
    """What holds until the clerk says otherwise; without it the question must be answered."""
    rows: tuple[str, ...] = ()
    """Keys of the entries that it concerns."""

    def allows(self, answer: str) -> bool:
        return any(option.value == answer for option in self.options)
