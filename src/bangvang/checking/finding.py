"""A finding: something wrong with a record that reads well, placed by its path inside the record."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.loading import Loaded, Severity
from bangvang.records import Loc


class Finding(NamedTuple):
    """What a check reports; line and column are worked out afterwards, only for files that need it."""

    where: Loaded
    loc: Loc
    what: str
    remedy: str
    check: str
    severity: Severity = Severity.ERROR


def warning(where: Loaded, loc: Loc, what: str, remedy: str, check: str) -> Finding:
    """A finding that asks for a look and can be waived."""
    return Finding(where, loc, what, remedy, check, Severity.WARNING)
