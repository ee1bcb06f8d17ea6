"""The site as readers would see it, page by page."""

from __future__ import annotations

from http import HTTPStatus

from bangvang.office.editor.request import Request
from bangvang.office.editor.response import HTML, Response, see
from bangvang.office.editor.static_files import kind_of
from bangvang.office.editor.workplace import Workplace
from bangvang.office.proofs import Proof
from bangvang.publishing.frame import FrameFault

_PAGE = "index.html"


def proof(place: Workplace, request: Request, path: str) -> Response | None:
    """A page of what is saved, or a file that pages need."""
    try:
        return _answered(place.proofs.proof(place.desk.registry), "/xem/", path)
    except FrameFault as error:
        return _no_frame(place, error)


def imagined(place: Workplace, request: Request, path: str) -> Response | None:
    """The same of what was typed last and is not saved."""
    try:
        made = place.proofs.imagined or place.proofs.proof(place.desk.registry)
        return _answered(made, "/xem-thu/", path)
    except FrameFault as error:
        return _no_frame(place, error)


def _answered(made: Proof, base: str, path: str) -> Response | None:
    if path.endswith(_PAGE):
        return see(f"{base}{path.removesuffix(_PAGE)}")
    if not path or path.endswith("/"):
        page = made.page(path)
        return Response(HTTPStatus.OK, page, HTML) if page is not None else None
    data = made.file(path)
    if data is not None:
        return Response(HTTPStatus.OK, data, kind_of(path))
    return see(f"{base}{path}/") if made.page(f"{path}/") is not None else None


def _no_frame(place: Workplace, error: FrameFault) -> Response:
    return place.pages.page("faults.html", "/xem/", title="Chưa xem được", faults=str(error).splitlines())
