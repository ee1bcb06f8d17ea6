"""A problem: where it is, what is wrong, what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error stops publishing; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One mistake, one message, placed in a file."""

    path: str
    line: int
    column: int
    what: str
    remedy: str
    check: str
    severity: Severity = Severity.ERROR

    def told(self) -> str:
        """In one line, as every command says it."""
        return f"{self.path}:{self.line}:{self.column}: {self.what} → {self.remedy}"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.check, self.what)
