"""A problem: where it is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops publishing; a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, one message, placed in a file."""

    path: str
    line: int
    column: int
    what: str
    remedy: str
    check: str
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.check, self.what)


class Unreadable(Exception):
    """A file, or a place in it, that cannot be read at all."""

    def __init__(self, line: int, column: int, what: str, remedy: str, check: str) -> None:
        super().__init__(what)
        self.line = line
        self.column = column
        self.what = what
        self.remedy = remedy
        self.check = check

    def at(self, path: str) -> Problem:
        return Problem(path, self.line, self.column, self.what, self.remedy, self.check)
