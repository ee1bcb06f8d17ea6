"""The tasks that a plan hands out, told twice: by when they are due and by who leads them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.papers import actor_links
from bangvang.pages.reading import Reading
from bangvang.records import PartialDate
from bangvang.records.task import Due, Quarters, Task
from bangvang.vietnamese import quarter_bounds, roman

_NO_TIME = "Không ghi thời hạn"
_NO_LEAD = "Không ghi cơ quan chủ trì"
_AS_NEEDED = "Khi cần thiết"
_LAST = datetime.date.max


class TaskView(NamedTuple):
    """One task under one heading."""

    what: str
    lead: tuple[Link, ...]
    helpers: tuple[Link, ...]
    due: tuple[str, ...]
    section: str | None
    anchor: str | None


class TaskGroup(NamedTuple):
    """Tasks of one time or of one agency."""

    title: str
    sub: str
    state: str
    """“is-done”, “is-now” or nothing."""
    tasks: tuple[TaskView, ...]
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """The two views, and the groups without a place in time."""

    count: int
    dated: tuple[TaskGroup, ...]
    standing: tuple[TaskGroup, ...]
    by_lead: tuple[TaskGroup, ...]


class _Slot(NamedTuple):
    """A heading of the time line, and where it stands in it."""

    last: datetime.date
    first: datetime.date
    title: str
    sub: str = ""
    dated: bool = True


def task_plan(reading: Reading, tasks: Sequence[Task], place_of: Callable[[str | None], str | None]) -> TaskPlan:
    """Both views; `place_of` gives the address of the part of the text that hands a task out."""
    views = [(task, _view(reading, task, place_of)) for task in tasks]
    slots: dict[_Slot, list[TaskView]] = {}
    for task, view in views:
        for slot in dict.fromkeys(_slots(task)):
            slots.setdefault(slot, []).append(view)
    groups = [(slot, _group(slot, slots[slot], reading.day)) for slot in sorted(slots)]
    return TaskPlan(
        count=len(tasks),
        dated=tuple(group for slot, group in groups if slot.dated),
        standing=tuple(group for slot, group in groups if not slot.dated),
        by_lead=tuple(_by_lead([view for _, view in views])),
    )


def due_text(due: Due) -> str:
    """“Quý I/2015”, “Chậm nhất 10/2019”, “Hằng năm; khi cần thiết”: the reading of a printed due."""
    parts = []
    if due.quarter:
        parts.append(_quarter_title(due.quarter))
    if due.by:
        parts.append(f"Chậm nhất {_end(due.by)}")
    if due.from_ or due.to:
        begin = f"từ {brief(due.from_)}" if due.from_ else ""
        finish = f"đến {_end(due.to)}" if due.to else ""
        span = f"{begin} {finish}".strip()
        parts.append(span[:1].upper() + span[1:])
    if due.every:
        parts.append(due.every.label)
    if due.as_needed:
        parts.append(_AS_NEEDED)
    return parts[0] + "".join(f"; {part[:1].lower()}{part[1:]}" for part in parts[1:])


def _view(reading: Reading, task: Task, place_of: Callable[[str | None], str | None]) -> TaskView:
    return TaskView(
        what=task.what,
        lead=actor_links(reading, task.lead),
        helpers=actor_links(reading, task.with_),
        due=tuple(_with_print(due) for due in task.due),
        section=task.section,
        anchor=place_of(task.section),
    )


def _with_print(due: Due) -> str:
    return f"{due_text(due)} (văn bản ghi: “{due.printed}”)" if due.printed else due_text(due)


def _slots(task: Task) -> Iterator[_Slot]:
    if not task.due:
        yield _Slot(_LAST, _LAST, _NO_TIME, dated=False)
    for due in task.due:
        yield _slot(due)


def _slot(due: Due) -> _Slot:
    if due.quarter:
        return _of_quarters(due.quarter)
    date = due.by or due.to or due.from_
    if date is not None:
        return _of_date(date)
    if due.every:
        return _Slot(_LAST, datetime.date.min, due.every.label, "việc làm đều", dated=False)
    return _Slot(_LAST, datetime.date(2, 1, 1), _AS_NEEDED, dated=False)


def _of_date(date: PartialDate) -> _Slot:
    if date.month is None:
        return _Slot(date.last, date.first, f"Năm {date.year}", "trong năm")
    quarter = (date.month + 2) // 3
    return _of_quarters(Quarters(date.year, quarter, quarter))


def _of_quarters(quarters: Quarters) -> _Slot:
    first = quarter_bounds(quarters.year, quarters.first)[0]
    last = quarter_bounds(quarters.year, quarters.last)[1]
    return _Slot(last, first, _quarter_title(quarters), f"tháng {first.month}–{last.month}")


def _quarter_title(quarters: Quarters) -> str:
    if quarters.first == quarters.last:
        return f"Quý {roman(quarters.first)}/{quarters.year}"
    return f"Quý {roman(quarters.first)}–{roman(quarters.last)}/{quarters.year}"


def _end(date: PartialDate) -> str:
    if date.month is None:
        return f"hết năm {date.year}"
    return brief(date) if date.day else f"hết tháng {brief(date)}"


def _group(slot: _Slot, tasks: list[TaskView], day: datetime.date) -> TaskGroup:
    state = ""
    if slot.dated:
        state = "is-done" if slot.last < day else "is-now" if slot.first <= day else ""
    return TaskGroup(slot.title, slot.sub, state, tuple(tasks))


def _by_lead(views: list[TaskView]) -> Iterator[TaskGroup]:
    """Each agency with all that it leads, in the order of the text; tasks without a lead come last."""
    groups: dict[Link | None, list[TaskView]] = {}
    for view in views:
        for lead in view.lead or (None,):
            groups.setdefault(lead, []).append(view)
    nobody = groups.pop(None, None)
    for lead, tasks in groups.items():
        assert lead is not None
        yield TaskGroup(lead.text, "", "", tuple(tasks), lead)
    if nobody:
        yield TaskGroup(_NO_LEAD, "", "", tuple(nobody))
