"""Checking: everything that can be wrong with records that read well."""

from bangvang.checking.again import KnownFindings, check_again, known_findings
from bangvang.checking.finding import Finding
from bangvang.checking.memory import Memory
from bangvang.checking.run import check, findings, placed
from bangvang.verdict import Verdict

__all__ = [
    "Finding",
    "KnownFindings",
    "Memory",
    "Verdict",
    "check",
    "check_again",
    "findings",
    "known_findings",
    "placed",
]
