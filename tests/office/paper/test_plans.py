"""The five founding plans, word for word, against the records that people made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bangvang.office.paper import Recognition, draft_campaign, draft_document, read_text, understand
from bangvang.office.paper.goals import Goal
from bangvang.records import Campaign, Document
from bangvang.records.document import Section
from bangvang.records.target import Target
from bangvang.registry import Registry
from bangvang.vietnamese import fold

TEXTS = Path(__file__).parents[2] / "data/plans"
PLANS = ("kon-tum-2015", "lam-vy-2020", "nam-dong-2019", "tam-duong-2022", "vinh-chau-2019")
ENOUGH = 0.95
HALF, MOST = 0.5, 0.7


def read(plan: str) -> Recognition:
    """What is recognised in one plan."""
    return understand(read_text((TEXTS / f"{plan}.txt").read_text(encoding="utf-8")))


def record(real: Registry, plan: str) -> Document:
    """What people made of it."""
    found = real.find(Document, f"kh-{plan}")
    assert found is not None
    return found


@pytest.mark.parametrize("plan", PLANS)
def test_number_day_issuer_and_title_are_those_of_the_record(real: Registry, plan: str) -> None:
    """As far as the print has them; a slip of the title stays a slip."""
    tree, held = draft_document(read(plan), real), record(real, plan)
    expected = (held.type.value, held.number, held.issuer, held.level and held.level.value, held.issued_at)
    assert tuple(tree.get(key) for key in ("type", "number", "issuer", "level", "issued_at")) == expected
    assert tree.get("date") == (str(held.date) if held.date else None)
    assert tree["title"].casefold() == held.title.casefold()


@pytest.mark.parametrize("plan", PLANS)
def test_signature_and_recipients_are_those_of_the_record(real: Registry, plan: str) -> None:
    """Name for name, and who gets it to report on."""
    tree, held = draft_document(read(plan), real), record(real, plan)
    assert [one["name"] for one in tree.get("signers", ())] == [one.name for one in held.signers]
    assert [one["name"] for one in tree["recipients"]] == [one.name for one in held.recipients]
    assert [one.get("for_report") == "true" for one in tree["recipients"]] == [
        one.for_report for one in held.recipients
    ]
    assert tree["file_code"] == held.file_code


@pytest.mark.parametrize("plan", PLANS)
def test_the_grounds_are_those_of_the_record(real: Registry, plan: str) -> None:
    """Documents that the registry knows by number and day; the others in words."""
    tree, held = draft_document(read(plan), real), record(real, plan)
    expected = [one.document or {"text": one.text} for one in held.bases]
    assert tree.get("bases", []) == expected


def numbered(sections: tuple[Section, ...]) -> Iterator[tuple[str, str | None]]:
    """Every printed number with its heading."""
    for section in sections:
        if section.number:
            yield section.number, section.heading
        yield from numbered(section.sections)


@pytest.mark.parametrize("plan", PLANS)
def test_every_section_is_found_under_its_printed_number(real: Registry, plan: str) -> None:
    """With its heading where the record has one, in the same order."""
    found = [(passage.number, passage.heading or None) for passage, _ in read(plan).outline.walk() if passage.number]
    assert found == list(numbered(record(real, plan).sections))


@pytest.mark.parametrize("plan", PLANS)
def test_the_whole_text_is_that_of_the_record(real: Registry, plan: str) -> None:
    """Letter for letter, but for the white space."""

    def letters(text: str) -> str:
        return re.sub(r"\s+", "", text)

    assert letters("".join(read(plan).outline.printed())) == letters(record(real, plan).full_text())


def shared(words: set[str], others: set[str]) -> float:
    """The share of the smaller set that is in the larger."""
    return len(words & others) / min(len(words), len(others)) if words and others else 0.0


def is_recognised(task: Any, read: Recognition) -> bool:
    """Whether the duties of its section that speak of it have most of its words.

    People word a task shorter than the print, and put clauses together that the reading keeps apart.
    """
    wanted, found = set(fold(task.what).split()), set[str]()
    for duty in read.duties:
        words = set(fold(" ".join((duty.what, *duty.lead, *duty.together))).split())
        if duty.section.rstrip(".") == (task.section or "").rstrip(".") and shared(wanted, words) >= HALF:
            found |= words
    return len(wanted & found) >= MOST * len(wanted)


def test_nearly_all_tasks_are_recognised(real: Registry) -> None:
    """At least nineteen in twenty, over the five plans, each in its section."""
    missed, all_of_them = [], 0
    for plan in PLANS:
        recognised = read(plan)
        tasks = record(real, plan).tasks
        all_of_them += len(tasks)
        missed += [f"{plan} {task.section} {task.what}" for task in tasks if not is_recognised(task, recognised)]
    print(f"{len(missed)} of {all_of_them} tasks missed:", *missed, sep="\n  ")
    assert len(missed) <= (1 - ENOUGH) * all_of_them, missed


def goals_under(goals: tuple[Goal, ...], depth: int = 0) -> Iterator[tuple[int, Goal]]:
    """Every goal with how deep it stands."""
    for goal in goals:
        yield depth, goal
        yield from goals_under(goal.parts, depth + 1)


def targets_under(targets: tuple[Target, ...], depth: int = 0) -> Iterator[tuple[int, Target]]:
    """Every target with how deep it stands."""
    for target in targets:
        yield depth, target
        yield from targets_under(target.parts, depth + 1)


def fits(target: Target, goal: Goal, data: dict[str, Any]) -> bool:
    """Number to the letter, unit, total and direction the same, and the names speak of one thing."""
    same = (goal.value, goal.unit, goal.of) == tuple(data.get(key) or "" for key in ("value", "unit", "of"))
    names = set(fold(target.name).split()), set(fold(f"{goal.name} {goal.printed}").split())
    return same and goal.aim is target.aim and shared(*names) >= HALF


def test_nearly_all_targets_are_recognised(real: Registry) -> None:
    """At least nineteen in twenty of the plan that has them, parts under their wholes."""
    campaign = real.find(Campaign, "vinh-chau-2019")
    assert campaign is not None
    goals = list(goals_under(read("vinh-chau-2019").goals))
    missed, all_of_them = [], 0
    for depth, target in targets_under(campaign.targets):
        all_of_them += 1
        data = target.model_dump(mode="json")
        if not any(at == depth and fits(target, goal, data) for at, goal in goals):
            missed.append(f"{target.name} {data.get('value')}")
    print(f"{len(missed)} of {all_of_them} targets missed:", *missed, sep="\n  ")
    assert len(missed) <= (1 - ENOUGH) * all_of_them, missed


def test_deadlines_are_read_as_the_print_says_them(real: Registry) -> None:
    """In a quarter, until a quarter, every year, within the year."""
    due = {duty.section: dict(duty.due.fields) for duty in read("kon-tum-2015").duties if duty.due}
    assert due["III.1.1."] == {"every": "year"}
    assert due["III.1.2."] == {"to": "2015-09"}
    assert due["III.1.3."] == {"quarter": "I/2015"}
    assert due["III.1.5."] == {"by": "2015"}
    assert due["III.2.4."] == {"by": "2015", "as_needed": "true"}


def test_agencies_of_the_home_province_are_found_by_their_short_names(real: Registry) -> None:
    """“Sở Nội vụ” in a plan of Kon Tum is that of Kon Tum."""
    tree = draft_document(read("kon-tum-2015"), real)
    first = next(task for task in tree["tasks"] if task["section"] == "III.1.1.")
    assert first["lead"] == ["so-noi-vu-kon-tum"]


def test_the_duty_to_report_is_read(real: Registry) -> None:
    """How often, to whom, through whom."""
    report = draft_document(read("kon-tum-2015"), real)["reporting"]
    assert report["every"] == ["half-year", "year"]
    assert report["to"] == "Ủy ban nhân dân tỉnh"
    assert report["via"] == "Ban thi đua - Khen thưởng, Sở Nội vụ"


@pytest.mark.parametrize(
    ("plan", "printed"),
    [
        ("lam-vy-2020", "91/NĐ-CP"),
        ("lam-vy-2020", "11. Thực hiện cải cách hành chính,"),
        ("tam-duong-2022", "Tam Đường, ngày tháng năm 2022"),
        ("vinh-chau-2019", "ngày 21/5/20004"),
        ("vinh-chau-2019", "39/CT-TW"),
        ("vinh-chau-2019", "giai đoạn 2016 - 2010"),
        ("vinh-chau-2019", "d) Thi đua thực hành tiết kiệm,"),
        ("vinh-chau-2019", "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 98,06"),
    ],
)
def test_known_slips_of_the_print_are_reported(plan: str, printed: str) -> None:
    """Those that a machine can see."""
    assert printed in [slip.printed for slip in read(plan).slips]


def test_a_plan_that_launches_a_campaign_proposes_it(real: Registry) -> None:
    """With its contents, its period, its targets."""
    campaign = draft_campaign(read("vinh-chau-2019"), real)
    assert campaign is not None
    assert campaign["name"] == "Phong trào thi đua năm 2019"
    assert campaign["issuers"] == ["ubnd-thi-xa-vinh-chau"]
    assert campaign["contents"][0] == {"heading": "Thi đua phát triển kinh tế bền vững"}
    assert len(campaign["contents"]) == 5
