"""What the preview notices of files, and what it leaves alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bangvang.preview.watching import ENGINE, changes, is_engine, snapshot, watched_paths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a record and its settings."""
    (tmp_path / "data/honourees").mkdir(parents=True)
    (tmp_path / "data/honourees/a.yml").write_text("name: A", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A", encoding="utf-8")
    return tmp_path


def changed(root: Path, path: str, content: bytes | None) -> list[str]:
    """What is noticed when a file is written, or deleted."""
    paths = [path for path in watched_paths(root) if path != ENGINE]
    before = snapshot(paths)
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
        os.utime(file, ns=(1, 1))
    return [Path(path).relative_to(root).as_posix() for path in changes(before, snapshot(paths))]


@pytest.mark.parametrize(
    "path", ["data/honourees/a.yml", "data/honourees/b.yml", "mkdocs.yml", "overrides/p/x.html", "docs/a.md"]
)
def test_a_saved_file_is_noticed(root: Path, path: str) -> None:
    """Old or new, at any depth."""
    assert changed(root, path, b"x") == [path]


def test_a_deleted_file_is_noticed(root: Path) -> None:
    """Its page has to go."""
    assert changed(root, "data/honourees/a.yml", None) == ["data/honourees/a.yml"]


@pytest.mark.parametrize(
    "path",
    [
        "data/.a.yml.swp",
        "data/a.yml~",
        "data/~$phu-luc.xlsx",
        "data/a.tmp",
        "hooks/__pycache__/x.pyc",
        "site/a.html",
        "data/.git/x",
    ],
)
def test_what_editors_and_builds_leave_behind_is_no_change(root: Path, path: str) -> None:
    """Otherwise every build would start another."""
    assert changed(root, path, b"x") == []


def test_nothing_changed_is_nothing(root: Path) -> None:
    """However often one looks."""
    assert changes(snapshot([root]), snapshot([root])) == []


def test_the_engine_is_watched_and_known() -> None:
    """Its Python asks for a new start; its templates and styles do not, nor does the office's Python."""
    assert ENGINE in watched_paths(Path("x"))
    assert is_engine(str(ENGINE / "pages/home.py"))
    assert not is_engine(str(ENGINE / "templates/main.html"))
    assert not is_engine("hooks/site.py")
    assert not is_engine(f"{ENGINE}-khac/a.py")
