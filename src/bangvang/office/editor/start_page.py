"""The first page: what to do, what is unfinished, what was done last, what is wrong."""

from __future__ import annotations

from collections import Counter

from bangvang.office.editor.history_pages import change_line
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response
from bangvang.office.editor.workplace import Workplace
from bangvang.problem import Severity
from bangvang.records import KINDS

_LATEST = 8
_MOST_PROBLEMS = 12
_FIRST_KINDS = ("decision", "honouree", "campaign", "document", "practice", "event", "report", "consultation")


def start(place: Workplace, request: Request) -> Response:
    """Everything at a glance."""
    desk = place.desk
    problems = sorted(desk.problems(), key=lambda one: one.problem.severity is not Severity.ERROR)
    registry = desk.registry
    return place.pages.page(
        "start.html",
        "/",
        told=request.query.get("da"),
        making=[KINDS[name] for name in _FIRST_KINDS],
        other_kinds=[kind for kind in KINDS.values() if kind.name not in _FIRST_KINDS and kind.name != "site"],
        drafts=desk.drafts(),
        latest=[change_line(change) for change in desk.changes(_LATEST)],
        problems=problems[:_MOST_PROBLEMS],
        severities=Counter(one.problem.severity.value for one in problems),
        counts=[(KINDS[name], len(registry.by_kind[name])) for name in _FIRST_KINDS],
        people=len(registry.laureates),
        day=desk.day,
    )
