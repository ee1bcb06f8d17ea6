"""Where copies remain that no command here may change: deposits, published folders, exports, packed sites elsewhere."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from bangvang.publishing.build import SITE
from bangvang.publishing.delivery import MARK
from bangvang.records import KINDS
from bangvang.removal.contents import Locked, tells
from bangvang.removal.signs import Signs, readable
from bangvang.whole_file import read_whole

_NOT_LOOKED_INTO = frozenset(
    {"data", "docs", "overrides", "hooks", "src", "tests", SITE, "may-chu", ".cache", ".bangvang", ".venv"}
)
"""Of a project: rewritten, cleared, built anew or looked through as mentions; or nothing of the office's."""
_OF_RECORDS = ("data/files", "data/archive", "data/book")
"""Of `data/`: what lies beside the records."""
_NEVER = frozenset({".git", "node_modules", "__pycache__"})
_BAG = "bagit.txt"
_SEALED = (".pdf", ".doc", ".xls", ".ppt", ".rar", ".7z")
_MOST_BYTES = 500_000_000
_PEOPLE = KINDS["honouree"].url


class Sort(Enum):
    """What a copy is."""

    DEPOSIT = "deposit"
    PUBLISHED = "published"
    FILE = "file"
    SEALED = "sealed"
    """No machine looks into it."""


class Copy(NamedTuple):
    """One place that tells of somebody, or may."""

    sort: Sort
    path: str


@dataclass(frozen=True, slots=True)
class _Search:
    ids: Collection[str]
    signs: Signs

    def copy_in(self, path: Path) -> Sort | None:
        """What a file is, if it tells of them or may."""
        name = path.name.lower()
        try:
            if name.endswith(_SEALED) or path.stat().st_size > _MOST_BYTES:
                return Sort.SEALED
            data = read_whole(path)
            if not tells(self.signs, data, name):
                return None
        except (OSError, Locked):
            return Sort.SEALED
        return Sort.DEPOSIT if name.endswith(".zip") and _holds_bag(data) else Sort.FILE

    def published_in(self, folder: Path) -> bool:
        """Whether a published folder shows them still: a later publication puts a notice in their place."""
        for id in self.ids:
            try:
                page = read_whole(folder / str(_PEOPLE) / id / "index.html")
                if self.signs.names.are_in(readable(page)):
                    return True
            except OSError:
                continue
        return False


def find_copies(root: Path, ids: Collection[str], signs: Signs, elsewhere: Iterable[Path] = ()) -> list[Copy]:
    """What lies about in a project, and in further folders, that tells of somebody or may."""
    search = _Search(ids, signs)
    found = list(_in_folder(search, root, _NEVER | _NOT_LOOKED_INTO))
    for folder in _OF_RECORDS:
        found += [one for one in _in_folder(search, root / folder, _NEVER) if one[0] is not Sort.SEALED]
    for place in elsewhere:
        found += _in_folder(search, place, _NEVER) if place.is_dir() else _in_file(search, place)
    return [Copy(sort, _shown(root, path)) for sort, path in sorted(found, key=lambda one: str(one[1]))]


def _in_folder(search: _Search, folder: Path, passed_over: frozenset[str]) -> Iterator[tuple[Sort, Path]]:
    """A bag and a published folder count as one, whatever is inside."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    inside = {entry.name for entry in entries}
    if MARK in inside:
        if search.published_in(folder):
            yield Sort.PUBLISHED, folder
        return
    found: list[tuple[Sort, Path]] = []
    for entry in entries:
        if entry.name in passed_over or entry.is_symlink():
            continue
        path = Path(entry.path)
        found += _in_folder(search, path, _NEVER) if entry.is_dir() else _in_file(search, path)
    if _BAG not in inside:
        yield from found
    elif any(sort is not Sort.SEALED for sort, _ in found):
        yield Sort.DEPOSIT, folder


def _in_file(search: _Search, path: Path) -> Iterator[tuple[Sort, Path]]:
    sort = search.copy_in(path)
    if sort is not None:
        yield sort, path


def _holds_bag(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return any(name.rpartition("/")[2] == _BAG for name in packed.namelist())


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
