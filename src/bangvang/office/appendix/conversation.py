"""`bangvang import`: show what was understood, ask what only the clerk knows, write one decision file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bangvang.office.appendix.answers import HEADER, Given, answered, read_answers, template
from bangvang.office.appendix.decision import Decided, UndecidedError, decide, open_questions, write
from bangvang.office.appendix.fault import AppendixError
from bangvang.office.appendix.meaning import Meaning
from bangvang.office.appendix.proposal import ColumnView, Proposal, understand
from bangvang.office.appendix.question import Question
from bangvang.office.appendix.reading import read
from bangvang.office.appendix.revision import revise
from bangvang.office.appendix.told import told
from bangvang.office.known import Known
from bangvang.office.questions import Dialogue, Stopped, ask_field
from bangvang.office.signatures import Signature
from bangvang.records import Decision, Signer, in_reading_order
from bangvang.registry import Registry

WRITTEN, NOT_WRITTEN = 0, 1
_FIELDS = dict(in_reading_order(Decision))
_NOTHING = "Chưa ghi gì cả."
_FOR_ALL = "*"


@dataclass(frozen=True, slots=True)
class Console:
    """Where an appendix is imported: the project, and the clerk's screen and keyboard."""

    root: Path
    registry: Registry
    known: Known
    read: Callable[[str], str]
    write: Callable[[str], object]


def ask_for_appendix(file: Path, console: Console, revises: str | None = None) -> int:
    """The whole conversation; the result is an exit code."""
    try:
        proposal = _shown(file, console, revises)
        dialogue = Dialogue(console.read, console.write, console.known)
        proposal = _with_columns_confirmed(dialogue, proposal)
        proposal = _with_questions_answered(dialogue, proposal)
        if revises is not None:
            return _finish_revision(console, proposal, lambda: _agreed(dialogue))
        header = _asked_header(dialogue, proposal)
        return _finish(console, decide(proposal, header, console.known), lambda: _agreed(dialogue))
    except Stopped:
        console.write(_NOTHING)
        return NOT_WRITTEN
    except (AppendixError, UndecidedError) as error:
        return _refused(console, error)


def take_answers(file: Path, answers: Path, console: Console, revises: str | None = None) -> int:
    """The same without a clerk: what the answers leave open is told, and nothing is written."""
    try:
        given = read_answers(answers.read_bytes())
        proposal = answered(_shown(file, console, revises), given)
        if revises is not None:
            return _finish_revision(console, proposal, lambda: True)
        return _finish(console, decide(proposal, _said(given), console.known, given.id), lambda: True)
    except (AppendixError, UndecidedError) as error:
        return _refused(console, error)


def show_template(file: Path, console: Console, revises: str | None = None) -> int:
    """A file of answers to fill in."""
    try:
        console.write(template(_understood(file, console, revises)).rstrip("\n"))
    except AppendixError as error:
        return _refused(console, error)
    return WRITTEN


def _understood(file: Path, console: Console, revises: str | None) -> Proposal:
    workbook = read(file, file.name)
    try:
        return understand(workbook, console.registry, revises)
    except KeyError:
        raise AppendixError(
            f"Không có quyết định nào mang mã {revises}", "Mã là tên tệp trong data/decisions/, không kèm .yml."
        ) from None


def _shown(file: Path, console: Console, revises: str | None) -> Proposal:
    proposal = _understood(file, console, revises)
    for line in told(proposal):
        console.write(line)
    return proposal


def _said(given: Given) -> Mapping[str, Any]:
    return {key: value for key, value in given.header.items() if value is not None}


def _refused(console: Console, error: AppendixError | UndecidedError) -> int:
    for reason in error.reasons if isinstance(error, UndecidedError) else (f"{error}",):
        console.write(reason)
    console.write(_NOTHING)
    return NOT_WRITTEN


def _finish(console: Console, decided: Decided, is_agreed: Callable[[], bool]) -> int:
    console.write(f"\nSẽ ghi {decided.path} gồm {len(decided.fields['recipients'])} dòng.")
    if not is_agreed():
        console.write(_NOTHING)
        return NOT_WRITTEN
    try:
        write(decided, console.root)
    except FileExistsError:
        console.write(f"Đã có {decided.path}; không ghi đè. {_NOTHING}")
        return NOT_WRITTEN
    console.write(f"Đã ghi {decided.path}. Chạy bangvang check để kiểm tra.")
    if decided.fields["status"] == "draft":
        console.write("Quyết định đang là bản nháp. Khi công bố, sửa dòng status: draft thành status: published.")
    return WRITTEN


def _finish_revision(console: Console, proposal: Proposal, is_agreed: Callable[[], bool]) -> int:
    revised = revise(proposal, console.known, console.root)
    if not revised.differences:
        console.write(f"\nDanh sách không khác gì {revised.decided.path}. {_NOTHING}")
        return WRITTEN
    console.write(f"\nSo với {revised.decided.path}, có {len(revised.differences)} dòng khác:")
    for difference in revised.differences:
        console.write(f"  {difference.told()}")
    if not is_agreed():
        console.write(_NOTHING)
        return NOT_WRITTEN
    write(revised.decided, console.root)
    console.write(f"Đã ghi {revised.decided.path}; mã của từng người giữ nguyên. Chạy bangvang check để kiểm tra.")
    return WRITTEN


