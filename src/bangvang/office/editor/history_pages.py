"""What was done to the records, and undoing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, see
from bangvang.office.editor.workplace import Workplace
from bangvang.office.history import DEEDS, Change
from bangvang.office.outcomes import Failed, Faulty, Gone, Saved
from bangvang.records import KINDS

_MOST = 200


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change as the list shows it."""

    number: int
    when: str
    deed: str
    kind: str
    title: str
    url: str
    words: tuple[str, ...]


def history(place: Workplace, request: Request) -> Response:
    """The latest changes, of everything or of one record."""
    kind, id = request.query.get("loai"), request.query.get("ma")
    lines = [change_line(change) for change in place.desk.changes(_MOST, kind, id)]
    named = lines[0].title if id and lines else ""
    return place.pages.page("history.html", "/lich-su/", told=request.query.get("da"), lines=lines, named=named)


def undo(place: Workplace, request: Request, number: str) -> Response:
    """Bring back what was before a change."""
    outcome = place.desk.undo(int(number))
    if isinstance(outcome, Saved):
        return see("/lich-su/", da="Đã hoàn tác. Việc hoàn tác cũng hoàn tác được.")
    lines = [change_line(change) for change in place.desk.changes(_MOST)]
    return place.pages.page("history.html", "/lich-su/", lines=lines, named="", faults=_why(outcome))


def change_line(change: Change) -> ChangeLine:
    """In words."""
    doing = change.doing
    label = KINDS[doing.kind].label if doing.kind in KINDS else doing.kind
    when = f"{datetime.fromisoformat(change.when):%H:%M ngày %d/%m/%Y}"
    url = f"/ho-so/{doing.kind}/{doing.id}"
    return ChangeLine(change.number, when, DEEDS[doing.deed], label, doing.title, url, doing.words)


def _why(outcome: object) -> list[str]:
    if isinstance(outcome, Gone | Failed):
        return [f"{outcome.what}. {outcome.remedy}"]
    if isinstance(outcome, Faulty):
        return [f"{one.what}. {one.remedy}" for one in outcome.faults]
    return ["Hồ sơ đã được người khác sửa sau đó. Hãy mở hồ sơ mà sửa tay."]
