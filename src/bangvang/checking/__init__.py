"""Checking: everything that can be wrong with records that read well."""

from bangvang.checking.finding import Finding
from bangvang.checking.run import Verdict, check

__all__ = ["Finding", "Verdict", "check"]
