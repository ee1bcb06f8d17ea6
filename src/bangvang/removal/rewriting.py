"""What the files of data/ hold once somebody has left: rows keep their places, everything else about them goes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from bangvang.loading import Loaded, Project, load_bytes
from bangvang.loading.tree import RecordFile
from bangvang.office.edits import Drop, Edit, Misplaced, Put
from bangvang.office.record_text import as_given, edit_text
from bangvang.office.shelf import file_of
from bangvang.publishing.error import Failure
from bangvang.records import KINDS, Consultation, Decision, Loc, Part, Recipient, Removed, references
from bangvang.yaml_writer import to_yaml

_REMOVED_ROW = re.compile(rb"^([ ]*- removed: true)[ \t]+#[^\r\n]*", re.MULTILINE)


class Reason(StrEnum):
    """Why somebody is removed."""

    LAW = "law"
    REQUEST = "request"


BASES = {
    Reason.LAW: "Theo quy định của pháp luật",
    Reason.REQUEST: "Theo yêu cầu của người được nêu tên hoặc người đại diện",
}
"""What readers are told of it."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What stays of a record."""

    day: date
    basis: str

    def text(self) -> bytes:
        """The file."""
        return to_yaml({"status": "removed", "removed_on": self.day.isoformat(), "basis": self.basis}).encode()


def rewritten(project: Project, becomes: Mapping[str, str], stays: Removal) -> dict[str, bytes | None]:
    """The new contents of all files that tell of these ids, by path; raises Failure where one cannot be rewritten.

    `becomes` tells for each id under which one its removal is known from now on: an id may itself tell a name.
    """
    contents: dict[str, bytes | None] = {}
    for new in becomes.values():
        if not _is_removed(project, new):
            contents[_file_of(new)] = stays.text()
    for path, records in groupby(project.loaded, key=lambda one: one.path):
        data = _without(project.root, list(records), becomes, stays)
        if data is not None:
            contents[path] = data
    for old, new in becomes.items():
        if new != old and (project.root / _file_of(old)).exists():
            contents[_file_of(old)] = None
    return contents


def edits_in(record: Part, ids: Collection[str]) -> list[Edit]:
    """What takes somebody out of another record, the last place first: no edit moves what the next one means."""
    found: dict[Loc, Edit] = {}
    for reference in references(record):
        if "honouree" in reference.kinds and reference.id in ids:
            place = _item(reference.loc)
            found[place] = Drop(place)
    if isinstance(record, Decision):
        found |= {edit.path: edit for edit in _in_decision(record, ids)}
    if isinstance(record, Consultation):
        for index, candidate in enumerate(record.candidates):
            if candidate.id in ids:
                found["candidates", index] = Drop(("candidates", index))
    outermost = [place for place in found if not any(place[:end] in found for end in range(len(place)))]
    return [found[place] for place in sorted(outermost, key=_order, reverse=True)]


def _in_decision(decision: Decision, ids: Collection[str]) -> Iterator[Put | Drop]:
    """A row keeps its number; of a correction stays that there was one."""
    for index, row in enumerate(decision.recipients):
        if isinstance(row, Recipient) and row.id in ids:
            yield Put(("recipients", index), {"removed": "true"})
    for index, correction in enumerate(decision.corrects):
        if correction.recipient in ids:
            told = {"recipient": correction.recipient, "was": correction.was, "now": correction.now}
            yield from (Drop(("corrects", index, field)) for field, value in told.items() if value is not None)


def _item(loc: Loc) -> Loc:
    """The item of a list that a reference stands in, or the field where there is none."""
    for end in range(len(loc), 0, -1):
        if isinstance(loc[end - 1], int):
            return loc[:end]
    return loc


def _order(loc: Loc) -> list[tuple[str, int]]:
    return [(step, 0) if isinstance(step, str) else ("", step) for step in loc]


def _without(root: Path, records: list[Loaded], ids: Collection[str], stays: Removal) -> bytes | None:
    """The new content of one file; None where it tells nothing of them."""
    first = records[0]
    kind = KINDS[first.kind]
    if isinstance(first.record, Removed):
        return None
    if kind.name == "honouree" and first.id in ids:
        return None
    if _is_all_about(first.record, ids):
        return stays.text()
    edits: list[Edit] = []
    for loaded in reversed(records):
        edits += [replace(edit, path=(*loaded.loc, *edit.path)) for edit in edits_in(loaded.record, ids)]
    if not edits:
        return None
    try:
        data = _REMOVED_ROW.sub(rb"\1", edit_text((root / first.path).read_bytes(), edits, as_given).data)
    except Misplaced:
        raise _by_hand(first.path) from None
    if load_bytes(RecordFile(kind, first.path, first.id), data).problems:
        raise _by_hand(first.path)
    return data


def _is_all_about(record: Part, ids: Collection[str]) -> bool:
    """Whether nothing would be left of a consultation."""
    return isinstance(record, Consultation) and all(candidate.id in ids for candidate in record.candidates)


def _file_of(id: str) -> str:
    return file_of(KINDS["honouree"], id).path


def _is_removed(project: Project, id: str) -> bool:
    return any(one.kind == "honouree" and one.id == id and isinstance(one.record, Removed) for one in project.loaded)


def _by_hand(path: str) -> Failure:
    return Failure(
        f"Chưa gỡ gì cả: tệp {path} viết theo cách máy không tự sửa được. "
        "Hãy tự sửa chỗ nhắc đến người này trong tệp ấy, rồi chạy lại lệnh."
    )
