"""Importing an appendix: a file, what its columns mean, what only the clerk knows, its decision, one save."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from bangvang.office.appendix import (
    AppendixError,
    Meaning,
    Proposal,
    Revised,
    UndecidedError,
    decide,
    read,
    revise,
    understand,
)
from bangvang.office.appendix.answers import HEADER
from bangvang.office.appendix.decision import open_questions
from bangvang.office.appendix.roll import Roll
from bangvang.office.appendix.told import entry_in_words
from bangvang.office.editor import workbook_window
from bangvang.office.editor.arrivals import Importing
from bangvang.office.editor.controls import FormView
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, see
from bangvang.office.editor.typed import typed
from bangvang.office.editor.workplace import Workplace
from bangvang.office.faults import FieldProblem, faults_of
from bangvang.office.fields import fields_of
from bangvang.office.forms import Values, day_shown
from bangvang.office.forms import read as read_form
from bangvang.office.outcomes import Failed, Faulty, Gone, Outcome, Saved
from bangvang.office.workbooks import is_workbook
from bangvang.records import Decision

_SHOWN = 30
_FIELDS = [one for one in fields_of(Decision) if one.key in HEADER]


def choose(place: Workplace, request: Request) -> Response:
    """Which file."""
    return place.pages.page("appendix_file.html", "/nhap/", faults=[])


def begin(place: Workplace, request: Request) -> Response:
    """Read the file that was handed in."""
    upload = request.files.get("tep")
    if upload is None:
        faults = ["Chưa chọn tệp nào. Bấm Chọn tệp, hoặc kéo tệp thả vào khung."]
        return place.pages.page("appendix_file.html", "/nhap/", faults=faults)
    if is_workbook(upload.data):
        return workbook_window.begin(place, request)
    try:
        proposal = understand(read(upload.data, upload.name), place.desk.registry)
    except AppendixError as error:
        return place.pages.page("appendix_file.html", "/nhap/", faults=[str(error)])
    head: Values = {key: day_shown(value) if key == "date" else value for key, value in proposal.header.items()}
    if proposal.signer is not None:
        head["signer"] = proposal.signer.fields
    return see(f"/nhap/{place.imports.take_in(Importing(proposal, head, _of_this_number(proposal)))}")


def show(place: Workplace, request: Request, name: str) -> Response:
    """What was understood, to be confirmed."""
    importing = place.imports.get(name)
    return _window(place, name, importing) if importing else _forgotten(place)


def act(place: Workplace, request: Request, name: str) -> Response:
    """Take the clerk's word on columns, questions and the decision's head; write it if that was asked."""
    importing = place.imports.get(name)
    if importing is None:
        return _forgotten(place)
    form = request.form
    proposal = importing.proposal
    for key, meaning in _meanings(form):
        if proposal.columns.get(key, _guessed(proposal, key)) is not meaning:
            proposal = proposal.with_column(key, meaning)
    given = {key.removeprefix("tra-loi:"): text for key, text in form if key.startswith("tra-loi:") and text}
    known = {question.id: question for question in proposal.questions}
    proposal = proposal.with_answers({id: text for id, text in given.items() if id in known and known[id].allows(text)})
    head = [(key, text) for key, text in form if key.split(".")[0].split("~")[0] in HEADER]
    said = typed(Decision, importing.head, head, place.desk.meant)
    importing = replace(importing, proposal=proposal, head=said.values)
    place.imports.put(name, importing)
    wish = form.get("_viec")
    if wish in ("so-voi", "rieng"):
        compared = importing.earlier if wish == "so-voi" else None
        proposal = understand(proposal.workbook, place.desk.registry, compared)
        place.imports.put(name, replace(importing, proposal=proposal))
        return see(f"/nhap/{name}")
    if wish == "doc-lai" or said.problems:
        return _window(place, name, importing, said.problems)
    if proposal.revises:
        return _revised(place, name, importing)
    return _written(place, name, importing, status="published" if form.get("_viec") == "cong-bo" else "draft")


def _revised(place: Workplace, name: str, importing: Importing) -> Response:
    try:
        revised = revise(importing.proposal, place.desk.known, place.desk.root)
    except UndecidedError as error:
        return _window(place, name, importing, reasons=error.reasons)
    decided = revised.decided
    outcome = place.desk.take_in("decision", decided.id, decided.text.encode())
    told = f"Đã sửa {len(revised.differences)} dòng; mã của từng người giữ nguyên."
    return _after(place, name, importing, outcome, told)


def _written(place: Workplace, name: str, importing: Importing, *, status: str) -> Response:
    header: dict[str, Any] = {**read_form(Decision, importing.head), "status": status}
    problems = tuple(one for one in faults_of(Decision, header) if one.loc[:1] != ("recipients",))
    if problems:
        return _window(place, name, importing, problems)
    try:
        decided = decide(importing.proposal, header, place.desk.known)
    except UndecidedError as error:
        return _window(place, name, importing, reasons=error.reasons)
    outcome = place.desk.take_in("decision", decided.id, decided.text.encode())
    rows = len(decided.fields["recipients"])
    return _after(place, name, importing, outcome, f"Đã ghi quyết định với {rows} dòng.")


def _after(place: Workplace, name: str, importing: Importing, outcome: Outcome, told: str) -> Response:
    if isinstance(outcome, Saved):
        place.imports.let_go(name)
        return see(f"/ho-so/decision/{outcome.id}", da=told)
    if isinstance(outcome, Faulty):
        return _window(place, name, importing, reasons=tuple(f"{one.what}. {one.remedy}" for one in outcome.faults))
    why = (f"{outcome.what}. {outcome.remedy}",) if isinstance(outcome, Gone | Failed) else ("Chưa ghi được.",)
    return _window(place, name, importing, reasons=why)


def _window(
    place: Workplace,
    name: str,
    importing: Importing,
    problems: tuple[FieldProblem, ...] = (),
    reasons: tuple[str, ...] = (),
) -> Response:
    proposal = importing.proposal
    roll = Roll(proposal.registry)
    open_ids = {question.id for question in open_questions(proposal)}
    settled = {question.id for question in proposal.unanswered} - open_ids
    rows = [(entry, entry_in_words(entry, roll)) for entry in proposal.entries]
    return place.pages.page(
        "appendix.html",
        "/nhap/",
        name=name,
        proposal=proposal,
        meanings=list(Meaning),
        questions=[one for one in proposal.questions if one.id not in settled],
        open_ids=open_ids,
        rows=rows,
        shown=_SHOWN,
        noted=[(entry, note) for entry in proposal.entries for note in entry.notes],
        controls=FormView(place.desk.named, problems).controls(_FIELDS, importing.head),
        problems=problems,
        reasons=reasons,
        earlier=importing.earlier,
        revised=_compared(place, proposal),
    )


def _compared(place: Workplace, proposal: Proposal) -> Revised | None:
    """What differs from the decision that this list corrects, as far as the questions are answered."""
    if not proposal.revises:
        return None
    with suppress(UndecidedError):
        return revise(proposal, place.desk.known, place.desk.root)
    return None


def _of_this_number(proposal: Proposal) -> str:
    """The decision that has the number which the file names."""
    number = proposal.header.get("number")
    found = (one.id for one in proposal.registry.by_kind["decision"].values() if _number(one.record) == number)
    return next(found, "") if number else ""


def _number(record: object) -> str | None:
    return record.number if isinstance(record, Decision) else None


def _forgotten(place: Workplace) -> Response:
    faults = ["Tệp này đã được xử lý xong, hoặc trình soạn đã mở lại từ đầu. Hãy chọn tệp lần nữa."]
    return place.pages.page("appendix_file.html", "/nhap/", faults=faults)


def _meanings(form: Any) -> list[tuple[str, Meaning]]:
    codes = {meaning.value: meaning for meaning in Meaning}
    return [(key.removeprefix("cot:"), codes[text]) for key, text in form if key.startswith("cot:") and text in codes]


def _guessed(proposal: Proposal, key: str) -> Meaning | None:
    return next((one.meaning for table in proposal.tables for one in table.columns if one.key == key), None)
