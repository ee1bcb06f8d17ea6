"""A corrected appendix beside the decision that was made of the first one: which row is which."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from bangvang.office.appendix.entry import Entry
from bangvang.office.appendix.roll import name_key
from bangvang.records import Recipient, RemovedRow
from bangvang.vietnamese import fold

_ALIKE = 0.75

Rows = Sequence[Recipient | RemovedRow]


def matched(entries: Sequence[Entry], rows: Rows) -> dict[str, int]:
    """Entry → place of its row in the decision: by name and unit, then by name alone, each in printed order."""
    found: dict[str, int] = {}
    for mark in (_name_and_office, _name):
        waiting: dict[tuple[str, ...], list[int]] = {}
        taken = set(found.values())
        for index, row in enumerate(rows):
            if isinstance(row, Recipient) and index not in taken:
                waiting.setdefault(mark(_facts(row)), []).append(index)
        for entry in entries:
            places = waiting.get(mark(entry.fields)) if entry.key not in found else None
            if places:
                found[entry.key] = places.pop(0)
    return found | dict(_taken_out(entries, rows, found))


def renamed(entries: Sequence[Entry], rows: Rows, found: Mapping[str, int]) -> dict[str, list[Recipient]]:
    """Rows that nothing matched → former rows that they may be under a corrected name."""
    free = {index: row for index, row in enumerate(rows) if isinstance(row, Recipient)}
    for index in found.values():
        free.pop(index, None)
    return {
        entry.key: alike
        for entry in entries
        if entry.key not in found and (alike := [row for row in free.values() if _may_be(entry, row)])
    }


def _taken_out(entries: Sequence[Entry], rows: Rows, found: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Whoever was removed by right stands in the appendix still, at the same place of the list."""
    for index, row in enumerate(rows[: len(entries)]):
        if isinstance(row, RemovedRow) and entries[index].key not in found:
            yield entries[index].key, index


def _may_be(entry: Entry, row: Recipient) -> bool:
    if row.kind.value != entry.text("kind"):
        return False
    names = fold(entry.name), fold(row.name)
    return difflib.SequenceMatcher(None, *names).ratio() >= _ALIKE


def _facts(row: Recipient) -> Mapping[str, object]:
    return {"kind": row.kind.value, "name": row.name, "unit": row.unit, "place_text": row.place_text}


def _name_and_office(facts: Mapping[str, object]) -> tuple[str, ...]:
    return (*_name(facts), fold(str(facts.get("unit") or "")), fold(str(facts.get("place_text") or "")))


def _name(facts: Mapping[str, object]) -> tuple[str, ...]:
    return (str(facts["kind"]), name_key(str(facts["name"])))
