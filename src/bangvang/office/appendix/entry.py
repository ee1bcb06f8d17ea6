"""One honouree of an appendix, as the fields of a recipient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | bool
FIELD_ORDER = (
    "kind", "name", "role", "unit", "place", "place_text", "occupation", "sex", "head", "born",
    "award", "award_text", "class", "times", "register_number", "reason", "posthumous",
)  # fmt: skip
"""What an appendix can say of a recipient, as an office would write it down."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was understood."""

    key: str
    """Sheet and row, for questions and answers: 1.12 is row 12 of the first sheet."""
    where: str
    """For the clerk: Sheet1, dòng 12."""
    fields: Mapping[str, Value]
    """By the names of a recipient's fields; without an id."""
    notes: tuple[str, ...] = ()
    """What was changed on the way, or looks wrong."""

    @property
    def name(self) -> str:
        return str(self.fields["name"])

    def text(self, field: str) -> str:
        """A field, "" where it is missing."""
        return str(self.fields.get(field, ""))


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell that goes into no record: listed, never dropped."""

    where: str
    text: str
    why: str
