"""The congresses, series by series."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.congresses import congresses_page

Build = Callable[..., Any]
NATIONAL = "Đại hội Thi đua yêu nước toàn quốc"
WORLD = {
    "vocabulary/places.yml": (
        "- {id: nay, name: Xã Nay, type: commune}\n"
        "- {id: xua, name: Xã Xưa, type: commune, became: [{id: nay, how: whole, date: 2025-07-01}]}\n"
    ),
    "campaigns/pt.yml": "name: Thi đua ái quốc\ntype: regular\nlevel: national\n",
    "events/hai.yml": f"name: Đại hội Hai\ntype: congress\nseries: {NATIONAL}\nordinal: 2\nfrom: 1958-07-07\n",
    "events/mot.yml": (
        f"name: Đại hội Một\ntype: congress\nseries: {NATIONAL}\nordinal: 1\nfrom: 1952-05-01\nto: 1952-05-06\n"
        "place: xua\ndelegates: 154\nhonoured_text: 7 Anh hùng\ncampaigns: [pt]\n"
    ),
    "events/tinh.yml": "name: Đại hội tỉnh\ntype: congress\nseries: Đại hội của tỉnh\nfrom: 2015-06-01\n",
    "events/le.yml": "name: Đại hội lẻ\ntype: congress\nfrom: 2010\n",
    "events/hop.yml": "name: Hội nghị\ntype: conference\nfrom: 2012\n",
    "events/nhap.yml": f"name: Đại hội Nháp\ntype: congress\nseries: {NATIONAL}\nfrom: 2030\nstatus: draft\n",
}


def test_each_series_goes_from_its_first_congress_to_its_last(project_of: Build) -> None:
    """The national one first, those of no series last; meetings of other kinds and drafts are none."""
    series = project_of(WORLD).page(congresses_page).context["series"]
    assert [(name, [one.link.text for one in congresses]) for name, congresses in series] == [
        (NATIONAL, ["Đại hội Một", "Đại hội Hai"]),
        ("Đại hội của tỉnh", ["Đại hội tỉnh"]),
        ("Các đại hội khác", ["Đại hội lẻ"]),
    ]


def test_a_congress_tells_when_and_where_and_whom_it_honoured(project_of: Build) -> None:
    """The place as it was called then, and what it is now."""
    seen = project_of(WORLD).seen(congresses_page)
    for words in ("Lần thứ I", "Từ 01/5/1952 đến 06/5/1952", "Xã Xưa", "Nay là xã Nay", "154 đại biểu", "7 Anh hùng"):
        assert words in seen.text
    assert seen.links["Đại hội Một"] == "su-kien/mot/"
    assert seen.links["Thi đua ái quốc"] == "phong-trao/pt/"


def test_without_congresses_the_page_says_so(project_of: Build) -> None:
    """Rather than nothing."""
    assert "Chưa có đại hội nào" in project_of({}).seen(congresses_page).text
