"""Publishing to a branch: one commit a publication, in a repository that may hold other things."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from bangvang.publishing.error import StagingError
from bangvang.publishing.git import Branch
from bangvang.publishing.publish import publish
from bangvang.publishing.target import GitTarget, target_of

DAY = date(2026, 11, 21)
DECISION = "data/decisions/2026/qd-15.yml"


def git(folder: Path, *arguments: str) -> str:
    """What Git says."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """An empty repository such as a host keeps."""
    folder = tmp_path / "kho.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    return folder


def run(office: Path, store: Path, day: date = DAY) -> None:
    """Publish to the usual branch."""
    publish(office, target_of(f"git:{store}", office, day), day=day, jobs=1)


def test_a_branch_holds_the_site_and_what_the_host_needs(office: Path, store: Path) -> None:
    """The branch is made where there is none."""
    run(office, store)
    files = set(git(store, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())
    assert {"index.html", "guong/k7m2q9/index.html", ".nojekyll", ".bang-vang.json", "_headers"} <= files
    assert git(store, "log", "-1", "--format=%s", "gh-pages") == "Công bố ngày 21/11/2026: thêm 3 người, sửa 0, gỡ 0"


def test_a_second_publication_is_a_second_commit(office: Path, store: Path) -> None:
    """With only what changed; the history stays."""
    run(office, store)
    text = (office / DECISION).read_text("utf-8")
    (office / DECISION).write_text(text.replace("Hiến đất", "Hiến 200 m² đất"), "utf-8")
    run(office, store, date(2026, 11, 22))
    assert git(store, "rev-list", "--count", "gh-pages") == "2"
    assert "Hiến 200 m² đất" in git(store, "show", "gh-pages:guong/k7m2q9/index.html")


def test_nothing_changed_is_no_commit(office: Path, store: Path) -> None:
    """The nightly run of a quiet day leaves no trace."""
    run(office, store)
    run(office, store)
    run(office, store)
    assert int(git(store, "rev-list", "--count", "gh-pages")) == 1


def test_a_domain_name_that_the_host_put_there_stays(office: Path, store: Path, tmp_path: Path) -> None:
    """GitHub keeps it in a file of the branch."""
    work = tmp_path / "tay"
    git(tmp_path, "clone", "--quiet", str(store), str(work))
    (work / "CNAME").write_text("bangvang.example\n", "utf-8")
    git(work, "add", "CNAME")
    git(work, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Tên miền")
    git(work, "push", "--quiet", "origin", "HEAD:gh-pages")
    run(office, store)
    assert git(store, "show", "gh-pages:CNAME") == "bangvang.example"


def test_a_store_that_is_not_there_is_told_and_nothing_is_published(office: Path, tmp_path: Path) -> None:
    """Git's own words, and what to look at."""
    with pytest.raises(StagingError, match=r"Git không làm được việc “ls-remote”.*trang đang đăng vẫn như cũ"):
        run(office, tmp_path / "khong-co.git")
    assert not (office / "data/ledger.json").exists()


def test_a_machine_without_git_is_told_what_else_to_do(
    office: Path, store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A clerk's computer seldom has it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StagingError, match=r"chưa có Git .* tệp \.zip"):
        run(office, store)


def test_the_branch_may_be_named(tmp_path: Path) -> None:
    """After a hash, as hosts write it."""
    target = target_of("git:https://kho.example/a.git#trang", tmp_path, DAY)
    assert isinstance(target, GitTarget)
    assert (target.branch, target.name) == (
        Branch("https://kho.example/a.git", "trang"), "nhánh trang của https://kho.example/a.git",
    )  # fmt: skip
