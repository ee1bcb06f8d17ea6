"""Lists by letter, kind and campaign, whole lists, and the front page of the roll."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.catalogue import build_page, targets
from bangvang.pages.lists import (
    LETTERS,
    campaign_people_page,
    kind_page,
    letter_page,
    letter_strip,
    newest,
    roll_page,
    whole_page,
)
from bangvang.pages.reading import Reading
from bangvang.vietnamese import ALPHABET

Build = Callable[..., Any]


def decision(*names: str, date: str = "2026-03-04") -> str:
    """A decision of a few people."""
    rows = "".join(
        f"  - {{id: a2b3c{number + 2}, kind: individual, name: {name}}}\n" for number, name in enumerate(names)
    )
    return f"date: {date}\ntitle: Khen\nissuer: ubnd\ncampaign: pt\nrecipients:\n{rows}"


FILES = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "campaigns/pt.yml": "name: Phong trào Xanh\ntype: short\nlevel: commune\n",
    "decisions/2026/q.yml": decision("Lê Văn Đào", "Lê Thị Dung", "Đỗ Văn Đỉnh"),
    "honourees/thon.yml": "kind: collective\nname: Thôn Hai\n",
}


def test_a_letter_has_those_filed_under_it(project_of: Build) -> None:
    """By given name, with the alphabet above."""
    project = project_of(FILES)
    page = project.page(letter_page, "dd", "1")
    assert (page.url, page.title) == ("guong/chu/dd/", "Gương sáng vần Đ")
    assert [card.name for card in page.context["people"].cards] == ["Lê Văn Đào", "Đỗ Văn Đỉnh"]
    assert "Lê Văn Đào" in project.seen(letter_page, "dd", "1").links


def test_the_alphabet_has_every_letter_and_links_those_that_hold_somebody(project_of: Build) -> None:
    """In Vietnamese order; what is no letter only when it is needed."""
    strip = letter_strip(Reading(project_of(FILES).answers), "dd")
    assert "".join(letter for letter, *_ in strip) == ALPHABET.upper()
    assert {letter: (url, count, here) for letter, url, count, here in strip if url} == {
        "D": ("guong/chu/d/", 1, False),
        "Đ": ("guong/chu/dd/", 2, True),
        "T": ("guong/chu/t/", 1, False),
    }
    assert len(LETTERS) == len(ALPHABET) + 1


def test_further_parts_of_a_list_are_no_permanent_addresses(project_of: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """They shift with every newcomer."""
    monkeypatch.setattr("bangvang.pages.membership.PER_PAGE", 1)
    project = project_of(FILES)
    first, second = (project.page(letter_page, "dd", number) for number in "12")
    assert (first.listed, second.listed) == (True, False)
    assert (second.url, second.title) == ("guong/chu/dd/trang-2/", "Gương sáng vần Đ, trang 2")
    assert [step.url for step in second.crumbs] == ["guong/", "guong/chu/dd/"]


def test_a_list_of_one_kind_is_called_by_it(project_of: Build) -> None:
    """At an address in words."""
    page = project_of(FILES).page(kind_page, "collective", "1")
    assert (page.url, [card.name for card in page.context["people"].cards]) == ("guong/loai/tap-the/", ["Thôn Hai"])


def test_a_campaign_s_people_stand_below_it(project_of: Build) -> None:
    """In its part of the site."""
    page = project_of(FILES).page(campaign_people_page, "pt", "1")
    assert (page.url, page.tab) == ("phong-trao/pt/guong/", "phong-trao")
    assert page.title == "Gương của phong trào Phong trào Xanh"
    assert page.context["people"].total == 3


@pytest.mark.parametrize(
    ("dimension", "key", "heading"),
    [
        ("letter", "dd", "Gương sáng vần Đ"),
        ("kind", "collective", "Tập thể được khen thưởng"),
        ("year", "2026", "Khen thưởng năm 2026"),
        ("campaign", "pt", "Phong trào Xanh"),
        ("agency", "ubnd", "Ủy ban"),
        ("agency", "khong-co", "khong-co"),
    ],
)
def test_a_whole_list_is_for_the_printer(project_of: Build, dimension: str, key: str, heading: str) -> None:
    """Under its own heading, never for search engines."""
    page = project_of(FILES).page(whole_page, dimension, key, "co-so/")
    assert (page.url, page.context["heading"], page.indexed, page.listed) == ("co-so/tat-ca/", heading, False, False)


def test_the_front_page_of_the_roll_leads_everywhere(project_of: Build) -> None:
    """Letters, kinds with counts, the newest."""
    project = project_of(FILES)
    page = project.page(roll_page)
    assert page.context["total"] == 4
    assert [(label, count) for label, _, count in page.context["kinds"]] == [("Cá nhân", 3), ("Tập thể", 1)]
    assert page.context["newest"][0].name == "Lê Thị Dung"
    assert "Thôn Hai" in project.seen(roll_page).text


def test_those_honoured_last_come_first(project_of: Build) -> None:
    """A day decides; who has none comes last."""
    older = decision("Vũ Văn Xưa", date="2019").replace("a2b3c2", "x2y3z4")
    answers = project_of({**FILES, "decisions/2019/r.yml": older}).answers
    assert [answers.registry.laureates[id].name for id in answers.ask(newest)][-2:] == ["Vũ Văn Xưa", "Thôn Hai"]


def test_every_target_is_built_at_its_own_address(project_of: Build) -> None:
    """And no two have the same."""
    answers = project_of(FILES).answers
    wanted = list(targets(answers))
    assert [build_page(answers, target)[0].url for target in wanted] == [target.url for target in wanted]
    assert len({target.url for target in wanted}) == len(wanted)
