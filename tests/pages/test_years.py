"""The years, each with all that happened in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.decisions_index import decision_year_page, decisions_page
from bangvang.pages.years import all_years, year_page, years_page

Build = Callable[..., Any]
FILES = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "decisions/2024/q.yml": (
        "number: 1/QĐ\ndate: 2024-03-04\ntitle: Khen năm ấy\nissuer: ubnd\nrecipients:\n"
        "  - {id: a2b3c4, kind: individual, name: Lê Văn An}\n"
    ),
    "decisions/2026/nhap.yml": (
        "number: 2/QĐ\ndate: 2025-03-04\ntitle: Khen nháp\nissuer: ubnd\nstatus: draft\nrecipients:\n"
        "  - {id: b2c3d4, kind: individual, name: Lê Văn Ba}\n"
    ),
    "campaigns/pt.yml": "name: Phong trào Xanh\ntype: short\nlevel: commune\nperiod: {from: 2019-05, to: 2024-12}\n",
    "events/dh.yml": "name: Đại hội Thử\ntype: congress\nfrom: 2020-06-01\n",
    "documents/kh.yml": "type: plan\ntitle: Kế hoạch Xanh\nissuer: ubnd\ndate: 2024-01-02\n",
    "honourees/thon.yml": "kind: collective\nname: Thôn Hai\nhonours: [{award_text: Cờ, date: 1998}]\n",
}


def test_every_year_in_which_anything_happened_has_a_page(project_of: Build) -> None:
    """The latest first; a draft makes none."""
    assert project_of(FILES).answers.ask(all_years) == ("2024", "2020", "2019", "1998")


def test_a_year_tells_all_that_happened_in_it(project_of: Build) -> None:
    """People, decisions, documents; campaigns by their beginning."""
    project = project_of(FILES)
    links = project.seen(year_page, "2024", "1").links
    assert links["Lê Văn An"] == "guong/a2b3c4/"
    assert {"quyet-dinh/q/", "van-ban/kh/"} <= set(links.values())
    assert "Phong trào Xanh" not in links
    assert project.seen(year_page, "2019", "1").links["Phong trào Xanh"] == "phong-trao/pt/"
    assert project.seen(year_page, "2020", "1").links["Đại hội Thử"] == "su-kien/dh/"
    page = project.page(year_page, "2024", "1")
    assert page.description == "Khen thưởng năm 2024: 1 người, tập thể, hộ gia đình; 1 quyết định."


def test_a_year_leads_to_those_before_and_after_it_and_folds_the_rest(project_of: Build) -> None:
    """Of the years that have a page; what the year has comes first."""
    project = project_of(FILES)
    context = project.page(year_page, "2020", "1").context
    assert (context["before"].url, context["after"].url) == ("nam/2019/", "nam/2024/")
    assert project.page(year_page, "1998", "1").context["before"] is None
    assert project.page(year_page, "2024", "1").context["after"] is None
    body = project.body(project.page(year_page, "2020", "1"))
    assert '<details class="bv-details"><summary>Năm khác</summary>' in body


def test_years_stand_by_decades(project_of: Build) -> None:
    """With how many were honoured."""
    groups = project_of(FILES).page(years_page).context["groups"]
    assert [(name, [(link.text, held) for link, held in years]) for name, years in groups] == [
        ("Những năm 2020", [("2024", "1 mục"), ("2020", "")]),
        ("Những năm 2010", [("2019", "")]),
        ("Những năm 1990", [("1998", "1 mục")]),
    ]


def test_decisions_are_listed_by_year_without_drafts(project_of: Build) -> None:
    """The latest on the front page, each year on its own."""
    project = project_of(FILES)
    assert [line.url for line in project.page(decisions_page).context["lines"]] == ["quyet-dinh/q/"]
    page = project.page(decision_year_page, "2024")
    assert (page.url, [line.url for line in page.context["lines"]]) == ("quyet-dinh/nam/2024/", ["quyet-dinh/q/"])
    assert "Khen nháp" not in project.seen(decisions_page).text
