"""The page of an event: its days, speakers, honours and series."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.event import event_page, events_page

Build = Callable[..., Any]
SERIES = "name: Đại hội {}\ntype: congress\nseries: Đại hội toàn quốc\nordinal: {}\nfrom: {}\n"
EVENT = """\
name: Hội nghị tổng kết
type: review
from: 2026-01-23
to: 2026-01-24
place: xa-cu
venue: Hội trường xã
organiser: [ubnd, {name: Hội Khuyến học}]
delegates: 1.165
speakers:
  - {honouree: to-mot, topic: Mở đường}
  - {honouree: to-nhap, topic: Việc kín}
  - {honouree: to-mat, topic: Việc đã gỡ}
  - {name: Đại diện trường, topic: Gộp điểm trường}
honoured: {decisions: [qd-1, qd-nhap], honourees: [to-mot, to-nhap]}
honoured_text: 12 cá nhân.
programme: [{time: 8 giờ 00, what: Chào cờ}]
campaigns: [phong-trao]
launches: [nhap]
documents: [ke-hoach]
media: [{type: video, title: Phim hội nghị, url: 'https://phim.example/1'}]
disputes: [{what: Số đại biểu, claims: [{text: '1.165'}, {text: '1.200'}]}]
"""
WORLD = {
    "events/hoi-nghi.yml": EVENT,
    "honourees/to-mot.yml": "kind: collective\nname: Tổ Một\n",
    "honourees/to-nhap.yml": "kind: collective\nname: Tổ Nháp\nstatus: draft\n",
    "honourees/to-mat.yml": "status: removed\n",
    "honourees/to-hai.yml": "kind: collective\nname: Tổ Hai\nshared_experience: [{event: hoi-nghi, topic: Trồng chè}]\n",
    "decisions/2026/qd-1.yml": "title: Khen tổ Một\nissuer: ubnd\ndate: 2026-01-20\nrecipients: [{id: to-mot, kind: collective, name: Tổ Một}]\n",
    "decisions/2026/qd-2.yml": "title: Khen tổ Hai\nissuer: ubnd\ndate: 2026-01-21\nevent: hoi-nghi\nrecipients: [{id: to-hai, kind: collective, name: Tổ Hai}]\n",
    "decisions/2026/qd-nhap.yml": "title: Chưa ký\nissuer: ubnd\ndate: 2026-01-22\nstatus: draft\nrecipients: [{id: to-ba, kind: collective, name: Tổ Ba}]\n",
    "campaigns/phong-trao.yml": "name: Phong trào Một\ntype: annual\nlevel: commune\n",
    "campaigns/nhap.yml": "name: Phong trào nháp\ntype: annual\nlevel: commune\nstatus: draft\n",
    "documents/ke-hoach.yml": "type: plan\ntitle: Kế hoạch hội nghị\n",
    "documents/thong-bao.yml": "type: notice\ntitle: Thông báo kết luận\ntriggered_by: [{event: hoi-nghi}]\n",
    "vocabulary/places.yml": (
        "- {id: xa-cu, name: Xã Cũ, type: commune, became: [{id: xa-moi, how: whole, date: 2025-07-01}]}\n"
        "- {id: xa-moi, name: Xã Mới, type: commune}\n"
    ),
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban nhân dân xã}\n",
}


def test_days_place_venue_and_hosts_are_told(project_of: Build) -> None:
    """The place as it was, and what it is now; hosts with and without a page."""
    seen = project_of(WORLD).seen(event_page, "hoi-nghi")
    for part in (
        "Từ 23/01/2026 đến 24/01/2026",
        "Hội trường xã",
        "(nay là xã Mới)",
        "1.165 đại biểu",
        "Hội Khuyến học",
    ):
        assert part in seen.text
    assert seen.links["Ủy ban nhân dân xã"] == "co-quan/ubnd/"


def test_speakers_lead_to_their_pages_and_hidden_ones_stay_hidden(project_of: Build) -> None:
    """A draft is not named, somebody removed is left out, and profiles that tell of the event add themselves."""
    project = project_of(WORLD)
    speakers = project.page(event_page, "hoi-nghi").context["speakers"]
    told = [(line.name.text if line.name else None, line.topic) for line in speakers]
    assert told == [
        ("Tổ Một", "Mở đường"),
        (None, "Việc kín"),
        ("Đại diện trường", "Gộp điểm trường"),
        ("Tổ Hai", "Trồng chè"),
    ]
    assert "Tổ Nháp" not in project.seen(event_page, "hoi-nghi").text


def test_decisions_named_by_either_side_are_shown_unless_drafts(project_of: Build) -> None:
    """The event's own list and the decisions that name the event."""
    lines = project_of(WORLD).page(event_page, "hoi-nghi").context["decisions"]
    assert [line.title for line in lines] == ["Khen tổ Một", "Khen tổ Hai"]


