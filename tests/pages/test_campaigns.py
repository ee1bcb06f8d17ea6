"""The list of campaigns: under way, to come, past, of unknown time, and the time line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.campaigns import campaigns_page

Build = Callable[..., Any]


def campaign(name: str, more: str = "") -> str:
    """A campaign with what every campaign must have."""
    return f"name: {name}\ntype: thematic\nlevel: national\n{more}"


PROJECT = {
    "campaigns/a.yml": campaign("Đang làm", "period: {from: 2026, to: 2026}\n"),
    "campaigns/b.yml": campaign("Sắp làm", "period: {from: 2027}\n"),
    "campaigns/c.yml": campaign("Làm xong", "period: {from: 2011-06-08, to: 2025}\n"),
    "campaigns/d.yml": campaign("Cờ Ba nhất", "period: {from: 1960}\n"),
    "campaigns/e.yml": campaign("Không rõ"),
    "campaigns/f.yml": campaign("Bản nháp", "period: {from: 2026}\nstatus: draft\n"),
    "campaigns/g.yml": campaign("Hết hạn", "period: {to: 2020}\n"),
    "events/h.yml": "name: Đại hội toàn quốc lần thứ I\ntype: congress\nfrom: 1952-05-01\n",
}


def test_every_public_campaign_stands_in_one_group(project_of: Build) -> None:
    """By stage; the past ones by the decade in which they began, the latest first."""
    page = project_of(PROJECT).page(campaigns_page)
    context = page.context
    assert page.url == "phong-trao/"
    assert [card.link.text for card in context["running"]] == ["Đang làm"]
    assert [card.link.text for card in context["upcoming"]] == ["Sắp làm"]
    assert [card.link.text for card in context["undated"]] == ["Không rõ"]
    assert [(decade, [card.link.text for card in cards]) for decade, cards in context["decades"]] == [
        ("Từ năm 2020 đến năm 2029", ["Hết hạn"]),
        ("Từ năm 2010 đến năm 2019", ["Làm xong"]),
        ("Từ năm 1960 đến năm 1969", ["Cờ Ba nhất"]),
    ]
    assert context["total"] == 6


def test_one_that_began_long_ago_is_not_called_under_way(project_of: Build) -> None:
    """Its end is unknown, and that is what the list says."""
    text = project_of(PROJECT).seen(campaigns_page).text
    assert "Trung ương. Chưa rõ ngày kết thúc." in text
    assert "Bản nháp" not in text


def test_the_time_line_holds_every_dated_campaign_and_the_congresses(project_of: Build) -> None:
    """In the order of their beginnings, each in the look of its stage, which a key explains."""
    line = project_of(PROJECT).page(campaigns_page).context["timeline"]
    assert [(bar.link.text, bar.look) for bar in line.bars] == [
        ("Cờ Ba nhất", "is-open"),
        ("Làm xong", ""),
        ("Đang làm", "is-live"),
        ("Sắp làm", "is-coming"),
    ]
    assert [label for _, label in line.stages] == [
        "Đang diễn ra",
        "Sắp diễn ra",
        "Chưa rõ ngày kết thúc",
        "Đã kết thúc",
    ]
    assert line.congress_count == 1
    assert all(0 <= bar.x <= 850 and 0 < bar.width <= 850 for bar in line.bars)


def test_no_campaign_at_all_is_a_friendly_page(project_of: Build) -> None:
    """Nothing to show, and no empty headings."""
    assert "Chưa có phong trào" in project_of({}).seen(campaigns_page).text
