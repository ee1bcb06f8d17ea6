"""Who belongs on which list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.membership import (
    AGENCY,
    AWARD,
    CAMPAIGN,
    FIELD,
    KIND,
    LETTER,
    PLACE,
    YEAR,
    headings,
    honours_shown,
    letter_key,
    listed,
    members,
    members_page,
    valid_honours,
)

Build = Callable[..., Any]
AWARDS = (
    "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9}\n"
)
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": AWARDS + AWARDS.replace("gk", "bk"),
    "vocabulary/fields.yml": "- {id: nong, name: Nông}\n- {id: trot, name: Trồng trọt, parent: nong}\n",
    "vocabulary/places.yml": (
        "- {id: tinh, name: Tỉnh, type: province}\n"
        "- {id: tinh-cu, name: Tỉnh Cũ, type: province, became: [{id: tinh, how: whole, date: 2025-07-01}]}\n"
        "- {id: nay-mot, name: Xã Nay Một, type: commune, parent: tinh}\n"
        "- {id: nay-hai, name: Xã Nay Hai, type: commune, parent: tinh}\n"
        "- {id: xua, name: Xã Xưa, type: commune, parent: tinh-cu, became: [{id: nay-mot, how: whole, date: 2025-07-01}]}\n"
        "- {id: chia, name: Xã Chia, type: commune, parent: tinh-cu, became: "
        "[{id: nay-mot, how: part, date: 2025-07-01}, {id: nay-hai, how: part, date: 2025-07-01}]}\n"
    ),
    "campaigns/pt.yml": "name: Phong trào\ntype: short\nlevel: commune\n",
}


def row(id: str, more: str = "", name: str = "Nguyễn Văn An") -> str:
    """A recipient."""
    return f"  - {{id: {id}, kind: individual, name: {name}{more}}}\n"


def decision(*rows: str, head: str = "date: 2026-03-04") -> str:
    """A decision of some recipients."""
    return f"{head}\ntitle: Khen\nissuer: ubnd\naward: gk\ncampaign: pt\nrecipients:\n{''.join(rows)}"


@pytest.fixture
def lists_of(project_of: Build) -> Callable[[dict[str, str]], dict[str, dict[str, list[str]]]]:
    """All lists of a few records, as ids."""

    def build(files: dict[str, str]) -> dict[str, dict[str, list[str]]]:
        answers = project_of({**LISTS, **files}).answers
        return {
            dimension: {key: list(answers.ask(members, dimension, key)) for key, _ in answers.ask(headings, dimension)}
            for dimension in (LETTER, KIND, YEAR, FIELD, PLACE, AWARD, AGENCY, CAMPAIGN)
        }

    return build


Lists = Callable[[dict[str, str]], dict[str, dict[str, list[str]]]]


def test_one_honour_puts_a_person_on_every_list_it_speaks_of(lists_of: Lists) -> None:
    """A field and a place put them on the lists above, too."""
    lists = lists_of({"decisions/2026/q.yml": decision(row("a2b3c4", ", place: nay-mot, fields: [trot]"))})
    only = ["a2b3c4"]
    assert lists == {
        LETTER: {"a": only},
        KIND: {"individual": only},
        YEAR: {"2026": only},
        FIELD: {"nong": only, "trot": only},
        PLACE: {"nay-mot": only, "tinh": only},
        AWARD: {"gk": only},
        AGENCY: {"ubnd": only},
        CAMPAIGN: {"pt": only},
    }


def test_a_cancelled_honour_is_on_no_roll_but_told(project_of: Build, lists_of: Lists) -> None:
    """Not in the alphabet either; the page says what became of it."""
    files = {
        "decisions/2026/q.yml": decision(
            row("a2b3c4", ", standing: [{state: cancelled, date: 2026-06-01, reason: Sai.}]")
        )
    }
    lists = lists_of(files)
    assert lists[LETTER] == {}
    assert lists[YEAR] == lists[AWARD] == lists[AGENCY] == lists[CAMPAIGN] == {}
    answers = project_of({**LISTS, **files}).answers
    assert len(honours_shown(answers, "a2b3c4")) == 1
    assert valid_honours(answers, "a2b3c4") == ()


def test_a_restored_honour_is_back(lists_of: Lists) -> None:
    """The last turn that has come decides; one of tomorrow does not."""
    turns = "{state: cancelled, date: 2026-06-01, reason: Sai.}, {state: restored, date: 2026-07-01, reason: Oan.}"
    later = "{state: stripped, date: 2027-01-01, reason: Sai.}"
    lists = lists_of({"decisions/2026/q.yml": decision(row("a2b3c4", f", standing: [{turns}, {later}]"))})
    assert lists[AWARD] == {"gk": ["a2b3c4"]}


def test_merged_ids_are_one_person(lists_of: Lists) -> None:
    """With the honours of both."""
    lists = lists_of(
        {
            "honourees/a2b3c4.yml": "kind: individual\nname: Nguyễn Văn An\nsame_as: [b2c3d4]\n",
            "decisions/2026/q.yml": decision(row("a2b3c4")),
            "decisions/2025/r.yml": decision(row("b2c3d4"), head="date: 2025-03-04"),
        }
    )
    assert lists[YEAR] == {"2025": ["a2b3c4"], "2026": ["a2b3c4"]}
    assert lists[LETTER] == {"a": ["a2b3c4"]}


def test_people_of_a_place_that_is_no_more_are_also_where_it_went(lists_of: Lists) -> None:
    """To the whole successor; of one that was divided, only to what all its parts share."""
    lists = lists_of(
        {
            "decisions/2024/q.yml": decision(
                row("a2b3c4", ", place: xua"), row("b2c3d4", ", place: chia"), head="date: 2024-03-04"
            )
        }
    )
    assert lists[PLACE] == {
        "chia": ["b2c3d4"],
        "nay-mot": ["a2b3c4"],
        "tinh": ["a2b3c4", "b2c3d4"],
        "tinh-cu": ["a2b3c4", "b2c3d4"],
        "xua": ["a2b3c4"],
    }


def test_letters_that_only_marks_tell_apart_are_apart(lists_of: Lists) -> None:
    """Đ is not D, nor Ă an A; people are filed by given name, units by their first word."""
    names = {"a2b3c4": "Lê Đào", "b2c3d4": "Lê Dương", "c2d3f4": "Lê Ánh", "d2f3g4": "Lê Ăn", "f2g3h4": "Đỗ 7"}
    rows = [row(id, name=name) for id, name in names.items()]
    unit = "  - {id: doi-bay, kind: collective, name: Đội Bảy}\n"
    lists = lists_of({"decisions/2026/q.yml": decision(*rows, unit)})
    assert lists[LETTER] == {
        "a": ["c2d3f4"],
        "aw": ["d2f3g4"],
        "d": ["b2c3d4"],
        "dd": ["a2b3c4", "doi-bay"],
        "khac": ["f2g3h4"],
    }
    assert len({letter_key(letter) for letter in "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"}) == 29


@pytest.mark.parametrize(
    "state",
    [
        "status: draft\n",
        "publish_on: 2026-12-01\n",
        "status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: Sai.}\n",
    ],
)
def test_what_is_not_public_is_on_no_list(lists_of: Lists, state: str) -> None:
    """Neither the record's people nor a person's own record."""
    assert lists_of({"decisions/2026/q.yml": state + decision(row("a2b3c4"))})[LETTER] == {}
    assert lists_of({"honourees/thon.yml": f"kind: collective\nname: Thôn\n{state}"})[LETTER] == {}


def test_an_honour_of_a_hidden_decision_counts_for_nothing(lists_of: Lists) -> None:
    """Though the person is listed for another."""
    lists = lists_of(
        {
            "decisions/2026/q.yml": decision(row("a2b3c4")),
            "decisions/2025/r.yml": decision(row("a2b3c4", ", place: xua"), head="status: draft\ndate: 2025-03-04"),
        }
    )
    assert lists[YEAR] == {"2026": ["a2b3c4"]}
    assert lists[PLACE] == {}


def test_a_removed_person_is_on_no_list(lists_of: Lists) -> None:
    """Whatever a decision still holds."""
    lists = lists_of(
        {
            "honourees/a2b3c4.yml": "status: removed\nremoved_on: 2026-01-01\n",
            "decisions/2026/q.yml": decision(row("a2b3c4"), row("b2c3d4", name="Lê Bình")),
        }
    )
    assert lists[LETTER] == {"b": ["b2c3d4"]}


def test_lists_go_by_given_name_then_by_the_rest(project_of: Build) -> None:
    """As Vietnamese lists do."""
    names = ["Trần Văn Bình", "Lê Thị An", "An Thị An", "Nguyễn Văn Ân"]
    rows = [row(f"a2b3c{number + 2}", name=name) for number, name in enumerate(names)]
    answers = project_of({**LISTS, "decisions/2026/q.yml": decision(*rows)}).answers
    assert [answers.registry.laureates[id].name for id in answers.ask(listed)] == [
        "An Thị An",
        "Lê Thị An",
        "Nguyễn Văn Ân",
        "Trần Văn Bình",
    ]


@pytest.mark.parametrize(("count", "pages", "last"), [(1, 1, 1), (100, 1, 100), (101, 2, 1), (250, 3, 50)])
def test_long_lists_come_in_pages_of_a_hundred(project_of: Build, count: int, pages: int, last: int) -> None:
    """Nobody is left out, nobody twice."""
    rows = [f"  - {{id: to-{number}, kind: collective, name: Tổ {number}}}\n" for number in range(count)]
    answers = project_of({**LISTS, "decisions/2026/q.yml": decision(*rows)}).answers
    slices = [answers.ask(members_page, LETTER, "t", number + 1) for number in range(pages)]
    assert {(one.total, one.pages) for one in slices} == {(count, pages)}
    assert len(slices[-1].members) == last
    assert len({id for part in slices for id in part.members}) == count
    assert answers.ask(members_page, LETTER, "t", pages + 1).members == ()
