"""Who held a title at the end of a year: for life, or for the year it was won."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bangvang.pages.catalogue import targets
from bangvang.pages.holders import holders_page
from bangvang.pages.membership import AWARD, HELD, headings, members
from bangvang.pages.vocabulary import award_page

Build = Callable[..., Any]
STRIPPED = "standing: [{state: stripped, date: 2024-05-01, reason: Vi phạm.}]"
BACK = (
    "standing: [{state: cancelled, date: 2021-05-01, reason: Sai.}, {state: restored, date: 2023-02-01, reason: Đúng.}]"
)


def award(id: str, name: str, kind: str) -> str:
    """An entry of the catalogue."""
    return f"- {{id: {id}, name: {name}, kind: {kind}, level: state, applies_to: [individual], rank: 9}}\n"


def profile(name: str, title: str, day: str, standing: str = "") -> str:
    """Somebody with one honour."""
    return f"kind: individual\nname: {name}\nliving: no\nhonours:\n  - {{award: {title}, date: {day}{f', {standing}' if standing else ''}}}\n"


WORLD = {
    "vocabulary/awards.yml": (
        award("ah", "Anh hùng", "state-title") + award("cs", "Chiến sĩ thi đua", "title") + award("gk", "Giấy khen", "commendation")
    ),
    "honourees/bh2aaa.yml": profile("Trần Mẫu Bình", "ah", "2019"),
    "honourees/ah2aaa.yml": profile("Nguyễn Mẫu An", "ah", "2020-06-01", BACK),
    "honourees/ch2aaa.yml": profile("Lê Mẫu Chi", "ah", "2019-03-04", STRIPPED),
    "honourees/dh2aaa.yml": profile("Phạm Mẫu Dung", "cs", "2019"),
    "honourees/gh2aaa.yml": profile("Vũ Mẫu Giang", "cs", "2020"),
    "honourees/hh2aaa.yml": profile("Hồ Mẫu Hân", "gk", "2020"),
}  # fmt: skip


def lists(built: Any) -> dict[str, list[str]]:
    """Title and year → who, by their first letters."""
    return {
        key: [id[0] for id in built.answers.ask(members, HELD, key)] for key, _ in built.answers.ask(headings, HELD)
    }


def test_a_title_of_honour_is_held_until_it_is_taken_away(project_of: Build) -> None:
    """There is a list for each year that changed it, by given name; one of emulation belongs to its year."""
    assert lists(project_of(WORLD)) == {
        "ah 2019": ["b", "c"],
        "ah 2020": ["a", "b", "c"],
        "ah 2021": ["b", "c"],
        "ah 2023": ["a", "b", "c"],
        "ah 2024": ["a", "b"],
        "cs 2019": ["d"],
        "cs 2020": ["g"],
    }


@pytest.mark.parametrize(("day", "there"), [(date(2019, 12, 30), False), (date(2019, 12, 31), True)])
def test_a_year_has_a_list_when_it_is_over(project_of: Build, day: date, there: bool) -> None:
    """Nobody knows before its last day."""
    assert ("ah 2019" in lists(project_of(WORLD, day))) is there


def test_a_list_says_what_has_become_of_it_since(project_of: Build) -> None:
    """It stays as it was on its day; whoever lost the title later is named with the day, whoever has it again is not."""
    seen = project_of(WORLD).seen(holders_page, "ah 2020", "1")
    assert "Anh hùng, ngày 31/12/2020" in seen.text
    assert "Lê Mẫu Chi : bị tước ngày 01/5/2024." in seen.text
    assert "Nguyễn Mẫu An : bị" not in seen.text
    assert "Về sau có thay đổi" not in project_of(WORLD).seen(holders_page, "ah 2024", "1").text


def test_whoever_has_nothing_left_stands_in_the_lists_of_the_past_alone(project_of: Build) -> None:
    """Without a profile such a one is on no other list."""
    files = {
        "vocabulary/awards.yml": WORLD["vocabulary/awards.yml"],
        "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
        "decisions/2019/q.yml": (
            "date: 2019-03-04\ntitle: Khen\nissuer: ubnd\naward: ah\nrecipients:\n"
            f"  - {{id: ch2aaa, kind: individual, name: Lê Mẫu Chi, {STRIPPED}}}\n"
        ),
    }
    built = project_of(files)
    assert lists(built) == {"ah 2019": ["c"]}
    assert built.answers.ask(members, AWARD, "ah") == ()


@pytest.mark.parametrize("state", ["status: draft\n", "publish_on: 2027-01-01\n", "status: removed\n"])
def test_what_the_public_may_not_see_is_on_no_list(project_of: Build, state: str) -> None:
    """Whatever it says of a title."""
    text = state if "removed" in state else state + WORLD["honourees/bh2aaa.yml"]
    assert lists(project_of({**WORLD, "honourees/bh2aaa.yml": text}))["ah 2019"] == ["c"]


def test_an_award_leads_to_its_lists(project_of: Build) -> None:
    """The latest year first; a form of award that is no title has none."""
    built = project_of(WORLD)
    seen = built.seen(award_page, "ah", "1")
    assert "Ai giữ danh hiệu vào ngày 31 tháng 12" in seen.text
    assert seen.links["2019"] == "danh-hieu/ah/2019/"
    assert [link.text for link, _ in built.page(award_page, "ah", "1").context["held"]] == [
        "2024",
        "2023",
        "2021",
        "2020",
        "2019",
    ]
    assert "Ai được tặng, theo từng năm" in built.seen(award_page, "cs", "1").text
    assert "danh-hieu/gk/2020/" not in built.seen(award_page, "gk", "1").links.values()


def test_every_list_has_its_page(project_of: Build) -> None:
    """At an address of its own, below the title's."""
    built = project_of(WORLD)
    urls = {target.url for target in targets(built.answers) if target.builder == "held"}
    assert urls == {f"danh-hieu/{award}/{year}/" for award, year in map(str.split, lists(built))}
    page = built.page(holders_page, "cs 2019", "1")
    assert (page.url, page.title, page.listed) == ("danh-hieu/cs/2019/", "Chiến sĩ thi đua, năm 2019", True)
