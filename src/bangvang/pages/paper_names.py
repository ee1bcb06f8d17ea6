"""What papers are called in a sentence: by kind and number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bangvang.pages.page import Link
from bangvang.pages.reading import Reading
from bangvang.records import Decision, Document

_Paper = TypeVar("_Paper", Decision, Document)


def decision_link(reading: Reading, id: str | None) -> Link | None:
    """A decision that the public may see, by its number."""
    return _by_number(reading.link("decision", id), reading.find(Decision, id), decision_name)


def decision_name(decision: Decision | None) -> str:
    """“Quyết định số 15/QĐ-UBND” or, without a number, “Quyết định”."""
    return f"Quyết định số {decision.number}" if decision and decision.number else "Quyết định"


def document_link(reading: Reading, id: str | None) -> Link | None:
    """A document that the public may see, by its number."""
    return _by_number(reading.link("document", id), reading.find(Document, id), document_name)


def document_name(document: Document) -> str:
    """“Kế hoạch số 54/KH-UBND” or, without a number, “Kế hoạch”."""
    return f"{document.type.label} số {document.number}" if document.number else document.type.label


def _by_number(link: Link | None, paper: _Paper | None, name: Callable[[_Paper], str]) -> Link | None:
    """The link, with the paper's number for its text where it has one."""
    if link is None or paper is None:
        return None
    return link._replace(text=name(paper)) if paper.number else link
