"""Why a file cannot be read at all."""

from __future__ import annotations

from bangvang.problem import Problem, Severity

__all__ = ["Problem", "Severity", "Unreadable"]


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
