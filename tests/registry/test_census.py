"""What figures ask of every honour: each known by its day, its place as it was, and why it may not count."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from bangvang.registry import Registry
from bangvang.registry.census import DIRECT, OTHER, Counted, areas_on, census, each_once

Build = Callable[..., Registry]

LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}\n",
    "vocabulary/fields.yml": "- {id: nong, name: Nông nghiệp}\n- {id: y-te, name: Y tế}\n",
    "vocabulary/occupations.yml": (
        "- {id: farmer, name: Nông dân, group: farmer, direct_worker: true}\n"
        "- {id: official, name: Cán bộ, group: official, direct_worker: false}\n"
        "- {id: retiree, name: Hưu trí, group: other}\n"
    ),
    "vocabulary/places.yml": """\
- {id: tinh-x, name: Tỉnh X, type: province, area_classes: [{class: border}]}
- {id: xa-x, name: Xã X, type: commune, parent: tinh-x, area_classes: [{class: remote, from: 2020, to: 2024}, {class: island}]}
- {id: thon-x, name: Thôn X, type: village, parent: xa-x}
- {id: thon-y, name: Thôn Y, type: village, parent: xa-x, area_classes: [{class: specially-difficult, from: 2025}]}
- {id: xa-y, name: Xã Y, type: commune, parent: tinh-x}
""",
}
HEAD = "date: 2026-09-02\ntitle: Khen\nissuer: ubnd\naward: gk\nrecipients:\n"


def _census(registry: Registry, listed: set[str] | None = None) -> dict[str, Counted]:
    everybody = set(registry.laureates) if listed is None else listed
    return {entry.laureate: entry for entry in census(registry, everybody)}


def test_an_honour_is_known_by_what_its_list_says(registry_of: Build) -> None:
    """Year, kind, award and level, first field, group of occupations, work, sex, place; what is not said is empty."""
    rows = (
        "  - {id: k7m2qa, kind: individual, name: A, sex: female, occupation: farmer, place: xa-x, fields: [y-te, nong]}\n"
        "  - {id: k7m2qb, kind: individual, name: B, occupation: official, award_text: Cờ}\n"
        "  - {id: k7m2qc, kind: individual, name: C, occupation: retiree}\n"
        "  - {id: thon, kind: collective, name: D, place: tinh-x}\n"
    )
    found = _census(registry_of({**LISTS, "decisions/2026/q.yml": HEAD + rows}))
    first = found["k7m2qa"]
    assert (first.year, first.kind, first.award, first.level) == ("2026", "individual", "commendation", "commune")
    assert (first.field, first.group, first.work, first.sex, first.place) == (
        "y-te",
        "farmer",
        DIRECT,
        "female",
        "xa-x",
    )
    assert (found["k7m2qb"].award, found["k7m2qb"].level, found["k7m2qb"].work) == ("", "", OTHER)
    assert (found["k7m2qc"].group, found["k7m2qc"].work, found["k7m2qc"].sex) == ("other", "", "")
    assert (found["thon"].group, found["thon"].field, found["thon"].place) == ("", "", "tinh-x")


@pytest.mark.parametrize(
    ("place", "day", "classes"),
    [
        ("xa-x", "2022-05-01", ("remote", "island")),
        ("xa-x", "2025-01-01", ("island",)),
        ("thon-x", "2022-05-01", ("remote", "island")),
        ("thon-y", "2024-12-31", ("remote", "island")),
        ("thon-y", "2026-01-01", ("specially-difficult",)),
        ("xa-y", "2022-05-01", ()),
        ("khong-co", "2022-05-01", ()),
    ],
)
def test_a_place_is_in_the_classes_of_its_day(
    registry_of: Build, place: str, day: str, classes: tuple[str, ...]
) -> None:
    """A village without any is in those of its commune; a commune is not in those of its province."""
    assert areas_on(registry_of(LISTS), place, datetime.date.fromisoformat(day)) == classes


def test_the_class_of_an_area_is_unknown_without_place_or_day(registry_of: Build) -> None:
    """And empty where the place has none, whatever the day."""
    honours = "honours: [{award: gk, authority: ubnd}]\n"
    found = _census(
        registry_of(
            {
                **LISTS,
                "honourees/to-a.yml": f"kind: collective\nname: A\nplace: xa-x\n{honours}",
                "honourees/to-b.yml": f"kind: collective\nname: B\nplace: xa-y\n{honours}",
                "honourees/to-c.yml": f"kind: collective\nname: C\n{honours}",
            }
        )
    )
    assert (found["to-a"].areas, found["to-b"].areas, found["to-c"].areas) == (None, (), None)


def test_an_award_shared_by_several_is_one_award(registry_of: Build) -> None:
    """Each of them has an entry; once each, one is left."""
    rows = (
        "  - {id: k7m2qa, kind: individual, name: A, shared_with: [k7m2qb]}\n"
        "  - {id: k7m2qb, kind: individual, name: B, shared_with: [k7m2qa]}\n"
        "  - {id: k7m2qc, kind: individual, name: C}\n"
    )
    entries = list(_census(registry_of({**LISTS, "decisions/2026/q.yml": HEAD + rows})).values())
    assert len(entries) == 3
    assert [entry.laureate for entry in each_once(entries)] == ["k7m2qa", "k7m2qc"]


def test_what_does_not_count_has_its_reason(registry_of: Build) -> None:
    """Cancelled, invented, of somebody on no list; what is not yet public is not there at all."""
    row = "  - {{id: {}, kind: individual, name: A{}}}\n".format
    cancelled = ", standing: [{state: cancelled, date: 2026-10, reason: x}]"
    registry = registry_of(
        {
            **LISTS,
            "decisions/2026/q.yml": HEAD + row("k7m2qa", "") + row("k7m2qb", cancelled) + row("k7m2qc", ""),
            "decisions/2026/r.yml": "illustrative: true\n" + HEAD + row("k7m2qd", ""),
            "decisions/2026/s.yml": "status: draft\n" + HEAD + row("k7m2qf", ""),
        }
    )
    found = _census(registry, {"k7m2qa", "k7m2qb", "k7m2qd", "k7m2qf"})
    assert {id: entry.excluded for id, entry in found.items()} == {
        "k7m2qa": "",
        "k7m2qb": "Hủy bỏ quyết định",
        "k7m2qc": "Đã rút",
        "k7m2qd": "minh họa",
    }
