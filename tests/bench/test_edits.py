"""The record that the bench changes is changed alike for all, and left as it was."""

from pathlib import Path

import pytest

from bangvang.demo import write_demo
from bench.edits import edit_of_json, edit_of_yaml, told_honouree
from bench.peers.hugo import write_hugo_project
from bench.peers.records import read_records
from bench.peers.shell import plain_shell


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small demonstration."""
    write_demo(20, tmp_path / "demo")
    return tmp_path / "demo"


def test_both_edits_add_the_same_words(project: Path, tmp_path: Path) -> None:
    """Otherwise one generator would have more to do than the other."""
    write_hugo_project(project, tmp_path / "hugo", plain_shell())
    id = told_honouree(project)
    before = read_records(project)["honourees"][id]["story"]
    edit_of_yaml(project, id, tmp_path / "a").turn()
    edit_of_json(tmp_path / "hugo", id, tmp_path / "b").turn()
    after = read_records(project)["honourees"][id]["story"]
    assert after != before
    assert after.endswith(before)
    assert _quoted(after) in (tmp_path / "hugo/data/honourees.json").read_text(encoding="utf-8")


def test_the_second_turn_brings_the_file_back(project: Path, tmp_path: Path) -> None:
    """Every turn is a change, however many runs there are."""
    id = told_honouree(project)
    path = project / f"data/honourees/{id}.yml"
    original = path.read_bytes()
    edit = edit_of_yaml(project, id, tmp_path / "a")
    edit.turn()
    assert path.read_bytes() != original
    edit.turn()
    assert path.read_bytes() == original


def _quoted(text: str) -> str:
    return text.replace('"', '\\"').replace("\n", "\\n")
