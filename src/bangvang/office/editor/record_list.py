"""Finding records: a page of them, and suggestions while somebody types."""

from __future__ import annotations

from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, as_json, see
from bangvang.office.editor.telling import address_of
from bangvang.office.editor.workplace import Workplace
from bangvang.office.finder import Hit
from bangvang.records import KINDS

_PAGE = 50
_SUGGESTED = 12


def records(place: Workplace, request: Request) -> Response:
    """Records by what was typed and by kind; without either, the kinds."""
    asked, kind = request.query.get("q"), request.query.get("loai")
    kinds = (kind,) if kind in KINDS else ()
    number = request.query.get("trang", "1")
    page = max(1, int(number)) if number.isdigit() and len(number) < 6 else 1
    hits = place.desk.find(asked, kinds, page * _PAGE + 1) if asked else place.desk.listed(kinds)
    shown = hits[(page - 1) * _PAGE : page * _PAGE]
    registry = place.desk.registry
    return place.pages.page(
        "records.html",
        "/ho-so/",
        asked=asked,
        kind=kind if kinds else "",
        kinds=[(one, len(registry.by_kind[one.name])) for one in KINDS.values()],
        hits=[(hit, KINDS[hit.kind].label) for hit in shown],
        number=page,
        more=len(hits) > page * _PAGE,
    )


def person(place: Workplace, request: Request, id: str) -> Response | None:
    """Where somebody can be corrected: their own record, or the row of the latest decision that names them."""
    laureate = place.desk.registry.laureates.get(id)
    if laureate is None or laureate.profile is not None:
        return see(f"/ho-so/honouree/{id}") if laureate else None
    last = next((honour for honour in reversed(laureate.honours) if honour.decision is not None), None)
    if last is None:
        return None
    row = f"recipients-{last.row}-name"
    return see(f"/ho-so/decision/{last.source.id}?_trang=recipients:{last.row}#f-{row}")


def profile(place: Workplace, request: Request, id: str) -> Response | None:
    """The record of somebody of a list; where there is none yet, the form to make it."""
    laureate = place.desk.registry.laureates.get(id)
    if laureate is None:
        return None
    return see(f"/ho-so/honouree/{id}" if laureate.profile is not None else f"/moi/honouree?cua={id}")


def suggestions(place: Workplace, request: Request) -> Response:
    """What may be meant, for the page's script."""
    kinds = tuple(kind for kind in request.query.get("loai").split(",") if kind in KINDS)
    hits = place.desk.find(request.query.get("q"), kinds, _SUGGESTED)
    return as_json([_suggestion(hit) for hit in hits])


def _suggestion(hit: Hit) -> dict[str, str]:
    label = KINDS[hit.kind].label
    return {"id": hit.id, "title": hit.title, "where": hit.where, "kind": label, "url": address_of(hit)}
