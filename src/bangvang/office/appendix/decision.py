"""A proposal and the head of its decision → one decision file, written whole or not at all.

decided = decide(proposal, {"number": "15/QĐ-UBND", "date": "2026-09-02", …}, known)
write(decided, root)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bangvang.loading.explanation import complaints
from bangvang.office.appendix.entry import FIELD_ORDER, Entry
from bangvang.office.appendix.likeness import DROP, NEW, ONE
from bangvang.office.appendix.proposal import Proposal
from bangvang.office.appendix.question import Topic
from bangvang.office.known import Known, Named
from bangvang.office.naming import honouree_id, proposed_id
from bangvang.office.template import record_text
from bangvang.records import KINDS, Decision, is_id
from bangvang.whole_file import replacing_durably

Fields = dict[str, Any]


class UndecidedError(Exception):
    """Why no decision can be written yet; each reason a sentence for the clerk."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision file that is ready to be written."""

    id: str
    path: str
    fields: Fields
    text: str
    is_new: bool
    """A new one is never written over another file."""


def decide(proposal: Proposal, header: Mapping[str, Any], known: Known, id: str | None = None) -> Decided:
    """The decision with its recipients in printed order; raises UndecidedError with all that is missing or wrong."""
    reasons = [f"Chưa trả lời: {question.text}" for question in open_questions(proposal)]
    if not proposal.entries:
        reasons.append("Không có dòng nào để ghi vào danh sách.")
    fields: Fields = {"status": "draft", **header}
    reasons += faults(unminted(proposal, fields), proposal.entries)
    if reasons:
        raise UndecidedError(reasons)
    _, fields["recipients"] = recipients(proposal, known, {})
    id = id or proposed_id(KINDS["decision"], fields, known.ids("decision"), known.mint)
    if not is_id(id):
        raise UndecidedError([f"Mã “{id}” không đúng mẫu: chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối."])
    if id in known.by_kind.get("decision", {}):
        raise UndecidedError([f"Mã {id} đã dùng: chọn mã khác, hoặc nhập lại danh sách của quyết định ấy."])
    path = f"data/decisions/{str(fields['date'])[:4]}/{id}.yml"
    return Decided(id, path, fields, record_text(Decision, fields), is_new=True)


def write(decided: Decided, root: Path) -> None:
    """On disk when this is over, whole; a list that corrects a decision takes the place of its file."""
    target = root / decided.path
    if decided.is_new and target.exists():
        raise FileExistsError(17, "đã có tệp này, không ghi đè", decided.path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing_durably(target) as stream:
        stream.write(decided.text.encode())


def open_questions(proposal: Proposal) -> list[Any]:
    """What must be answered; who a row is need not be said of a row that is dropped or is another one."""
    settled = {
        question.rows[1]
        for question in proposal.questions
        if question.topic is Topic.DOUBLE and proposal.answer_to(question) in (ONE, DROP)
    }
    return [
        question
        for question in proposal.unanswered
        if not (question.topic is Topic.SAME and question.rows[0] in settled)
    ]


def unminted(proposal: Proposal, fields: Mapping[str, Any]) -> Fields:
    """The decision with all rows, before anybody has an id: to see what the model would refuse."""
    return {**fields, "recipients": [{"id": "x", **entry.fields} for entry in proposal.entries]}


def recipients(proposal: Proposal, known: Known, kept: Mapping[str, str]) -> tuple[tuple[Entry, ...], list[Fields]]:
    """The rows that stay, with ids: those kept from before, those of known people, new ones."""
    doubles = {q.rows[1]: (q.rows[0], proposal.answer_to(q)) for q in proposal.questions if q.topic is Topic.DOUBLE}
    same = {q.rows[0]: proposal.answer_to(q) for q in proposal.questions if q.topic is Topic.SAME}
    ids: dict[str, str] = {}
    listed: list[Entry] = []
    rows: list[Fields] = []
    people = known.ids("honouree")
    for entry in proposal.entries:
        earlier, verdict = doubles.get(entry.key, ("", None))
        if verdict in (ONE, DROP):
            ids[entry.key] = ids[earlier]
        else:
            answer = same.get(entry.key, NEW)
            known_id = answer if answer not in (NEW, None) else None
            ids[entry.key] = kept.get(entry.key) or known_id or honouree_id(entry.fields, people, known.mint)
            known.add("honouree", ids[entry.key], Named((entry.name,), entry.text("unit")))
        if verdict != DROP:
            listed.append(entry)
            rows.append(in_order({"id": ids[entry.key], **entry.fields}))
    return tuple(listed), rows


def in_order(row: Mapping[str, Any]) -> Fields:
    """The id, what an appendix can say, then what only a clerk added."""
    first = [key for key in ("id", *FIELD_ORDER) if key in row]
    return {key: row[key] for key in (*first, *(key for key in row if key not in first))}


def faults(fields: Mapping[str, Any], listed: Sequence[Entry]) -> Iterator[str]:
    """What the model refuses, at the line of the file that it came from."""
    try:
        Decision.model_validate(fields)
    except ValidationError as error:
        for complaint in complaints(error, Decision):
            match complaint.loc:
                case ("recipients", int(index), *_):
                    yield f"{listed[index].where}: {complaint.what}. {complaint.remedy}"
                case _:
                    yield f"{complaint.what}. {complaint.remedy}"
