"""Periods: the five years of a plan, by which campaigns and their sums are reckoned in Việt Nam (2021-2025)."""

from __future__ import annotations

from collections.abc import Iterable

_YEARS = 5


def periods(years: Iterable[str]) -> tuple[str, ...]:
    """The periods in which some years lie, each once."""
    starts = {(int(year) - 1) // _YEARS * _YEARS + 1 for year in years if year.isdecimal()}
    return tuple(f"{start}-{start + _YEARS - 1}" for start in sorted(starts))
