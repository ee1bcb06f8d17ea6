"""Places that are no more: what is held of them under their old names, and every place of today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.former_places import former_places_page
from bangvang.pages.vocabulary import place_page

Build = Callable[..., Any]
WORLD = {
    "vocabulary/places.yml": (
        "- {id: mot, name: Xã Nay Một, type: commune, from: 2025-07-01}\n"
        "- {id: hai, name: Xã Nay Hai, type: commune, from: 2025-07-01}\n"
        "- {id: huyen, name: Huyện Xưa, type: district, to: 2025-06-30, became: "
        "[{id: mot, how: part, date: 2025-07-01, basis: Nghị quyết 1}, {id: hai, how: part, date: 2025-07-01}]}\n"
        "- {id: tong, name: Huyện Cũ Hơn, type: district, to: 1977, became: [{id: huyen, how: whole, date: 1977}]}\n"
        "- {id: trong, name: Xã Không Ai, type: commune, became: [{id: mot, how: whole, date: 2025-07-01}]}\n"
    ),
    "campaigns/pt.yml": "name: Thi đua huyện Xưa\ntype: annual\nlevel: district\nplace: huyen\n",
    "campaigns/nay.yml": "name: Thi đua xã Nay\ntype: annual\nlevel: commune\nplace: mot\n",
    "honourees/to-mot.yml": "kind: collective\nname: Tổ Một\nplace: tong\n",
}


def test_an_old_place_leads_to_everything_of_its_time_and_to_every_successor(project_of: Build) -> None:
    """One that nothing belongs to is left to the list of places."""
    seen = project_of(WORLD).seen(former_places_page)
    assert seen.links["Huyện Xưa"] == "dia-phuong/huyen/"
    assert seen.links["Thi đua huyện Xưa"] == "phong-trao/pt/"
    assert {"Xã Nay Một", "Xã Nay Hai"} <= seen.links.keys()
    assert "Huyện Cũ Hơn" in seen.links
    assert "Xã Không Ai" not in seen.text


def test_a_place_of_today_tells_its_whole_lineage(project_of: Build) -> None:
    """Each turn below what came of it, with its day and its text, and the campaigns of then."""
    built = project_of(WORLD)
    was = built.page(place_page, "mot", "1").context["was"]
    assert [(step.link.url, step.depth, step.how) for step in was] == [
        ("dia-phuong/huyen/", 0, "Một phần"),
        ("dia-phuong/tong/", 1, "Toàn bộ"),
        ("dia-phuong/trong/", 0, "Toàn bộ"),
    ]
    seen = built.seen(place_page, "mot", "1")
    assert "(một phần, 01/7/2025; Nghị quyết 1)" in seen.text
    assert "Phong trào của các nơi trước và sau" in seen.text
    assert seen.links["Thi đua huyện Xưa"] == "phong-trao/pt/"


def test_an_old_place_tells_all_that_came_of_it(project_of: Build) -> None:
    """Down to today."""
    became = project_of(WORLD).page(place_page, "tong", "1").context["became"]
    assert [(step.link.text, step.depth) for step in became] == [
        ("Huyện Xưa", 0),
        ("Xã Nay Một", 1),
        ("Xã Nay Hai", 1),
    ]
    assert [link.text for step in became for link in step.campaigns] == ["Thi đua huyện Xưa", "Thi đua xã Nay"]


def test_without_old_places_the_page_says_so(project_of: Build) -> None:
    """Rather than nothing."""
    assert "Chưa có địa danh xưa" in project_of({}).seen(former_places_page).text
