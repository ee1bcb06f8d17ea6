"""A record that is known to be good is read when somebody looks at it, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangvang.loading import Loaded, Project, cache, load_project, loaded, project_cache

PROFILE = "kind: collective\nname: Thôn Một\nstatus: draft\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A profile, a decision and a list, loaded once."""
    for path, text in {
        "honourees/thon-mot.yml": PROFILE,
        "decisions/2026/qd-1.yml": "date: 2026-01-02\ntitle: Khen\nissuer: ubnd\nrecipients:\n"
        "  - {removed: true}\n  - {id: thon-mot, kind: collective, name: Thôn Một}\n",
        "vocabulary/fields.yml": "- {id: y-te, name: Y tế}\n- {id: giao-duc, name: Giáo dục}\n",
    }.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    assert again(tmp_path).problems == []
    return tmp_path


def again(root: Path) -> Project:
    """By way of the cache."""
    return load_project(root, cache=project_cache(root))


def one(project: Project, id: str) -> Loaded:
    """The record of an id."""
    return next(found for found in project.loaded if found.id == id)


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody validates anything from now on."""

    def refuse(*_: object) -> None:
        raise AssertionError("validated")

    monkeypatch.setattr(loaded, "_adapter", refuse)


def test_what_the_registry_asks_is_known_without_reading(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """State, rows, ids of lists."""
    unread(monkeypatch)
    project = again(root)
    assert one(project, "thon-mot").outline.status == "draft"
    assert one(project, "qd-1").outline.recipients == ("", "thon-mot")
    assert [found.id for found in project.loaded if found.kind == "field"] == ["y-te", "giao-duc"]


def test_a_record_looked_at_twice_is_one(root: Path) -> None:
    """The same object, equal to what was read at first."""
    found = one(again(root), "thon-mot")
    assert found.record is found.record
    assert found.record == one(load_project(root), "thon-mot").record


def test_an_entry_is_known_again_by_what_it_says(root: Path) -> None:
    """Another entry of its list may change."""
    before = {found.id: found.content for found in again(root).loaded if found.kind == "field"}
    path = root / "data/vocabulary/fields.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Y tế", "Y khoa"), encoding="utf-8")
    after = {found.id: found.content for found in again(root).loaded if found.kind == "field"}
    assert (before["y-te"] == after["y-te"], before["giao-duc"] == after["giao-duc"]) == (False, True)


def test_good_as_one_kind_is_not_good_as_another(root: Path) -> None:
    """The same bytes in the folder of campaigns are a campaign, and a bad one."""
    (root / "data/campaigns").mkdir()
    (root / "data/campaigns/thon-mot.yml").write_text(PROFILE, encoding="utf-8")
    for _ in range(2):
        assert {problem.path for problem in again(root).problems} == {"data/campaigns/thon-mot.yml"}


def test_another_engine_judges_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was good in the eyes of the models of yesterday need not be so today."""
    monkeypatch.setattr(cache, "_judge", lambda: "khác")
    unread(monkeypatch)
    with pytest.raises(AssertionError, match="validated"):
        again(root)


def test_an_outline_names_the_papers_that_took_honours_back(tmp_path: Path) -> None:
    """Of a decision and of a profile, each once; a turn without a paper is told, too."""
    turn = "{{state: {0}, date: {1}, reason: Sai{2}}}"
    cancelled = turn.format("cancelled", 2026, ", decision: qd-9")
    files = {
        "decisions/2026/q.yml": (
            "date: 2026-03-04\ntitle: Khen\nissuer: ubnd\nrecipients:\n"
            f"  - {{id: to-mot, kind: collective, name: Tổ Một, award_text: Giấy khen, standing: [{cancelled}]}}\n"
            f"  - {{id: to-hai, kind: collective, name: Tổ Hai, award_text: Giấy khen, standing: [{cancelled}]}}\n"
            "  - {removed: true}\n"
        ),
        "honourees/to-ba.yml": (
            "kind: collective\nname: Tổ Ba\nhonours:\n"
            f"  - {{award_text: Giấy khen, date: 2020, standing: [{turn.format('stripped', 2026, '')}]}}\n"
        ),
        "honourees/to-bon.yml": "kind: collective\nname: Tổ Bốn\nhonours: [{award_text: Giấy khen, date: 2020}]\n",
    }
    for path, text in files.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    project = load_project(tmp_path)
    rulings = {id: one(project, id).outline.rulings for id in ("q", "to-ba", "to-bon")}
    assert rulings == {"q": ("qd-9",), "to-ba": ("",), "to-bon": ()}
