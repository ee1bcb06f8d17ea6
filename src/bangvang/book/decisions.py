"""The lists of decisions, row by row as printed in them."""

from __future__ import annotations

from dataclasses import dataclass

from bangvang.book.selection import Selection
from bangvang.pages.decision import decision_rows
from bangvang.pages.honours import spoken
from bangvang.pages.paper_names import decision_name
from bangvang.pages.papers import agency_link
from bangvang.pages.reading import Reading
from bangvang.records import Decision


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row: its number in the decision, who, and for what."""

    number: int
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class PrintedDecision:
    """A decision and the rows of it that the book is about."""

    id: str
    name: str
    title: str
    day: str
    issuer: str
    award: str
    """The award that all rows share; where they do not, each says its own."""
    rows: tuple[PrintedRow, ...]
    partial: bool
    illustrative: bool


def printed_decisions(reading: Reading, selection: Selection) -> tuple[PrintedDecision, ...]:
    """The decisions of a book, the oldest first."""
    told = selection.rows
    return tuple(
        _printed(reading, id, decision, told)
        for id in selection.decisions
        if (decision := reading.find(Decision, id)) is not None
    )


def _printed(reading: Reading, id: str, decision: Decision, told: frozenset[tuple[str, int]]) -> PrintedDecision:
    rows = [row for row in decision_rows(reading, id, decision) if (id, row.number - 1) in told]
    awards = {row.award for row in rows}
    shared = awards.pop() if len(awards) == 1 else ""
    issuer = agency_link(reading, decision.issuer)
    return PrintedDecision(
        id=id,
        name=decision_name(decision),
        title=decision.title,
        day=spoken(decision.date),
        issuer=issuer.text if issuer else "",
        award=shared,
        rows=tuple(
            PrintedRow(
                row.number, row.name, "; ".join(part for part in (row.role, "" if shared else row.award) if part)
            )
            for row in rows
        ),
        partial=len(rows) < len(decision.recipients),
        illustrative=decision.illustrative,
    )
