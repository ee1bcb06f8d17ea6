"""A proposal in words, as the command line shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bangvang.office.appendix.entry import Entry, Leftover
from bangvang.office.appendix.proposal import Proposal, TableView
from bangvang.office.appendix.roll import Roll
from bangvang.records import SubjectKind

_ROWS_SHOWN = 5
_MOST = 20
_CELL = 70


def told(proposal: Proposal) -> Iterator[str]:
    """What was found, row samples, what goes nowhere, what looks wrong."""
    yield from proposal.workbook.notices
    for table in proposal.tables:
        yield from _table(table)
    counted = Counter(entry.text("kind") for entry in proposal.entries)
    kinds = ", ".join(f"{count} {SubjectKind.of(kind).label.lower()}" for kind, count in counted.items())
    yield f"\nĐọc được {len(proposal.entries)} dòng{f': {kinds}' if kinds else ''}."
    for entry in proposal.entries[:_ROWS_SHOWN]:
        yield f"  {entry.where}: {entry_in_words(entry, Roll(proposal.registry))}"
    if len(proposal.entries) > _ROWS_SHOWN:
        yield f"  … và {len(proposal.entries) - _ROWS_SHOWN} dòng nữa."
    noted = [f"  {entry.where}, {entry.name}: {note}" for entry in proposal.entries for note in entry.notes]
    yield from _listed("Đã sửa hoặc cần xem lại", noted)
    yield from _listed("Không đưa vào hồ sơ", [_leftover(leftover) for leftover in proposal.leftovers])
    yield from _listed("Cần chú ý", [f"  {problem}" for problem in proposal.problems])


def entry_in_words(entry: Entry, roll: Roll) -> str:
    """One row: who, from where, what for."""
    award = entry.text("award_text") or (roll.award_name(entry.text("award")) if entry.text("award") else "")
    place = entry.text("place_text") or (roll.place_name(entry.text("place")) if entry.text("place") else "")
    kind = SubjectKind.of(entry.text("kind")).label.lower()
    told = (entry.text("role"), entry.text("unit"), place, award, entry.text("reason")[:_CELL])
    return "; ".join((f"{entry.name} ({kind})", *filter(None, told)))


def _table(table: TableView) -> Iterator[str]:
    yield f"\nBảng ở trang “{table.sheet}”, tiêu đề đến dòng {table.header_row}, {table.rows} dòng:"
    for column in table.columns:
        doubt = "" if column.is_sure else " ?"
        hidden = " (cột đang ẩn)" if column.is_hidden else ""
        samples = f"  ví dụ: {' | '.join(column.samples)[:_CELL]}" if column.samples else ""
        yield f"  {column.letter}. “{column.title}”{hidden} → {column.meaning.label}{doubt}{samples}"


def _leftover(leftover: Leftover) -> str:
    text = leftover.text.replace("\n", " ")
    return f"  {leftover.where} ({leftover.why}): {text[:_CELL]}{'…' if len(text) > _CELL else ''}"


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"\n{title} ({len(lines)}):"
        yield from lines[:_MOST]
        if len(lines) > _MOST:
            yield f"  … và {len(lines) - _MOST} mục nữa."
