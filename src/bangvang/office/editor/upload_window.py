"""Adding a photo or a file to a record, with what must be known about it."""

from __future__ import annotations

from bangvang.office.editor.record_window import after_upload
from bangvang.office.editor.request import Fields, Request
from bangvang.office.editor.response import Response
from bangvang.office.editor.workplace import Workplace
from bangvang.office.edits import Data, Insert
from bangvang.office.forms import day_typed
from bangvang.office.outcomes import Opened
from bangvang.office.uploads import Refused, take_file, take_photo

_PHOTO, _FILE = "anh", "tep"
_NOTHING = Refused("chưa chọn tệp nào", "Bấm Chọn tệp, hoặc kéo tệp thả vào khung.")
_NO_WORDS = Refused("chưa tả ảnh", "Viết một câu tả ảnh cho người không nhìn thấy, ví dụ: Bà Lan bên luống rau.")
_NO_TITLE = Refused("chưa đặt tên hiển thị cho tệp", "Ví dụ: Bản chụp có dấu, Phụ lục danh sách.")


def add_photo(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """A photo, its description, and the agreement of whoever is on it."""
    opened = place.desk.open(kind, id)
    if opened is None:
        return None
    upload, form = request.files.get(_PHOTO), request.form
    if upload is None or not form.get("ta"):
        return after_upload(place, request, opened, _NOTHING if upload is None else _NO_WORDS)
    taken = take_photo(place.desk.root, id, upload.name, upload.data)
    if isinstance(taken, Refused):
        return after_upload(place, request, opened, taken)
    photo: dict[str, Data] = {"file": taken, "alt": form.get("ta")}
    if form.get("tac-gia"):
        photo["credit"] = form.get("tac-gia")
    return _inserted(place, request, opened, "photos", photo | _consent(form))


def add_file(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """A file for readers to take home, and what it is called."""
    opened = place.desk.open(kind, id)
    if opened is None:
        return None
    upload, title = request.files.get(_FILE), request.form.get("ten")
    if upload is None or not title:
        return after_upload(place, request, opened, _NOTHING if upload is None else _NO_TITLE)
    taken = take_file(place.desk.root, upload.name, upload.data)
    if isinstance(taken, Refused):
        return after_upload(place, request, opened, taken)
    return _inserted(place, request, opened, "files", {"file": taken, "title": title})


def _consent(form: Fields) -> dict[str, Data]:
    """The agreement, where there is anything of it; the checks say what of it is missing."""
    said: dict[str, Data] = {}
    if form.get("ngay"):
        said["date"] = day_typed(form.get("ngay"))
    if form.get("nguoi"):
        said["by"] = form.get("nguoi")
    if form.get("quan-he"):
        said["relation"] = form.get("quan-he")
    return {"consent": said | {"covers": ["ảnh"]}} if said else {}


def _inserted(place: Workplace, request: Request, opened: Opened, key: str, row: dict[str, Data]) -> Response:
    tree = opened.tree if isinstance(opened.tree, dict) else {}
    rows = tree.get(key)
    edit = Insert((key,), len(rows) if isinstance(rows, list) else 0, (row,))
    outcome = place.desk.save(opened.kind, opened.id, [edit], request.form.get("_seen"))
    return after_upload(place, request, opened, outcome)
