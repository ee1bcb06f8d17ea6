"""The journal: what is still to be done to the site, so that whoever comes next can finish it.

A journal under its final name is the point of no return. Its name also tells how far the work is: first the
removed files go, then the staged ones take their places; each step can be repeated. What is still in the staged
folder is what is still to be placed, so no list of it is needed.

The journal is synced to disk, the staged files are not (one by one that costs more than the whole build):
a killed process never harms the site; after a power cut the newest files may need a build from scratch.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bangvang.publishing.error import StagingError
from bangvang.whole_file import insist, replacing_durably

_FORMAT = "bangvang-journal-1"
_REMOVING = "removing"
_PLACING = "placing"
_BESIDE = ".bangvang-new"


class Journal(NamedTuple):
    """The folder whose files are to be placed, and the paths to be removed."""

    staged: str
    removed: tuple[str, ...]


def is_pending(staging: Path) -> bool:
    """Whether a journal waits to be finished."""
    return any(os.path.lexists(staging / name) for name in (_REMOVING, _PLACING))


def write(staging: Path, journal: Journal) -> None:
    """The point of no return, on disk before this returns."""
    body = json.dumps({"staged": journal.staged, "removed": journal.removed}).encode("ascii")
    with replacing_durably(staging / _REMOVING) as stream:
        stream.write(_head(body) + body)


def finish(staging: Path, site: Path) -> None:
    """Do what the journal says, from wherever it was broken off; nothing if there is none."""
    if journal := _read(staging / _REMOVING):
        _remove(site, journal.removed)
        os.replace(staging / _REMOVING, staging / _PLACING)
    if journal := _read(staging / _PLACING):
        staged = staging / journal.staged
        # Who removed the site meanwhile wants none of it: a part would be no site.
        if staged.is_dir() and site.is_dir():
            _place(str(staged), str(site))


def _read(path: Path) -> Journal | None:
    """A journal that does not match its hash was never finished, so nothing was begun."""
    try:
        head, newline, body = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if head + newline != _head(body):
        return None
    content = json.loads(body)
    return Journal(content["staged"], tuple(content["removed"]))


def _head(body: bytes) -> bytes:
    return f"{_FORMAT} {hashlib.blake2b(body, digest_size=32).hexdigest()}\n".encode("ascii")


def _remove(site: Path, removed: Collection[str]) -> None:
    folders: set[str] = set()
    for path in removed:
        target = f"{site}/{path}"
        # A folder of that name is not the file that was listed.
        if os.path.islink(target) or not os.path.isdir(target):
            with suppress(FileNotFoundError, NotADirectoryError):
                _insist(partial(os.unlink, target), target)
        folders.update(path[:end] for end, letter in enumerate(path) if letter == "/")
    for folder in sorted(folders, key=len, reverse=True):
        with suppress(OSError):  # not empty: it stays
            os.rmdir(f"{site}/{folder}")


def _place(source: str, target: str) -> None:
    """A folder that is new to the site moves as one; others file by file."""
    try:
        os.rename(source, target)
    except OSError:
        if not os.path.isdir(target):
            os.mkdir(target)
    else:
        return
    with os.scandir(source) as scan:
        entries = list(scan)
    for entry in entries:
        there = f"{target}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            _place(entry.path, there)
        else:
            _insist(partial(_move, entry.path, there), there)
    with suppress(OSError):
        os.rmdir(source)


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The site, or a part of it, is on a disk of its own: copied there first, so that no reader sees a part.
        beside = os.path.join(os.path.dirname(target), _BESIDE)
        shutil.copyfile(source, beside)
        os.replace(beside, target)
        os.unlink(source)


def _insist(action: Callable[[], None], path: str) -> None:
    try:
        insist(action)
    except PermissionError as error:
        raise StagingError(
            f"Không thay được tệp {path} vì chương trình khác đang mở hoặc vì không có quyền ghi. "
            "Hãy đóng chương trình đó hoặc sửa quyền, rồi chạy lại lệnh: phần còn dở sẽ được làm nốt."
        ) from error
