"""Staging: a build writes beside the site, and takes its place whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from bangvang.publishing import journal
from bangvang.publishing.error import StagingError, writing
from bangvang.publishing.journal import Journal
from bangvang.publishing.lock import NAME as LOCK_NAME
from bangvang.publishing.lock import Lock
from bangvang.publishing.names import require_inside, require_portable

__all__ = ["Stage", "StagingError", "put_file", "recover", "writing"]

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
PATIENCE = 10.0
"""Seconds to wait for another build."""


def recover(site: Path) -> None:
    """Finish what an interrupted commit left, drop what an interrupted build left; leave a running one alone."""
    site = _resolved(site)
    staging = _staging_folder(site)
    if not staging.exists():
        return
    with writing(site):
        lock = Lock(staging)
        committing = journal.is_pending(staging)
        if lock.acquire(PATIENCE if committing else 0):
            try:
                _settle(staging, site)
            finally:
                lock.release()
        elif committing:
            raise _busy(site)


def put_file(folder: Path, path: str, data: bytes) -> None:
    """Write one file of a stage, from whichever process; `path` is relative, with slashes."""
    require_portable(path)
    target = f"{folder}/{path}"
    try:
        _make_room(target)
        _write(target, data)
    except FileNotFoundError:
        if not folder.is_dir():
            raise StagingError(f"Thư mục tạm {folder} đã bị xóa khi đang dựng trang. Hãy chạy lại lệnh.") from None
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _write(target, data)


class Stage:
    """A build under way: holds the lock while it is open, and leaves nothing behind unless it is committed."""

    folder: Path
    """Where the files go, under their paths in the site; never the same twice, so that a worker
    which outlived its build cannot write into the next one."""

    def __init__(self, site: Path) -> None:
        self._site = _resolved(site)
        self._staging = _staging_folder(self._site)
        self._lock = Lock(self._staging)
        self.folder = self._staging / f"files-{secrets.token_hex(4)}"

    def __enter__(self) -> Self:
        with writing(self._site):
            if not self._site.name or (self._site.exists() and not self._site.is_dir()):
                raise StagingError(f"{self._site} không phải là thư mục chứa được trang. Hãy chọn thư mục khác.")
            if not self._lock.acquire(PATIENCE):
                raise _busy(self._site)
            try:
                _settle(self._staging, self._site)
                self.folder.mkdir()
            except BaseException:
                self._lock.release()
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._lock.held:
            return  # a fork of the build: the stage is not its own
        if not journal.is_pending(self._staging):
            _clear(self._staging)
        self._lock.release()

    def write(self, path: str, data: bytes) -> None:
        """Stage one file; `path` is relative, with slashes."""
        with writing(self._site):
            put_file(self.folder, path, data)

    def commit(self, removed: Collection[str]) -> None:
        """Staged files replace those of the site, `removed` go, and folders which that leaves empty; others stay."""
        gone = frozenset(removed)
        for path in gone:
            require_inside(path)
        with writing(self._site):
            if self._is_idle(gone) or self._moved_as_one():
                return
            obstacle = _obstacle(str(self.folder), str(self._site), "", gone)
            if obstacle is not None:
                raise StagingError(
                    f"Trong thư mục {self._site} có “{obstacle}” nằm ở chỗ của một phần trang mới. "
                    "Hãy đổi tên hoặc chuyển nó đi nơi khác, rồi chạy lại lệnh."
                )
            self._site.mkdir(exist_ok=True)
            journal.write(self._staging, Journal(self.folder.name, tuple(sorted(gone))))
            self._finish()

    def _is_idle(self, gone: Collection[str]) -> bool:
        return not gone and self._site.is_dir() and not os.listdir(self.folder)

    def _moved_as_one(self) -> bool:
        """Whether there was no site, or an empty one, so that one rename did it."""
        with suppress(OSError):
            self._site.rmdir()  # Windows renames onto nothing
        try:
            self.folder.rename(self._site)
        except OSError:
            return False
        return True

    def _finish(self) -> None:
        try:
            _settle(self._staging, self._site)
        except KeyboardInterrupt:
            _settle(self._staging, self._site)
            raise


def _make_room(target: str) -> None:
    """Nearly every file of a site is the first in a folder of its own, whose parent is there."""
    with suppress(FileExistsError):
        os.mkdir(target.rpartition("/")[0])


def _write(target: str, data: bytes) -> None:
    """Without the questions that `open` asks of a file; ten thousand files make them felt."""
    handle = os.open(target, _NEW_FILE, 0o666)
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, data[written:])
    finally:
        os.close(handle)


def _resolved(site: Path) -> Path:
    """Links followed: two ways to one site must meet at one lock, and renames stay on its disk."""
    return Path(os.path.realpath(site))


def _staging_folder(site: Path) -> Path:
    return site.parent / f".{site.name}.staging"


def _busy(site: Path) -> StagingError:
    return StagingError(f"Một lệnh khác đang ghi trang vào {site}. Hãy chờ lệnh đó xong, rồi chạy lại.")


def _settle(staging: Path, site: Path) -> None:
    """Under the lock: nothing pending, nothing left over."""
    journal.finish(staging, site)
    _clear(staging)


def _clear(staging: Path) -> None:
    """Best effort: what cannot be removed now harms nobody, and the next command tries again."""
    with os.scandir(staging) as scan:
        entries = [entry for entry in scan if entry.name != LOCK_NAME]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            with suppress(OSError):
                os.unlink(entry.path)


def _obstacle(staged: str, site: str, below: str, gone: Collection[str]) -> str | None:
    """What no rename could replace and nobody removes: a file where a folder comes, a folder where a file comes."""
    with os.scandir(staged) as scan:
        entries = list(scan)
    for entry in entries:
        path = f"{below}{entry.name}"
        target = f"{site}/{entry.name}"
        is_folder = os.path.isdir(target)
        if not entry.is_dir(follow_symlinks=False):
            kept = is_folder and not os.path.islink(target) and any(file not in gone for file in _files(target, path))
            found = path if kept else None
        elif is_folder:
            found = _obstacle(entry.path, target, f"{path}/", gone)
        else:
            found = path if os.path.lexists(target) and path not in gone else None
        if found is not None:
            return found
    return None


def _files(folder: str, below: str) -> Iterator[str]:
    """The files under a folder; an empty folder counts as one, for it stays."""
    with os.scandir(folder) as scan:
        entries = list(scan)
    if not entries:
        yield f"{below}/"
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{below}/{entry.name}")
        else:
            yield f"{below}/{entry.name}"
