"""Pages of the editor from its own templates."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bangvang.office.editor.response import Response, html
from bangvang.office.editor.telling import Teller
from bangvang.template_cache import template_cache
from bangvang.vietnamese import format_number

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class MenuLink:
    """One of the clerk's main tasks."""

    url: str
    text: str


MENU = (
    MenuLink("/", "Trang đầu"),
    MenuLink("/ho-so/", "Hồ sơ"),
    MenuLink("/nhap/", "Nhập danh sách"),
    MenuLink("/van-ban-moi/", "Đọc văn bản"),
    MenuLink("/xem/", "Xem như người đọc"),
    MenuLink("/cong-bo/", "Công bố"),
    MenuLink("/lich-su/", "Lịch sử"),
)


class Pages:
    """Renders a template within the editor's frame."""

    def __init__(self, root: Path, site_name: str, teller: Teller) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=template_cache("editor", root),
        )
        self._environment.filters.update(
            num=format_number, told=teller.problem, spoken=teller.text, reported=teller.line
        )
        self._environment.globals.update(menu=MENU, site_name=site_name, told="")

    def page(self, template: str, here: str = "", status: HTTPStatus = HTTPStatus.OK, **context: Any) -> Response:
        """A whole page; `here` is the menu's link that it belongs to."""
        return html(self.text(template, here=here, **context), status)

    def text(self, template: str, **context: Any) -> str:
        """Rendered only."""
        return self._environment.get_template(template).render(**context)

    def apology(self, status: HTTPStatus, message: str) -> str:
        """What is shown instead of a page."""
        titles = {HTTPStatus.NOT_FOUND: "Không có trang này", HTTPStatus.FORBIDDEN: "Không mở được"}
        return self.text("apology.html", title=titles.get(status, "Chưa làm được"), message=message)
