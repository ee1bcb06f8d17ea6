"""Where a publication goes: a folder, a ZIP file, or a branch of a Git repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from bangvang.publishing.delivery import (
    Delivered,
    deliver_folder,
    deliver_zip,
    delivered_addresses,
    is_zip,
    refuse_dangerous,
)
from bangvang.publishing.git import Branch, deliver_branch
from bangvang.publishing.parcel import Parcel

DATED = "zip"
"""What a clerk types for a ZIP file that is called after the day."""
DATED_FOLDER = "cong-bo"
_GIT = "git:"


class Target(Protocol):
    """One place, whatever it is made of."""

    @property
    def name(self) -> str:
        """As messages call it."""

    @property
    def start(self) -> str:
        """What to do to read a copy that opens from the disk."""

    def refuse(self, root: Path) -> None:
        """Raise where publishing would write over the project, or over what others keep there."""

    def owed(self) -> tuple[str, ...]:
        """The permanent addresses that an earlier delivery brought, even if nothing else remembers them."""

    def deliver(self, parcel: Parcel, day: date, message: str) -> Delivered:
        """Bring a site there, whole or not at all."""


@dataclass(frozen=True, slots=True)
class _OnDisk:
    path: Path

    @property
    def name(self) -> str:
        return str(self.path)

    def refuse(self, root: Path) -> None:
        refuse_dangerous(root, self.path)


class FolderTarget(_OnDisk):
    """A folder of this machine or of the network."""

    __slots__ = ()

    @property
    def start(self) -> str:
        return f"mở {self.path / 'index.html'}"

    def owed(self) -> tuple[str, ...]:
        return delivered_addresses(self.path)

    def deliver(self, parcel: Parcel, day: date, message: str) -> Delivered:
        return deliver_folder(parcel, self.path)


class ZipTarget(_OnDisk):
    """A ZIP file, to be unpacked at the portal's host."""

    __slots__ = ()

    @property
    def start(self) -> str:
        return "giải nén rồi mở index.html"

    def owed(self) -> tuple[str, ...]:
        return ()

    def deliver(self, parcel: Parcel, day: date, message: str) -> Delivered:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return deliver_zip(parcel, self.path, day)


@dataclass(frozen=True, slots=True)
class GitTarget:
    """A branch that a host such as GitHub Pages or GitLab Pages serves."""

    branch: Branch

    @property
    def name(self) -> str:
        return str(self.branch)

    @property
    def start(self) -> str:
        return f"lấy nhánh {self.branch.name} về rồi mở index.html"

    def refuse(self, root: Path) -> None:
        """A branch holds nothing of the project: what others keep in it is refused at delivery."""

    def owed(self) -> tuple[str, ...]:
        return ()

    def deliver(self, parcel: Parcel, day: date, message: str) -> Delivered:
        return deliver_branch(parcel, self.branch, message)


def target_of(typed: str, root: Path, day: date) -> Target:
    """What a clerk means: `zip`, a name that ends in .zip, `git:ADDRESS#BRANCH`, or else a folder."""
    typed = typed.strip().strip('"')  # Explorer copies a path with quotation marks
    if typed.startswith(_GIT):
        return GitTarget(Branch.read(typed.removeprefix(_GIT)))
    if typed == DATED:
        return ZipTarget(root / DATED_FOLDER / f"bang-vang-{day.isoformat()}.zip")
    path = Path(os.path.abspath(typed))
    return ZipTarget(path) if is_zip(path) else FolderTarget(path)
