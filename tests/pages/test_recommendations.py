"""Exemplars and practices near to somebody, each group saying why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.honouree import honouree_page
from bangvang.pages.recommendations import Kin

Build = Callable[..., Any]
PLACES = """\
- {id: tinh, name: Tỉnh Thử, type: province}
- {id: xa-mot, name: Xã Một, type: commune, parent: tinh}
- {id: xa-hai, name: Xã Hai, type: commune, parent: tinh}
- {id: xa-cu, name: Xã Cũ, type: commune, to: 2025-06-30, became: [{id: xa-mot, how: whole, date: 2025-07-01}]}
"""
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9}\n"
    ),
    "vocabulary/fields.yml": "- {id: lua, name: Trồng lúa}\n- {id: y-te, name: Y tế}\n",
    "vocabulary/places.yml": PLACES,
}


def unit(number: int, more: str = "", place: str = "xa-mot", field: str = "lua", year: int = 0) -> dict[str, str]:
    """A collective with a profile; nobody's consent is needed. Nobody else was honoured in its year."""
    text = f"kind: collective\nname: Tổ Số {number}\nplace: {place}\nfields: [{field}]\n"
    return {
        f"honourees/to-{number}.yml": f"{text}honours:\n  - {{award: gk, date: {year or 1950 + number}, authority: ubnd}}\n{more}"
    }


def units(*numbers: int, **kind: Any) -> dict[str, str]:
    """Several."""
    return {path: text for number in numbers for path, text in unit(number, **kind).items()}


def practice(number: int, more: str = "") -> dict[str, str]:
    """Something worth copying."""
    text = f"name: Cách {number}\nkind: model\nfields: [lua]\nproblem: Khó.\nway: Làm.\n"
    return {f"practices/cach-{number}.yml": text + more}


def kin(project: Any, id: str = "to-1") -> dict[str, Kin]:
    """The groups of a page, by heading."""
    return {group.heading: group for group in project.page(honouree_page, id).context["kin"]}


def people(group: Kin) -> set[str]:
    """Who stands in a group."""
    return {card.id for card in group.people}


def test_at_most_six_and_each_group_says_why(project_of: Build) -> None:
    """Two who are near, two of the field, two practices."""
    practices = {path: text for number in range(5) for path, text in practice(number).items()}
    project = project_of({**LISTS, **units(*range(1, 12)), **units(*range(12, 20), place="xa-hai"), **practices})
    groups = kin(project)
    assert [(heading, group.why.text) for heading, group in groups.items()] == [
        ("Gương gần đây", "xã Một, tỉnh Thử"),
        ("Gương cùng lĩnh vực", "Trồng lúa"),
        ("Cách làm để học theo", "Trồng lúa"),
    ]
    assert [len(group.people) + len(group.practices) for group in groups.values()] == [2, 2, 2]
    seen = project.seen(honouree_page, "to-1")
    assert seen.links["xã Một, tỉnh Thử"] == "dia-phuong/xa-mot/"
    assert all(card.name in seen.links for group in groups.values() for card in group.people)


def test_nobody_is_shown_twice_on_a_page(project_of: Build) -> None:
    """Neither the subject, nor who was honoured by the same decision, nor one in two groups."""
    project = project_of({**LISTS, **units(*range(1, 12), year=2024), **units(20, 21, 22)})
    context = project.page(honouree_page, "to-1").context
    shown = [card.id for card in context["neighbours"]]
    shown += [card.id for group in context["kin"] for card in group.people]
    assert len(shown) == len(set(shown))
    assert "to-1" not in shown


def test_a_practice_of_ones_own_is_not_recommended(project_of: Build) -> None:
    """Whoever made it has it on the page already."""
    alone = {**LISTS, **units(1), **practice(1, "honourees: [to-1]\n")}
    assert kin(project_of(alone)) == {}
    others = kin(project_of({**alone, **practice(2)}))["Cách làm để học theo"]
    assert [link.url for link in others.practices] == ["mo-hinh/cach-2/"]


def test_near_is_the_smallest_place_that_has_anybody(project_of: Build) -> None:
    """One's own, then what it is today, then the one above."""
    lone = {**LISTS, **unit(1, place="xa-cu", field="y-te"), "decisions/2024/q.yml": ROWS}
    assert kin(project_of({**lone, **units(2, 3, place="xa-hai")}))["Gương gần đây"].why.text == "tỉnh Thử"
    nearer = kin(project_of({**lone, **units(2, place="xa-hai"), **units(4)}))["Gương gần đây"]
    assert (nearer.why.text, people(nearer)) == ("xã Một, tỉnh Thử", {"to-4"})


ROWS = """\
number: 1/QĐ
date: 2024-03-04
title: Khen
issuer: ubnd
award: gk
recipients:
  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Thử, place: xa-mot, fields: [lua]}
"""


def test_a_bare_recipient_is_led_on_but_not_led_to(project_of: Build) -> None:
    """Only pages that tell more than a list are worth a way."""
    project = project_of({**LISTS, **units(1), "decisions/2024/q.yml": ROWS})
    assert people(kin(project, "k7m2q9")["Gương gần đây"]) == {"to-1"}
    assert kin(project, "to-1") == {}


@pytest.mark.parametrize(
    "more",
    [
        "status: draft\n",
        "publish_on: 2027-01-01\n",
        "status: withdrawn\nwithdrawn: {date: 2026-01-01, reason: Sai.}\n",
        "illustrative: true\n",
    ],
    ids=["draft", "embargoed", "withdrawn", "invented"],
)
def test_whoever_does_not_show_is_not_recommended(project_of: Build, more: str) -> None:
    """Nor is what is invented, to those who are real."""
    project = project_of({**LISTS, **unit(1), **unit(2, more), **practice(1, more)})
    assert kin(project) == {}


def test_what_is_invented_stays_among_itself(project_of: Build) -> None:
    """And finds its like."""
    invented = "illustrative: true\n"
    project = project_of({**LISTS, **unit(1, invented), **unit(2, invented), **unit(3), **practice(1, invented)})
    assert people(kin(project)["Gương gần đây"]) == {"to-2"}
    assert kin(project)["Cách làm để học theo"].practices[0].url == "mo-hinh/cach-1/"


def test_one_who_joins_changes_few_pages(project_of: Build) -> None:
    """Everybody is shown by about as many, whoever comes and goes."""
    before, after = (
        {id: kin(project, id) for id in (f"to-{number}" for number in range(1, 61))}
        for project in (project_of({**LISTS, **units(*range(1, last))}) for last in (61, 62))
    )
    changed = [id for id in before if before[id] != after[id]]
    assert 1 <= len(changed) <= 8
    shown = [card.id for groups in before.values() for group in groups.values() for card in group.people]
    assert max(shown.count(id) for id in before) <= 10
