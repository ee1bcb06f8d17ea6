"""The page of a document: its card, the text as printed, tasks, what it stands on and what builds on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bangvang.pages.document_text import contents, text_view
from bangvang.pages.document_ties import Tie, document_ties
from bangvang.pages.honours import brief, spoken
from bangvang.pages.json_ld import creative_work
from bangvang.pages.page import Link, Page
from bangvang.pages.paper_names import document_name
from bangvang.pages.papers import (
    UNDATED,
    PaperLine,
    agency_link,
    basis_lines,
    decision_line,
    document_line,
    file_lines,
    signature,
)
from bangvang.pages.periods import as_printed, in_words
from bangvang.pages.places import joined
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, address_of, notice, record_page
from bangvang.pages.tasks import due_text, task_plan
from bangvang.records import Action, Agency, Document, DocumentType, PartialDate
from bangvang.records.document import Trigger
from bangvang.registry import Phase, phase

TAB = "van-ban"
SECTION = Section("document", TAB, Link("Kế hoạch, văn bản", "van-ban/"))
_LAWS = {DocumentType.LAW, DocumentType.DECREE, DocumentType.CIRCULAR}
_TIES = {
    ("document", "implements"): "Văn bản thực hiện văn bản này",
    ("document", "bases"): "Văn bản lấy văn bản này làm căn cứ",
    ("document", "requires"): "Văn bản đã yêu cầu ban hành văn bản này",
    ("document", "mentions"): "Văn bản có nhắc đến",
    ("decision", "bases"): "Quyết định khen thưởng lấy văn bản này làm căn cứ",
    ("decision", "proposed_by"): "Quyết định khen thưởng theo văn bản đề nghị này",
    ("report", "document"): "Báo cáo",
    ("event", "documents"): "Sự kiện",
    ("procedure", "bases"): "Thủ tục hành chính",
    ("consultation", "legal_basis"): "Đợt lấy ý kiến",
}


class RequirementView(NamedTuple):
    """A plan that others are told to make."""

    who: str
    what: str
    due: str
    fulfilled: tuple[Link, ...]


class ActionView(NamedTuple):
    """Campaigns on which the document acts in one way."""

    action: str
    campaigns: tuple[tuple[Link, str | None], ...]


class TieView(NamedTuple):
    """Papers that refer to this one in one way."""

    title: str
    lines: tuple[PaperLine, ...]
    more: int


def document_page(reading: Reading, id: str) -> Page:
    """The page that the document's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    document = reading.find(Document, id)
    assert document is not None
    return record_page(
        reading,
        SECTION,
        id,
        document,
        title=f"{document_name(document)}: {document.title}",
        description=_description(reading, document),
        context={**_card(reading, document), **_text(reading, document), **_ties(reading, id, document)},
        data=(_thing(reading, SECTION.url(id), document),),
    )


def _card(reading: Reading, document: Document) -> dict[str, object]:
    period = document.period
    successors = _successors(reading, document)
    return {
        "document": document,
        "issuer": agency_link(reading, document.issuer),
        "day": spoken(document.date),
        "signatures": [found for signer in document.signers if (found := signature(signer))],
        "time": in_words(period.from_, period.to) if period and (period.from_ or period.to) else "",
        "time_printed": as_printed(period),
        "over": period is not None and phase(period.from_, period.to, reading.day) is Phase.CLOSED,
        "successors": successors,
        "files": file_lines(document.files),
        "updated": document.updated,
    }


def _text(reading: Reading, document: Document) -> dict[str, object]:
    text = text_view(document)
    to_report = [addressee for addressee in document.recipients if addressee.for_report]
    to_act = [addressee for addressee in document.recipients if not addressee.for_report]
    return {
        "text": text,
        "toc": contents(text.parts) if text else (),
        "contents": contents,
        "tasks": task_plan(reading, document.tasks, text.place_of if text else _nowhere),
        "reporting": document.reporting,
        "cycles": joined([cycle.label.lower() for cycle in document.reporting.every]) if document.reporting else "",
        "to_report": [(addressee.name, agency_link(reading, addressee.agency)) for addressee in to_report],
        "to_act": [(addressee.name, agency_link(reading, addressee.agency)) for addressee in to_act],
    }


def _ties(reading: Reading, id: str, document: Document) -> dict[str, object]:
    launched = [entry.id for entry in document.campaigns if entry.action is Action.LAUNCH]
    return {
        "bases": basis_lines(reading, document.bases),
        "implements": [line for other in document.implements if (line := document_line(reading, other))],
        "mentions": [line for other in document.mentions if (line := document_line(reading, other))],
        "requirements": [
            RequirementView(
                who=wanted.who,
                what=wanted.what,
                due=due_text(wanted.due) if wanted.due else "",
                fulfilled=reading.links("document", wanted.fulfilled_by),
            )
            for wanted in document.requires
        ],
        "triggers": [(_trigger(reading, trigger), brief(trigger.date)) for trigger in document.triggered_by],
        "launches": reading.links("campaign", launched),
        "actions": list(_actions(reading, document)),
        "ties": [found for tie in reading.ask(document_ties, id) if (found := _tie(reading, tie))],
    }


def _nowhere(section: str | None) -> str | None:
    return None


def _successors(reading: Reading, document: Document) -> tuple[Link, ...]:
    """Who took over from an issuer that is no more."""
    agency = reading.find(Agency, document.issuer)
    if agency is None:
        return ()
    return tuple(link for turn in agency.became if (link := agency_link(reading, turn.id)))


def _actions(reading: Reading, document: Document) -> Iterable[ActionView]:
    for action in Action:
        campaigns = tuple(
            (link, entry.printed)
            for entry in document.campaigns
            if entry.action is action and (link := reading.link("campaign", entry.id))
        )
        if campaigns:
            yield ActionView(action.label, campaigns)


def _trigger(reading: Reading, trigger: Trigger) -> Link:
    link = reading.link("event", trigger.event)
    return link or Link(trigger.text or "một sự kiện chưa công bố hồ sơ")


def _tie(reading: Reading, tie: Tie) -> TieView | None:
    title = _TIES.get((tie.kind, tie.field))
    if title is None:
        return None
    lines = tuple(line for other in tie.ids if (line := _line(reading, tie.kind, other)))
    return TieView(title, lines, tie.total - len(tie.ids)) if lines else None


def _line(reading: Reading, kind: str, id: str) -> PaperLine | None:
    if kind == "document":
        return document_line(reading, id)
    if kind == "decision":
        return decision_line(reading, id)
    link = reading.link(kind, id)
    date = getattr(reading.part(kind, id), "date", None) or getattr(reading.part(kind, id), "from_", None)
    if link is None:
        return None
    day = date if isinstance(date, PartialDate) else None
    return PaperLine(str(day.year) if day else "", "" if day else UNDATED, link.text, link.url, brief(day))


def _thing(reading: Reading, url: str, document: Document) -> Mapping[str, object]:
    """What the page says to machines."""
    issuer = agency_link(reading, document.issuer)
    return creative_work(
        f"{document_name(document)}: {document.title}",
        type="Legislation" if document.type in _LAWS else "CreativeWork",
        url=address_of(reading, url),
        number=document.number,
        published=str(document.date) if document.date else None,
        modified=document.updated,
        publisher=issuer.text if issuer else None,
        description=document.summary,
    )


def _description(reading: Reading, document: Document) -> str:
    agency = reading.find(Agency, document.issuer)
    by = f" của {agency.name}" if agency else ""
    day = f" ngày {brief(document.date)}" if document.date and document.date.day else ""
    return f"{document_name(document)}{day}{by}: {document.title}."
