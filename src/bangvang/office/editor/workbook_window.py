"""Records as an Excel file to take home, and the file that comes back: what it changes in words, then one save."""

from __future__ import annotations

from bangvang.office.appendix import AppendixError
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import Response, download, see
from bangvang.office.editor.workplace import Workplace
from bangvang.office.workbooks import (
    Given,
    Kept,
    consider,
    export_workbook,
    file_name,
    is_workbook,
    read_workbook,
    take_back,
)
from bangvang.records import KINDS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HERE = "/ho-so/"
_SHOWN = 60


def export(place: Workplace, request: Request, kind: str) -> Response | None:
    """All records of a kind."""
    if kind not in KINDS:
        return None
    return download(export_workbook(place.desk, kind), file_name(kind), XLSX)


def choose(place: Workplace, request: Request) -> Response:
    """Which file."""
    return _choice(place, told=request.query.get("da"))


def begin(place: Workplace, request: Request) -> Response:
    """Read the file that was handed in."""
    upload = request.files.get("tep")
    if upload is None:
        return _choice(place, "Chưa chọn tệp nào. Bấm Chọn tệp, hoặc kéo tệp thả vào khung.")
    if not is_workbook(upload.data):
        what = f"{upload.name} không phải là tệp Excel đã tải về từ đây."
        return _choice(place, f"{what} Danh sách kèm quyết định thì nhập ở mục Nhập danh sách.")
    try:
        given = read_workbook(upload.data)
    except AppendixError as error:
        return _choice(place, str(error))
    return see(f"/excel/{place.workbooks.take_in(given)}")


def show(place: Workplace, request: Request, name: str) -> Response:
    """What it would change."""
    given = place.workbooks.get(name)
    return _window(place, name, given) if given is not None else _forgotten(place)


def save(place: Workplace, request: Request, name: str) -> Response:
    """All of it, or nothing and why."""
    given = place.workbooks.get(name)
    if given is None:
        return _forgotten(place)
    coming = consider(place.desk, given)
    removals = coming.comparison.removals if request.form.get("xoa") else []
    outcome = take_back(place.desk, coming, removals)
    if not isinstance(outcome, Kept):
        return _window(place, name, given, outcome.reasons)
    place.workbooks.let_go(name)
    if not outcome.changes:
        return see("/excel/", da="Tệp không thay đổi gì.")
    return see("/lich-su/", da=f"Đã ghi {len(outcome.changes)} thay đổi từ tệp Excel.")


def _window(place: Workplace, name: str, given: Given, reasons: tuple[str, ...] = ()) -> Response:
    coming = consider(place.desk, given)
    return place.pages.page(
        "workbook.html",
        _HERE,
        name=name,
        coming=coming,
        label=given.plan.kind.label,
        changed=coming.changed[:_SHOWN],
        removed=coming.removed[:_SHOWN],
        reasons=reasons,
    )


def _choice(place: Workplace, *faults: str, told: str = "") -> Response:
    kinds = list(KINDS.values())
    return place.pages.page("workbook_file.html", _HERE, faults=faults, kinds=kinds, told=told)


def _forgotten(place: Workplace) -> Response:
    return _choice(place, "Tệp này đã được xử lý xong, hoặc trình soạn đã mở lại từ đầu. Hãy chọn tệp lần nữa.")
