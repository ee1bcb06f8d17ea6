"""Papers as readers meet them: a decision or document in one line, its bases, signers and files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.paper_names import document_name
from bangvang.pages.reading import Reading
from bangvang.records import Actor, Agency, Basis, Decision, Document, PartialDate, Signer
from bangvang.records.procedure import Form
from bangvang.records.record import Attachment

UNDATED = "Chưa rõ ngày"
NOT_HELD = "Chưa đưa lên trang"
FILES_FOLDER = "tep"
"""Where the files of data/files/ stand in the site."""


class PaperLine(NamedTuple):
    """A paper in a list."""

    big: str
    small: str
    title: str
    url: str | None
    note: str


class FileLine(NamedTuple):
    """A file to take home."""

    title: str
    url: str
    note: str


class SignatureView(NamedTuple):
    """How a paper was signed."""

    capacity: str | None
    titles: tuple[str, ...]
    name: str


def decision_line(reading: Reading, id: str) -> PaperLine | None:
    """A decision in a list, unless the public may not see it."""
    decision = reading.find(Decision, id)
    link = reading.link("decision", id)
    if decision is None or link is None:
        return None
    number = f"Số {decision.number}. " if decision.number else ""
    count = f", {len(decision.recipients)} tên" if decision.recipients else ""
    return _paper(reading, decision.date, link.text, link.url, f"{number}{_issuer(reading, decision.issuer)}{count}.")


def document_line(reading: Reading, id: str) -> PaperLine | None:
    """A document in a list, unless the public may not see it."""
    document = reading.find(Document, id)
    link = reading.link("document", id)
    if document is None or link is None:
        return None
    number = f" số {document.number}" if document.number else ""
    note = f"{document.type.label}{number}, {_issuer(reading, document.issuer)}."
    return _paper(reading, document.date, link.text, link.url, note)


def basis_links(reading: Reading, bases: Sequence[Basis]) -> tuple[tuple[Link, str], ...]:
    """What a paper stands on: each with a page or only in words, and the article."""
    found = []
    for basis in bases:
        document = reading.find(Document, basis.document)
        link = reading.link("document", basis.document)
        if document is not None and link is not None:
            text = document_name(document)
            text = f"{text}: {document.title}" if document.title not in text else text
            found.append((Link(text, link.url), basis.article or ""))
        elif basis.text:
            found.append((Link(basis.text), basis.article or ""))
    return tuple(found)


def basis_lines(reading: Reading, bases: Sequence[Basis]) -> tuple[PaperLine, ...]:
    """What a paper stands on, as a list of papers; of what the site does not hold, the words."""
    found = []
    for basis in bases:
        document = reading.find(Document, basis.document)
        line = document_line(reading, basis.document) if basis.document else None
        if line is not None and document is not None:
            note = ". ".join(part for part in (basis.article, document.title) if part)
            found.append(line._replace(title=document_name(document), note=note))
        elif basis.text:
            found.append(PaperLine("", NOT_HELD, basis.text, None, basis.article or ""))
    return tuple(found)


def signature(signer: Signer | None) -> SignatureView | None:
    """A signature as printed."""
    if signer is None:
        return None
    return SignatureView(
        signer.capacity, tuple(title for title in (signer.title, signer.title_2) if title), signer.name
    )


def actor_links(reading: Reading, actors: Sequence[Actor]) -> tuple[Link, ...]:
    """Who does something: agencies by link, others by name."""
    found = []
    for actor in actors:
        agency = reading.find(Agency, actor.agency)
        if agency is not None:
            found.append(Link(actor.name or agency.name, f"co-quan/{actor.agency}/"))
        elif actor.name:
            found.append(Link(actor.name))
    return tuple(found)


def file_lines(files: Sequence[Attachment | Form]) -> tuple[FileLine, ...]:
    """Those files of a record that the site itself holds."""
    return tuple(
        FileLine(file.title, f"{FILES_FOLDER}/{file.file}", file.file.rpartition(".")[2].upper())
        for file in files
        if file.file
    )


def agency_link(reading: Reading, id: str | None) -> Link | None:
    """An agency by name."""
    agency = reading.find(Agency, id)
    return Link(agency.name, f"co-quan/{id}/") if agency else None


def _issuer(reading: Reading, id: str | None) -> str:
    agency = reading.find(Agency, id)
    return agency.short or agency.name if agency else "chưa rõ cơ quan ban hành"


def _paper(reading: Reading, date: PartialDate | None, title: str, url: str | None, note: str) -> PaperLine:
    if date is None:
        return PaperLine("", UNDATED, title, url, note)
    year = str(date.year)
    if date.day:
        return PaperLine(brief(date).removesuffix(f"/{year}"), year, title, url, note)
    return PaperLine(year, f"tháng {date.month}" if date.month else "", title, url, note)
