"""What a repository's history still holds is told by commit, and nothing of it is touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from removal_tree import NAME, PERSON

from bangvang.removal import git_history
from bangvang.removal.git_history import Commits, commits_with
from bangvang.removal.person import Person

WHO = Person(PERSON, (PERSON,), (NAME, "Tên (cũ) *"))


def git(root: Path, *arguments: str) -> str:
    """One command of Git."""
    author = ("-c", "user.name=Văn phòng", "-c", "user.email=vp@xamau.example")
    return subprocess.run(["git", *author, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def committed(root: Path, path: str, text: str, message: str) -> str:
    """A commit that changes one file; its short name."""
    (root / path).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "--short", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that knows nobody."""
    git(tmp_path, "init", "--quiet")
    committed(tmp_path, "a.yml", "name: Ai đó\n", "Bắt đầu")
    return tmp_path


def names(root: Path) -> set[str]:
    """The short names of the commits that hold something."""
    found = commits_with(root, WHO)
    return {name for name, _ in found.found} if found else set()


def test_without_git_there_is_nothing_to_tell(tmp_path: Path) -> None:
    """Neither is there in a repository that never held them."""
    assert commits_with(tmp_path, WHO) is None


def test_a_repository_that_never_held_them_is_not_mentioned(repository: Path) -> None:
    """Nothing to do, nothing to say."""
    assert commits_with(repository, WHO) is None


def test_commits_with_a_name_an_id_or_a_former_name_are_found(repository: Path) -> None:
    """On every branch, in files and in messages; signs that mean something in patterns mean themselves."""
    wanted = {
        committed(repository, "b.yml", f"name: {NAME}\n", "Thêm một người"),
        committed(repository, "c.yml", f"id: {PERSON}\n", "Thêm một dòng"),
        committed(repository, "d.yml", "name: Tên (cũ) *\n", "Thêm một tên"),
        committed(repository, "e.yml", "name: x\n", f"Sửa bài về {NAME}"),
    }
    git(repository, "checkout", "--quiet", "-b", "nhanh")
    wanted.add(committed(repository, "b.yml", "status: removed\n", "Gỡ"))
    git(repository, "checkout", "--quiet", "-")
    committed(repository, "f.yml", "name: Tên cũ\n", "Người khác")
    assert names(repository) == wanted


def test_a_history_of_thousands_of_commits_is_looked_through(tmp_path: Path) -> None:
    """One of two thousand brought the name in, the next took it out."""
    git(tmp_path, "init", "--quiet")
    stream = b""
    for number in range(2000):
        body = f"name: {NAME if number == 1000 else 'Ai đó'}\nso: {number}\n".encode()
        stream += b"commit refs/heads/dai\ncommitter a <a@b.example> %d +0000\ndata 1\nx\n" % (1_700_000_000 + number)
        stream += b"M 100644 inline a.yml\ndata %d\n%s\n" % (len(body), body)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=tmp_path, input=stream, check=True)
    assert len(names(tmp_path)) == 2


def test_many_commits_are_counted_and_the_latest_named() -> None:
    """An administrator needs to know how much there is."""
    told = Commits(tuple((f"abc{number:04}", "2026-11-21") for number in range(1234))).told()
    assert "còn giữ trong 1.234 lần ghi: abc0000 (2026-11-21)" in told
    assert "và 1.229 lần khác" in told


def test_a_history_too_long_to_look_through_is_not_called_clean(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for ever learns nothing."""
    committed(repository, "b.yml", f"name: {NAME}\n", "Thêm một người")

    def slow(root: Path, *arguments: str) -> str:
        raise subprocess.TimeoutExpired("git", 1)

    monkeypatch.setattr(git_history, "_git", slow)
    found = commits_with(repository, WHO)
    assert found is not None
    assert "chưa dò hết" in found.told()


@pytest.mark.parametrize("wrong", ["damaged", "no program"])
def test_a_repository_that_git_cannot_read_is_not_called_clean(
    wrong: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where there is no Git on this machine, or it trusts another owner alone."""
    committed(repository, "b.yml", f"name: {NAME}\n", "Thêm một người")
    if wrong == "damaged":
        (repository / ".git/HEAD").write_text("x")
    else:
        monkeypatch.setenv("PATH", str(repository))
    found = commits_with(repository, WHO)
    assert found is not None
    assert "không đọc được" in found.told()


def test_a_repository_without_commits_holds_nothing(tmp_path: Path) -> None:
    """As on the first day."""
    git(tmp_path, "init", "--quiet")
    assert commits_with(tmp_path, WHO) is None
