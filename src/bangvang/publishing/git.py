"""Delivery to a branch of a Git repository: one commit a publication, pushed whole or not at all."""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bangvang.publishing.delivery import Delivered, deliver_folder
from bangvang.publishing.error import StagingError
from bangvang.publishing.parcel import Parcel

_USUAL_BRANCH = "gh-pages"
_NO_JEKYLL = ".nojekyll"
"""GitHub otherwise leaves out files whose names begin with an underscore."""
_AUTHOR = ("Bảng Vàng", "bang-vang@localhost")
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a repository somewhere."""

    address: str
    name: str

    @classmethod
    def read(cls, typed: str) -> Branch:
        """From ADDRESS#BRANCH; without a branch, the one that hosts of pages take."""
        address, _, name = typed.partition("#")
        return cls(address, name or _USUAL_BRANCH)

    def __str__(self) -> str:
        return f"nhánh {self.name} của {self.address}"


def deliver_branch(parcel: Parcel, branch: Branch, message: str) -> Delivered:
    """Bring a site to a branch; nothing is pushed where nothing has changed."""
    with tempfile.TemporaryDirectory(prefix="bangvang-git-", ignore_cleanup_errors=True) as made:
        folder = Path(made, "trang")
        _fetch(branch, folder)
        delivered = deliver_folder(parcel, folder)
        (folder / _NO_JEKYLL).touch()
        _git(folder, "add", "--all", "--force", ".")
        if _git(folder, "status", "--porcelain"):
            _git(folder, *_author(folder), "commit", "--quiet", "--message", message)
            _git(folder, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch.name}")
    return delivered


def _fetch(branch: Branch, folder: Path) -> None:
    """The branch as it stands; where there is none yet, the beginning of one."""
    there = _git(None, "ls-remote", "--heads", branch.address, f"refs/heads/{branch.name}")
    folder.mkdir()
    _git(folder, "init", "--quiet")
    _git(folder, "config", "core.autocrlf", "false")
    _git(folder, "remote", "add", "origin", branch.address)
    if there:
        _git(folder, "fetch", "--quiet", "--depth", "1", "origin", f"refs/heads/{branch.name}")
        _git(folder, "checkout", "--quiet", "-B", branch.name, "FETCH_HEAD")
    else:
        _git(folder, "checkout", "--quiet", "--orphan", branch.name)


def _author(folder: Path) -> tuple[str, ...]:
    """Git refuses to commit for nobody; an office's machine often has no name set."""
    named = subprocess.run(["git", "config", "user.email"], cwd=folder, capture_output=True, check=False)
    return () if named.stdout.strip() else ("-c", f"user.name={_AUTHOR[0]}", "-c", f"user.email={_AUTHOR[1]}")


def _git(folder: Path | None, *arguments: str) -> str:
    """What Git prints; raises with its own last words. It must not wait for a password that nobody types."""
    environment = os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, capture_output=True, check=False, timeout=_PATIENCE
        )
    except FileNotFoundError:
        raise StagingError(
            "Máy này chưa có Git nên chưa công bố được vào kho Git. Hãy cài Git, hoặc công bố vào tệp .zip."
        ) from None
    except subprocess.TimeoutExpired:
        raise StagingError("Kho Git không trả lời sau 5 phút. Hãy kiểm tra mạng, rồi chạy lại lệnh.") from None
    if done.returncode:
        told = " ".join(done.stderr.decode("utf-8", "replace").split()) or "không rõ lý do"
        raise StagingError(
            f"Git không làm được việc “{arguments[0] if arguments[0] != '-c' else 'commit'}”: {told}. "
            "Hãy kiểm tra địa chỉ kho, quyền ghi và mạng; trang đang đăng vẫn như cũ."
        )
    return done.stdout.decode("utf-8", "replace").strip()
