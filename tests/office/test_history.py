"""What is kept of every save, and for how long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bangvang.office.drafts import Draft, Drafts
from bangvang.office.history import Deed, Doing, History

DOING = Doing(Deed.EDITED, "campaign", "pt", "Phong trào", "data/campaigns/pt.yml", ("Tên: “A” thành “B”",))


def test_a_change_says_what_and_when_and_keeps_what_was(tmp_path: Path) -> None:
    """The latest comes first; who it was is nowhere."""
    history = History(tmp_path)
    first = history.note(DOING, None, b"a")
    second = history.note(DOING, b"a", b"b")
    assert list(history.changes()) == [second, first]
    assert history.before(second) == b"a"
    assert history.before(first) is None
    assert second.told == "Sửa “Phong trào”"
    assert second.doing.words == DOING.words


def test_git_leaves_the_office_room_alone(tmp_path: Path) -> None:
    """Old versions are nobody else's business, in any project."""
    History(tmp_path).note(DOING, None, b"a")
    assert (tmp_path / ".bangvang/.gitignore").read_text() == "*\n"


def test_a_change_that_never_reached_its_file_is_struck_out(tmp_path: Path) -> None:
    """One that did stays."""
    history = History(tmp_path)
    done = history.note(DOING, b"a", b"b")
    history.note(DOING, b"b", b"c")
    history.settle(lambda path: b"b")
    assert list(history.changes()) == [done]
    history.settle(lambda path: b"b")
    assert list(history.changes()) == [done]


def test_a_file_that_was_killed_on_its_way_to_another_folder_stands_in_one(tmp_path: Path) -> None:
    """Either the old or the new one."""
    history = History(tmp_path)
    doing = replace(DOING, path="data/decisions/2027/a.yml", moved_from="data/decisions/2026/a.yml")
    old = tmp_path / doing.moved_from
    old.parent.mkdir(parents=True)
    old.write_bytes(b"a")
    change = history.note(doing, b"a", b"b")
    history.settle({doing.path: b"b", doing.moved_from: b"a"}.get)
    assert list(history.changes()) == [change]
    assert not old.exists()
    old.write_bytes(b"a")
    history.settle({doing.moved_from: b"a"}.get)
    assert list(history.changes()) == []
    assert old.exists()


def test_the_history_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old changes go with what only they kept."""
    monkeypatch.setattr("bangvang.office.history.MOST_CHANGES", 3)
    history = History(tmp_path)
    for number in range(6):
        history.note(DOING, b"%d" % number, b"%d" % (number + 1))
    history.prune()
    assert [history.before(change) for change in history.changes()] == [b"5", b"4", b"3"]
    assert len(list((tmp_path / ".bangvang/history").glob("*.was"))) == 3


def test_nor_does_it_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the files weigh."""
    monkeypatch.setattr("bangvang.office.history.MOST_BYTES", 40)
    history = History(tmp_path)
    for number in range(6):
        history.note(DOING, b"%d" % number, b"x")
    history.prune()
    assert 0 < len(list(history.changes())) < 6


def test_a_damaged_note_or_version_is_not_believed(tmp_path: Path) -> None:
    """The others still are."""
    history = History(tmp_path)
    change = history.note(DOING, b"a", b"b")
    folder = tmp_path / ".bangvang/history"
    (folder / "00000009.json").write_text("{")
    assert list(history.changes()) == [change]
    (folder / f"{change.before}.was").write_bytes(history.before(change) or b"")
    with pytest.raises(Exception, match=r".+"):
        history.before(change)


def test_a_draft_is_kept_replaced_and_dropped(tmp_path: Path) -> None:
    """One for each record, as many as there are new ones."""
    drafts = Drafts(tmp_path)
    one = Draft("", "campaign", "pt", "Phong trào", "", "s", {"name": "A"}, ("sai",))
    drafts.keep(one)
    kept = drafts.keep(Draft("", "campaign", "pt", "Phong trào", "", "s", {"name": "B"}, ()))
    new = [drafts.keep(Draft("", "campaign", "", "Mới", "", "", {}, ())) for _ in range(2)]
    assert {draft.name for draft in drafts.all()} == {kept.name, *(draft.name for draft in new)}
    assert drafts.of("campaign", "pt") == kept
    drafts.drop(kept.name)
    assert drafts.of("campaign", "pt") is None
    assert len(drafts.all()) == 2


@pytest.mark.parametrize("name", ["../site", "a/b", "", "."])
def test_the_name_of_a_draft_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    """It comes from a browser."""
    drafts = Drafts(tmp_path)
    (tmp_path / ".bangvang").mkdir()
    (tmp_path / ".bangvang/site.json").write_text("{}")
    assert drafts.open(name) is None
    drafts.drop(name)
    assert (tmp_path / ".bangvang/site.json").exists()
