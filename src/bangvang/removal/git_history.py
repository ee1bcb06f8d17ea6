"""What the history of a project's Git repository still holds: nothing there may be changed by a command."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bangvang.removal.person import Person
from bangvang.vietnamese import classic_tones, format_number, modern_tones

_PATIENCE = 120.0
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Commits:
    """The commits that brought in, or took away, an id or a name; the latest first: short names and days."""

    found: tuple[tuple[str, str], ...]
    complete: bool = True
    """Whether the whole history was looked through."""

    def told(self) -> str:
        """For the terminal."""
        if not self.complete:
            return (
                "Kho Git của dự án quá lớn, hoặc máy này không đọc được, nên chưa dò hết lịch sử. "
                "Coi như lịch sử ấy còn giữ mục này: nhờ người quản trị kho xử lý."
            )
        shown = ", ".join(f"{name} ({day})" for name, day in self.found[:_SHOWN])
        more = f" và {format_number(len(self.found) - _SHOWN)} lần khác" if len(self.found) > _SHOWN else ""
        return (
            f"Lịch sử Git của dự án còn giữ trong {format_number(len(self.found))} lần ghi: {shown}{more}. "
            "Muốn xóa hẳn, nhờ người quản trị kho lọc lịch sử (git filter-repo), rồi đẩy lại; "
            "mọi bản sao của kho ở máy khác cũng phải lấy lại."
        )


def commits_with(root: Path, person: Person) -> Commits | None:
    """What Git still tells of somebody; None where nothing, or where there is no Git."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    pattern = "|".join(re.sub(r"([][\\.*^$+?(){}|])", r"\\\1", text) for text in _texts(person))
    try:
        changed = _log(root, "--pickaxe-regex", "-S", pattern)
        told = _log(root, "--extended-regexp", "--grep", pattern)
    except (OSError, subprocess.SubprocessError):
        return Commits((), complete=False)
    lines = sorted({*changed, *told}, key=lambda line: line.split()[1:], reverse=True)
    found = tuple((name, day) for name, _, day in (line.partition(" ") for line in lines))
    return Commits(found) if found else None


def _texts(person: Person) -> Sequence[str]:
    spellings = (spelling for name in person.names for spelling in (name, modern_tones(name), classic_tones(name)))
    return tuple(dict.fromkeys((*person.ids, *spellings)))


def _log(root: Path, *wanted: str) -> list[str]:
    """Of all branches and tags, short names and days."""
    return _git(root, "log", "--all", "--format=%h %cs", *wanted).splitlines()


def _git(root: Path, *arguments: str) -> str:
    environment = os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, check=True, timeout=_PATIENCE
    )
    return done.stdout.decode("utf-8", "replace")
