"""A verdict as lines to read, as JSON for other programs, as annotations on GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bangvang.problem import Problem, Severity
from bangvang.verdict import Verdict
from bangvang.vietnamese.numbers import format_number

_LABELS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}


def as_text(verdict: Verdict, problems: Iterable[Problem]) -> Iterator[str]:
    """One line a problem, errors before warnings, and what it comes to."""
    shown = list(problems)
    for severity in Severity:
        for problem in shown:
            if problem.severity is severity:
                yield (
                    f"{problem.path}:{problem.line}:{problem.column}: {_LABELS[severity]}: {problem.what}"
                    f" → {problem.remedy} [{problem.check}]"
                )
    yield _summary(verdict, shown)


def as_json(verdict: Verdict, problems: Iterable[Problem]) -> Iterator[str]:
    """One JSON document."""
    yield json.dumps(
        {
            "files": verdict.files,
            "records": verdict.records,
            "errors": verdict.errors,
            "warnings": verdict.warnings,
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "column": problem.column,
                    "severity": problem.severity.value,
                    "check": problem.check,
                    "what": problem.what,
                    "remedy": problem.remedy,
                }
                for problem in problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(verdict: Verdict, problems: Iterable[Problem]) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines."""
    for problem in problems:
        message = _escaped(f"{problem.what} → {problem.remedy}")
        place = f"file={_escaped_property(problem.path)},line={problem.line},col={problem.column}"
        yield f"::{problem.severity.value} {place},title={_escaped_property(problem.check)}::{message}"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def _summary(verdict: Verdict, shown: list[Problem]) -> str:
    read = f"Đã kiểm tra {format_number(verdict.records)} hồ sơ trong {format_number(verdict.files)} tệp"
    if not shown:
        return f"{read}: không có lỗi."
    errors = sum(problem.severity is Severity.ERROR for problem in shown)
    return f"{read}: {format_number(errors)} lỗi, {format_number(len(shown) - errors)} cảnh báo."


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
