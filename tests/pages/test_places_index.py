"""The list of places: folded by province of today, old names with their years."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.places_index import places_page

Build = Callable[..., Any]
PLACES = (
    "- {id: viet-nam, name: Việt Nam, type: country}\n"
    "- {id: tinh-b, name: Tỉnh Bê, type: province, parent: viet-nam}\n"
    "- {id: tinh-a, name: Tỉnh A, type: province, parent: viet-nam}\n"
    "- {id: tinh-cu, name: Tỉnh Cũ, type: province, parent: viet-nam, to: 2025-06-30,"
    " became: [{id: tinh-b, how: whole, date: 2025-07-01}]}\n"
    "- {id: xa-mot, name: Xã Một, type: commune, parent: tinh-b}\n"
    "- {id: thon, name: Thôn Hai, type: village, parent: xa-mot}\n"
    "- {id: xa-1976, name: Xã Ba, type: commune, parent: tinh-cu, from: 1976, to: 1991,"
    " became: [{id: xa-mot, how: whole, date: 1992}]}\n"
    "- {id: xa-1992, name: Xã Ba, type: commune, parent: tinh-cu, from: 1992, to: 2025-06-30,"
    " became: [{id: xa-mot, how: part, date: 2025-07-01}]}\n"
)


def told(entries: list[Any]) -> list[tuple[str, str]]:
    """Texts with their notes."""
    return [(link.text, note) for link, note in entries]


def test_every_place_lies_in_its_province_of_today(project_of: Build) -> None:
    """By name; with the places between, but not the province again."""
    provinces = project_of({"vocabulary/places.yml": PLACES}).page(places_page).context["provinces"]
    assert [province.head[0].text for province in provinces] == ["Tỉnh A", "Tỉnh Bê"]
    assert told(provinces[0].today) == []
    assert told(provinces[1].today) == [("Thôn Hai, xã Một", ""), ("Xã Một", "")]


def test_old_names_stand_with_what_they_became_and_tell_their_years(project_of: Build) -> None:
    """So that two of one name can be told apart."""
    provinces = project_of({"vocabulary/places.yml": PLACES}).page(places_page).context["provinces"]
    assert told(provinces[1].before) == [
        ("Tỉnh Cũ", "đến 2025"),
        ("Xã Ba, tỉnh Cũ", "1976–1991"),
        ("Xã Ba, tỉnh Cũ", "1992–2025"),
    ]


def test_two_of_one_name_in_one_province_are_told_apart_to_the_day(project_of: Build) -> None:
    """Where the year alone would do for neither."""
    places = (
        "- {id: cu, name: Tỉnh A, type: province, to: 2025-06-30, became: [{id: moi, how: whole, date: 2025-07-01}]}\n"
        "- {id: moi, name: Tỉnh A, type: province, from: 2025-07-01}\n"
    )
    (province,) = project_of({"vocabulary/places.yml": places}).page(places_page).context["provinces"]
    assert province.head[0].text == "Tỉnh A (từ 01/7/2025)"
    assert told(province.before) == [("Tỉnh A", "đến 30/6/2025")]


def test_provinces_fold_without_a_script_and_few_stand_open(project_of: Build) -> None:
    """The heading says what is inside."""
    few = project_of({"vocabulary/places.yml": PLACES})
    body = few.body(few.page(places_page))
    assert body.count("<details") == body.count(" open><summary>") == 1
    assert few.seen(places_page).links["Tỉnh A"] == "dia-phuong/tinh-a/"
    assert "2 nơi, 3 tên cũ" in few.seen(places_page).text
    more = "".join(
        f"- {{id: tinh-{number}, name: Tỉnh {number}, type: province}}\n"
        f"- {{id: xa-{number}, name: Xã {number}, type: commune, parent: tinh-{number}}}\n"
        for number in range(4)
    )
    many = project_of({"vocabulary/places.yml": PLACES + more})
    assert many.body(many.page(places_page)).count("<details") == 5
    assert " open>" not in many.body(many.page(places_page))


def test_no_place_at_all_says_so(project_of: Build) -> None:
    """Rather than an empty page."""
    assert "Chưa có mục nào." in project_of({}).seen(places_page).text
