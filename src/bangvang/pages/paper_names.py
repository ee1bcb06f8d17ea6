"""What papers are called in a sentence: by kind and number."""

from __future__ import annotations

from bangvang.pages.page import Link
from bangvang.pages.reading import Reading
from bangvang.records import Decision, Document


def decision_link(reading: Reading, id: str | None) -> Link | None:
    """A decision that the public may see, by its number."""
    link = reading.link("decision", id)
    decision = reading.find(Decision, id)
    if link is None or decision is None:
        return None
    return link._replace(text=decision_name(decision)) if decision.number else link


def decision_name(decision: Decision | None) -> str:
    """“Quyết định số 15/QĐ-UBND” or, without a number, “Quyết định”."""
    return f"Quyết định số {decision.number}" if decision and decision.number else "Quyết định"


def document_link(reading: Reading, id: str | None) -> Link | None:
    """A document that the public may see, by its number."""
    link = reading.link("document", id)
    document = reading.find(Document, id)
    if link is None or document is None:
        return None
    return link._replace(text=document_name(document)) if document.number else link


def document_name(document: Document) -> str:
    """“Kế hoạch số 54/KH-UBND” or, without a number, “Kế hoạch”."""
    return f"{document.type.label} số {document.number}" if document.number else document.type.label
