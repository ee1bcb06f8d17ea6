"""Families of campaigns: across levels, and year by year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.campaign import campaign_page
from bangvang.pages.campaign_families import families_page, year_after_year

Build = Callable[..., Any]


def campaign(name: str, level: str = "commune", more: str = "") -> str:
    """A campaign."""
    return f"name: {name}\ntype: annual\nlevel: {level}\n{more}"


WORLD = {
    "vocabulary/places.yml": "- {id: mau, name: Xã Mẫu, type: commune}\n- {id: khac, name: Xã Khác, type: commune}\n",
    "campaigns/nuoc.yml": campaign("Cả nước thi đua", "national", "period: {from: 2021, to: 2025}\n"),
    "campaigns/tinh.yml": campaign("Tỉnh hưởng ứng", "province", "parent: nuoc\n"),
    "campaigns/xa.yml": campaign("Xã hưởng ứng", "commune", "parent: tinh\nplace: mau\n"),
    "campaigns/nhap.yml": campaign("Bản nháp", "commune", "parent: tinh\nstatus: draft\n"),
    "campaigns/a25.yml": campaign("Thi đua xã Mẫu năm 2025", more="place: mau\n"),
    "campaigns/a26.yml": campaign("Thi đua xã Mẫu năm 2026", more="place: mau\n"),
    "campaigns/b26.yml": campaign("Thi đua xã Mẫu năm 2026", more="place: khac\n"),
}


def test_a_tree_goes_through_all_levels(project_of: Build) -> None:
    """Drafts are no part of it, and whoever stands alone has no tree."""
    built = project_of(WORLD)
    (tree,) = built.page(families_page).context["trees"]
    assert (tree.link.text, tree.size) == ("Cả nước thi đua", 3)
    assert [branch.link.text for branch in tree.below[0].below] == ["Xã hưởng ứng"]
    assert "Bản nháp" not in built.seen(families_page).text


def test_a_hidden_campaign_above_makes_the_next_one_the_head(project_of: Build) -> None:
    """What the public may not see is named nowhere."""
    hidden = WORLD["campaigns/nuoc.yml"] + "status: draft\n"
    built = project_of({**WORLD, "campaigns/nuoc.yml": hidden})
    assert [tree.link.text for tree in built.page(families_page).context["trees"]] == ["Tỉnh hưởng ứng"]
    assert "Cả nước" not in built.seen(families_page).text


def test_campaigns_of_one_place_stand_year_by_year(project_of: Build) -> None:
    """The same name elsewhere is another campaign."""
    built = project_of(WORLD)
    assert built.answers.ask(year_after_year, "a26") == ("a25", "a26")
    assert [name for name, _ in built.page(families_page).context["lines"]] == ["Thi đua xã Mẫu"]
    page = built.page(campaign_page, "a26")
    assert [(one.link.text, one.current) for one in page.context["siblings"]] == [
        ("Thi đua xã Mẫu năm 2025", False),
        ("Thi đua xã Mẫu năm 2026", True),
    ]
    assert "Qua các năm" in built.seen(campaign_page, "a26").text
    assert built.page(campaign_page, "b26").context["siblings"] == ()


def test_without_families_the_page_says_so(project_of: Build) -> None:
    """Rather than nothing."""
    assert "Chưa có cây phong trào nào" in project_of({}).seen(families_page).text
