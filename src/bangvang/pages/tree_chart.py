"""A tree along the years: from a root, a branch for every year, with what came in it as leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bangvang.pages.charts import LETTERS, NO_DATA, TOTAL, Chart, Row, TextLine, extremes, wrapped
from bangvang.vietnamese import format_number

_LINE, _GAP, _FIRST = 20, 12, 13
_TRUNK, _TWIG, _TEXT = 8, 26, 42
_INDENT = 7
"""Letters that the branches take from a line."""
_MOST_LEAVES = 6


class Leaf(NamedTuple):
    """What came in a year; more than one of it has a number."""

    text: str
    total: int = 1
    href: str | None = None


class Branch(NamedTuple):
    """A year, or what else the leaves have in common."""

    name: str
    leaves: tuple[Leaf, ...]

    @property
    def total(self) -> int:
        """All leaves together."""
        return sum(leaf.total for leaf in self.leaves)


class PlacedLeaf(NamedTuple):
    """A leaf with its twig."""

    lines: tuple[TextLine, ...]
    y: int
    text: str
    title: str
    href: str | None


class PlacedBranch(NamedTuple):
    """A year with its leaves."""

    name: str
    text: str
    y: int
    leaves: tuple[PlacedLeaf, ...]

    @property
    def end(self) -> int:
        """Where its last twig grows."""
        return self.leaves[-1].y


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TreeChart(Chart):
    """Root, branches, leaves, from the top down."""

    root: tuple[TextLine, ...]
    branches: tuple[PlacedBranch, ...]
    trunk: int = _TRUNK
    twig: int = _TWIG
    indent: int = _TEXT

    @property
    def linked(self) -> bool:
        return any(leaf.href for branch in self.branches for leaf in branch.leaves)


def tree_chart(
    id: str,
    title: str,
    root: str,
    branches: Sequence[Branch],
    *,
    columns: tuple[str, ...],
    rows: Sequence[Row],
    foot: tuple[str, ...],
    unit: str,
    note: str = "",
) -> TreeChart:
    """Branches in the order given; of many leaves the first are drawn, the table has all."""
    start = _texts(wrapped(root, LETTERS - 4), 0, _FIRST)
    y = _LINE * len(start) + _GAP
    placed = []
    for branch in branches:
        found = _place(branch, y, unit)
        placed.append(found)
        y = found.leaves[-1].y + _LINE * len(found.leaves[-1].lines) + _GAP - 5
    total = sum(branch.total for branch in branches)
    counted = [
        (lower_initial(branch.name), branch.total, f"{format_number(branch.total)} {unit}") for branch in branches
    ]
    return TreeChart(
        id=id,
        title=title,
        description=f"{extremes(counted, 'năm')} {TOTAL}: {format_number(total)} {unit}." if branches else NO_DATA,
        columns=columns,
        rows=tuple(rows),
        foot=foot,
        note=note,
        height=y,
        empty=not total,
        root=start,
        branches=tuple(placed),
    )


def _place(branch: Branch, top: int, unit: str) -> PlacedBranch:
    y = top + _LINE
    leaves = []
    for leaf in _drawn(branch.leaves, unit):
        number = format_number(leaf.total) if leaf.total > 1 else ""
        lines = _texts(wrapped(leaf.text, LETTERS - _INDENT - len(number)), y, _FIRST)
        told = f"{leaf.text}: {number} {unit}" if number else leaf.text
        leaves.append(PlacedLeaf(lines, y + _FIRST - 4, number, f"{branch.name}, {told}", leaf.href))
        y += _LINE * len(lines)
    return PlacedBranch(branch.name, f"{format_number(branch.total)} {unit}", top, tuple(leaves))


def _drawn(leaves: Sequence[Leaf], unit: str) -> Sequence[Leaf]:
    if len(leaves) <= _MOST_LEAVES + 1:
        return leaves
    rest = sum(leaf.total for leaf in leaves[_MOST_LEAVES:])
    return [*leaves[:_MOST_LEAVES], Leaf(f"và {format_number(rest)} {unit} khác")]


def _texts(lines: Sequence[str], top: int, first: int) -> tuple[TextLine, ...]:
    return tuple(TextLine(top + _LINE * place + first, line) for place, line in enumerate(lines))


def lower_initial(text: str) -> str:
    """A name inside a sentence."""
    return text[:1].lower() + text[1:]
