"""What every record and every part of one is: frozen, closed to unknown fields, said in Vietnamese."""

from enum import Enum
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator


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


class Shorthand(Part):
    """A mapping that one of its fields may stand for: written as the value of that field alone."""

    stands_for_all: ClassVar[str]
    """The name of that field."""

    @model_validator(mode="before")
    @classmethod
    def _from_one_field(cls, value: Any) -> Any:
        return {cls.stands_for_all: value} if isinstance(value, str) else value


class Labelled(str, Enum):
    """An enumeration whose codes are English and whose labels are what the office and the public read."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
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
