"""The window of one record: its form, saving it, and what else may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bangvang.checking.references import CHECK as DANGLING
from bangvang.office.differences import place_in_words
from bangvang.office.editor.beside import Left, appearances, begun_from_row, field_address, names_left
from bangvang.office.editor.controls import FormView, Sight
from bangvang.office.editor.history_pages import change_line
from bangvang.office.editor.pasting import TURNED, pasting
from bangvang.office.editor.request import Request
from bangvang.office.editor.response import HTML, Response, html, see
from bangvang.office.editor.typed import typed
from bangvang.office.editor.workplace import Workplace
from bangvang.office.edits import Insert
from bangvang.office.faults import FieldProblem, beside, field_at
from bangvang.office.fields import fields_of
from bangvang.office.form_groups import layout_of
from bangvang.office.forms import Values
from bangvang.office.outcomes import Conflict, Faulty, Located, Opened, Outcome, Saved
from bangvang.office.uploads import Refused
from bangvang.pages.markdown import render
from bangvang.problem import Severity
from bangvang.records import KINDS, SubjectKind

_LATEST = 5
_MOST_FIELDS = 3
_SORTS = {kind.value: kind.label for kind in SubjectKind}
_TOLD_KEPT = "Đã lưu."
_UNSAVED = "Chưa lưu vào bảng vàng; những gì vừa gõ được giữ thành bản nháp."
_UNDONE = "Chưa làm được; hồ sơ vẫn như cũ."
_TOLD_ACCEPTED = "Đã chấp nhận nhắc nhở loại này ở hồ sơ này; lý do ghi ở mục “Cảnh báo đã chấp nhận”."
_TOLD_REWRITTEN = "Đã lưu. Tệp có chỗ viết lạ nên phải ghi lại cả tệp; lời ghi chú trong tệp cũ còn ở Lịch sử."


@dataclass(frozen=True, slots=True)
class Notes:
    """What a window says above its form."""

    told: str = ""
    problems: tuple[FieldProblem, ...] = ()
    elsewhere: tuple[Located, ...] = ()
    unsaved: str = ""
    conflict: Conflict | None = None
    referring: tuple[Located, ...] = ()
    """What leads to a record that should be deleted."""
    names_left: Sequence[Left] = ()
    waiting: str = ""
    """A draft of the same record that nobody has gone on with."""
    below: Mapping[str, str] = field(default_factory=dict)
    """Table → what is said below it."""


def show(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """The record as it stands."""
    opened = place.desk.open(kind, id)
    if opened is None:
        return None
    notes = Notes(request.query.get("da"), opened.problems, names_left=names_left(place, opened), waiting=opened.draft)
    return _window(place, request, replace(opened, draft=""), notes)


def new(place: Workplace, request: Request, kind: str) -> Response | None:
    """An empty form, or one that begins like another record, or with what a decision says of somebody."""
    if kind not in KINDS:
        return None
    like, sort = request.query.get("giong"), request.query.get("la")
    own = request.query.get("cua") if kind == "honouree" else ""
    opened = place.desk.copy(kind, like) if like else place.desk.blank(kind)
    opened = begun_from_row(place, own) if own else opened
    if opened and sort in _SORTS and kind == "honouree":
        opened = replace(opened, values=opened.values | {"kind": sort})
    return _window(place, request, opened, Notes()) if opened else None


def draft(place: Workplace, request: Request, name: str) -> Response | None:
    """What could not be saved, to go on with."""
    opened = place.desk.open_draft(name)
    if opened is None:
        return None
    return _window(place, request, opened, Notes("", opened.problems))


def doubted(place: Workplace, request: Request, opened: Opened, doubts: tuple[FieldProblem, ...]) -> Response:
    """A draft that a machine made, with what a person must look at above it."""
    unsaved = "Chưa lưu. Hãy xem lại từng mục rồi lưu thành hồ sơ mới; hồ sơ là bản nháp, người đọc chưa thấy."
    return _window(place, request, opened, Notes(problems=(*opened.problems, *doubts), unsaved=unsaved))


def drop_draft(place: Workplace, request: Request, name: str) -> Response:
    """It is no longer wanted."""
    place.desk.drop_draft(name)
    return see("/", da="Đã bỏ bản nháp.")


def create(place: Workplace, request: Request, kind: str) -> Response | None:
    """Make the record that the form describes."""
    if kind not in KINDS:
        return None
    like, name = request.form.get("_giong"), request.form.get("_nhap")
    opened = place.desk.open_draft(name) if name else place.desk.copy(kind, like) if like else place.desk.blank(kind)
    if opened is None:
        return None
    return _acted(place, request, opened)


def save(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """Save what the form says over the state that the window showed."""
    if kind not in KINDS:
        return None
    seen = request.form.get("_seen")
    values = _begun(place, request) or place.desk.values_at(kind, id, seen)
    opened = place.desk.open(kind, id)
    if opened is None and not values:
        return None
    opened = opened or replace(place.desk.blank(kind), id=id)  # deleted meanwhile: what was typed must not be lost
    return _acted(place, request, replace(opened, seen=seen, values=values, draft=request.form.get("_nhap")))


def withdraw(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """Take the record back from the public."""
    opened = place.desk.open(kind, id)
    if opened is None:
        return None
    reason = request.form.get("ly-do")
    if not reason:
        fault = FieldProblem((), "chưa ghi lý do rút", "Người đọc sẽ thấy lý do này.", "missing-field")
        return _window(place, request, opened, Notes(problems=(fault,)))
    outcome = place.desk.withdraw(kind, id, reason, request.form.get("_seen"))
    return _after(place, request, opened, outcome, "Đã rút khỏi trang. Người đọc sẽ thấy ngày rút và lý do.")


def delete(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """Take the record out of data/."""
    opened = place.desk.open(kind, id)
    if opened is None:
        return None
    outcome = place.desk.delete(kind, id, request.form.get("_seen"))
    if isinstance(outcome, Saved):
        return see("/lich-su/", da="Đã xóa. Bấm Hoàn tác nếu xóa nhầm.")
    if isinstance(outcome, Faulty):
        referring = tuple(one for one in outcome.elsewhere if one.problem.check == DANGLING)
        other = tuple(one for one in outcome.elsewhere if one.problem.check != DANGLING)
        return _window(place, request, opened, Notes("", outcome.problems, other, _UNDONE, referring=referring))
    return _after(place, request, opened, outcome, "")


def accept(place: Workplace, request: Request, kind: str, id: str) -> Response | None:
    """A warning was judged and is accepted, by whom and why."""
    opened = place.desk.open(kind, id)
    if opened is None or not isinstance(opened.tree, dict):
        return None
    said = {key: request.form.get(key) for key in ("check", "reason", "by")}
    if not all(said.values()):
        fault = FieldProblem(
            (), "chưa ghi lý do và người xác nhận", "Mở lại nhắc nhở ấy và điền cả hai.", "missing-field"
        )
        return _window(place, request, opened, Notes(problems=(*opened.problems, fault)))
    rows = opened.tree.get("waivers")
    edit = Insert(("waivers",), len(rows) if isinstance(rows, list) else 0, (dict(said),))
    outcome = place.desk.save(kind, id, [edit], request.form.get("_seen"))
    return _after(
        place, request, opened, outcome, "Đã chấp nhận nhắc nhở; lý do được ghi ở mục “Cảnh báo đã chấp nhận”."
    )


def markdown(place: Workplace, request: Request) -> Response:
    """A story as readers will see it."""
    return Response(html("").status, str(render(request.form.get("text"))).encode(), HTML)


def after_upload(place: Workplace, request: Request, opened: Opened, outcome: Outcome | Refused) -> Response:
    """The window again, with a photo or a file more, or with why not."""
    if isinstance(outcome, Refused):
        fault = FieldProblem((), outcome.what, outcome.remedy, "upload")
        return _window(place, request, opened, Notes(problems=(fault,)))
    return _after(place, request, opened, outcome, "Đã thêm.")


# -- how


def _acted(place: Workplace, request: Request, opened: Opened) -> Response:
    """Do what the pressed button says with what was typed."""
    pasted = pasting(KINDS[opened.kind].model, opened.values, request.form)
    if pasted is not None:
        request = replace(request, form=pasted.form)
    form = request.form
    said = typed(KINDS[opened.kind].model, opened.values, form, lambda kinds, text: place.desk.meant(kinds, text))
    filled = replace(opened, values=said.values)
    if TURNED in form or form.get("_cot"):
        below = {pasted.table: pasted.told} if pasted else {}
        notes = Notes(unsaved="Chưa lưu. Những gì vừa gõ được giữ lại.", problems=said.problems, below=below)
        return _window(place, request, _aside(place, filled), notes)
    if said.problems:
        return _window(place, request, _aside(place, filled), Notes(problems=said.problems, unsaved=_UNSAVED))
    if form.get("_viec") == "xem":
        return _preview(place, request, _aside(place, filled))
    if form.get("_viec") == "cong-bo":
        filled = replace(filled, values=filled.values | {"status": "published"})
    if filled.id:
        outcome = place.desk.save_form(filled.kind, filled.id, filled.values, filled.seen, filled.draft)
    else:
        outcome = place.desk.create(filled.kind, filled.values, form.get("_ma"), filled.draft)
    return _after(place, request, filled, outcome, "")


def _aside(place: Workplace, opened: Opened) -> Opened:
    """With all that is typed kept as a draft: a window shows only part of a long list."""
    name = place.desk.put_aside(opened.kind, opened.id, opened.values, opened.seen, opened.draft)
    return replace(opened, draft=name)


def _begun(place: Workplace, request: Request) -> Values | None:
    """What was typed before, on other pages of a long list, over the same state."""
    draft = place.desk.open_draft(request.form.get("_nhap"))
    return draft.values if draft is not None and draft.seen == request.form.get("_seen") else None


def _after(place: Workplace, request: Request, opened: Opened, outcome: Outcome, told: str) -> Response:
    """Where the clerk finds themselves after a save."""
    if isinstance(outcome, Saved):
        told = told or (_TOLD_KEPT if outcome.kept else _TOLD_REWRITTEN)
        return see(f"/ho-so/{outcome.kind}/{outcome.id}", da=told)
    if isinstance(outcome, Conflict):
        base = place.desk.values_at(opened.kind, opened.id, opened.seen)
        now = place.desk.values_at(opened.kind, opened.id, outcome.seen)
        own = {key: mine for key, mine in opened.values.items() if mine != base.get(key)}
        others = {key: theirs for key, theirs in now.items() if key not in own}
        both = _aside(place, replace(opened, seen=outcome.seen, values=others | own))
        return _window(place, request, both, Notes(conflict=outcome))
    if isinstance(outcome, Faulty):
        problems, elsewhere = outcome.problems, outcome.elsewhere
    else:
        problems, elsewhere = (FieldProblem((), outcome.what, outcome.remedy, "unsaved"),), ()
    kept = outcome.draft
    notes = Notes(problems=problems, elsewhere=elsewhere, unsaved=_UNSAVED if kept else _UNDONE)
    return _window(place, request, replace(opened, draft=kept.name if kept else opened.draft), notes)


def _preview(place: Workplace, request: Request, opened: Opened) -> Response:
    """The real page of what was typed, beside the form."""
    id = opened.id or place.desk.propose_id(opened.kind, opened.values)
    imagined = place.desk.imagine(opened.kind, id, opened.values)
    if isinstance(imagined, Faulty):
        return _window(place, request, opened, Notes(problems=imagined.problems, unsaved=_UNSAVED))
    kind = KINDS[opened.kind]
    if not kind.url or place.proofs.imagine(imagined).page(f"{kind.url}/{id}/") is None:
        fault = FieldProblem(
            (),
            "hồ sơ này chưa hiện với người đọc",
            "Bản nháp, hồ sơ hẹn ngày hay chưa có gì để đăng thì chưa có trang; xem lại mục Tình trạng, Ngày công bố.",
            "no-page",
        )
        return _window(place, request, opened, Notes(problems=(fault,), unsaved="Chưa lưu."))
    return _window(place, request, opened, Notes(unsaved="Đang xem thử, chưa lưu."), proof=f"{kind.url}/{id}/")


def _window(place: Workplace, request: Request, opened: Opened, notes: Notes, proof: str = "") -> Response:
    """The form, with everything that is known of the record."""
    kind = KINDS[opened.kind]
    problems = notes.problems
    view = FormView(place.desk.named, problems, _sight(request, notes))
    values = opened.values
    layout = layout_of(kind.model, values, {str(problem.loc[0]) for problem in problems if problem.loc})
    return place.pages.page(
        "record.html",
        "/ho-so/",
        told=notes.told,
        kind=kind,
        opened=opened,
        notes=notes,
        referring=_places(notes.referring),
        faults=[_pointed(kind.name, one) for one in problems if one.severity is Severity.ERROR],
        warnings=[_pointed(kind.name, one) for one in problems if one.severity is Severity.WARNING],
        layout=layout,
        groups=[(group, view.controls(group.fields, values)) for group in layout.groups],
        appearances=appearances(place, opened),
        others=view.controls(layout.other, values),
        proof=proof,
        entered=request.form,
        own_id=_own_id(place, request),
        sorts=_SORTS if opened.kind == "honouree" and not opened.id else {},
        like=request.query.get("giong") or request.form.get("_giong"),
        latest=[change_line(change) for change in place.desk.changes(_LATEST, opened.kind, opened.id)]
        if opened.id
        else [],
        is_draft=values.get("status") == "draft",
        takes={field.key for field in fields_of(kind.model)} & {"photos", "files"} if opened.id else set(),
        can_accept=bool(opened.id) and any(field.key == "waivers" for field in fields_of(kind.model)),
        can_withdraw=bool(kind.url) and kind.is_folder and bool(opened.id),
    )


def _own_id(place: Workplace, request: Request) -> str:
    """The id that somebody has in decisions already, whose record is begun."""
    id = request.query.get("cua") or request.form.get("_ma")
    return id if id in place.desk.registry.laureates else ""


@dataclass(frozen=True, slots=True)
class _Pointed:
    """A problem, and the field to go to."""

    problem: FieldProblem
    title: str
    mark: str


def _pointed(kind: str, problem: FieldProblem) -> _Pointed:
    """The title of the field stands before the sentence, and is not said twice."""
    model = KINDS[kind].model
    field = field_at(model, problem.loc)
    said = beside(problem, field.title) if field else problem
    return _Pointed(
        said, place_in_words(model, problem.loc), f"f-{problem.name.replace('.', '-')}" if problem.loc else ""
    )


@dataclass(frozen=True, slots=True)
class _Referring:
    """A record that leads to another, and where in it."""

    title: str
    label: str
    address: str
    fields: tuple[str, ...]
    more: int


def _places(referring: Iterable[Located]) -> list[_Referring]:
    """Record by record, each with the first of its fields."""
    by_record: dict[tuple[str, str], list[Located]] = {}
    for one in referring:
        by_record.setdefault((one.kind, one.id), []).append(one)
    return [
        _Referring(
            found[0].title,
            KINDS[kind].label,
            field_address(kind, id, found[0].problem.loc),
            tuple(place_in_words(KINDS[kind].model, one.problem.loc) for one in found[:_MOST_FIELDS]),
            len(found) - len(found[:_MOST_FIELDS]),
        )
        for (kind, id), found in by_record.items()
    ]


def _sight(request: Request, notes: Notes) -> Sight:
    """Which pages of long tables, which further columns."""
    pairs: Iterable[tuple[str, str]] = [*request.query, *request.form]
    first = {}
    columns = set()
    for name, text in pairs:
        if name == TURNED and ":" in text:
            table, _, number = text.rpartition(":")
            first[table] = int(number) if number.isdigit() else 0
        elif name.endswith("~tu") and text.isdigit():
            first.setdefault(name.removesuffix("~tu"), int(text))
        elif name == "_cot" and text:
            columns.add(text)
    return Sight(first, frozenset(columns), notes.below)
