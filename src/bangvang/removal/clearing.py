"""What a project keeps beside its data: history, drafts, caches, drawn cards, packed sites. All that tells goes."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bangvang.office.drafts import Drafts
from bangvang.office.history import Change, History
from bangvang.publishing.cards import ALBUM
from bangvang.publishing.lock import NAME as LOCK
from bangvang.publishing.target import DATED_FOLDER
from bangvang.removal.names import Names, readable
from bangvang.removal.person import Person
from bangvang.whole_file import insist

_CACHE = ".cache"
_PHOTOS = Path("data/photos")


@dataclass(frozen=True, slots=True)
class Cleared:
    """What went."""

    changes: int
    drafts: int
    photos: tuple[str, ...]
    zips: tuple[str, ...]


def clear(root: Path, person: Person, names: Names) -> Cleared:
    """Take away everything beside the records that tells, or may tell, of somebody; what can be made anew is made anew.

    A picture or file that cannot be removed raises OSError: then nothing is said to be done.
    """

    def tells(data: bytes) -> bool:
        text = readable(data)
        return any(id in text for id in person.ids) or names.are_in(text)

    def change_tells(change: Change, before: bytes) -> bool:
        doing = change.doing
        return tells(before) or tells("\n".join((doing.id, doing.path, doing.title, *doing.words)).encode())

    changes = History(root).forget(change_tells)
    drafts = Drafts(root).forget(tells)
    photos = tuple(_removed(root, (_PHOTOS / file for file in person.photos)))
    zips = tuple(_removed(root, (path for path in _packed(root) if _zip_tells(root / path, person, names))))
    _empty(root / ALBUM)
    _empty(root / _CACHE)
    return Cleared(changes, drafts, photos, zips)


def _removed(root: Path, paths: Iterator[Path]) -> Iterator[str]:
    for path in paths:
        if (root / path).is_file():
            insist((root / path).unlink)
            yield path.as_posix()


def _packed(root: Path) -> Iterator[Path]:
    folder = root / DATED_FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix == ".zip" or path.name.endswith(".zip.new"):
            yield path.relative_to(root)


def _zip_tells(path: Path, person: Person, names: Names) -> bool:
    """A packed site with a page of theirs; one that cannot be opened is no use to anybody and may tell."""
    try:
        with zipfile.ZipFile(path) as packed:
            if any(f"/{id}/" in f"/{name}" for name in packed.namelist() for id in person.ids):
                return True
            return any(names.are_in_bytes(packed.read(name)) for name in packed.namelist())
    except (OSError, zipfile.BadZipFile, EOFError):
        return True


def _empty(folder: Path) -> None:
    """All but the lock that this very command holds."""
    for below, folders, files in os.walk(folder, topdown=False):
        for name in files:
            if name != LOCK:
                insist(Path(below, name).unlink)
        for name in folders:
            path = Path(below, name)
            if path.is_symlink():
                path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()
