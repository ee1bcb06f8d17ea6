"""What builds on a document: papers that cite it, carry it out, answer it or mention it, and what refers to it."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.records import Decision, Document, Record
from bangvang.registry import appearance

MOST = 12
"""How many papers of one sort are named before only their number is given."""


class Tie(NamedTuple):
    """Records of one kind that refer to the document in one way."""

    kind: str
    field: str
    ids: tuple[str, ...]
    """The newest few."""
    total: int


@question
def document_ties(answers: Answers, id: str) -> tuple[Tie, ...]:
    """Who refers to the document, by kind and by field; only what the public may see."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for use in answers.registry.uses.get(("document", id), ()):
        record = use.by.record
        if not isinstance(record, Record) or not appearance(record, answers.day, answers.site).listed:
            continue
        dated = record.date if isinstance(record, Decision | Document) else None
        found.setdefault((use.by.kind, str(use.loc[0])), {})[use.by.id] = str(dated or "")
    return tuple(
        Tie(kind, field, tuple(sorted(ids, key=lambda other: (ids[other], other), reverse=True)[:MOST]), len(ids))
        for (kind, field), ids in found.items()
    )
