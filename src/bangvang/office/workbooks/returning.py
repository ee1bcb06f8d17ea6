"""Taking a workbook back: what it would change, in words, and the save of all of it or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bangvang.office.desk import Desk
from bangvang.office.edits import Data
from bangvang.office.faults import faults_of
from bangvang.office.finder import title_in
from bangvang.office.forms import shown
from bangvang.office.history import Change
from bangvang.office.outcomes import Located
from bangvang.office.together import Refusal, Rewrite, SavedTogether, words_of
from bangvang.office.workbooks.changes import Comparison, Removal, Spot, SpotProblem, Work, compare
from bangvang.office.workbooks.reading import Given
from bangvang.office.workbooks.rebuilding import Rebuilt
from bangvang.office.workbooks.stock import stock_of
from bangvang.office.writing import why_not
from bangvang.records import KINDS, Loc


@dataclass(frozen=True, slots=True)
class Told:
    """What happens to one record, in words."""

    id: str
    title: str
    deed: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """What a workbook would change."""

    kind: str
    changed: tuple[Told, ...]
    removed: tuple[Told, ...]
    """What would go too, if that were confirmed."""
    conflicts: tuple[str, ...]
    """Records changed elsewhere meanwhile: they stay as they are."""
    problems: tuple[SpotProblem, ...]
    """While there is any, nothing is saved."""
    notices: tuple[str, ...]
    comparison: Comparison = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.changed and not self.removed


@dataclass(frozen=True, slots=True)
class Kept:
    """It is saved."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class NotKept:
    """Nothing is saved, and why."""

    reasons: tuple[str, ...]


class _Names:
    """What the desk knows, as comparing asks for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._given: set[str] = set()
        self._known: dict[tuple[tuple[str, ...], str], str] = {}

    def named(self, kinds: tuple[str, ...], id: str) -> str:
        known = self._known.get((kinds, id))
        if known is None:
            known = self._known[kinds, id] = self._desk.named(kinds, id)
        return known

    def meant(self, kinds: tuple[str, ...], text: str) -> list[tuple[str, str]]:
        return [(hit.id, hit.called) for hit in self._desk.meant(kinds, text)]

    def free_id(self, kind: str, tree: Mapping[str, Data]) -> str:
        first = id = self._desk.propose_id(kind, shown(KINDS[kind].model, tree))
        number = 1
        while id in self._given:
            number += 1
            id = f"{first}-{number}"
        self._given.add(id)
        return id


def consider(desk: Desk, given: Given) -> Return:
    """Compare the workbook with the records as they are now."""
    kind = given.plan.kind
    comparison = compare(given, stock_of(desk.root, kind), _Names(desk))
    changed, removed = [], []
    problems = list(comparison.problems)
    for work in comparison.works:
        result = comparison.result(work, ())
        if result is not None and work.is_changed:
            one = _rewrite(kind.name, work, result)
            words = words_of(one, desk.named)
            if one.before != one.after:
                changed.append(Told(one.id, title_in(kind.name, one.id, one.after), _deed(one), words))
                problems += _problems_of(comparison, one, result)
        removed += [_told_removal(comparison, work, removal) for removal in work.removals]
    conflicts = tuple(desk.named((kind.name,), id) for id in comparison.conflicts)
    return Return(
        kind.name,
        tuple(changed),
        tuple(removed),
        conflicts,
        tuple(problems),
        tuple(comparison.notices),
        comparison,
    )


def take_back(desk: Desk, coming: Return, removals: Collection[Removal] = ()) -> Kept | NotKept:
    """Save all that the workbook changes, and those removals that were confirmed; all or nothing."""
    if coming.problems:
        return NotKept(tuple(problem.told() for problem in coming.problems))
    comparison = coming.comparison
    results = [(work, comparison.result(work, removals)) for work in comparison.works]
    sent = [(_rewrite(coming.kind, work, result), result) for work, result in results]
    sent = [(one, result) for one, result in sent if one.before != one.after]
    if not sent:
        return Kept(())
    try:
        outcome = desk.save_together([one for one, _ in sent])
    except OSError as error:
        what, remedy = why_not(error, "data")
        return NotKept((f"{what[:1].upper()}{what[1:]}. {remedy}",))
    if isinstance(outcome, SavedTogether):
        return Kept(outcome.changes)
    where = {one.id: result for one, result in sent}
    found = [_placed(comparison, where[each.rewrite.id], each).told() for each in outcome.refusals]
    return NotKept((*found, *map(_told_elsewhere, outcome.elsewhere)))


def _rewrite(kind: str, work: Work, result: Rebuilt | None) -> Rewrite:
    return Rewrite(kind, work.id, work.before, result.tree if result is not None else None)


def _deed(one: Rewrite) -> str:
    return "Thêm" if one.before is None else "Sửa"


def _told_removal(comparison: Comparison, work: Work, removal: Removal) -> Told:
    plan = comparison.given.plan
    title = title_in(plan.kind.name, work.id, work.before)
    if not removal.key:
        return Told(work.id, title, "Xóa", ("cả hồ sơ",))
    number = ".".join(map(str, removal.key))
    return Told(work.id, title, "Xóa", (f"dòng {number} ở trang “{plan.sheets[removal.sheet].name}”",))


def _problems_of(comparison: Comparison, one: Rewrite, result: Rebuilt) -> Iterator[SpotProblem]:
    """What the model refuses, each at its cell."""
    for problem in faults_of(KINDS[one.kind].model, one.after):
        yield _placed(comparison, result, Refusal(one, problem))


def _placed(comparison: Comparison, result: Rebuilt | None, refusal: Refusal) -> SpotProblem:
    problem = refusal.problem
    spot = _spot(comparison, result, refusal.rewrite, problem.loc) if result is not None else None
    title = title_in(refusal.rewrite.kind, refusal.rewrite.id, refusal.rewrite.after or refusal.rewrite.before)
    what = problem.what if spot is not None else f"“{title}”: {problem.what}"
    return SpotProblem(spot, what, problem.remedy)


def _spot(comparison: Comparison, result: Rebuilt, one: Rewrite, loc: Loc) -> Spot | None:
    """The cell that a place in a record comes from; its row, where no cell of it is meant."""
    row, rest = result.row_at(loc)
    if row is None:
        return None
    columns = comparison.given.plan.sheets[row.sheet].columns
    way = tuple(step for step in rest if isinstance(step, str))
    column = next((column for column in columns if way and column.path[: len(way)] == way[: len(column.path)]), None)
    return comparison.spot(row, column.title if column is not None else "")


def _told_elsewhere(located: Located) -> str:
    problem = located.problem
    return f"“{located.title}” ({located.path}): {problem.what} → {problem.remedy}"