def _agreed(dialogue: Dialogue) -> bool:
    return dialogue.ask("Ghi tệp này? (có/không) ").casefold() in ("có", "co", "c")


def _with_columns_confirmed(dialogue: Dialogue, proposal: Proposal) -> Proposal:
    for table in proposal.tables:
        dialogue.write(
            f"\nCác cột của bảng ở trang “{table.sheet}”: đúng cả thì bấm Enter; sai cột nào thì gõ chữ cái cột ấy."
        )
        columns = {column.letter: column for column in table.columns}
        while typed := dialogue.ask("cột> ").upper():
            if typed not in columns:
                dialogue.write(f"Không có cột {typed}; có: {', '.join(columns)}.")
                continue
            meaning = _asked_meaning(dialogue, columns[typed])
            proposal = proposal.with_column(columns[typed].key, meaning)
            dialogue.write(f"Cột {typed}: {meaning.label}. Nay đọc được {len(proposal.entries)} dòng.")
    return proposal


def _asked_meaning(dialogue: Dialogue, column: ColumnView) -> Meaning:
    numbered = {str(number): meaning for number, meaning in enumerate(Meaning, 1)}
    for number, meaning in numbered.items():
        dialogue.write(f"  {number}. {meaning.label}")
    while True:
        typed = dialogue.ask(f"Cột {column.letter} “{column.title}” là> ")
        if typed in numbered:
            return numbered[typed]
        if not typed:
            return column.meaning
        dialogue.write("Hãy gõ số đứng trước một dòng ở trên.")


def _with_questions_answered(dialogue: Dialogue, proposal: Proposal) -> Proposal:
    """Every question once; those that an answer brings up come next."""
    asked: set[str] = set()
    for_all: dict[str, str] = {}
    while waiting := [question for question in _to_ask(proposal) if question.id not in asked]:
        topic = waiting[0].topic
        answers = {}
        for question in (one for one in waiting if one.topic is topic):
            asked.add(question.id)
            answers[question.id] = _answer(dialogue, question, for_all)
        proposal = proposal.with_answers(answers)
    return proposal


def _to_ask(proposal: Proposal) -> list[Question]:
    settled = {question.id for question in proposal.unanswered} - {one.id for one in open_questions(proposal)}
    return [question for question in proposal.questions if question.id not in settled]


def _answer(dialogue: Dialogue, question: Question, for_all: dict[str, str]) -> str:
    """A number; with a star it holds for all questions of its kind that allow it."""
    before = for_all.get(question.topic, "")
    if question.allows(before):
        return before
    dialogue.write(f"\n{question.text}")
    numbered = {str(number): option for number, option in enumerate(question.options, 1)}
    for number, option in numbered.items():
        mark = " (Enter)" if option.value == question.proposed else ""
        dialogue.write(f"  {number}. {option.label}{mark}")
    while True:
        typed = dialogue.ask("chọn> ")
        number = typed.removesuffix(_FOR_ALL)
        if number in numbered:
            if typed.endswith(_FOR_ALL):
                for_all[question.topic] = numbered[number].value
            return numbered[number].value
        if not typed and question.proposed is not None:
            return question.proposed
        dialogue.write("Hãy gõ số của một dòng ở trên; thêm dấu * (ví dụ 2*) để trả lời như vậy cho mọi câu cùng loại.")


def _asked_header(dialogue: Dialogue, proposal: Proposal) -> Mapping[str, Any]:
    header = {}
    for key in HEADER:
        guess = proposal.header.get(key)
        if guess:
            dialogue.write(f"\nTrong tệp có ghi: {guess} (bấm Enter để dùng).")
        asking = replace(dialogue, read=_typed_or(guess, dialogue)) if guess else dialogue
        answer = (
            _asked_signer(asking, proposal.signer)
            if key == "signer"
            else ask_field(asking, Decision, key, _FIELDS[key])
        )
        if answer is not None:
            header[key] = answer
    return header


def _typed_or(guess: str, dialogue: Dialogue) -> Callable[[str], str]:
    return lambda prompt: dialogue.read(prompt) or guess


def _asked_signer(dialogue: Dialogue, guess: Signature | None) -> Mapping[str, str] | None:
    """His name may stay empty; then nothing more is asked of him."""
    dialogue.write("\nNgười ký (có thể bỏ trống): họ tên, rồi chức vụ và dòng thẩm quyền như trên văn bản.")
    known = guess.fields if guess else {}
    if known:
        dialogue.write(f"Trong tệp có ghi: {', '.join(known.values())} (bấm Enter để dùng).")
    answers = {}
    for key, field in in_reading_order(Signer):
        if key != "title_2":
            answers[key] = dialogue.ask(f"{field.title}> ")
        if not answers["name"]:
            return known or None
    return {key: answer for key, answer in answers.items() if answer}
