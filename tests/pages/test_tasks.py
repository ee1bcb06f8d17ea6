"""Tasks: by time and by lead, nothing lost between the two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.reading import Reading
from bangvang.pages.tasks import TaskPlan, due_text, task_plan
from bangvang.records.task import Due, Task

Build = Callable[..., Any]


@pytest.fixture
def plan_of(project_of: Build) -> Callable[..., TaskPlan]:
    """The tasks of a plan, read on 21 November 2026."""
    agencies = "- {id: so-noi-vu, name: Sở Nội vụ}\n- {id: bao-tinh, name: Báo tỉnh}\n"
    reading = Reading(project_of({"vocabulary/agencies.yml": agencies}).answers)

    def build(*tasks: dict[str, object]) -> TaskPlan:
        told = [Task.model_validate({"what": f"Việc {number}", **task}) for number, task in enumerate(tasks, start=1)]
        return task_plan(reading, told, lambda section: f"muc-{section}" if section else None)

    return build


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ({"quarter": "I/2015"}, "Quý I/2015"),
        ({"quarter": "III-IV/2020"}, "Quý III–IV/2020"),
        ({"by": "2019"}, "Chậm nhất hết năm 2019"),
        ({"by": "2019-10-13"}, "Chậm nhất 13/10/2019"),
        ({"to": "2015-09"}, "Đến hết tháng 9/2015"),
        ({"from": "2015-01-05", "to": "2015-03-31"}, "Từ 05/01/2015 đến 31/3/2015"),
        ({"every": "year"}, "Hằng năm"),
        ({"as_needed": "true"}, "Khi cần thiết"),
        ({"by": "2015", "as_needed": "true"}, "Chậm nhất hết năm 2015; khi cần thiết"),
    ],
)
def test_a_due_is_said_in_words(due: dict[str, object], expected: str) -> None:
    """Quarter, day, stretch, cycle and need, alone or together."""
    assert due_text(Due.model_validate(due)) == expected


def test_the_time_line_goes_by_quarter_and_says_what_is_over(plan_of: Callable[..., TaskPlan]) -> None:
    """A day or a month stands in its quarter, a year after its quarters."""
    plan = plan_of(
        {"due": [{"by": "2026"}]},
        {"due": [{"quarter": "IV/2026"}]},
        {"due": [{"by": "2026-02-10"}]},
        {"due": [{"quarter": "I/2026"}]},
        {"due": [{"quarter": "I-II/2027"}]},
    )
    assert [(group.title, group.state, [task.what for task in group.tasks]) for group in plan.dated] == [
        ("Quý I/2026", "is-done", ["Việc 3", "Việc 4"]),
        ("Năm 2026", "is-now", ["Việc 1"]),
        ("Quý IV/2026", "is-now", ["Việc 2"]),
        ("Quý I–II/2027", "", ["Việc 5"]),
    ]


def test_what_has_no_day_stands_apart(plan_of: Callable[..., TaskPlan]) -> None:
    """Regular work first, then what is done when needed, then what the print gives no time."""
    plan = plan_of({}, {"due": [{"as_needed": "true"}]}, {"due": [{"every": "year"}]}, {"due": [{"every": "month"}]})
    assert plan.dated == ()
    assert [group.title for group in plan.standing][-2:] == ["Khi cần thiết", "Không ghi thời hạn"]
    assert {group.title for group in plan.standing} >= {"Hằng năm", "Hằng tháng"}


def test_a_task_with_two_dues_stands_at_both(plan_of: Callable[..., TaskPlan]) -> None:
    """But is counted once."""
    plan = plan_of({"due": [{"quarter": "I/2026"}, {"quarter": "III/2026", "printed": "quý III"}]})
    assert plan.count == 1
    assert [len(group.tasks) for group in plan.dated] == [1, 1]
    assert plan.dated[0].tasks[0].due == ("Quý I/2026", "Quý III/2026 (văn bản ghi: “quý III”)")


def test_every_lead_has_all_that_it_leads(plan_of: Callable[..., TaskPlan]) -> None:
    """A task with two leads stands under both; tasks without a lead come last."""
    plan = plan_of(
        {},
        {"lead": ["so-noi-vu", {"name": "Các đơn vị"}], "with": ["bao-tinh"], "section": "i"},
        {"lead": ["so-noi-vu"]},
    )
    assert [(group.title, [task.what for task in group.tasks]) for group in plan.by_lead] == [
        ("Sở Nội vụ", ["Việc 2", "Việc 3"]),
        ("Các đơn vị", ["Việc 2"]),
        ("Không ghi cơ quan chủ trì", ["Việc 1"]),
    ]
    told = plan.by_lead[0].tasks[0]
    assert [link.url for link in told.helpers] == ["co-quan/bao-tinh/"]
    assert told.anchor == "muc-i"
