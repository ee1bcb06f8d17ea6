"""How practices spread: who took them over when and where, and whom nobody may name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.adoptions import adopters, spread_map, spread_tree
from bangvang.pages.practice import practice_page
from bangvang.pages.reading import Reading
from bangvang.pages.statistics import statistics_page

Build = Callable[..., Any]
PLACES = (
    "- {id: tinh-nghe-an, name: Tỉnh Nghệ An, type: province}\n"
    "- {id: xa-a, name: Xã A, type: commune, parent: tinh-nghe-an}\n"
    "- {id: tinh-lai-chau, name: Tỉnh Lai Châu, type: province}\n"
)
PRACTICE = (
    "kind: model\nname: Tổ tự quản\nplace: xa-a\nsince: 2019\nadopted:\n"
    "  - {unit: Thôn Một, place: xa-a, since: 2020-05}\n"
    "  - {unit: Thôn Hai, place: tinh-lai-chau, since: 2021}\n"
    "  - {unit: Thôn Ba, since: 2021}\n"
    "  - {unit: Thôn Bốn}\n"
    "  - {unit: Tổ đã gỡ, honouree: x33ppx, since: 2021}\n"
)
FILES = {
    "vocabulary/places.yml": PLACES,
    "practices/to-tu-quan.yml": PRACTICE,
    "practices/nhap.yml": "status: draft\n" + PRACTICE.replace("Tổ tự quản", "Bản nháp"),
    "practices/mot-noi.yml": "kind: model\nname: Một nơi\nadopted: [{unit: Xóm Cuối, since: 2021}]\n",
    "honourees/x33ppx.yml": "status: removed\nremoved_on: 2026-09-15\nbasis: Theo yêu cầu hợp pháp\n",
}


def test_adopters_are_known_by_year_and_province(project_of: Build) -> None:
    """Only of what is published; whoever was taken off the site is not told."""
    found = project_of(FILES).answers.ask(adopters, "")
    assert [(one.practice, one.unit, one.year, one.province) for one in sorted(found)] == [
        ("mot-noi", "Xóm Cuối", "2021", ""),
        ("to-tu-quan", "Thôn Ba", "2021", ""),
        ("to-tu-quan", "Thôn Bốn", "", ""),
        ("to-tu-quan", "Thôn Hai", "2021", "tinh-lai-chau"),
        ("to-tu-quan", "Thôn Một", "2020", "tinh-nghe-an"),
    ]


def test_a_practice_tells_its_adopters_year_by_year(project_of: Build) -> None:
    """As a tree whose table has as many rows as the page has adopters, and as a map."""
    project = project_of(FILES)
    page = project.page(practice_page, "to-tu-quan")
    tree, provinces = page.charts
    assert [branch.name for branch in tree.branches] == ["Năm 2020", "Năm 2021", "Chưa rõ năm"]
    assert [row.cells[:2] for row in tree.rows] == [
        ("2020", "Thôn Một"),
        ("2021", "Thôn Hai"),
        ("2021", "Thôn Ba"),
        ("Chưa rõ năm", "Thôn Bốn"),
    ]
    assert len(tree.rows) == len(page.context["adopted"])
    assert provinces.foot[-1] == "4"
    seen = project.seen(practice_page, "to-tu-quan")
    assert "Bắt đầu: năm 2019, Xã A, tỉnh Nghệ An" in seen.text
    assert "Tổ đã gỡ" not in seen.text


def test_all_practices_spread_together(project_of: Build) -> None:
    """By year, those with most adopters first; the numbers are those of the practices' own pages."""
    project = project_of(FILES)
    reading = Reading(project.answers)
    tree, provinces = spread_tree(reading), spread_map(reading, "")
    assert tree is not None
    assert [row.cells for row in tree.rows] == [
        ("2020", "Tổ tự quản", "1"),
        ("2021", "Tổ tự quản", "2"),
        ("2021", "Một nơi", "1"),
        ("Chưa rõ năm", "Tổ tự quản", "1"),
    ]
    own = [len(project.page(practice_page, id).context["adopted"]) for id in ("to-tu-quan", "mot-noi")]
    assert tree.foot[-1] == str(sum(own)) == "5"
    assert provinces is not None
    assert provinces.foot[-1] == "5"
    assert {"nhan-rong", "ban-do-nhan-rong"} <= {chart.id for chart in project.page(statistics_page).charts}


def test_what_nobody_took_over_has_no_tree(project_of: Build) -> None:
    """Nor a map; one province alone needs none either."""
    project = project_of({"practices/a.yml": "kind: model\nname: A\n"})
    assert project.page(practice_page, "a").charts == ()
    assert spread_tree(Reading(project.answers)) is None
    assert [chart.id for chart in project_of(FILES).page(practice_page, "mot-noi").charts] == ["nhan-rong"]
