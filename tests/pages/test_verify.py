"""The page for whoever has a paper in hand, before any script has answered."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from bangvang.pages.verify import verify_page

Build = Callable[..., Any]
DECISION = "number: 1/QĐ\ndate: {year}\ntitle: Khen\nissuer: ubnd\nrecipients: [{{id: a2b3c4, kind: individual, name: An, award_text: Giấy khen}}]\n"


def test_without_a_script_the_decisions_of_each_year_answer(project_of: Build) -> None:
    """The way to them stands outside all that a script shows or hides."""
    files = {"vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n"} | {
        f"decisions/{year}/q{year}.yml": DECISION.format(year=year) for year in (2019, 2024)
    }
    seen = project_of(files).seen(verify_page)
    assert {"quyet-dinh/nam/2024/", "quyet-dinh/nam/2019/"} <= set(seen.links.values())
    assert "mở quyết định ở dưới theo năm ký" in seen.text


def test_an_answer_says_as_of_which_day_it_holds(project_of: Build) -> None:
    """The day of the build, found or not."""
    project = project_of({}, day=datetime.date(2026, 9, 2))
    body = project.body(project.page(verify_page))
    assert body.count("đến ngày 02/9/2026") == 2


def test_without_decisions_the_page_says_so(project_of: Build) -> None:
    """Rather than showing an empty row of years."""
    assert "Chưa có quyết định nào được công bố." in project_of({}).seen(verify_page).text
