"""What is known of a record without reading it: all that it takes to put the records of a project together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from bangvang.records import (
    Decision,
    Honouree,
    HonourFacts,
    Part,
    Recipient,
    Record,
    Removed,
    Status,
    referring_fields,
)


class Outline(NamedTuple):
    """Plain values only: it is kept beside what was parsed."""

    id: str = ""
    """Of an entry of a list."""
    content: str = ""
    """Of an entry of a list: equal content, equal entry."""
    status: str = Status.PUBLISHED.value
    publish_on: str = ""
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    honours: int = 0
    """How many a profile tells of itself."""
    recipients: tuple[str, ...] = ()
    """Ids by row; empty where somebody was removed."""
    corrects: bool = False
    rulings: tuple[str, ...] = ()
    """The papers that cancelled, stripped or restored one of its honours; one that nobody named is empty."""
    refers: tuple[str, ...] = ()
    """The fields in which a record that is a file may refer to others."""
    has_photos: bool = False
    has_files: bool = False
    """To take home."""
    has_waivers: bool = False
    has_english: bool = False
    """A summary for readers abroad."""


def outline_of(record: Part) -> Outline:
    """Of the record that is a file."""
    if isinstance(record, Removed):
        return Outline(status=Status.REMOVED.value)
    if not isinstance(record, Record):
        return Outline()
    known = Outline(
        status=record.status.value,
        publish_on=record.publish_on.isoformat() if record.publish_on else "",
        refers=referring_fields(record),
        has_photos=bool(record.photos),
        has_files=bool(getattr(record, "files", ()) or getattr(record, "forms", ())),
        has_waivers=bool(record.waivers),
        has_english=bool(record.summary_en),
    )
    if isinstance(record, Honouree):
        return known._replace(
            same_as=record.same_as,
            not_same_as=record.not_same_as,
            honours=len(record.honours),
            rulings=_rulings(record.honours),
        )
    if isinstance(record, Decision):
        rows = tuple([row.id if isinstance(row, Recipient) else "" for row in record.recipients])
        given = [row for row in record.recipients if isinstance(row, Recipient)]
        return known._replace(recipients=rows, corrects=bool(record.corrects), rulings=_rulings(given))
    return known


def _rulings(honours: Iterable[HonourFacts]) -> tuple[str, ...]:
    turns = [turn for honour in honours if honour.standing for turn in honour.standing]
    return tuple(dict.fromkeys([turn.decision or "" for turn in turns]))


def outline_of_entry(record: Part, place: int, tree: object) -> Outline:
    """Of one entry of a list, made from this tree; entries without an id go by their place."""
    content = hashlib.sha256(repr(tree).encode()).hexdigest()[:32]
    waivers = bool(getattr(record, "waivers", ()))
    return Outline(id=getattr(record, "id", str(place)), content=content, has_waivers=waivers)
