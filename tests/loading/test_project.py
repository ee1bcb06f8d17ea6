"""A project is read as far as it can be."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from bangvang.loading import Project, Severity, load_project, suggest_entry, suggest_id, suggest_name
from bangvang.records import Removed

Load = Callable[[Mapping[str, str | bytes]], Project]
GOOD = "kind: collective\nname: Thôn Thử\n"


def test_one_bad_entry_makes_no_strangers_of_the_others(load: Load) -> None:
    """The good entries of a list stay known."""
    project = load({"vocabulary/fields.yml": "- {id: a, name: A}\n- {id: b, nam: B}\n- {id: c, name: C}\n"})
    assert [loaded.id for loaded in project.loaded] == ["a", "c"]
    assert project.broken["field"] == {"b"}
    assert [(problem.line, problem.check) for problem in project.problems] == [(2, "unknown-field")]


def test_a_removed_record_holds_nothing_but_that(load: Load) -> None:
    """Not even the fields its kind requires."""
    project = load({"honourees/k7m2q9.yml": "status: removed\nremoved_on: 2026-01-01\n"})
    assert project.problems == []
    assert isinstance(project.loaded[0].record, Removed)
    project = load({"honourees/k7m2q9.yml": "status: removed\nname: Nguyễn Văn A\n"})
    assert [problem.check for problem in project.problems] == ["unknown-field"]


def test_stray_files_are_pointed_out_and_left_alone(load: Load) -> None:
    """What office programs leave behind is not even mentioned."""
    project = load(
        {
            "honourees/a.yml": GOOD,
            "honourees/danh-sach.xlsx": b"x",
            "honourees/~$danh-sach.xlsx": b"x",
            "honourees/.DS_Store": b"x",
            "honourees/b.YML": GOOD,
            "honourees/sau/c.yml": GOOD,
            "decisions/d.yml": GOOD,
            "la.yml": GOOD,
            "README.md": b"x",
            "photos/anh.jpg": b"x",
        }
    )
    found = {(problem.path, problem.check, problem.severity) for problem in project.problems}
    assert found == {
        ("data/honourees/danh-sach.xlsx", "stray-file", Severity.WARNING),
        ("data/honourees/b.YML", "file-suffix", Severity.ERROR),
        ("data/honourees/sau/c.yml", "misplaced-file", Severity.ERROR),
        ("data/decisions/d.yml", "misplaced-file", Severity.ERROR),
        ("data/la.yml", "misplaced-file", Severity.ERROR),
    }
    assert [loaded.id for loaded in project.loaded] == ["a"]


def test_one_mistake_is_one_message(load: Load) -> None:
    """A misspelt required field is not also missing."""
    project = load({"honourees/a.yml": "kind: collective\nnmae: A\n"})
    assert [problem.what for problem in project.problems] == ["không có mục nào tên “nmae” ở đây"]


def test_names_are_guessed_generously_and_ids_with_care() -> None:
    """A wrong field name costs nothing; a wrong id honours the wrong person."""
    assert suggest_name("cá nhân", {"individual": "Cá nhân", "collective": "Tập thể"}) == "individual"
    assert suggest_name("ngay", {"date": "Ngày ban hành", "title": "Trích yếu"}) == "date"
    assert suggest_name("zzz", {"date": "Ngày ban hành"}) is None
    assert suggest_id("ubnd-xa-mauu", ["ubnd-xa-mau", "ubnd-xa-khac"]) == "ubnd-xa-mau"
    assert suggest_id("thon-mau-5", ["thon-mau-1", "thon-mau-2"]) is None


def test_of_entries_that_are_nobody_s_the_nearest_is_guessed() -> None:
    """Even among many alike, and where the office typed only the beginning."""
    places = ["thon-mau-mot-xa-mau", "thon-mau-hai-xa-mau", "xa-lam-vy-thai-nguyen-2025", "xa-mau"]
    assert suggest_entry("thon-mau-mott-xa-mau", places) == "thon-mau-mot-xa-mau"
    assert suggest_entry("xa-lam-vy", places) == "xa-lam-vy-thai-nguyen-2025"
    assert suggest_entry("phuong-la", places) is None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Only plain files are opened."""
    (tmp_path / "data/honourees").mkdir(parents=True)
    os.mkfifo(tmp_path / "data/honourees/ong.yml")
    assert [problem.check for problem in load_project(tmp_path).problems] == ["stray-file"]
