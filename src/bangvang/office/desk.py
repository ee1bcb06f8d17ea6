"""The desk: one project held in memory for an editor, whatever its windows look like. Safe to use from many threads.

    desk = Desk(root)                        reads the project; notices by itself what others change on disk
    desk.find("nguyen van", kinds, limit)    hits as somebody types; `kinds` for relation fields
    desk.open(kind, id)                      Opened: form values, problems at fields, and `seen`, the state shown
    desk.blank(kind), desk.copy(kind, id)    Opened for a new record, with `id` still empty
    desk.save(kind, id, edits, seen)         Saved | Conflict | Faulty | Gone | Failed (see `outcomes`); so do
    desk.save_form, create, take_in          from form values, for a new record, from the text of a file
    desk.withdraw(kind, id, reason, seen)    desk.delete(kind, id, seen)    desk.undo(number)
    desk.changes(limit, kind, id)            the latest changes, each to be undone by its number
    desk.drafts(), open_draft, drop_draft    what could not be saved yet
    desk.imagine(kind, id, values)           the registry as it would be, for a preview; or Faulty

Forms are described by `fields.fields_of(KINDS[kind].model)`; a `FieldProblem.name` is the name of a form field.
"""

from __future__ import annotations

import datetime
import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from bangvang.clock import today
from bangvang.loading import Project
from bangvang.loading.tree import RecordFile
from bangvang.office.differences import told_edits
from bangvang.office.drafts import Draft, Drafts
from bangvang.office.edits import Data, Drop, Edit, Put, edited, edits_between
from bangvang.office.faults import FieldProblem, faults_of
from bangvang.office.finder import Finder, Hit, title_in, title_of
from bangvang.office.forms import Values, read, shown
from bangvang.office.history import Change, Deed, Doing, History
from bangvang.office.holding import Holding
from bangvang.office.judging import Judge, Judgement, as_of, at_fields
from bangvang.office.known import Known, known_in
from bangvang.office.minting import mint_id, remembered_text
from bangvang.office.naming import proposed_id, with_own_id, with_row_ids
from bangvang.office.outcomes import Conflict, Failed, Faulty, Gone, Located, Opened, Outcome, Saved
from bangvang.office.shelf import (
    Kept,
    bytes_at,
    edited_in,
    file_of,
    home_of,
    kept_in,
    new_file,
    state_of,
    tree_in,
    with_old_entry,
)
from bangvang.office.states import States
from bangvang.office.together import RefusedTogether, Rewrite, SavedTogether, save_together
from bangvang.office.writing import alone, clear_leftovers, why_not, write
from bangvang.problem import Severity
from bangvang.records import KINDS, Kind, Record, is_id
from bangvang.registry import Registry
from bangvang.workers import no_garbage_collection

_LOOK_EVERY = 1.0
_PRUNE_EVERY = 50
_NOT_COPIED = frozenset(
    {"id", "number", "number_reading", "withdrawn", "updated", "publish_on", "waivers", "same_as", "not_same_as"}
) | {"consent", "photos"}
_GONE = "hồ sơ này không còn trong dự án"
_SEE_DRAFT = "Nội dung vừa gõ được giữ trong Bản nháp; mở bản nháp để lưu thành hồ sơ mới."


