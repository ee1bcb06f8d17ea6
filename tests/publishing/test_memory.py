"""The memory of a build: kept whole, damaged ones forgotten, batches of workers put together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang import sealed
from bangvang.pages.answers import GONE
from bangvang.publishing.memory import (
    FILE,
    Batch,
    MadePage,
    Memory,
    forget,
    look_of,
    parse_day,
    places_of,
    recall,
    remember,
)


def made(*keys: int) -> MadePage:
    """A page that looked at these places."""
    return MadePage(places_of(keys), "d", "2026-11-21", True, False, "Tên “có” \n lạ", "honouree", ("an",))


KEPT = Memory(
    recipe="r",
    site="s",
    keys=[("honouree", "a"), ("?members_page", "letter", "dd", 2), ("=card", "a")],
    digests=["1", "2", "3"],
    views={2: [0]},
    pages={"guong/a/": made(0, 2), "": made()},
    files={"robots.txt": "x"},
)


def test_a_memory_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    """Keys with numbers, titles with anything."""
    remember(tmp_path, KEPT)
    assert recall(tmp_path) == KEPT
    assert [path.name for path in (tmp_path / FILE).parent.iterdir()] == [FILE.name]


def test_a_forgotten_memory_is_gone(tmp_path: Path) -> None:
    """Forgetting twice is no mistake."""
    remember(tmp_path, KEPT)
    forget(tmp_path)
    forget(tmp_path)
    assert recall(tmp_path) is None


@given(st.data())
def test_damage_anywhere_is_no_memory(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A byte changed, an end cut off: it costs time, never a wrong page."""
    root = tmp_path_factory.mktemp("memory")
    remember(root, KEPT)
    whole = (root / FILE).read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    for damaged in (whole[:place], whole[:place] + bytes([other]) + whole[place + 1 :]):
        (root / FILE).write_bytes(damaged)
        assert recall(root) is None


def test_a_memory_that_cannot_be_kept_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half-written stays; the next build makes everything."""

    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sealed, "_seal", full)
    remember(tmp_path, KEPT)
    assert [*(tmp_path / FILE).parent.iterdir()] == []


def test_what_workers_saw_is_put_together() -> None:
    """Each counts keys from nought; together every key stands once, with its latest digest."""
    whole = Memory(keys=[("a", "1"), ("b", "1")], digests=["old", "b1"])
    whole.add(Batch([("b", "1"), ("a", "1")], ["b1", "new"], {}, {"x/": made(0, 1)}))
    whole.add(Batch([("=view", "v"), ("c", "1"), ("a", "1")], ["v", "c", "new"], {0: [1, 2]}, {"y/": made(0)}))
    assert whole.keys == [("a", "1"), ("b", "1"), ("=view", "v"), ("c", "1")]
    assert whole.digests == ["new", "b1", "v", "c"]
    assert list(whole.pages["x/"].keys) == [1, 0]
    assert list(whole.pages["y/"].keys) == [2]
    assert whole.views == {2: [3, 0]}


PIECES = Memory(
    keys=[("=outer", "o"), ("=inner", "i"), ("a", "1"), ("b", "1"), ("=other", "x")],
    digests=["outer", "inner", "old", "b1", "other"],
    views={0: [1], 1: [2], 4: [3]},
)
"""Two pieces one within the other, and one that saw nothing of what changes."""


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ({"a": "new", "=inner": "else", "=outer": "else"}, {0, 1, 2}),
        ({"a": "new", "=inner": "else", "=outer": "outer"}, {1, 2}),
        ({"a": "new", "=inner": "inner"}, {2}),
        ({"a": GONE, "=outer": "else"}, {0, 1, 2}),
        ({"a": "old"}, set()),
    ],
)
def test_a_shared_piece_is_looked_at_only_when_something_it_saw_has_changed(
    now: dict[str, str], changed: set[int]
) -> None:
    """It may look the same as before; one whose matter is gone cannot be looked at at all."""
    assert PIECES.changed(lambda key: {"b": "b1", **now}[str(key[0])], "another world") == changed


def test_in_the_same_world_no_question_is_asked() -> None:
    """Elsewhere it is."""
    asked = Memory(keys=[("?totals",), ("a", "1")], digests=["old", "1"], world="w")
    now = {"?totals": "new", "a": "1"}
    assert asked.changed(lambda key: now[str(key[0])], "w") == set()
    assert asked.changed(lambda key: now[str(key[0])], "other") == {0}


def test_a_site_looks_different_when_somebody_was_at_it(tmp_path: Path) -> None:
    """Another folder, a file more at its top, or none at all."""
    assert look_of(tmp_path / "site") == ""
    (tmp_path / "site").mkdir()
    before = look_of(tmp_path / "site")
    assert look_of(tmp_path / "site") == before
    (tmp_path / "site/moi.txt").touch()
    assert look_of(tmp_path / "site") != before


def test_days_are_read_back() -> None:
    """An empty one is none."""
    assert str(parse_day("2026-11-21")) == "2026-11-21"
    assert parse_day("") is None
