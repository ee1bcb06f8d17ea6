"""The list of a decision as a clerk answers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from clerk import Clerk

from bangvang.loading import load_project
from bangvang.office.known import Named, known_of
from bangvang.records import Decision, Recipient, is_minted

DECISION: dict[str, str | list[str]] = {
    "number": "15/QĐ-UBND",
    "date": "2026-09-02",
    "title": "Khen thưởng",
    "issuer": "ubnd-xa-thu",
    "award": "giay-khen",
}
PATH = "data/decisions/2026/qd-15-ubnd-xa-thu-2026.yml"


def rows(root: Path) -> list[Recipient]:
    """The recipients of the decision that was made; it reads without a problem."""
    project = load_project(root)
    assert project.problems == []
    (decision,) = (one.record for one in project.loaded if isinstance(one.record, Decision) and one.path == PATH)
    return [row for row in decision.recipients if isinstance(row, Recipient)]


def test_every_recipient_is_asked_and_gets_an_id(root: Path) -> None:
    """In printed order; of the living the id says nothing, a collective's may speak."""
    clerk = Clerk(
        **DECISION,
        name=["Nguyễn Văn Thử", "Tổ tự quản", "Hộ bà Lê Thị Thử"],
        kind=["1", "tập thể", "household"],
        unit=["Thôn Một", "", "Thôn Hai"],
        place=["xa thu", "Xã Thử Đông", ""],
        reason=["Hiến đất làm đường.", "", "Nhường nhà cho người ở nhờ."],
    )
    assert clerk.make("decision", root) == 0
    made = rows(root)
    assert [(row.name, row.kind.value, row.unit, row.place, row.reason) for row in made] == [
        ("Nguyễn Văn Thử", "individual", "Thôn Một", "xa-thu", "Hiến đất làm đường."),
        ("Tổ tự quản", "collective", None, "xa-thu-dong", None),
        ("Hộ bà Lê Thị Thử", "household", "Thôn Hai", None, "Nhường nhà cho người ở nhờ."),
    ]
    assert [is_minted(row.id) for row in made] == [True, False, True]
    assert made[1].id == "to-tu-quan"
    assert f"Dòng 1: Nguyễn Văn Thử, mã {made[0].id}." in clerk.heard
    text = (root / PATH).read_text(encoding="utf-8")
    assert f"  - id: {made[0].id}\n    kind: individual\n    name: Nguyễn Văn Thử\n    unit: Thôn Một\n" in text


def test_an_empty_name_ends_the_list(root: Path) -> None:
    """Even at once: the list may be added later, its place stands ready in the file."""
    assert Clerk(**DECISION).make("decision", root) == 0
    assert rows(root) == []
    assert "\n# recipients:\n" in (root / PATH).read_text(encoding="utf-8")


def test_a_name_that_is_too_long_is_asked_again(root: Path) -> None:
    """Before anything else of the row."""
    clerk = Clerk(**DECISION, name=["x" * 501, "Tổ tự quản"], kind="collective")
    assert clerk.make("decision", root) == 0
    assert [row.name for row in rows(root)] == ["Tổ tự quản"]
    assert any("dài 501 ký tự" in line for line in clerk.heard)


@pytest.mark.parametrize(
    ("answers", "is_same"), [(["h3vkx8"], True), (["1"], True), ([""], False), (["abcdfg", "2", "h3vkx8"], True)]
)
def test_who_bears_a_known_name_is_the_clerks_to_say(root: Path, answers: list[str], is_same: bool) -> None:
    """One of those known keeps the id, another gets a new one; an id that was not offered is not taken."""
    folder = root / "data/honourees"
    folder.mkdir()
    (folder / "h3vkx8.yml").write_text("kind: individual\nname: Lê Thị Thử\nunit: Thôn Hai\n", encoding="utf-8")
    clerk = Clerk(**DECISION, name="Lê Thị Thử", kind="individual", WHO=answers)
    assert clerk.make("decision", root) == 0
    assert "  1. h3vkx8 (Lê Thị Thử, Thôn Hai)" in clerk.heard
    (row,) = rows(root)
    assert (row.id == "h3vkx8") is is_same


def test_the_same_name_twice_in_one_list_is_noticed(root: Path) -> None:
    """Two people, or a slip of the clerk."""
    clerk = Clerk(**DECISION, name=["Lê Văn Thử", "Lê Văn Thử"], kind=["1", "1"], unit=["Thôn Một", "Thôn Hai"])
    assert clerk.make("decision", root) == 0
    first, second = rows(root)
    assert first.id != second.id
    assert f"  1. {first.id} (Lê Văn Thử, Thôn Một)" in clerk.heard


def test_stopping_in_the_list_writes_nothing(root: Path) -> None:
    """As anywhere else in the conversation."""
    clerk = Clerk(**DECISION, name="Lê Văn Thử")
    read = clerk.read

    def stop(prompt: str) -> str:
        if prompt == "unit> ":
            raise KeyboardInterrupt
        return read(prompt)

    clerk.read = stop  # type: ignore[method-assign]
    clerk.answers["kind"] = ["1"]
    assert clerk.make("decision", root) == 1
    assert not (root / PATH).exists()


def test_an_id_in_a_list_that_was_just_made_is_never_minted_again(root: Path) -> None:
    """Nor one that a ledger remembers."""
    (root / "data/ledger.json").write_text('{"/guong/k7m2q9/": {}}', encoding="utf-8")
    known = known_of(root)
    known.add("honouree", "h3vkx8", Named(("Lê Văn Thử",)))
    assert known.mint() not in ("h3vkx8", "k7m2q9")
    assert "k7m2q9" in known.remembered
