"""Pages of awards, fields, places and agencies, and the lists of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.vocabulary import (
    agencies_page,
    agency_page,
    award_page,
    awards_page,
    field_page,
    fields_page,
    place_page,
)

Build = Callable[..., Any]
FILES = {
    "vocabulary/agencies.yml": (
        "- {id: tinh-uy, name: Ủy ban tỉnh, level: province}\n"
        "- {id: ubnd, name: Ủy ban xã Thử, level: commune, parent: tinh-uy, place: nay}\n"
        "- {id: ubnd-cu, name: Ủy ban xã Cũ, level: commune, became: [{id: ubnd}]}\n"
    ),
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9,\n"
        "   powers: [{authority: commune-chair, from: 2004-07-01, basis: Luật}], from: 2004-07-01}\n"
        "- {id: gk-cu, name: Giấy khen xưa, kind: commendation, level: commune, applies_to: [individual], rank: 10, to: 2004}\n"
    ),
    "vocabulary/fields.yml": "- {id: nong, name: Nông nghiệp}\n- {id: trot, name: Trồng trọt, parent: nong}\n",
    "vocabulary/places.yml": (
        "- {id: tinh, name: Tỉnh Thử, type: province}\n"
        "- {id: nay, name: Xã Nay, type: commune, parent: tinh, from: 2025-07-01}\n"
        "- {id: xua, name: Xã Xưa, type: commune, parent: tinh, to: 2025-06-30,\n"
        "   became: [{id: nay, how: whole, date: 2025-07-01, basis: Nghị quyết 1}]}\n"
    ),
    "campaigns/pt.yml": "name: Phong trào Xanh\ntype: short\nlevel: commune\nplace: nay\nfields: [trot]\n",
    "documents/kh.yml": "type: plan\ntitle: Kế hoạch Xanh\nissuer: ubnd\ndate: 2026-01-02\n",
    "documents/nhap.yml": "type: plan\ntitle: Kế hoạch nháp\nissuer: ubnd\nstatus: draft\n",
    "decisions/2024/q.yml": (
        "number: 1/QĐ\ndate: 2024-03-04\ntitle: Khen một\nissuer: ubnd\naward: gk\nrecipients:\n"
        "  - {id: a2b3c4, kind: individual, name: Lê Văn An, place: xua, fields: [trot]}\n"
    ),
}


def test_an_award_says_who_may_give_it_and_who_has_it(project_of: Build) -> None:
    """Powers with their time and ground."""
    project = project_of(FILES)
    page = project.page(award_page, "gk", "1")
    assert (page.url, page.title) == ("danh-hieu/gk/", "Giấy khen")
    seen = project.seen(award_page, "gk", "1")
    for words in ("Lê Văn An", "từ 01/7/2004", "Luật"):
        assert words in seen.text
    assert project.page(award_page, "gk-cu", "1").context["people"].total == 0
    assert "0 người" not in project.seen(award_page, "gk-cu", "1").text
    assert "0 người" not in project.page(award_page, "gk-cu", "1").description


def test_a_field_shows_what_stands_above_and_below_it(project_of: Build) -> None:
    """And everybody of the fields below."""
    project = project_of(FILES)
    assert project.seen(field_page, "nong", "1").links["Trồng trọt"] == "linh-vuc/trot/"
    assert "Lê Văn An" in project.seen(field_page, "nong", "1").text
    below = project.seen(field_page, "trot", "1")
    assert below.links["Nông nghiệp"] == "linh-vuc/nong/"
    assert below.links["Phong trào Xanh"] == "phong-trao/pt/"


def test_a_place_that_is_no_more_leads_to_what_it_became(project_of: Build) -> None:
    """When, how, on what ground."""
    seen = project_of(FILES).seen(place_page, "xua", "1")
    assert "Nay là" in seen.text
    assert seen.links["Tỉnh Thử"] == "dia-phuong/tinh/"
    assert any(url == "dia-phuong/nay/" for url in seen.links.values())
    for words in ("Tên cũ", "01/7/2025", "Nghị quyết 1", "đến 30/6/2025"):
        assert words in seen.text


def test_a_place_of_today_has_its_forerunners_and_their_people(project_of: Build) -> None:
    """Who was honoured in the old commune is on the page of the new one."""
    project = project_of(FILES)
    seen = project.seen(place_page, "nay", "1")
    assert "dia-phuong/xua/" in seen.links.values()
    assert "Lê Văn An" in seen.text
    assert "Phong trào Xanh" in seen.links
    assert "Tên cũ" not in seen.text


def test_places_of_one_name_are_told_apart_by_their_days(project_of: Build) -> None:
    """In titles, in links and in a line; a name that only one place has goes without."""
    places = (
        "- {id: cu, name: Tỉnh Thử, type: province, to: 2025-06-30,\n"
        "   became: [{id: moi, how: whole, date: 2025-07-01}]}\n"
        "- {id: moi, name: Tỉnh Thử, type: province, from: 2025-07-01}\n"
        "- {id: xa, name: Xã Nay, type: commune, parent: moi, from: 2025-07-01}\n"
    )
    project = project_of({"vocabulary/places.yml": places})
    assert project.page(place_page, "moi", "1").title == "Tỉnh Thử (từ 01/7/2025)"
    assert project.page(place_page, "cu", "1").title == "Tỉnh Thử (đến 30/6/2025)"
    assert project.page(place_page, "xa", "1").title == "Xã Nay, tỉnh Thử"
    assert project.seen(place_page, "moi", "1").links["Tỉnh Thử (đến 30/6/2025)"] == "dia-phuong/cu/"
    assert project.seen(place_page, "xa", "1").links["Tỉnh Thử (từ 01/7/2025)"] == "dia-phuong/moi/"
    old = project.seen(place_page, "cu", "1")
    assert old.links["Tỉnh Thử (từ 01/7/2025)"] == "dia-phuong/moi/"
    assert "Nay là tỉnh Thử từ 01/7/2025" in old.text


def test_an_agency_shows_what_it_issued_and_gave(project_of: Build) -> None:
    """But no drafts."""
    project = project_of(FILES)
    seen = project.seen(agency_page, "ubnd", "1")
    for words in ("Khen một", "Kế hoạch Xanh", "Lê Văn An", "Ủy ban tỉnh", "Ủy ban xã Cũ"):
        assert words in seen.text
    assert "Kế hoạch nháp" not in seen.text
    assert project.seen(agency_page, "ubnd-cu", "1").links["Ủy ban xã Thử"] == "co-quan/ubnd/"


def test_an_agency_shows_what_it_launched_and_where_it_is_named(project_of: Build) -> None:
    """Besides what it issued; and how its name is shortened."""
    files = {
        "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n- {id: hoi, name: Hội Thử, short: HT}\n",
        "campaigns/pt.yml": "name: Phong trào Xanh\ntype: short\nlevel: commune\nissuers: [hoi]\n",
        "documents/kh.yml": "type: plan\ntitle: Kế hoạch Xanh\nissuer: ubnd\ntasks: [{what: Trồng cây, lead: [hoi]}]\n",
    }
    seen = project_of(files).seen(agency_page, "hoi", "1")
    assert "Gọi tắt HT" in seen.text
    assert seen.links["Phong trào Xanh"] == "phong-trao/pt/"
    assert seen.links["Kế hoạch Xanh"] == "van-ban/kh/"
    assert "Chưa có" not in seen.text
    assert "Có tên trong văn bản" not in project_of(files).seen(agency_page, "ubnd", "1").text


def test_an_agency_of_which_nothing_is_known_says_so_and_leads_on(project_of: Build) -> None:
    """Rather than a heading over nothing."""
    seen = project_of({"vocabulary/agencies.yml": "- {id: xa, name: Ủy ban Xa}\n"}).seen(agency_page, "xa", "1")
    assert "Trang chưa có quyết định, văn bản hay người được khen nào của cơ quan này" in seen.text
    assert "Được cơ quan này khen thưởng" not in seen.text
    assert "quyet-dinh/" in seen.links.values()


def test_entries_that_hold_nobody_stand_folded_below_the_others(project_of: Build) -> None:
    """With their number in the heading."""
    project = project_of(FILES)
    body = project.body(project.page(awards_page))
    shown, folded = body.split("<details")
    assert "danh-hieu/gk/" in shown
    assert "danh-hieu/gk-cu/" not in shown
    assert "1 danh hiệu, hình thức chưa có ai" in folded
    assert "danh-hieu/gk-cu/" in folded


@pytest.mark.parametrize(
    ("builder", "groups"),
    [
        (awards_page, {"Giấy khen": ["Giấy khen", "Giấy khen xưa"]}),
        (fields_page, {"Nông nghiệp": ["Nông nghiệp", "Trồng trọt"]}),
        (agencies_page, {"Cấp tỉnh": ["Ủy ban tỉnh"], "Cấp xã": ["Ủy ban xã Thử", "Ủy ban xã Cũ"]}),
    ],
)
def test_a_list_has_every_entry_in_its_group(
    project_of: Build, builder: Callable[..., Any], groups: dict[str, list[str]]
) -> None:
    """With how many each holds."""
    page = project_of(FILES).page(builder)
    assert {name: [link.text for link, _ in entries] for name, entries in page.context["groups"]} == groups


def test_long_lists_of_an_entry_go_on_without_its_facts(project_of: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those stand on the first page alone."""
    monkeypatch.setattr("bangvang.pages.membership.PER_PAGE", 1)
    more = FILES["decisions/2024/q.yml"] + "  - {id: b2c3d4, kind: individual, name: Lê Văn Ba, place: xua}\n"
    project = project_of({**FILES, "decisions/2024/q.yml": more})
    page = project.page(place_page, "nay", "2")
    assert (page.url, page.listed) == ("dia-phuong/nay/trang-2/", False)
    text = project.seen(place_page, "nay", "2").text
    assert "Lê Văn Ba" in text
    assert "Hình thành từ" not in text


def test_invented_entries_are_not_for_search_engines(project_of: Build) -> None:
    """Nor is anything on a trial."""
    invented = "- {id: ao, name: Lĩnh vực Ảo, illustrative: true}\n- {id: that, name: Thật}\n"
    project = project_of({"vocabulary/fields.yml": invented})
    assert [project.page(field_page, id, "1").indexed for id in ("ao", "that")] == [False, True]
