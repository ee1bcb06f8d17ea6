"""What a clerk may call things by."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangvang.office.known import Known, Named, known_of

KNOWN = Known(
    {
        "agency": {
            "ubnd-xa-mau": Named(("Ủy ban nhân dân xã Mẫu",)),
            "ubnd-xa-mau-dong": Named(("Ủy ban nhân dân xã Mẫu Đông",)),
            "hdnd-xa-mau": Named(("HĐND xã Mẫu",)),
            "so-tu-phap": Named(("Sở Tư pháp",)),
        },
        "place": {"xa-mau": Named(("Xã Mẫu",))},
    },
    {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "tu": "tinh uy"},
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Ủy ban nhân dân xã Mẫu", ["ubnd-xa-mau"]),
        ("uy ban nhan dan xa mau", ["ubnd-xa-mau"]),
        ("UBND xã Mẫu", ["ubnd-xa-mau"]),
        ("ubnd xa mau dong", ["ubnd-xa-mau-dong"]),
        ("ubnd xa mau d", ["ubnd-xa-mau-dong"]),
        ("UBND", ["ubnd-xa-mau", "ubnd-xa-mau-dong"]),
        ("Hội đồng nhân dân xã Mẫu", ["hdnd-xa-mau"]),
        ("HĐND xã Mẫu", ["hdnd-xa-mau"]),
        ("tư pháp", ["so-tu-phap"]),
        ("xã Khác", []),
        ("…", []),
    ],
)
def test_an_exact_name_wins_and_short_forms_count_as_long_ones(typed: str, ids: list[str]) -> None:
    """Both ways round; a word that merely looks like a short form still counts as itself."""
    assert list(KNOWN.meant_by(typed, ("agency",))) == ids


def test_only_the_kinds_asked_for_are_looked_through() -> None:
    """A place is no agency."""
    assert list(KNOWN.meant_by("xã Mẫu", ("place",))) == ["xa-mau"]
    assert list(KNOWN.meant_by("xã Mẫu", ("place", "agency"))) == ["xa-mau"]


def test_without_abbreviations_names_are_found_all_the_same() -> None:
    """A new project has none."""
    assert list(Known({"place": {"xa-thu": Named(("Xã Thử",))}}).meant_by("thử", ("place",))) == ["xa-thu"]


def test_places_of_one_name_are_told_apart_by_their_days(root: Path) -> None:
    """Communes come and go, and their names stay."""
    (root / "data/vocabulary/places.yml").write_text(
        "- {id: xa-cu, name: Xã Thử, type: commune, to: 2025-06-30}\n"
        "- {id: xa-moi, name: Xã Thử, type: commune, from: 2025-07-01}\n"
        "- {id: xa-khac, name: Xã Khác, type: commune}\n",
        encoding="utf-8",
    )
    found = known_of(root).meant_by("xã thử", ("place",))
    assert [named.shown() for named in found.values()] == ["Xã Thử, đến 30/6/2025", "Xã Thử, từ 01/7/2025"]
    assert known_of(root).of(("place",))["xa-khac"].shown() == "Xã Khác"


def test_a_project_is_known_by_names_short_names_and_ids(root: Path) -> None:
    """Those of files that cannot be read included; people of lists, too."""
    (root / "data/vocabulary/fields.yml").write_text(
        "- {id: y-te, name: Y tế, aliases: [sức khỏe]}\n", encoding="utf-8"
    )
    (root / "data/campaigns/hong.yml").write_text("name: [", encoding="utf-8")
    (root / "data/decisions/2026").mkdir(parents=True)
    (root / "data/decisions/2026/qd-1.yml").write_text(
        "date: 2026\ntitle: Khen\nissuer: ubnd-xa-thu\nrecipients:\n"
        "  - {id: k7m2q9, kind: individual, name: Lê Văn Thử, unit: Thôn Một, award: giay-khen}\n",
        encoding="utf-8",
    )
    known = known_of(root)
    assert list(known.meant_by("suc khoe", ("field",))) == ["y-te"]
    assert list(known.meant_by("hong", ("campaign",))) == ["hong"]
    assert known.same_name("Lê văn thử")["k7m2q9"].shown() == "Lê Văn Thử, Thôn Một"
    assert list(known.meant_by("UBND xã Thử", ("agency",))) == ["ubnd-xa-thu"]
