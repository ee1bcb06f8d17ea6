"""What a project keeps beside its data: history, drafts, caches, drawn cards, packed sites. All that tells goes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bangvang.office.drafts import Draft, Drafts
from bangvang.office.history import Change, History
from bangvang.publishing.cards import ALBUM
from bangvang.publishing.lock import NAME as LOCK
from bangvang.publishing.target import DATED_FOLDER
from bangvang.removal.contents import Locked, packed_tells
from bangvang.removal.signs import Signs, readable
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


def clear(root: Path, signs: Signs, photos: Collection[str], namesakes: Collection[str]) -> Cleared:
    """Take away everything beside the records that tells, or may tell, of somebody; `namesakes` are ids of others.

    What cannot be removed raises OSError: then nothing is said to be done.
    """

    def tells(of: str, text: str) -> bool:
        return signs.hold_id(text) or (of not in namesakes and signs.names.are_in(text))

    def change_tells(change: Change, before: bytes) -> bool:
        doing = change.doing
        return tells(doing.id, "\n".join((readable(before), doing.id, doing.path, doing.title, *doing.words)))

    def draft_tells(draft: Draft | None, data: bytes) -> bool:
        return draft is None or tells(draft.id, readable(data))

    return Cleared(
        History(root).forget(change_tells),
        Drafts(root).forget(draft_tells),
        tuple(_removed(root, (_PHOTOS / file for file in photos))),
        tuple(_removed(root, (path for path in _packed(root) if _zip_tells(root / path, signs)))),
    )


def clear_caches(root: Path) -> None:
    """Everything that can be made anew from the records; it is too much of a tangle to tell whom it speaks of."""
    _empty(root / ALBUM)
    _empty(root / _CACHE)


def _removed(root: Path, paths: Iterator[Path]) -> Iterator[str]:
    for path in paths:
        if (root / path).is_file():
            insist((root / path).unlink)
            yield path.as_posix()


def _packed(root: Path) -> Iterator[Path]:
    """Packed sites, and what killed commands left of some."""
    folder = root / DATED_FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.endswith((".zip", ".new")):
            yield path.relative_to(root)


def _zip_tells(path: Path, signs: Signs) -> bool:
    """A packed site that speaks of them; one that cannot be opened is no use to anybody and may."""
    try:
        return packed_tells(signs, path)
    except (OSError, Locked):
        return True


def _empty(folder: Path) -> None:
    """All but the lock that this very command holds."""
    for below, folders, files in os.walk(folder, topdown=False):
        for name in files:
            if name != LOCK:
                insist(partial(Path(below, name).unlink, missing_ok=True))
        for name in folders:
            path = Path(below, name)
            if path.is_symlink():
                path.unlink()
            else:
                with suppress(OSError):  # the lock is inside
                    path.rmdir()
