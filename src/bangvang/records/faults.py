"""How a field type refuses a value: one sentence on what is wrong, one on what to do."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

FAULT = "bangvang"


def fault(what: str, remedy: str) -> PydanticCustomError:
    """An error that carries its own Vietnamese; the loader adds the field's title and the position."""
    return PydanticCustomError(FAULT, "{what}", {"what": what, "remedy": remedy})
