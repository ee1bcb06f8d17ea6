"""The list of documents: plans first, each sort by year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.documents import documents_page

Build = Callable[..., Any]


def test_plans_come_first_and_the_newest_year_leads(project_of: Build) -> None:
    """Papers without a year stand last among their sort; drafts nowhere."""
    project = project_of(
        {
            "documents/a.yml": "type: law\ntitle: Luật Một\ndate: 2022-06-15\n",
            "documents/b.yml": "type: plan\ntitle: Kế hoạch cũ\ndate: 2019-04-19\n",
            "documents/c.yml": "type: plan\ntitle: Kế hoạch mới\ndate: 2026\n",
            "documents/d.yml": "type: plan\ntitle: Kế hoạch không ngày\n",
            "documents/e.yml": "type: plan\ntitle: Bản nháp\nstatus: draft\n",
        }
    )
    page = project.page(documents_page)
    assert [(shelf.title, shelf.anchor, shelf.count) for shelf in page.context["shelves"]] == [
        ("Kế hoạch", "loai-ke-hoach", 3),
        ("Luật", "loai-luat", 1),
    ]
    assert [year for year, _ in page.context["shelves"][0].years] == ["2026", "2019", "Chưa rõ năm"]
    seen = project.seen(documents_page)
    assert seen.links["Kế hoạch cũ"] == "van-ban/b/"
    assert "Bản nháp" not in seen.text


def test_no_document_at_all_is_a_friendly_page(project_of: Build) -> None:
    """Nothing to show, and no empty headings."""
    assert "Chưa có văn bản" in project_of({}).seen(documents_page).text