class Desk:
    """One project, for as long as an editor runs."""

    def __init__(self, root: Path, *, day: datetime.date | None = None) -> None:
        self.root = root
        self._fixed_day = day
        self._lock = threading.RLock()
        self._judge = Judge()
        self._history = History(root)
        self._drafts = Drafts(root)
        self._seen = States()
        with suppress(OSError), alone(root):
            self._history.settle(lambda path: bytes_at(root, path))
            self._history.prune()
            clear_leftovers(root)
        self._found_by: Finder | None = None
        with no_garbage_collection():
            self._holding = Holding(root)
            self._looked = time.monotonic()
            self._adopt(self._holding.project())
            self._finder()

    @property
    def registry(self) -> Registry:
        """All records together as they are now."""
        with self._lock:
            self._look_around()
            return self._registry

    @property
    def known(self) -> Known:
        """What an import may refer to; the caller adds to it."""
        with self._lock:
            self._look_around()
            return known_in(self._project)

    def find(self, typed: str, kinds: Collection[str] = (), limit: int = 20) -> list[Hit]:
        """Records whose names, titles, numbers or ids hold every word typed, the likeliest first."""
        with self._lock:
            self._look_around()
            return self._finder().find(typed, kinds, limit)

    def meant(self, kinds: Collection[str], typed: str) -> list[Hit]:
        """What somebody who typed a whole name, number or id means; several where names are alike."""
        with self._lock:
            return self._finder().meant(typed, kinds)

    def listed(self, kinds: Collection[str] = ()) -> list[Hit]:
        """All records of some kinds, as lists show them."""
        with self._lock:
            self._look_around()
            return self._finder().listed(kinds)

    def named(self, kinds: Iterable[str], id: str) -> str:
        """What a record is called; its id where there is no such one."""
        with self._lock:
            hit = self._finder().hit(kinds, id)
        return hit.title if hit else id

    def bearing(self, id: str) -> Hit | None:
        """The one record that bears an id, of whatever kind."""
        with self._lock:
            return self._finder().bearing(id)

    def problems(self) -> tuple[Located, ...]:
        """Everything wrong with the project, as `bangvang check` says it."""
        with self._lock:
            self._look_around()
            return tuple(one for found in self._judged().everything() for one in at_fields(found, self._tree_of(found)))

    def _tree_of(self, located: Located) -> Data:
        """Of a file that cannot be taken in as a record, though it may be read."""
        kept = self._kept(located.kind, located.id) if located.line and located.id else None
        return kept.tree if kept else None

    def changes(self, limit: int = 20, kind: str = "", id: str = "") -> list[Change]:
        """The latest first, of the project or of one record."""
        wanted = (
            change
            for change in self._history.changes()
            if (not kind or change.doing.kind == kind) and (not id or change.doing.id == id)
        )
        return list(islice(wanted, limit))

    def earlier(self, kind: str, id: str, limit: int) -> list[Data]:
        """What a record was before each of its latest changes, as far as that is kept."""
        found: list[Data] = []
        for change in self.changes(limit, kind, id):
            with suppress(OSError):
                data = self._history.before(change)
                found.append(tree_in(KINDS[kind], id, data) if data else None)
        return found

    def drafts(self) -> list[Draft]:
        """What could not be saved yet."""
        return self._drafts.all()

    def drop_draft(self, name: str) -> None:
        """It is no longer wanted."""
        self._drafts.drop(name)

    def open(self, kind: str, id: str) -> Opened | None:
        """A record as it stands; None if there is no such one."""
        with self._lock:
            self._look_around()
            kept = self._kept(kind, id)
            if kept is None:
                return None
            draft = self._drafts.of(kind, id)
            model = KINDS[kind].model
            if not isinstance(kept.tree, dict):
                why = f"{kept.problem.what} (dòng {kept.problem.line})" if kept.problem else "tệp không phải là hồ sơ"
                title = title_of(kind, id, None)
                return Opened(kind, id, title, kept.file.path, "", None, {}, (), draft.name if draft else "", why)
            problems = faults_of(model, kept.tree) or self._judged().own(kind, id)
            return self._opened(kind, id, kept.file.path, kept.tree, problems, draft.name if draft else "")

    def values_at(self, kind: str, id: str, seen: str) -> Values:
        """The form values of the state that a window showed."""
        with self._lock:
            base = self._base(kind, id, seen)
            return shown(KINDS[kind].model, base if isinstance(base, dict) else {})

    def blank(self, kind: str) -> Opened:
        """A form for a new record; it begins as a draft that nobody sees."""
        tree = {"status": "draft"} if issubclass(KINDS[kind].model, Record) else {}
        return self._opened(kind, "", "", tree, ())

    def copy(self, kind: str, id: str) -> Opened | None:
        """A form for a new record that begins like another one, without what only that one can say."""
        opened = self.open(kind, id)
        if opened is None or not isinstance(opened.tree, dict):
            return None
        tree = {key: value for key, value in opened.tree.items() if key not in _NOT_COPIED}
        return self._opened(kind, "", "", self.blank(kind).tree | tree | self.blank(kind).tree, ())

    def open_draft(self, name: str) -> Opened | None:
        """What was typed, with what is wrong with it now; `seen` is the state it was typed over."""
        draft = self._drafts.open(name)
        if draft is None or draft.kind not in KINDS:
            return None
        problems = faults_of(KINDS[draft.kind].model, draft.tree)
        opened = self._opened(draft.kind, draft.id, "", draft.tree, problems, name)
        return replace(opened, seen=draft.seen)

    def propose_id(self, kind: str, values: Mapping[str, Any]) -> str:
        """A free id for a new record that says this."""
        with self._lock:
            tree = read(KINDS[kind].model, values)
            return proposed_id(KINDS[kind], tree, self._taken(kind), self._mint)

    # -- saving

    def save_form(self, kind: str, id: str, values: Mapping[str, Any], seen: str, draft: str = "") -> Outcome:
        """Save what a whole form says over the state that its window showed."""
        with self._lock:
            base = self._base(kind, id, seen)
            tree = self._read(kind, values, base)
            return self._save(kind, id, list(edits_between(base, tree)), seen, draft, tree)

    def save(self, kind: str, id: str, edits: Iterable[Edit], seen: str, draft: str = "") -> Outcome:
        """Save edits of the state that a window showed; raises `Misplaced` for edits of what it did not hold."""
        with self._lock:
            edits = list(edits)
            return self._save(kind, id, edits, seen, draft, edited(self._base(kind, id, seen), edits))

    def create(self, kind: str, values: Mapping[str, Any], id: str = "", draft: str = "") -> Outcome:
        """Make a new record."""
        with self._lock:
            tree = with_own_id(KINDS[kind], self._read(kind, values), self._taken(kind), self._mint)
            return self._guarded(kind, "", tree, "", draft, lambda: self._create(KINDS[kind], id, tree, draft))

    def take_in(self, kind: str, id: str, data: bytes) -> Outcome:
        """A record as an import gives the text of its file: made, or, where it is there, changed where it differs."""
        with self._lock:
            tree = tree_in(KINDS[kind], id, data)
            kept = self._kept(kind, id)
            if kept is not None and isinstance(kept.tree, dict):
                return self._save(kind, id, [*edits_between(kept.tree, tree)], self._seen.remember(kept.tree), "", tree)
            return self._guarded(kind, "", tree, "", "", lambda: self._create(KINDS[kind], id, tree, ""))

    def save_together(self, rewrites: Sequence[Rewrite]) -> SavedTogether | RefusedTogether:
        """Save many records, all or none; raises `OSError` where the disk took none."""
        with self._lock, alone(self.root):
            self._look_around(now=True)
            outcome = save_together(rewrites, self._holding, self._judge, self._judged(), self._history, self)
            if isinstance(outcome, SavedTogether):
                self._adopt(outcome.project, outcome.judged)
            return outcome

    def put_aside(self, kind: str, id: str, values: Mapping[str, Any], seen: str, draft: str = "") -> str:
        """Keep what is typed so far as a draft, though nobody wants it saved yet; the draft's name."""
        with self._lock:
            tree = self._read(kind, values, self._base(kind, id, seen))
            kept = self._keep_draft(kind, id, tree, seen, draft, Gone("chưa lưu", "", None))
            return kept.name if kept else draft

    def withdraw(self, kind: str, id: str, reason: str, seen: str) -> Outcome:
        """Take a record back from the public, with the reason that readers will see."""
        day = self.day.isoformat()
        edits: list[Edit] = [Put(("status",), "withdrawn"), Put(("withdrawn",), {"date": day, "reason": reason})]
        with self._lock:
            tree = edited(self._base(kind, id, seen), edits)
            return self._save(kind, id, edits, seen, "", tree, Deed.WITHDRAWN)

    def delete(self, kind: str, id: str, seen: str) -> Outcome:
        """Remove a record from data/; the history keeps it."""
        with self._lock:
            return self._guarded(kind, id, None, seen, "", lambda: self._delete(kind, id, seen))

    def undo(self, number: int) -> Outcome:
        """Bring back what a record was before a change; that is a change of its own."""
        with self._lock:
            change = self._history.change(number)
            if change is None or change.doing.kind not in KINDS:
                return Gone("không còn bản cũ này", "Lịch sử chỉ giữ những lần sửa gần đây.", None)
            doing = change.doing
            return self._guarded(doing.kind, doing.id, None, "", "", lambda: self._undo(change))

    def imagine(self, kind: str, id: str, values: Mapping[str, Any]) -> Registry | Faulty:
        """All records as they would be with this one as the form has it; `id` may be one that is not there yet."""
        with self._lock:
            kept = self._kept(kind, id)
            tree = self._read(kind, values, kept.tree if kept else None)
            problems = faults_of(KINDS[kind].model, tree)
            if problems:
                return Faulty(problems, (), None)
            if kept is not None and kept.tree is not None:
                file, data = kept.file, edited_in(kept, edits_between(kept.tree, tree)).data
            else:
                file, data = new_file(self.root, KINDS[kind], id, tree)
            return as_of(self._holding.project_if(file, data), self.day)

    @property
    def day(self) -> datetime.date:
        """The day as of which everything is judged."""
        return self._fixed_day or today(os.environ)

    def _save(
        self, kind: str, id: str, edits: list[Edit], seen: str, draft: str, tree: Data, deed: Deed = Deed.EDITED
    ) -> Outcome:
        return self._guarded(kind, id, tree, seen, draft, lambda: self._save_alone(kind, id, edits, seen, tree, deed))

    def _guarded(self, kind: str, id: str, tree: Data, seen: str, draft: str, work: Callable[[], Outcome]) -> Outcome:
        """Nobody else writes meanwhile; what cannot be saved is kept as a draft."""
        try:
            with alone(self.root):
                self._look_around(now=True)
                outcome = work()
        except OSError as error:
            path = os.path.relpath(error.filename, self.root) if error.filename else "data"
            outcome = Failed(*why_not(error, path), None)
        if isinstance(outcome, Saved):
            self._drafts.drop(draft or f"{kind}-{outcome.id}")
        elif not isinstance(outcome, Conflict) and tree is not None and outcome.draft is None:
            outcome = replace(outcome, draft=self._keep_draft(kind, id, tree, seen, draft, outcome))
        return outcome

    def _save_alone(self, kind: str, id: str, edits: list[Edit], seen: str, tree: Data, deed: Deed) -> Outcome:
        kept = self._kept(kind, id)
        if kept is None:
            return Gone(_GONE, _SEE_DRAFT, None)
        if not isinstance(kept.tree, dict):
            why = kept.problem
            return Gone(why.what if why else "tệp không phải là hồ sơ", why.remedy if why else _SEE_DRAFT, None)
        if state_of(kept.tree) != seen:
            return self._seen.conflict(KINDS[kind].model, kept.tree, tree, seen, self.named)
        return self._put(kind, id, kept, edits, tree, deed)

    def _put(self, kind: str, id: str, kept: Kept, edits: list[Edit], tree: Data, deed: Deed) -> Outcome:
        model = KINDS[kind].model
        if tree == kept.tree:
            return Saved(kind, id, state_of(tree), None, self._judged().own(kind, id))
        problems = faults_of(model, tree)
        if problems:
            return Faulty(problems, (), None)
        text = edited_in(kept, edits)
        words = tuple(one.told for one in told_edits(model, kept.tree, edits, self.named))
        file = home_of(self.root, kept, id, tree)
        moved_from = kept.file.path if file.path != kept.file.path else ""
        doing = Doing(deed, kind, id, title_in(kind, id, tree), file.path, words, moved_from)
        outcome = self._written(doing, file, kept.data, text.data)
        if isinstance(outcome, Saved):
            outcome = replace(outcome, seen=self._seen.remember(tree), kept=text.kept)
        return outcome

    def _written(self, doing: Doing, file: RecordFile, before: bytes | None, after: bytes | None) -> Outcome:
        """Judge the project as it would be; without new errors, make it so."""
        known = self._judged()
        project = self._holding.project_if(file, after, doing.moved_from)
        judged = self._judge.judge(project, as_of(project, self.day))
        own = judged.own(doing.kind, doing.id)
        errors = tuple(problem for problem in own if problem.severity is Severity.ERROR)
        elsewhere = judged.errors_elsewhere(known, doing.kind, doing.id)
        if errors or elsewhere:
            return Faulty(own if errors else (), elsewhere, None)
        change = write(self.root, self._history, doing, before, after)
        self._holding.take(project, file, doing.moved_from)
        self._adopt(project, judged)
        if change.number % _PRUNE_EVERY == 0:
            self._history.prune()
        return Saved(doing.kind, doing.id, "", change, own)

    def _create(self, kind: Kind, id: str, tree: dict[str, Data], draft: str) -> Outcome:
        problems = faults_of(kind.model, tree)
        if kind.is_list:
            id = str(tree.get("id") or len(self._registry.by_kind[kind.name]))
        id = "site" if kind.name == "site" else id or proposed_id(kind, tree, self._taken(kind.name), self._mint)
        problems += self._wrong_id(kind.name, id)
        if problems:
            return Faulty(problems, (), None)
        file, data = new_file(self.root, kind, id, tree)
        doing = Doing(Deed.CREATED, kind.name, id, title_in(kind.name, id, tree), file.path)
        outcome = self._written(doing, file, bytes_at(self.root, file.path), data)
        return replace(outcome, seen=self._seen.remember(tree)) if isinstance(outcome, Saved) else outcome

    def _wrong_id(self, kind: str, id: str) -> tuple[FieldProblem, ...]:
        if not is_id(id):
            remedy = (
                "Gõ chữ thường không dấu, chữ số, dấu gạch nối, ví dụ xa-mau-2026; trừ tên của Windows như con, nul."
            )
            return (FieldProblem(("id",), f"mã “{id}” không đúng mẫu", remedy, "file-name"),)
        if self._kept(kind, id) is not None:
            what = f"mã “{id}” đã dùng cho “{self.named((kind,), id)}”"
            return (FieldProblem(("id",), what, "Chọn mã khác.", "id-twice"),)
        return ()

    def _delete(self, kind: str, id: str, seen: str) -> Outcome:
        kept = self._kept(kind, id)
        if kept is None:
            return Gone(_GONE, "Có thể người khác đã xóa trước.", None)
        if kept.tree is not None and state_of(kept.tree) != seen:
            return self._seen.conflict(KINDS[kind].model, kept.tree, None, seen, self.named)
        after = edited_in(kept, [Drop(())]).data if kept.at else None
        doing = Doing(Deed.DELETED, kind, id, title_in(kind, id, kept.tree), kept.file.path)
        return self._written(doing, kept.file, kept.data, after)

    def _undo(self, change: Change) -> Outcome:
        doing = change.doing
        kind, id = KINDS[doing.kind], doing.id
        try:
            old = self._history.before(change)
        except OSError:
            return Gone("không còn bản cũ này", "Lịch sử chỉ giữ những lần sửa gần đây.", None)
        now = bytes_at(self.root, doing.path)
        path = doing.moved_from or doing.path
        file = file_of(kind, id, path.split("/")[-2])
        moved_from = doing.path if doing.moved_from else ""
        undoing = replace(doing, deed=Deed.UNDONE, words=(), path=path, moved_from=moved_from)
        if kind.is_list and now is not None:
            old = with_old_entry(file, id, now, old)
        if old == now:
            return Saved(doing.kind, id, "", None)
        outcome = self._written(undoing, file, now, old)
        if isinstance(outcome, Saved) and old is not None:
            kept = kept_in(file, id, old)
            outcome = replace(outcome, seen=self._seen.remember(kept.tree) if kept else "")
        return outcome

    def _look_around(self, *, now: bool = False) -> None:
        """Take in what others have changed, at most once a second unless something is about to be written."""
        if not now and time.monotonic() - self._looked < _LOOK_EVERY:
            return
        changed = self._holding.refresh()
        self._looked = time.monotonic()
        if changed or self._registry.day != self.day:
            self._adopt(self._holding.project())

    def _adopt(self, project: Project, judged: Judgement | None = None) -> None:
        self._project = project
        self._registry = judged.registry if judged else as_of(project, self.day)
        self._judgement = judged
        self._found_by_is_old = True

    def _judged(self) -> Judgement:
        if self._judgement is None:
            self._judgement = self._judge.judge(self._project, self._registry)
        return self._judgement

    def _finder(self) -> Finder:
        if self._found_by is None or self._found_by_is_old:
            self._found_by = Finder(self._registry, self._found_by)
            self._found_by_is_old = False
        return self._found_by

    def _kept(self, kind: str, id: str) -> Kept | None:
        """The record on disk."""
        if kind not in KINDS or not is_id(id):
            return None
        found = self._holding.file_of(KINDS[kind], id)
        data = bytes_at(self.root, found.path) if found else None
        return kept_in(found, id, data) if found is not None and data is not None else None

    def _opened(
        self, kind: str, id: str, path: str, tree: Data, problems: tuple[FieldProblem, ...], draft: str = ""
    ) -> Opened:
        seen = self._seen.remember(tree) if id else ""
        values = shown(KINDS[kind].model, tree)
        return Opened(kind, id, title_in(kind, id, tree), path, seen, tree, values, problems, draft)

    def _base(self, kind: str, id: str, seen: str) -> Data:
        """What the window showed: the state it names, else what stands there now."""
        if seen in self._seen:
            return self._seen[seen]
        kept = self._kept(kind, id)
        return kept.tree if kept is not None and kept.tree is not None else {}

    def _taken(self, kind: str) -> Collection[str]:
        ids = {*self._registry.by_kind[kind], *self._project.broken.get(kind, ())}
        return ids | {*self._registry.laureates, *self._registry.merged_ids} if kind == "honouree" else ids

    def _read(self, kind: str, values: Mapping[str, Any], base: Data = None) -> dict[str, Data]:
        tree = read(KINDS[kind].model, values, base)
        return with_row_ids(KINDS[kind].model, tree, self._taken("honouree"), self._mint)

    def _mint(self) -> str:
        taken, remembered = self._taken("honouree"), remembered_text(self.root)
        return mint_id(lambda id: id in taken or id in remembered)

    def _keep_draft(
        self, kind: str, id: str, tree: Data, seen: str, name: str, outcome: Faulty | Gone | Failed
    ) -> Draft | None:
        draft = Draft(name, kind, id, title_in(kind, id, tree), "", seen, tree, outcome.reasons)
        with suppress(OSError):
            return self._drafts.keep(draft)
        return None
