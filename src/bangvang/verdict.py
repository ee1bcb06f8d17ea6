"""What checking a project gave."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.problem import Problem, Severity


class Verdict(NamedTuple):
    """What checking a project gave."""

    problems: tuple[Problem, ...]
    files: int
    records: int
    seconds: float

    @property
    def errors(self) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors
