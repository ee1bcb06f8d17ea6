"""Amendments: what later decisions put right in the rows of earlier ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bangvang.loading import Loaded
from bangvang.records import Decision, Recipient
from bangvang.records.decision import Correction
from bangvang.registry.states import Visibility, visibility
from bangvang.vietnamese import fold

_FIELDS = {
    **dict.fromkeys(("ten", "ho ten", "ho va ten", "ten goi", "name"), "name"),
    **dict.fromkeys(("don vi", "unit"), "unit"),
    **dict.fromkeys(("chuc vu", "role"), "role"),
    **dict.fromkeys(("chu ho", "head"), "head"),
    **dict.fromkeys(("dia ban", "dia phuong", "dia chi", "place"), "place_text"),
    **dict.fromkeys(("thanh tich", "reason"), "reason"),
    **dict.fromkeys(("so vao so", "register number"), "register_number"),
}
_PRIVATE = frozenset(item for item, field in _FIELDS.items() if field in ("name", "head")) | {
    "ngay sinh",
    "nam sinh",
    "born",
    "gioi tinh",
    "sex",
}


class Amendment(NamedTuple):
    """A fact of a row that a later decision put right."""

    item: str
    """Which fact, in the later decision's words."""
    by: Loaded
    printed: str | None
    """What stands in the earlier decision; never a name or a private fact."""
    now: str | None
    """What is right, where the row has no field to hold it."""


class Due(NamedTuple):
    """A correction in force, with the decision that makes it."""

    by: Loaded
    correction: Correction


Corrections = Mapping[str, list[Due]]


def is_private(item: str) -> bool:
    """Whether what was printed must not be repeated."""
    return fold(item) in _PRIVATE


def corrections_due(decisions: Iterable[Loaded], day: datetime.date) -> Corrections:
    """For every decision the corrections that the public may see on the day, the earliest first."""
    found: dict[str, list[Due]] = {}
    for loaded in decisions:
        if not loaded.outline.corrects:
            continue
        record = loaded.record
        assert isinstance(record, Decision)
        if record.date.first <= day and visibility(record, day) is Visibility.PUBLIC:
            for correction in record.corrects:
                found.setdefault(correction.decision, []).append(Due(loaded, correction))
    for due in found.values():
        due.sort(key=lambda one: (str(getattr(one.by.record, "date", "")), one.by.id))
    return found


def amended(row: Recipient, due: Iterable[Due]) -> tuple[Recipient, tuple[Amendment, ...]]:
    """A row as its corrections leave it, and what they changed."""
    made = []
    for by, correction in due:
        if correction.recipient != row.id:
            continue
        private = is_private(correction.field)
        field = _FIELDS.get(fold(correction.field))
        printed, now = correction.was, correction.now
        if field is not None and now is not None:
            value = getattr(row, field)
            printed = value if value not in (None, now) else printed
            row, now = row.model_copy(update={field: now}), None
        made.append(Amendment(correction.field, by, None if private else printed, None if private else now))
    return row, tuple(made)
