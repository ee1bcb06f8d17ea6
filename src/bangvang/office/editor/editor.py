"""The editor: which address of it does what."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bangvang.office.desk import Desk
from bangvang.office.editor import (
    appendix_window,
    history_pages,
    paper_window,
    proof_pages,
    publishing_window,
    record_list,
    record_window,
    start_page,
    upload_window,
    workbook_window,
)
from bangvang.office.editor.page import Pages
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, html
from bangvang.office.editor.static_files import static_file
from bangvang.office.editor.telling import Teller
from bangvang.office.editor.workplace import Workplace
from bangvang.office.proofs import ProofRoom
from bangvang.publishing.frame import FrameFault
from bangvang.publishing.settings import read_settings

Window = Callable[..., Response | None]


@dataclass(frozen=True, slots=True)
class Route:
    """What answers at an address."""

    method: str
    pattern: re.Pattern[str]
    window: Window


_ID = r"([a-z0-9-]+)"
ROUTES = tuple(
    Route(method, re.compile(pattern), window)
    for method, pattern, window in (
        ("GET", r"/", start_page.start),
        ("GET", r"/ho-so/", record_list.records),
        ("GET", rf"/nguoi/{_ID}", record_list.person),
        ("GET", rf"/ho-so-rieng/{_ID}", record_list.profile),
        ("GET", r"/goi-y", record_list.suggestions),
        ("GET", rf"/moi/{_ID}", record_window.new),
        ("POST", rf"/moi/{_ID}", record_window.create),
        ("GET", rf"/ho-so/{_ID}/{_ID}", record_window.show),
        ("POST", rf"/ho-so/{_ID}/{_ID}", record_window.save),
        ("POST", rf"/ho-so/{_ID}/{_ID}/rut", record_window.withdraw),
        ("POST", rf"/ho-so/{_ID}/{_ID}/xoa", record_window.delete),
        ("POST", rf"/ho-so/{_ID}/{_ID}/chap-nhan", record_window.accept),
        ("POST", rf"/ho-so/{_ID}/{_ID}/anh", upload_window.add_photo),
        ("POST", rf"/ho-so/{_ID}/{_ID}/tep", upload_window.add_file),
        ("GET", rf"/ban-nhap/{_ID}", record_window.draft),
        ("POST", rf"/ban-nhap/{_ID}/bo", record_window.drop_draft),
        ("POST", r"/bai-viet", record_window.markdown),
        ("GET", r"/lich-su/", history_pages.history),
        ("POST", r"/lich-su/(\d+)/hoan-tac", history_pages.undo),
        ("GET", r"/nhap/", appendix_window.choose),
        ("POST", r"/nhap/", appendix_window.begin),
        ("GET", rf"/nhap/{_ID}", appendix_window.show),
        ("POST", rf"/nhap/{_ID}", appendix_window.act),
        ("GET", rf"/excel/{_ID}\.xlsx", workbook_window.export),
        ("GET", r"/excel/", workbook_window.choose),
        ("POST", r"/excel/", workbook_window.begin),
        ("GET", rf"/excel/{_ID}", workbook_window.show),
        ("POST", rf"/excel/{_ID}", workbook_window.save),
        ("GET", r"/van-ban-moi/", paper_window.choose),
        ("POST", r"/van-ban-moi/", paper_window.begin),
        ("GET", rf"/van-ban-moi/{_ID}", paper_window.show),
        ("POST", rf"/van-ban-moi/{_ID}", paper_window.accept),
        ("GET", rf"/van-ban-moi/{_ID}/{_ID}", paper_window.form),
        ("GET", r"/cong-bo/", publishing_window.publishing),
        ("POST", r"/cong-bo/", publishing_window.act),
        ("GET", r"/xem/(.*)", proof_pages.proof),
        ("GET", r"/xem-thu/(.*)", proof_pages.imagined),
    )
)


class Editor:
    """Answers requests for one project."""

    def __init__(self, root: Path) -> None:
        site = read_settings(root).site
        desk = Desk(root)
        pages = Pages(root, site.name if site else root.name, Teller(desk.bearing))
        self._place = Workplace(desk, pages, ProofRoom(root))

    def get_ready(self) -> None:
        """Do beforehand what the first page, the first save and the first preview would wait for."""
        desk = self._place.desk
        desk.problems()
        desk.find("a")
        with suppress(FrameFault):  # whoever looks at a page is told
            self._place.proofs.proof(desk.registry)

    def answer(self, request: Request) -> Response:
        """The page, or what stands for it."""
        if request.method == "GET" and request.path.startswith("/tep/"):
            return _file(request.path.removeprefix("/tep/")) or self._no_such_page()
        for route in ROUTES:
            found = route.pattern.fullmatch(request.path)
            if found and route.method == request.method:
                return route.window(self._place, request, *found.groups()) or self._no_such_page()
        return self._no_such_page()

    def apology(self, status: HTTPStatus, message: str) -> str:
        """What is shown instead of a page."""
        return self._place.pages.apology(status, message)

    def _no_such_page(self) -> Response:
        message = "Trang này không có trong trình soạn; có thể hồ sơ đã được xóa hoặc đổi mã."
        return html(self.apology(HTTPStatus.NOT_FOUND, message), HTTPStatus.NOT_FOUND)


def _file(name: str) -> Response | None:
    found = static_file(name)
    return Response(HTTPStatus.OK, *found, {"Cache-Control": "no-cache"}) if found else None
