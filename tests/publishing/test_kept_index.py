"""The search index kept between builds: whatever changes follow one another, its files are those of one made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangvang.publishing import kept_index
from bangvang.publishing.kept_index import Change, Changed, forget_index, keep_index, take_up_index
from bangvang.sealed import keep
from bangvang.search import Entry, Index, Words, index

WORDS = Words()
NAMES = ("Lò Thị Mẫu", "Nguyễn Văn Thử", "Trần Thị Ví Dụ", "Hà Nhi Mẫu", "Phạm Thử Mẫu")
FIRST = "0" * 16


def person(id: str, place: int = 0, story: str = "") -> Entry:
    """Somebody invented."""
    return Entry(f"guong/{id}/", "individual", f"{NAMES[place]} {id}", line="Giấy khen, 2024", body=story)


EVERYBODY = [person(f"a{number}", number % len(NAMES), "Trồng rừng, giữ suối.") for number in range(40)]


def keep_whole(root: Path) -> dict[str, bytes]:
    """Keep the index of everybody; its files."""
    index = Index.of(EVERYBODY)
    files = index.files(WORDS).written
    (root / ".cache/bangvang").mkdir(parents=True)
    keep_index(root, index, FIRST)
    return files


def changed(root: Path, kept: str, come: tuple[Entry, ...], gone: tuple[str, ...] = ()) -> Changed | None:
    """What a build is told, which then keeps the index."""
    partner = take_up_index(root)
    next(partner)
    found = partner.send(Change(come, gone, WORDS, kept))
    assert next(partner, None) is None
    return found


_STEPS = st.lists(
    st.tuples(st.integers(0, 44), st.sampled_from(["gone", "body", "name", "same"])), min_size=1, max_size=4
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_STEPS, min_size=1, max_size=5), st.sampled_from([1, 4, 32]))
def test_changes_one_after_another_give_the_files_of_an_index_made_anew(
    tmp_path_factory: pytest.TempPathFactory, builds: list[list[tuple[int, str]]], most: int
) -> None:
    """Some come, go, come back, and go back to what they were; now and then it is kept whole."""
    root = tmp_path_factory.mktemp("index")
    standing, name = keep_whole(root), FIRST
    entries = {entry.url: entry for entry in EVERYBODY}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_index, "_MOST_SINCE", most)
        for steps in builds:
            before = dict(entries)
            for number, what in steps:
                entry = person(f"a{number}", number % len(NAMES), "Trồng rừng, giữ suối.")
                if what == "gone":
                    entries.pop(entry.url, None)
                elif what == "body":
                    entries[entry.url] = person(f"a{number}", number % len(NAMES), "Dạy chữ cho người lớn.")
                elif what == "name":
                    entries[entry.url] = person(f"a{number}", (number + 1) % len(NAMES))
                else:
                    entries[entry.url] = entry
            come = tuple(entry for url, entry in entries.items() if before.get(url) != entry)
            told = changed(root, name, come, tuple(sorted(before.keys() - entries.keys())))
            assert told is not None
            standing, name = {path: standing[path] for path in told.standing} | dict(told.written), told.kept
            assert standing == Index.of(entries.values()).files(WORDS).written


def test_an_index_that_is_known_by_another_name_is_not_taken(tmp_path: Path) -> None:
    """Nor is one that has been changed since by a build that was lost."""
    keep_whole(tmp_path)
    assert changed(tmp_path, "1" * 16, (person("b"),)) is None
    told = changed(tmp_path, FIRST, (person("b"),))
    assert told is not None
    assert changed(tmp_path, FIRST, (person("c"),)) is None
    assert changed(tmp_path, told.kept, (person("c"),)) is not None


def test_what_has_changed_since_is_good_for_its_own_whole_alone(tmp_path: Path) -> None:
    """Where the index is kept whole again, nothing has changed since."""
    keep_whole(tmp_path)
    changed(tmp_path, FIRST, (person("b"),))
    keep_index(tmp_path, Index.of(EVERYBODY), FIRST)
    assert changed(tmp_path, FIRST, (person("c"),)) is not None


@pytest.mark.parametrize("name", ["index", "index-since"])
def test_damage_is_no_index(tmp_path: Path, name: str) -> None:
    """It costs time, never a wrong answer."""
    keep_whole(tmp_path)
    told = changed(tmp_path, FIRST, (person("b"),))
    assert told is not None
    path = tmp_path / ".cache/bangvang" / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert changed(tmp_path, told.kept, (person("c"),)) is None


def test_what_another_engine_kept_is_not_even_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its entries may be of another form."""
    keep_whole(tmp_path)
    keep(tmp_path / ".cache/bangvang/index-since", (FIRST, "1" * 16, [("guong/b/",) * 99], []))
    monkeypatch.setattr(index, "_VERSION", 0)
    assert changed(tmp_path, "1" * 16, (person("c"),)) is None


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    """All of it; twice is no mistake."""
    keep_whole(tmp_path)
    changed(tmp_path, FIRST, (person("b"),))
    forget_index(tmp_path)
    forget_index(tmp_path)
    assert list((tmp_path / ".cache/bangvang").iterdir()) == []
