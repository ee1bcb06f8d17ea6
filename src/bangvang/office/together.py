"""Many records saved in one go: all of them, or none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bangvang.loading import Project
from bangvang.loading.tree import RecordFile
from bangvang.office.differences import NameOf, told_edits
from bangvang.office.edits import Data, Drop, edits_between
from bangvang.office.faults import FieldProblem, faults_of
from bangvang.office.finder import title_in
from bangvang.office.history import Change, Deed, Doing, History
from bangvang.office.holding import Holding
from bangvang.office.judging import Judge, Judgement, as_of
from bangvang.office.outcomes import Located
from bangvang.office.shelf import bytes_at, edited_in, file_of, home_of, kept_in, with_new
from bangvang.office.writing import write
from bangvang.problem import Severity
from bangvang.records import KINDS
from bangvang.whole_file import replacing_durably

_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One record as it was and as it shall be; None before it is there, and after it is gone."""

    kind: str
    id: str
    before: dict[str, Data] | None
    after: dict[str, Data] | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something wrong with one of the records."""

    rewrite: Rewrite
    problem: FieldProblem


@dataclass(frozen=True, slots=True)
class SavedTogether:
    """All files say it now."""

    changes: tuple[Change, ...]
    project: Project
    judged: Judgement


@dataclass(frozen=True, slots=True)
class RefusedTogether:
    """Nothing was written."""

    refusals: tuple[Refusal, ...]
    elsewhere: tuple[Located, ...] = ()
    """Errors that they would make in other records."""


Outcome = SavedTogether | RefusedTogether


class Bearings(Protocol):
    """Where and when: what records are called, and the day as of which they are judged."""

    def named(self, kinds: Iterable[str], id: str) -> str:
        """What a record is called."""

    @property
    def day(self) -> datetime.date:
        """The day."""


@dataclass(frozen=True, slots=True)
class _NewContent:
    file: RecordFile
    doing: Doing
    before: bytes | None
    after: bytes | None


def save_together(
    rewrites: Sequence[Rewrite],
    holding: Holding,
    judge: Judge,
    known: Judgement,
    history: History,
    desk: Bearings,
) -> Outcome:
    """Judge the project with all of them; without new errors, write them. A disk that fails leaves all as it was."""
    refusals = tuple(_refusals(rewrites))
    if refusals:
        return RefusedTogether(refusals)
    try:
        contents = _contents(holding, rewrites, desk.named)
    except _Changed as changed:
        told = FieldProblem((), "hồ sơ vừa được sửa ở nơi khác", "Xuất lại tệp mới rồi sửa tiếp.", "changed")
        return RefusedTogether((Refusal(changed.rewrite, told),))
    moved = [one.doing.moved_from for one in contents]
    project = holding.project_with({one.file: one.after for one in contents}, moved)
    judged = judge.judge(project, as_of(project, desk.day))
    refused = _judged_wrong(rewrites, known, judged)
    if refused is not None:
        return refused
    changes = _write_all(holding.root, history, contents)
    for file, moved_from in dict.fromkeys((one.file, one.doing.moved_from) for one in contents):
        holding.take(project, file, moved_from)
    return SavedTogether(tuple(changes), project, judged)


class _Changed(Exception):
    def __init__(self, rewrite: Rewrite) -> None:
        super().__init__(rewrite.id)
        self.rewrite = rewrite


def _refusals(rewrites: Iterable[Rewrite]) -> Iterator[Refusal]:
    for one in rewrites:
        if one.after is not None:
            for problem in faults_of(KINDS[one.kind].model, one.after):
                yield Refusal(one, problem)


def _judged_wrong(rewrites: Sequence[Rewrite], known: Judgement, judged: Judgement) -> RefusedTogether | None:
    """What the checks say against it: of the records themselves, and of others."""
    about = {(one.kind, one.id): one for one in rewrites}
    refusals = tuple(
        Refusal(one, problem)
        for one in rewrites
        for problem in judged.own(one.kind, one.id)
        if problem.severity is Severity.ERROR
    )
    elsewhere = tuple(
        problem for problem in judged.errors_elsewhere(known, "", "") if (problem.kind, problem.id) not in about
    )
    return RefusedTogether(refusals, elsewhere) if refusals or elsewhere else None


def _contents(holding: Holding, rewrites: Iterable[Rewrite], name_of: NameOf) -> list[_NewContent]:
    """What each file says after each record; a list file changes with every entry."""
    now: dict[str, bytes | None] = {}
    contents = []
    for one in rewrites:
        file = _file(holding, one)
        before = now[file.path] if file.path in now else bytes_at(holding.root, file.path)
        home, after = _with(holding.root, file, before, one)
        now[home.path] = after
        doing = _doing(home, one, name_of, "" if home == file else file.path)
        contents.append(_NewContent(home, doing, before, after))
    return contents


def _file(holding: Holding, one: Rewrite) -> RecordFile:
    kind = KINDS[one.kind]
    there = holding.file_of(kind, one.id) if one.before is not None else None
    return there or file_of(kind, one.id, str((one.after or {}).get("date") or "")[:4])


def _with(root: Path, file: RecordFile, data: bytes | None, one: Rewrite) -> tuple[RecordFile, bytes | None]:
    """The file, and what it holds once the record says what it shall; raises `_Changed`."""
    if one.before is None:
        return file, with_new(file, data, one.after or {})
    kept = kept_in(file, one.id, data) if data is not None else None
    if kept is None or kept.tree != one.before:
        raise _Changed(one)
    if one.after is None:
        return file, edited_in(kept, [Drop(())]).data if kept.at else None
    after = edited_in(kept, edits_between(one.before, one.after)).data
    return home_of(root, kept, one.id, one.after), after


def _doing(file: RecordFile, one: Rewrite, name_of: NameOf, moved_from: str) -> Doing:
    deed = Deed.CREATED if one.before is None else Deed.DELETED if one.after is None else Deed.EDITED
    title = title_in(one.kind, one.id, one.before if one.after is None else one.after)
    return Doing(deed, one.kind, one.id, title, file.path, words_of(one, name_of), moved_from)


def words_of(one: Rewrite, name_of: NameOf) -> tuple[str, ...]:
    """What changes in a record, a sentence each; of very many the first."""
    if one.before is None or one.after is None:
        return ()
    edits = list(edits_between(one.before, one.after))
    told = tuple(each.told for each in told_edits(KINDS[one.kind].model, one.before, edits[:_MOST_TOLD], name_of))
    left = len(edits) - len(told)
    return (*told, f"và {left} chỗ khác") if left else told


def _write_all(root: Path, history: History, contents: Iterable[_NewContent]) -> list[Change]:
    """One after another; where one cannot be written, those before it are put back."""
    done: list[tuple[_NewContent, Change]] = []
    try:
        for one in contents:
            change = write(root, history, one.doing, one.before, one.after)
            done.append((one, change))
    except BaseException:
        for one, change in reversed(done):
            with suppress(OSError):
                _put_back(root, one)
                history.strike(change)
        raise
    return [change for _, change in done]


def _put_back(root: Path, one: _NewContent) -> None:
    if one.before is not None:
        with replacing_durably(root / (one.doing.moved_from or one.file.path)) as stream:
            stream.write(one.before)
    if one.before is None or one.doing.moved_from:
        (root / one.file.path).unlink()
