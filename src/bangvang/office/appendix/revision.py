"""A corrected appendix: what differs from the decision, row by row, and the decision with its list replaced.

Ids stay with their people, and so does whatever a clerk added to a row by hand; of the file only the list changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.appendix.decision import (
    Decided,
    UndecidedError,
    faults,
    in_order,
    open_questions,
    recipients,
    unminted,
)
from bangvang.office.appendix.entry import Entry
from bangvang.office.appendix.likeness import NEW
from bangvang.office.appendix.proposal import Proposal
from bangvang.office.appendix.question import Topic
from bangvang.office.known import Known
from bangvang.office.template import record_text
from bangvang.records import Decision, Recipient, in_reading_order
from bangvang.yaml_writer import to_yaml

Fields = dict[str, Any]
_TITLES = {key: field.title or key for key, field in in_reading_order(Recipient)}
_LIST = re.compile(r"^(?:# )?recipients:.*\n(?:(?:[ \t-].*)?\n)*", re.MULTILINE)


class Turn(StrEnum):
    """What became of a row."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    KEPT_OUT = "kept-out"
    """Removed by right before, and so it stays."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row, in words; "" where it says nothing."""

    title: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not as it was."""

    turn: Turn
    row: int
    """Its number in the new list; of a row that is gone, in the old one."""
    name: str
    changes: tuple[Change, ...] = ()

    def told(self) -> str:
        """In one sentence."""
        if self.turn is Turn.CHANGED:
            told = "; ".join(f"{one.title}: “{one.was}” → “{one.now}”" for one in self.changes)
            return f"Dòng {self.row}, {self.name}: sửa {told}."
        words = {Turn.NEW: "thêm mới", Turn.GONE: "không còn trong danh sách", Turn.KEPT_OUT: "đã gỡ bỏ, vẫn để gỡ bỏ"}
        return f"Dòng {self.row}, {self.name}: {words[self.turn]}."


@dataclass(frozen=True, slots=True)
class Revised:
    """The decision as it will be, and what that changes."""

    decided: Decided
    differences: tuple[Difference, ...]


def revise(proposal: Proposal, known: Known, root: Path) -> Revised:
    """The revised decision; raises UndecidedError with all that is missing or wrong."""
    assert proposal.revises is not None
    loaded = proposal.registry.loaded("decision", proposal.revises)
    assert loaded is not None
    text = decode((root / loaded.path).read_bytes())
    tree = read_tree(text)
    assert isinstance(tree, dict)
    reasons = [f"Chưa trả lời: {question.text}" for question in open_questions(proposal)]
    reasons += faults(unminted(proposal, tree), proposal.entries)
    if reasons:
        raise UndecidedError(reasons)
    old: list[Fields] = list(tree.get("recipients") or ())
    places = _places(proposal, old)
    kept = {key: str(old[index]["id"]) for key, index in places.items() if "id" in old[index]}
    listed, rows = recipients(proposal, known, kept)
    merged = [_merged(entry, row, places, old, proposal) for entry, row in zip(listed, rows, strict=True)]
    fields = {**tree, "recipients": merged}
    if found := list(faults(fields, listed)):
        raise UndecidedError(found)
    differences = tuple(_differences(listed, merged, places, old))
    decided = Decided(proposal.revises, loaded.path, fields, _with_list(text, fields), is_new=False)
    return Revised(decided, differences)


def _places(proposal: Proposal, old: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Entry → former row: as matched, and as the clerk said of a corrected name."""
    places = dict(proposal.matches)
    free = {str(row["id"]): index for index, row in enumerate(old) if "id" in row and index not in places.values()}
    for question in proposal.questions:
        answer = proposal.answer_to(question)
        if question.topic is Topic.SAME and answer not in (None, NEW) and answer in free:
            places[question.rows[0]] = free.pop(answer)
    return places


def _merged(entry: Entry, row: Fields, places: Mapping[str, int], old: Sequence[Fields], proposal: Proposal) -> Fields:
    """The new row, with what only the former one says; what the appendix has columns for, it alone says."""
    index = places.get(entry.key)
    if index is None:
        return row
    former = old[index]
    if "id" not in former:
        return former
    told = {field for one in proposal.entries for field in one.fields}
    added = {key: value for key, value in former.items() if key not in told and key not in row}
    return in_order({**row, **added})


def _differences(
    listed: Sequence[Entry], rows: Sequence[Fields], places: Mapping[str, int], old: Sequence[Fields]
) -> Iterator[Difference]:
    for number, (entry, row) in enumerate(zip(listed, rows, strict=True), 1):
        index = places.get(entry.key)
        if index is None:
            yield Difference(Turn.NEW, number, entry.name)
        elif "id" not in row:
            yield Difference(Turn.KEPT_OUT, number, entry.name)
        elif changes := tuple(_changes(old[index], row)):
            yield Difference(Turn.CHANGED, number, entry.name, changes)
    present = {places[entry.key] for entry in listed if entry.key in places}
    for index, row in enumerate(old):
        if index not in present and "id" in row:
            yield Difference(Turn.GONE, index + 1, str(row.get("name")))


def _changes(was: Fields, now: Fields) -> Iterator[Change]:
    for key in dict.fromkeys((*now, *was)):
        before, after = _shown(was.get(key)), _shown(now.get(key))
        if before != after and key != "id":
            yield Change(_TITLES.get(key, key), before, after)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_list(text: str, fields: Fields) -> str:
    """The file's own text with another list; a file that cannot be cut there is written anew."""
    block = to_yaml({"recipients": fields["recipients"]})
    found = list(_LIST.finditer(text if text.endswith("\n") else f"{text}\n"))
    if len(found) == 1:
        whole = text if text.endswith("\n") else f"{text}\n"
        ending = "\n" * (len(found[0][0]) - len(found[0][0].rstrip("\n")) - 1)
        result = whole[: found[0].start()] + block + ending + whole[found[0].end() :]
        if read_tree(result) == read_tree(to_yaml(fields)):
            return result
    return record_text(Decision, fields)
