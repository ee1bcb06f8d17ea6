"""Checking: everything that can be wrong with records that read well."""

from bangvang.checking.finding import Finding
from bangvang.checking.run import check, placed
from bangvang.verdict import Verdict

__all__ = ["Finding", "Verdict", "check", "placed"]