def test_documents_that_the_event_led_to_are_shown(project_of: Build) -> None:
    """Beside those that the event names."""
    lines = project_of(WORLD).page(event_page, "hoi-nghi").context["documents"]
    assert [line.title for line in lines] == ["Kế hoạch hội nghị", "Thông báo kết luận"]


def test_campaigns_reviewed_and_launched_leave_drafts_out(project_of: Build) -> None:
    """A campaign that is no more than a draft does not show through its launch."""
    seen = project_of(WORLD).seen(event_page, "hoi-nghi")
    assert seen.links["Phong trào Một"] == "phong-trao/phong-trao/"
    assert "Phong trào nháp" not in seen.text


def test_media_are_links_and_nothing_is_embedded(project_of: Build) -> None:
    """No frame, no player: no request leaves the site before a reader asks for it."""
    project = project_of(WORLD)
    body = project.body(project.page(event_page, "hoi-nghi"))
    assert project.seen(event_page, "hoi-nghi").links["Phim hội nghị"] == "https://phim.example/1"
    assert not any(tag in body for tag in ("<iframe", "<video", "<audio", "<embed", "<object"))


def test_disputes_are_announced_at_the_top_and_told_below(project_of: Build) -> None:
    """The badge leads to both claims."""
    seen = project_of(WORLD).seen(event_page, "hoi-nghi")
    anchor = seen.links["Các nguồn chưa thống nhất"]
    assert anchor.removeprefix("#") in seen.ids
    assert "1.200" in seen.text


def test_a_series_knows_the_one_before_and_the_one_after(project_of: Build) -> None:
    """By ordinal, drafts skipped; the list marks this one."""
    world = {
        f"events/dh-{ordinal}.yml": SERIES.format(ordinal, ordinal, 2000 + 5 * ordinal) for ordinal in (1, 2, 3, 10)
    }
    world["events/dh-4.yml"] = SERIES.format(4, 4, 2020) + "status: draft\n"
    project = project_of(world)
    series = project.page(event_page, "dh-3").context["series"]
    assert (series.previous.text, series.next.text) == ("Đại hội 2", "Đại hội 10")
    assert [(link.text, current) for link, _, current in series.times] == [
        ("Đại hội 1", False),
        ("Đại hội 2", False),
        ("Đại hội 3", True),
        ("Đại hội 10", False),
    ]
    assert project.page(event_page, "dh-1").context["series"].previous is None
    assert "Lần thứ X" in project.seen(event_page, "dh-10").text


def test_an_event_without_a_day_says_so(project_of: Build) -> None:
    """Unknown is a state, never an empty cell, and nothing is said of whether it was held."""
    project = project_of({"events/khong-ngay.yml": "name: Hội nghị\ntype: conference\n"})
    text = project.seen(event_page, "khong-ngay").text
    assert "Chưa rõ ngày" in text
    assert "Đã diễn ra" not in text
    assert [group.heading for group in project.page(events_page).context["groups"]] == ["Chưa rõ năm"]


@pytest.mark.parametrize(
    ("years", "headings"),
    [
        ((2026, 2026, 2025), ["Năm 2026", "Năm 2025"]),
        ((2026, 2024, 2015, 2012, 1952), ["Những năm 2020", "Những năm 2010", "Những năm 1950"]),
        ((2026,) * 5 + (2025,) * 4 + (2024,) * 3 + (2023,) * 3, ["Năm 2026", "Năm 2025", "Năm 2024", "Năm 2023"]),
    ],
)
def test_events_stand_under_years_or_decades_the_latest_first(
    project_of: Build, years: tuple[int, ...], headings: list[str]
) -> None:
    """Decades where years would hold one or two events each."""
    files = {
        f"events/e{number}.yml": f"name: Sự kiện {number}\ntype: launch\nfrom: {year}-05-0{number % 9 + 1}\n"
        for number, year in enumerate(years)
    }
    assert [group.heading for group in project_of(files).page(events_page).context["groups"]] == headings


def test_machines_are_told_when_where_and_by_whom(project_of: Build) -> None:
    """The event in the words of schema.org, with its whole address."""
    (thing,) = project_of(WORLD).page(event_page, "hoi-nghi").data
    assert thing["@type"] == "Event"
    assert thing["url"] == "https://thu.example/su-kien/hoi-nghi/"
    assert (thing["startDate"], thing["endDate"]) == ("2026-01-23", "2026-01-24")
