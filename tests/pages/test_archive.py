"""The archive: what is over, period by period."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from bangvang.pages.archive import archive_page

Build = Callable[..., Any]


def campaign(name: str, period: str) -> str:
    """A campaign of some time."""
    return f"name: {name}\ntype: short\nlevel: national\n{period}"


FILES = {
    "campaigns/xua.yml": campaign("Thi đua Xưa", "period: {from: 1948, to: 1954}\n"),
    "campaigns/gan.yml": campaign("Thi đua Gần", "period: {from: 2019, to: 2021}\n"),
    "campaigns/dang.yml": campaign("Thi đua Đang", "period: {from: 2026, to: 2026-12}\n"),
    "campaigns/dai-phong.yml": campaign("Gió Đại Phong", "period: {from: 1961}\n"),
    "campaigns/la.yml": campaign("Không rõ thời gian", ""),
    "campaigns/nhap.yml": campaign("Thi đua Nháp", "period: {from: 2019, to: 2021}\nstatus: draft\n"),
    "events/dh.yml": "name: Đại hội Một\ntype: congress\nfrom: 1952-05-01\nvenue: Chiến khu\n",
    "events/sau.yml": "name: Đại hội Sau\ntype: congress\nfrom: 2027-05-01\n",
    "events/hn.yml": "name: Hội nghị\ntype: conference\nfrom: 2020-05-01\n",
}


def periods(project: Any) -> dict[str, tuple[list[str], list[str]]]:
    """Period → campaigns and congresses."""
    return {
        name: ([one.link.text for one in campaigns], [one.link.text for one in congresses])
        for name, campaigns, congresses in project.page(archive_page).context["periods"]
    }


def test_what_is_over_stands_in_its_period(project_of: Build) -> None:
    """By its beginning; what is under way, of no known time, a draft or yet to come does not stand there."""
    assert periods(project_of(FILES)) == {
        "1945–1954: kháng chiến, kiến quốc": (["Thi đua Xưa"], ["Đại hội Một"]),
        "1955–1975: xây dựng miền Bắc, thống nhất đất nước": (["Gió Đại Phong"], []),
        "2016–2020": (["Thi đua Gần"], []),
    }


def test_an_end_that_nobody_wrote_down_is_told(project_of: Build) -> None:
    """The campaign is long over, only nobody knows since when."""
    assert "từ 1961, Trung ương, chưa rõ ngày kết thúc" in project_of(FILES).seen(archive_page).text


def test_a_campaign_comes_into_the_archive_when_it_ends(project_of: Build) -> None:
    """Its last day still counts."""
    last, after = (project_of(FILES, day) for day in (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)))
    assert "2026–2030" not in periods(last)
    assert periods(after)["2026–2030"] == (["Thi đua Đang"], [])


def test_years_and_places_are_told(project_of: Build) -> None:
    """From when to when, and where a congress was held."""
    text = project_of(FILES).seen(archive_page).text
    for words in ("1948–1954", "2019–2021", "1952, Chiến khu"):
        assert words in text


def test_an_empty_archive_says_so(project_of: Build) -> None:
    """Rather than nothing."""
    assert "Chưa có phong trào nào khép lại" in project_of({}).seen(archive_page).text
