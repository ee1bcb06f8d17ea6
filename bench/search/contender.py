"""A search as a browser meets it: the files that it is served with, and how a page asks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TOP = 10
"""So many of what a query should find are looked for among as many results."""


@dataclass(frozen=True)
class Contender:
    """One search over the entries of a site."""

    name: str
    files: Mapping[str, bytes]
    """By path from the root of the site on."""
    glue: str
    """JavaScript: an async function that loads what it takes and gives another, (query, most) → addresses."""
    making: str
    """What making its files took, for the reader."""

    @property
    def megabytes(self) -> float:
        """Of all files."""
        return sum(map(len, self.files.values())) / 1e6


def scored(relevant: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """Of the first ten that should be found how many are, and one part by the place of the first."""
    wanted = set(relevant)
    hits = [url in wanted for url in found[:TOP]]
    return sum(hits) / min(TOP, len(wanted)), 1 / (hits.index(True) + 1) if True in hits else 0.0
