"""Honourees are made of profiles and rows by id, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

from bangvang.records import SubjectKind
from bangvang.registry import Registry

Build = Callable[..., Registry]

HEAD = "title: Khen\nissuer: ubnd\naward: giay-khen\nbasis: thematic\ncampaign: pt\nnumber: {number}/QĐ-UBND\ndate: {date}\nrecipients:\n"
COMMON = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": "- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}\n",
    "campaigns/pt.yml": "name: Phong trào\ntype: annual\nlevel: commune\n",
}


def decision(number: int, date: str, *rows: str) -> str:
    """A decision with rows in flow style."""
    return HEAD.format(number=number, date=date) + "".join(f"  - {row}\n" for row in rows)


ROW = "{{id: {id}, kind: individual, name: {name}, unit: {unit}}}"


def row(id: str, name: str, unit: str = "Thôn Một") -> str:
    """One recipient."""
    return ROW.format(id=id, name=name, unit=unit)


def test_rows_and_profile_of_one_id_are_one_laureate(registry_of: Build) -> None:
    """Honours of the profile and of every decision come together."""
    registry = registry_of(
        {
            **COMMON,
            "decisions/2025/q1.yml": decision(1, "2025-09-02", row("k7m2q9", "Nguyễn Văn A")),
            "decisions/2026/q2.yml": decision(2, "2026-09-02", row("k7m2q9", "Nguyễn A", "Thôn Hai")),
            "honourees/k7m2q9.yml": "kind: individual\nname: Nguyễn Văn A\nhonours: [{award_text: Kỷ niệm chương, date: 2020}]\n",
        }
    )
    laureate = registry.laureate("k7m2q9")
    assert laureate is not None
    assert len(laureate.honours) == 3
    assert laureate.names == ("Nguyễn Văn A", "Nguyễn A")
    assert laureate.unit == "Thôn Hai"


def test_without_a_profile_the_latest_row_says_who(registry_of: Build) -> None:
    """A bare recipient is an honouree too."""
    registry = registry_of(
        {
            **COMMON,
            "decisions/2026/a.yml": decision(2, "2026-09-02", row("k7m2q9", "Nguyễn Thị Mới")),
            "decisions/2025/z.yml": decision(1, "2025-09-02", row("k7m2q9", "Nguyễn Thị Cũ")),
        }
    )
    laureate = registry.laureate("k7m2q9")
    assert laureate is not None
    assert (laureate.name, laureate.kind) == ("Nguyễn Thị Mới", SubjectKind.INDIVIDUAL)


def test_homonyms_stay_apart(registry_of: Build) -> None:
    """Alike names never merge by themselves."""
    registry = registry_of(
        {
            **COMMON,
            "decisions/2026/q.yml": decision(1, "2026-09-02", row("k7m2q9", "Lê Văn A"), row("k7m2q8", "Lê Văn A")),
        }
    )
    assert set(registry.laureates) == {"k7m2q9", "k7m2q8"}


def test_a_merged_id_leads_to_the_one_that_stays(registry_of: Build) -> None:
    """`same_as` is a person's decision; the old id still answers, through chains too."""
    registry = registry_of(
        {
            **COMMON,
            "decisions/2026/q.yml": decision(1, "2026-09-02", row("cu-mot", "Lê Văn A"), row("cu-hai", "Lê Văn A")),
            "honourees/moi.yml": "kind: individual\nname: Lê Văn A\nsame_as: [cu-mot, cu-hai]\n",
        }
    )
    assert set(registry.laureates) == {"moi"}
    assert registry.laureate("cu-mot") is registry.laureate("moi")
    assert registry.exists("honouree", "cu-hai")
    assert len(registry.laureates["moi"].honours) == 2


def test_an_honour_fills_in_what_its_decision_says_for_all(registry_of: Build) -> None:
    """Award, ground, campaign, number, date, authority; the row's own word wins."""
    registry = registry_of(
        {
            **COMMON,
            "decisions/2026/q.yml": decision(
                7,
                "2026-09-02",
                row("k7m2q9", "A"),
                "{id: k7m2q8, kind: individual, name: B, award_text: Cờ, basis: sudden}",
            ),
        }
    )
    first, second = registry.honours
    assert (first.award, str(first.ground), first.campaign) == ("giay-khen", "thematic", "pt")
    assert (first.number, str(first.date), first.authority, first.anchor) == ("7/QĐ-UBND", "2026-09-02", "ubnd", "q-1")
    assert (second.award, str(second.ground), second.anchor) == (None, "sudden", "q-2")


def test_a_removed_row_keeps_the_numbers_of_the_others(registry_of: Build) -> None:
    """Anchors are permanent, whoever leaves the list."""
    registry = registry_of(
        {**COMMON, "decisions/2026/q.yml": decision(1, "2026-09-02", "{removed: true}", row("k7m2q9", "A"))}
    )
    assert [honour.anchor for honour in registry.honours] == ["q-2"]
