"""Publishing from the editor: first what readers will see, then the publication itself."""

from __future__ import annotations

from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, see
from bangvang.office.editor.workplace import Workplace
from bangvang.office.errand import Errand, begin
from bangvang.office.habits import read_habits, write_habits

_HABIT = "publish-to"
_REHEARSAL, _PUBLICATION, _COPY = "rehearsal", "publication", "copy"
_USUAL = "zip"
_SOON = 0.8
"""What ends this fast is shown at once."""


def publishing(place: Workplace, request: Request) -> Response:
    """Where it stands."""
    errand = place.errands.last
    if errand is not None and not errand.is_done:
        errand.wait(_SOON)
    return _window(place, request.query.get("noi") or str(read_habits(place.desk.root).get(_HABIT) or _USUAL))


def _window(place: Workplace, target: str, *, unticked: bool = False) -> Response:
    errand = place.errands.last
    return place.pages.page(
        "publishing.html",
        "/cong-bo/",
        target=target,
        errand=errand,
        running=errand is not None and not errand.is_done,
        rehearsed=_ended(errand, _REHEARSAL),
        done=_ended(errand, _PUBLICATION) or _ended(errand, _COPY),
        unticked=unticked,
        errors=sum(one.problem.severity.value == "error" for one in place.desk.problems()),
    )


def act(place: Workplace, request: Request) -> Response:
    """Rehearse, publish or copy, whichever button was pressed."""
    form, root = request.form, place.desk.root
    target, wish = form.get("noi") or _USUAL, form.get("_viec")
    if place.errands.last is not None and not place.errands.last.is_done:
        return see("/cong-bo/", noi=target)
    write_habits(root, {**read_habits(root), _HABIT: target})
    if wish == "xem":
        place.errands.last = begin(_REHEARSAL, root, ["publish", target, "--dry-run"])
    elif wish == "ban-sao":
        place.errands.last = begin(_COPY, root, ["publish", target, "--offline"])
    elif form.get("dong-y"):
        place.errands.last = begin(_PUBLICATION, root, ["publish", target, "--yes"])
    else:
        return _window(place, target, unticked=True)
    return see("/cong-bo/", noi=target)


def _ended(errand: Errand | None, name: str) -> bool:
    return errand is not None and errand.is_done and errand.name == name
