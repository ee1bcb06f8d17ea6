"""The page of a cluster: members, and year by year who led and who came where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.cluster import cluster_page, clusters_page

Build = Callable[..., Any]
AGENCIES = "".join(f"- {{id: x{number}, name: Xã {number}}}\n" for number in range(1, 6))
WORLD = {
    "vocabulary/agencies.yml": AGENCIES,
    "vocabulary/awards.yml": "- {id: co, name: Cờ thi đua, kind: commendation, level: province, rank: 1, applies_to: [collective], powers: [{authority: province-chair}]}\n",
    "clusters/cum.yml": """\
name: Cụm số 1
type: cum
agency: x5
members:
  - {agency: x1, from: 2025-07-01}
  - {agency: x2, to: 2027-01-01}
  - {agency: x3, from: 2020, to: 2025-12-31}
years:
  - year: 2024
    lead: x3
    scores: [{agency: x3, points: 80}, {agency: x1, points: "90,5"}]
  - year: 2026
    lead: x1
    deputy: x2
    pledge: Giúp nhau việc khó.
    criteria: [{name: Kinh tế, points: "60,5"}, {name: Văn hóa, points: "39,5"}]
    scores:
      - {agency: x2, points: "93,50", rank: 2}
      - {agency: x4, rank: 4}
      - {agency: x1, points: "96,75", rank: 1, award: co}
      - {agency: x3, points: "91", rank: 3}
""",
}


def year_of(project: Any, year: int) -> Any:
    """One year as the template gets it."""
    return next(one for one in project.page(cluster_page, "cum").context["years"] if one.year == year)


def test_members_of_today_and_those_who_left_are_kept_apart(project_of: Build) -> None:
    """By the day: one that leaves next year is still a member."""
    context = project_of(WORLD).page(cluster_page, "cum").context
    assert [(line.unit.text, line.span) for line in context["members"]] == [
        ("Xã 1", "từ 01/7/2025"),
        ("Xã 2", "đến 01/01/2027"),
    ]
    assert [(line.unit.text, line.span) for line in context["former"]] == [("Xã 3", "từ 2020 đến 31/12/2025")]


def test_the_latest_year_stands_open_and_earlier_ones_are_folded(project_of: Build) -> None:
    """A long history does not bury this year's result."""
    project = project_of(WORLD)
    body = project.body(project.page(cluster_page, "cum"))
    assert '<section id="nam-2026"' in body
    assert '<details class="bv-details bv-details--year" id="nam-2024"' in body


def test_units_stand_by_rank_with_points_as_written_and_award(project_of: Build) -> None:
    """The first three are marked; 93,50 keeps its zero; missing points stay missing."""
    lines = year_of(project_of(WORLD), 2026).scores
    assert [(line.rank, line.unit.text, line.points, line.top) for line in lines] == [
        ("1", "Xã 1", "96,75", True),
        ("2", "Xã 2", "93,50", True),
        ("3", "Xã 3", "91", True),
        ("4", "Xã 4", "", False),
    ]
    assert lines[0].award.url == "danh-hieu/co/"


def test_without_ranks_points_decide_the_order_and_no_rank_is_made_up(project_of: Build) -> None:
    """The column of ranks is left out."""
    year = year_of(project_of(WORLD), 2024)
    assert [line.unit.text for line in year.scores] == ["Xã 1", "Xã 3"]
    assert not year.ranked
    assert not year.awarded


def test_criteria_add_up_where_each_has_its_points(project_of: Build) -> None:
    """A sum over gaps would say something that nobody decided."""
    world = dict(WORLD)
    assert year_of(project_of(world), 2026).total == "100,0"
    world["clusters/cum.yml"] = WORLD["clusters/cum.yml"].replace(', points: "39,5"', "")
    assert year_of(project_of(world), 2026).total == ""


@pytest.mark.parametrize(("type", "head"), [("cum", "Cụm trưởng"), ("khoi", "Khối trưởng")])
def test_leaders_are_called_as_in_their_kind_of_group(project_of: Build, type: str, head: str) -> None:
    """A block has a khối trưởng."""
    world = WORLD | {"clusters/cum.yml": WORLD["clusters/cum.yml"].replace("type: cum", f"type: {type}")}
    assert head in project_of(world).seen(cluster_page, "cum").text


def test_the_list_names_who_led_the_latest_year(project_of: Build) -> None:
    """Clusters first, blocks after them."""
    world = WORLD | {"clusters/a-khoi.yml": "name: Khối sở, ngành\ntype: khoi\n"}
    project = project_of(world)
    groups = project.page(clusters_page).context["groups"]
    assert [group.heading for group in groups] == ["Cụm thi đua", "Khối thi đua"]
    assert "Dẫn đầu năm 2026: Xã 1" in project.seen(clusters_page).text


def test_a_cluster_without_years_says_that_nothing_is_published(project_of: Build) -> None:
    """As the plan of Lam Vỹ leaves it: a name and one member."""
    text = project_of({"clusters/trong.yml": "name: Cụm số 2\ntype: cum\n"}).seen(cluster_page, "trong").text
    assert "Chưa có giao ước và kết quả chấm điểm" in text
