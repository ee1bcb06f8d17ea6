"""Answers given beforehand in a YAML file, for those who script; and the file to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bangvang.loading.problem import Unreadable
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.meaning import Meaning
from bangvang.office.appendix.proposal import Proposal
from bangvang.yaml_writer import scalar

_KEYS = ("decision", "id", "columns", "answers")
HEADER = ("number", "date", "title", "issuer", "signer", "award", "basis", "campaign")
"""What a decision file needs beside its list, and most have."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a file of answers holds."""

    header: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


def read_answers(data: bytes) -> Given:
    """The answers of a file; raises `AppendixError`."""
    try:
        tree = read_tree(decode(data))
    except Unreadable as error:
        raise AppendixError(f"Tệp trả lời, dòng {error.line}: {error.what}", error.remedy) from None
    if not isinstance(tree, dict) or not set(tree) <= set(_KEYS):
        raise AppendixError(
            "Tệp trả lời không đúng mẫu", f"Chỉ gồm các mục {', '.join(_KEYS)}; in mẫu bằng --answers-template."
        )
    parts = {key: tree.get(key) or {} for key in ("decision", "columns", "answers")}
    if not all(isinstance(part, dict) for part in parts.values()) or not isinstance(tree.get("id"), str | None):
        raise AppendixError("Tệp trả lời không đúng mẫu", "Mỗi mục gồm các dòng “tên: giá trị”.")
    answers = {key: str(value) for key, value in parts["answers"].items() if value is not None}
    columns = {key: str(value) for key, value in parts["columns"].items() if value is not None}
    return Given(parts["decision"], tree.get("id"), columns, answers)


def answered(proposal: Proposal, given: Given) -> Proposal:
    """The proposal with all of it; columns first, because questions come from what they mean."""
    for key, code in given.columns.items():
        try:
            proposal = proposal.with_column(key, Meaning.of(code))
        except KeyError:
            codes = ", ".join(str(meaning) for meaning in Meaning)
            raise AppendixError(
                f"Tệp trả lời: không có cột {key} hoặc nghĩa “{code}”", f"Nghĩa của cột: {codes}."
            ) from None
    left = dict(given.answers)
    while known := {question.id for question in proposal.questions} & set(left):
        try:
            proposal = proposal.with_answers({id: left.pop(id) for id in sorted(known)})
        except ValueError as error:
            raise AppendixError(
                f"Tệp trả lời: câu {error} không có lựa chọn ấy", "Xem các lựa chọn bằng --answers-template."
            ) from None
    if left:
        raise AppendixError(
            f"Tệp trả lời: tệp danh sách không có câu hỏi {', '.join(sorted(left))}",
            "Xóa các dòng ấy khỏi tệp trả lời.",
        )
    return proposal


def template(proposal: Proposal) -> str:
    """A file of answers to fill in: what is proposed stands there, every choice in a comment."""
    lines = ["# Trả lời cho bangvang import. Điền, lưu lại, rồi chạy với --answers.", "", "decision:"]
    lines += [f"  {key}: {_known(proposal, key)}".rstrip() for key in HEADER]
    lines += ["", "# id: mã hồ sơ, bỏ trống thì máy đặt", "id:", "", "# Nghĩa của từng cột:"]
    lines += [f"#   {meaning}: {meaning.label}" for meaning in Meaning]
    lines.append("columns:")
    for table in proposal.tables:
        for column in table.columns:
            lines += _comment(f"“{column.title}”")
            lines.append(f"  {column.key}: {column.meaning}")
    lines += ["", "answers:"]
    for question in proposal.questions:
        lines += _comment(question.text)
        lines += [line for option in question.options for line in _comment(f"  {option.value}: {option.label}")]
        answer = proposal.answer_to(question)
        lines.append(f"  {scalar(question.id)}:{f' {scalar(answer)}' if answer else ''}")
    return "\n".join(lines) + "\n"


def _known(proposal: Proposal, key: str) -> str:
    """What the file itself says of the decision."""
    if key == "signer" and proposal.signer is not None:
        return f"{{{', '.join(f'{part}: {scalar(text)}' for part, text in proposal.signer.fields.items())}}}"
    return scalar(proposal.header[key]) if key in proposal.header else ""


def _comment(text: str) -> Iterable[str]:
    return [f"  # {text}".replace("\n", " ")]
