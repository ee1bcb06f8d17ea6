"""What every record and every part of one is: frozen, closed to unknown fields, said in Vietnamese."""

from __future__ import annotations

from enum import Enum
from typing import Self

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A mapping inside a record. Unknown field names are errors, values never change after reading."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        use_attribute_docstrings=False,
    )


class Labelled(str, Enum):
    """An enumeration whose codes are English and whose labels are what the office and the public read."""

    label: str

    def __new__(cls, code: str, label: str) -> Labelled:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def of(cls, code: str) -> Self:
        """The member of this code."""
        for member in cls:
            if member.value == code:
                return member
        raise KeyError(code)
