"""Targets met, missed, under way and unknown: the same verdicts as on the campaigns' own pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.campaign import campaign_page
from bangvang.pages.figures import SITE
from bangvang.pages.membership import CAMPAIGN, PLACE
from bangvang.pages.outcomes import SERIES, outcome_chart, outcomes
from bangvang.pages.reading import Reading

Build = Callable[..., Any]
RESULT = "results: [{{as_of: {day}, value: '{value}'}}]".format
TARGETS = (
    "targets:\n"
    f"  - {{name: Đạt, value: '10', {RESULT(day='2025', value='12')}}}\n"
    f"  - {{name: Chưa đạt, value: '10', {RESULT(day='2026', value='9')}, parts: [{{name: Phần, value: '10'}}]}}\n"
    f"  - {{name: Đang làm, value: '10', {RESULT(day='2025', value='9')}}}\n"
    "  - {name: Chưa có, value: '10'}\n"
    "  - {name: Bằng lời, text: Khá lên, results: [{as_of: 2026, text: Khá}]}\n"
)
HEAD = "name: Thi đua\ntype: annual\nlevel: commune\nperiod: {from: 2024, to: 2026}\n"
FILES = {
    "vocabulary/places.yml": "- {id: xa-a, name: Xã A, type: commune}\n",
    "campaigns/lon.yml": f"{HEAD}place: xa-a\n{TARGETS}",
    "campaigns/nho.yml": f"{HEAD}targets: [{{name: Một, value: '1'}}]\n",
    "campaigns/khong.yml": HEAD,
    "campaigns/nhap.yml": f"status: draft\n{HEAD}{TARGETS}",
}


def test_targets_are_sorted_by_how_they_came_out(project_of: Build) -> None:
    """Met, under way, missed, unknown; parts are not counted apart, drafts not at all."""
    answers = project_of(FILES).answers
    assert answers.ask(outcomes, SITE, "") == (("lon", (1, 1, 1, 2)), ("nho", (0, 0, 0, 1)))
    assert answers.ask(outcomes, PLACE, "xa-a") == (("lon", (1, 1, 1, 2)),)
    assert answers.ask(outcomes, CAMPAIGN, "nho") == (("nho", (0, 0, 0, 1)),)
    assert answers.ask(outcomes, CAMPAIGN, "khong") == ()


def test_the_chart_agrees_with_the_campaigns_own_pages(project_of: Build) -> None:
    """As many targets, as many met."""
    project = project_of(FILES)
    chart = outcome_chart(Reading(project.answers), SITE, "")
    assert chart is not None
    assert chart.columns == ("Phong trào", *SERIES, "Cộng")
    for row, id in zip(chart.rows, ("lon", "nho"), strict=True):
        table = project.page(campaign_page, id).context["targets"]
        assert (row.cells[-1], row.cells[1]) == (str(table.counted), str(table.met))
        assert row.href == f"phong-trao/{id}/"
    assert chart.foot == ("Tổng cộng", "1", "1", "1", "3", "6")
    assert chart.note.startswith("1 trong 2 chỉ tiêu đã có kết luận là đạt.")
    assert "1 chỉ tiêu đang thực hiện. 3 chỉ tiêu chưa có kết quả hoặc chưa có kết luận." in chart.note


def test_many_campaigns_are_told_in_one_bar_at_the_end(project_of: Build) -> None:
    """So that no target is lost."""
    many = {f"campaigns/c{number:02}.yml": f"{HEAD}targets: [{{name: Một, value: '1'}}]\n" for number in range(20)}
    chart = outcome_chart(Reading(project_of(many).answers), SITE, "")
    assert chart is not None
    assert chart.rows[-1].cells == ("6 phong trào khác", "0", "0", "0", "6", "6")
    assert chart.foot[-1] == "20"


def test_without_targets_there_is_no_chart(project_of: Build) -> None:
    """Nothing to draw."""
    assert outcome_chart(Reading(project_of({}).answers), SITE, "") is None
