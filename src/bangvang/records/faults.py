"""How a field type refuses a value: one sentence on what is wrong, one on what to do."""

from collections.abc import Callable

from pydantic_core import PydanticCustomError

FAULT = "bangvang"


def fault(what: str, remedy: str) -> PydanticCustomError:
    """An error that carries its own Vietnamese; the loader adds the field's title and the position."""
    return PydanticCustomError(FAULT, "{what}", {"what": what, "remedy": remedy})


Explain = Callable[[str], tuple[str, str]]
PATTERNS: dict[str, Explain] = {}
"""What to say of a text that does not match a pattern; the matching itself is left to the fast validator."""


def explained_pattern(pattern: str, explain: Explain) -> str:
    """Register what is said when a text does not match the pattern."""
    PATTERNS[pattern] = explain
    return pattern
