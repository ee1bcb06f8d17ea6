"""What each publication changed in the data: ids that came, changed or went, a file for each day.

Who stays out of the data is not told of; of what was removed by right nothing stays but that something was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bangvang.pages.answers import Answers
from bangvang.pages.changes import REMOVED, WITHDRAWN, Change, Publication
from bangvang.records import OPEN_KINDS, Honouree, Record, Removed
from bangvang.registry import Visibility, may_leave_in_bulk, visibility

FOLDER = "thay-doi/"
_GONE = (WITHDRAWN, REMOVED)
_OPEN = {kind.name: kind for kind in OPEN_KINDS}


def change_files(answers: Answers, leaving: frozenset[str], log: Sequence[Publication]) -> Iterator[tuple[str, bytes]]:
    """A file for each day of publication, and one that names them all."""
    known = _Known(answers, leaving)
    by_day: dict[date, list[Mapping[str, Any]]] = {}
    for publication in log:
        told = by_day.setdefault(publication.day, [])
        told += [line for change in publication.changes if (line := known.line(change)) is not None]
    for day, lines in sorted(by_day.items()):
        yield f"{FOLDER}{day.isoformat()}.json", _json({"day": day.isoformat(), "changes": lines})
    days = [
        {"day": day.isoformat(), "path": f"{FOLDER}{day.isoformat()}.json", "changes": len(lines)}
        for day, lines in sorted(by_day.items(), reverse=True)
    ]
    yield f"{FOLDER}index.json", _json({"publications": days})


def last_days(log: Sequence[Publication]) -> dict[str, date]:
    """The day on which a publication last touched each kind."""
    found: dict[str, date] = {}
    for publication in log:
        for kind in {change.kind for change in publication.changes}:
            found[kind] = publication.day
    return found


class _Known:
    """What may be said of a change by now, whatever could be said on its day."""

    def __init__(self, answers: Answers, leaving: frozenset[str]) -> None:
        self._answers = answers
        self._leaving = leaving

    def line(self, change: Change) -> Mapping[str, Any] | None:
        """A change as it is told; None where nothing may be."""
        kind = _OPEN.get(change.kind)
        if kind is None:
            return None
        folder, _, id = change.url.strip("/").partition("/")
        if folder != kind.url or not id or "/" in id:
            return None
        record = getattr(self._answers.registry.loaded(kind.name, id), "record", None)
        if isinstance(record, Removed):
            return {"what": REMOVED, "kind": kind.name} if change.what == REMOVED else None
        if (id if kind.name == "honouree" else f"{kind.name}/{id}") in self._leaving:
            return {"what": change.what, "kind": kind.name, "id": id}
        if change.what in _GONE and self._was_open(record):
            return {"what": change.what, "kind": kind.name, "id": id}
        return None

    def _was_open(self, record: object) -> bool:
        """Whether a record that was withdrawn told of nobody private."""
        if not isinstance(record, Record) or visibility(record, self._answers.day) is not Visibility.WITHDRAWN:
            return False
        if isinstance(record, Honouree):
            return may_leave_in_bulk(record, self._answers.day, self._answers.site)
        return True


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
