"""Days of the records: whole where they are known, ranges for months and quarters, rounds where they are certain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bangvang.pages.diary import Dated, diary, is_dated, of_campaigns, of_places

Build = Callable[..., Any]
PLAN = "type: plan\ntitle: Kế hoạch thử\ndate: 2026-01-10\nillustrative: true\n"
PERIOD = "period: {from: 2026, to: 2028}\n"


def told(project_of: Build, files: dict[str, str]) -> list[Dated]:
    """Everything in the diary of such records."""
    return list(diary(project_of(files).answers))


def due_of(project_of: Build, due: str, more: str = "") -> list[tuple[date, date, str]]:
    """The days and the round of one task with this due."""
    plan = f"{PLAN}{more}tasks: [{{what: Việc thử, due: [{due}]}}]\n"
    return [(one.first, one.last, one.rule) for one in told(project_of, {"documents/kh-1.yml": plan})]


@pytest.mark.parametrize(
    ("due", "first", "last"),
    [
        ("{quarter: I/2015}", date(2015, 1, 1), date(2015, 3, 31)),
        ("{quarter: III-IV/2020}", date(2020, 7, 1), date(2020, 12, 31)),
        ("{by: 2026-02-10}", date(2026, 2, 10), date(2026, 2, 10)),
        ("{by: 2026-02}", date(2026, 2, 1), date(2026, 2, 28)),
        ("{from: 2026-03-01, to: 2026-04}", date(2026, 3, 1), date(2026, 4, 30)),
    ],
)
def test_a_deadline_is_a_range_of_whole_days(project_of: Build, due: str, first: date, last: date) -> None:
    """A quarter, a month, a day, from one to another."""
    assert due_of(project_of, due) == [(first, last, "")]


@pytest.mark.parametrize("due", ["{every: year}", "{as_needed: true}", "{every: continuous}"])
def test_what_has_no_day_is_not_in_the_diary(project_of: Build, due: str) -> None:
    """Nothing is guessed."""
    assert due_of(project_of, due) == []


def test_what_comes_round_every_year_is_a_rule_where_its_day_is_known(project_of: Build) -> None:
    """Until the plan ends; a round of a whole quarter is not certain enough."""
    every = date(2026, 12, 15)
    assert due_of(project_of, "{by: 2026-12-15, every: year}", PERIOD) == [(every, every, "FREQ=YEARLY;UNTIL=20281231")]
    assert due_of(project_of, "{quarter: IV/2026, every: year}", PERIOD)[0][2] == ""
    assert due_of(project_of, "{by: 2026-01-31, every: month}", PERIOD)[0][2] == ""


def test_reporting_periods_end_while_the_plan_runs(project_of: Build) -> None:
    """At the end of June and of December; without an end of the plan nothing is said."""
    reporting = "reporting: {every: [half-year, year], to: Hội đồng Thi đua - Khen thưởng}\n"
    found = told(project_of, {"documents/kh-1.yml": PLAN + PERIOD + reporting})
    assert [(one.first, one.rule) for one in found] == [
        (date(2026, 6, 30), "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1;UNTIL=20281231"),
        (date(2026, 12, 31), "FREQ=YEARLY;UNTIL=20281231"),
    ]
    assert told(project_of, {"documents/kh-1.yml": PLAN + reporting}) == []


def test_a_campaign_its_waves_and_its_registration_are_told(project_of: Build) -> None:
    """With one end open, the day of the other."""
    campaign = (
        "name: Thi đua\ntype: annual\nlevel: commune\nillustrative: true\nperiod: {from: 2026-02-01}\n"
        "waves: [{name: Đợt I, from: 2026-02, to: 2026-03}]\nregistration: {closes: 2026-01-31}\n"
    )
    found = [(one.first, one.last, one.title) for one in told(project_of, {"campaigns/thi-dua.yml": campaign})]
    assert found == [
        (date(2026, 1, 31), date(2026, 1, 31), "(minh họa) Hạn cuối: Đăng ký thi đua: Thi đua"),
        (date(2026, 2, 1), date(2026, 2, 1), "(minh họa) Bắt đầu: Thi đua"),
        (date(2026, 2, 1), date(2026, 3, 31), "(minh họa) Đợt I: Thi đua"),
    ]


def test_only_events_whose_days_are_known_are_told(project_of: Build) -> None:
    """A congress of a year is no day."""
    event = "name: Hội nghị\ntype: review\nvenue: Nhà văn hóa\nfrom: {0}\nillustrative: true\n"
    known, year = event.format("2026-10-01"), event.format("1952")
    (one,) = told(project_of, {"events/mot.yml": known, "events/hai.yml": year})
    assert (one.first, one.where) == (date(2026, 10, 1), "Nhà văn hóa")


def test_names_of_entries_outlast_insertions(project_of: Build) -> None:
    """A task that comes before does not rename those after it."""
    one, other = "{what: Một, due: [{by: 2026-02-01}]}", "{what: Hai, due: [{by: 2026-03-01}]}"
    alone = told(project_of, {"documents/kh-1.yml": f"{PLAN}tasks: [{other}]\n"})
    both = told(project_of, {"documents/kh-1.yml": f"{PLAN}tasks: [{one}, {other}]\n"})
    assert alone[0].uid in {entry.uid for entry in both}
    assert len({entry.uid for entry in both}) == 2


def test_the_same_task_twice_is_told_once(project_of: Build) -> None:
    """Two entries of one name would be one to every calendar."""
    one = "{what: Một, due: [{by: 2026-02-01}]}"
    assert len(told(project_of, {"documents/kh-1.yml": f"{PLAN}tasks: [{one}, {one}]\n"})) == 1


def test_entries_are_found_by_campaign_and_by_every_place_above(project_of: Build) -> None:
    """Only what may be seen."""
    places = (
        "- {id: tinh-thu, name: Tỉnh Thử, type: province}\n"
        "- {id: xa-thu, name: Xã Thử, type: commune, parent: tinh-thu}\n"
    )
    campaign = "name: Thi đua\ntype: annual\nlevel: commune\nplace: xa-thu\nperiod: {from: 2026, to: 2026}\n"
    files = {"vocabulary/places.yml": places, "campaigns/mot.yml": campaign + "illustrative: true\n"}
    answers = project_of({**files, "campaigns/hai.yml": campaign + "status: draft\n"}).answers
    assert set(of_campaigns(answers)) == {"mot"}
    assert set(of_places(answers)) == {"xa-thu", "tinh-thu"}
    assert is_dated(answers, "campaign", "mot")
    assert not is_dated(answers, "campaign", "hai")


def test_a_stamp_is_the_records_own_day(project_of: Build) -> None:
    """The same on every day of building; never before programs know a moment."""
    campaign = "name: Ái quốc\ntype: annual\nlevel: national\nperiod: {from: 1948-06-11, to: 1952}\n"
    (one,) = told(project_of, {"campaigns/ai-quoc.yml": campaign})
    assert one.stamp == date(2000, 1, 1)
    (one,) = told(project_of, {"campaigns/ai-quoc.yml": campaign + "updated: 2026-11-01\n"})
    assert one.stamp == date(2026, 11, 1)
