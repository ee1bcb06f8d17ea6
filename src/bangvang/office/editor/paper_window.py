"""Taking in the text of a plan or another paper: hand it in, see what was recognised beside it, go on in the form."""

from __future__ import annotations

from collections.abc import Iterable

from bangvang.office.appendix import AppendixError
from bangvang.office.drafts import Draft, Drafts
from bangvang.office.editor.arrivals import Taking
from bangvang.office.editor.record_window import doubted
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, see
from bangvang.office.editor.workplace import Workplace
from bangvang.office.faults import FieldProblem
from bangvang.office.finder import title_in
from bangvang.office.outcomes import Opened
from bangvang.office.paper import (
    Recognition,
    draft_campaign,
    draft_document,
    read_file,
    read_text,
    summary_of,
    understand,
)
from bangvang.problem import Severity
from bangvang.vietnamese import fold

_HERE = "/van-ban-moi/"
_KINDS = {"van-ban": "document", "phong-trao": "campaign"}


def choose(place: Workplace, request: Request) -> Response:
    """The text, or which file."""
    return _asked(place, "", [])


def begin(place: Workplace, request: Request) -> Response:
    """Read what was handed in."""
    upload, text = request.files.get("tep"), request.form.get("van-ban")
    if upload is None and not text:
        return _asked(place, "", ["Chưa có gì để đọc. Hãy dán lời văn vào khung, hoặc chọn tệp."])
    try:
        paper = read_file(upload.data, upload.name) if upload is not None else read_text(text)
    except AppendixError as error:
        return _asked(place, text, [str(error)])
    read = understand(paper)
    registry = place.desk.registry
    taking = Taking(read, draft_document(read, registry), draft_campaign(read, registry))
    return see(f"{_HERE}{place.papers.take_in(taking)}")


def show(place: Workplace, request: Request, name: str) -> Response:
    """What was recognised, beside the text."""
    taking = place.papers.get(name)
    if taking is None:
        return _forgotten(place)
    return place.pages.page(
        "paper.html",
        _HERE,
        name=name,
        read=taking.read,
        facts=summary_of(taking.document, place.desk.named),
        document=taking.document,
        campaign=taking.campaign,
    )


def accept(place: Workplace, request: Request, name: str) -> Response:
    """Keep what was recognised as a draft, and go to its form."""
    taking = place.papers.get(name)
    if taking is None:
        return _forgotten(place)
    kind = _KINDS.get(request.form.get("_viec"), "document")
    tree = taking.campaign if kind == "campaign" and taking.campaign else taking.document
    why = "Mới nhận từ lời văn, chưa có người xem lại."
    draft = Drafts(place.desk.root).keep(Draft("", kind, "", title_in(kind, "", tree), "", "", tree, (why,)))
    return see(f"{_HERE}{name}/{draft.name}")


def form(place: Workplace, request: Request, name: str, draft: str) -> Response | None:
    """The ordinary form of a new record, with what must be looked at above it."""
    opened = place.desk.open_draft(draft)
    if opened is None:
        return None
    taking = place.papers.get(name)
    doubts = _doubts(taking.read, opened.kind) if taking is not None else ()
    return doubted(place, request, opened, (*_there_already(place, opened), *doubts))


def _there_already(place: Workplace, opened: Opened) -> Iterable[FieldProblem]:
    """A paper of the same title: whoever takes it in twice should know."""
    for hit in place.desk.meant((opened.kind,), opened.title):
        if fold(hit.title) == fold(opened.title):
            what = f"đã có “{hit.called}” trong bảng vàng"
            yield FieldProblem((), what, "Xem lại trước khi lưu, kẻo có hai hồ sơ.", "paper", Severity.WARNING)


def _doubts(read: Recognition, kind: str) -> Iterable[FieldProblem]:
    """Each slip leads to its row in the form of a document; a campaign's form has no such rows."""
    for index, slip in enumerate(read.slips):
        where = ("readings", index, "printed") if kind == "document" else ()
        reading = f" Có lẽ đọc là “{slip.reading}”." if slip.reading else ""
        yield FieldProblem(where, f"in là “{slip.printed}”", f"{slip.note}{reading}", "paper", Severity.WARNING)
    if kind == "document":
        for doubt in read.doubts:
            what, _, remedy = doubt.rstrip(".").partition("; ")
            yield FieldProblem(
                (), what, f"{remedy[:1].upper()}{remedy[1:]}." if remedy else "", "paper", Severity.WARNING
            )


def _asked(place: Workplace, text: str, faults: list[str]) -> Response:
    return place.pages.page("paper_text.html", _HERE, text=text, faults=faults)


def _forgotten(place: Workplace) -> Response:
    return _asked(place, "", ["Văn bản này không còn ở đây, vì trình soạn đã mở lại từ đầu. Hãy đưa vào lần nữa."])
