"""The page of a practice: how it is done, what it brought, who does it too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.answers import is_view
from bangvang.pages.practice import practice_page, practices_page
from bangvang.pages.reading import Reading

Build = Callable[..., Any]
PRACTICE = """\
name: Mở đường năm bước
kind: method
fields: [nong-thon-moi]
place: thon-mot
honourees: [to-mot, to-nhap]
since: 2025-09
problem: Trước đây **vướng**.
way: Treo bản vẽ ba tuần.
steps: [Đo trước., Treo bản vẽ.]
results:
  - {what: Chiều dài, value: "1,80", unit: km, as_of: 2025-12-31}
  - {what: Tỷ lệ, value: "83", unit: "%"}
conditions: Hợp với thôn có nhà văn hóa.
contact: {office: Phòng Văn hóa, phone: 0208 3855 123, email: vh@thu.example}
adopted:
  - {unit: Thôn Hai, agency: ubnd-hai, since: 2026-02, result: Xong 2 km, source: Báo cáo}
  - {unit: Tổ Mất, honouree: to-mat}
"""
WORLD = {
    "practices/mo-duong.yml": PRACTICE,
    "honourees/to-mot.yml": "kind: collective\nname: Tổ Một\n",
    "honourees/to-nhap.yml": "kind: collective\nname: Tổ Nháp\nstatus: draft\n",
    "honourees/to-mat.yml": "status: removed\n",
    "vocabulary/fields.yml": "- {id: nong-thon-moi, name: Nông thôn mới}\n- {id: y-te, name: Y tế}\n",
    "vocabulary/places.yml": "- {id: xa-mot, name: Xã Một, type: commune}\n- {id: thon-mot, name: Thôn Một, type: village, parent: xa-mot}\n",
    "vocabulary/agencies.yml": "- {id: ubnd-hai, name: Ủy ban nhân dân xã Hai}\n",
}


def test_figures_keep_their_decimals_and_units(project_of: Build) -> None:
    """1,80 km stays 1,80 km; a percentage has its sign without a space; the day stands beside."""
    results = project_of(WORLD).page(practice_page, "mo-duong").context["results"]
    assert [(line.what, line.amount, line.as_of) for line in results] == [
        ("Chiều dài", "1,80 km", "31/12/2025"),
        ("Tỷ lệ", "83%", ""),
    ]


def test_problem_way_steps_and_conditions_are_told_in_order(project_of: Build) -> None:
    """A reader can follow from what was wrong to where it fits."""
    text = project_of(WORLD).seen(practice_page, "mo-duong").text
    places = [text.index(part) for part in ("vướng", "Treo bản vẽ ba tuần.", "Đo trước.", "Hợp với thôn có nhà")]
    assert places == sorted(places)


def test_adopters_show_place_time_result_and_source(project_of: Build) -> None:
    """An adopter that is an agency leads to its page."""
    seen = project_of(WORLD).seen(practice_page, "mo-duong")
    assert seen.links["Thôn Hai"] == "co-quan/ubnd-hai/"
    for part in ("02/2026", "Xong 2 km", "Nguồn: Báo cáo"):
        assert part in seen.text


def test_an_adopter_removed_by_right_is_named_no_more(project_of: Build) -> None:
    """Neither in the table nor in the count."""
    seen = project_of(WORLD).seen(practice_page, "mo-duong")
    assert "Tổ Mất" not in seen.text
    assert "1 nơi làm theo" in seen.text


def test_only_makers_with_a_public_page_are_named(project_of: Build) -> None:
    """A draft profile does not show through the practice, nor through the list."""
    project = project_of(WORLD)
    seen = project.seen(practice_page, "mo-duong")
    assert seen.links["Tổ Một"] == "guong/to-mot/"
    assert "Tổ Nháp" not in seen.text
    assert "Tổ Nháp" not in project.seen(practices_page).text


def test_the_office_can_be_reached_at_a_touch(project_of: Build) -> None:
    """Phone and mail are links; the phone's is free of blanks."""
    links = project_of(WORLD).seen(practice_page, "mo-duong").links
    assert links["0208 3855 123"] == "tel:02083855123"
    assert links["vh@thu.example"] == "mailto:vh@thu.example"


def test_practices_of_the_same_field_are_near(project_of: Build) -> None:
    """The public ones only; those of other fields are not."""
    other = "name: {}\nkind: model\nfields: [{}]\n"
    world = WORLD | {
        "practices/hai.yml": other.format("Đường hoa", "nong-thon-moi"),
        "practices/ba.yml": other.format("Tủ thuốc", "y-te"),
        "practices/bon.yml": other.format("Bí mật", "nong-thon-moi") + "status: draft\n",
    }
    alike = project_of(world).page(practice_page, "mo-duong").context["alike"]
    assert [link.text for link in alike] == ["Đường hoa"]


def test_many_practices_are_put_under_their_fields(project_of: Build) -> None:
    """A long list gets headings, a short one needs none."""
    world = dict(WORLD)
    assert [group.heading for group in project_of(world).page(practices_page).context["groups"]] == [""]
    for number in range(30):
        world[f"practices/p{number}.yml"] = f"name: Cách {number}\nkind: model\nfields: [y-te]\n"
    headings = [group.heading for group in project_of(world).page(practices_page).context["groups"]]
    assert headings == ["Nông thôn mới", "Y tế"]


def test_a_practice_without_details_still_makes_a_page(project_of: Build) -> None:
    """A name and a kind are enough; no heading stands over nothing."""
    text = project_of({"practices/trong.yml": "name: Ý tưởng\nkind: initiative\n"}).seen(practice_page, "trong").text
    assert "Sáng kiến" in text
    for heading in ("Trước đây vướng gì", "Cách làm Làm", "Những nơi đã làm theo", "hỏi ở đâu"):
        assert heading not in text


@pytest.mark.parametrize(
    ("path", "was", "now"),
    [
        ("honourees/to-mot.yml", "Tổ Một", "Tổ Một mới"),
        ("honourees/to-nhap.yml", "status: draft\n", ""),
        ("vocabulary/agencies.yml", "xã Hai", "xã Hai mới"),
        ("vocabulary/places.yml", "name: Xã Một", "name: Xã Mốt"),
        ("practices/duong-hoa.yml", "Đường hoa", "Đường hoa mới"),
    ],
)
def test_the_page_is_made_anew_when_what_it_names_changes(project_of: Build, path: str, was: str, now: str) -> None:
    """A build that touches only what changed finds it by what the page looked at."""
    world = WORLD | {"practices/duong-hoa.yml": "name: Đường hoa\nkind: model\nfields: [nong-thon-moi]\n"}

    def looked_at(files: dict[str, str]) -> set[tuple[object, str]]:
        answers = project_of(files).answers
        reading = Reading(answers)
        practice_page(reading, "mo-duong")
        keys = set(reading.keys)
        while deeper := {seen for key in keys for seen in answers.seen.get(key, ())} - keys:
            keys |= deeper
        return {(key, answers.digest(key)) for key in keys if not is_view(key)}

    before = looked_at(world)
    assert before == looked_at(world)
    assert before != looked_at(world | {path: world[path].replace(was, now)})
