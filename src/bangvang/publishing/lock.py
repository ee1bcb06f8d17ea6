"""The lock of a staging folder: one build at a time; it ends with its process, however that ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

NAME = "lock"
_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(handle: int, path: Path) -> None:
        """Windows removes no open file; so closed first, and kept if somebody else has it by now."""
        os.close(handle)
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    _NO_LOCKS_HERE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})

    def _seize(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            # Some network drives know no locks: one build alone is still right there.
            if error.errno not in _NO_LOCKS_HERE:
                raise
        return True

    def _give_back(handle: int, path: Path) -> None:
        """Removed while held: later it might be the file of somebody else."""
        with suppress(OSError):
            path.unlink()
        os.close(handle)


class Lock:
    """A file in a folder; the folder comes with the lock and goes with it if nothing else is inside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this process holds it; a fork of the holder does not."""
        return self._handle is not None

    def acquire(self, patience: float) -> bool:
        """Wait this many seconds at most; 0 tries once."""
        deadline = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= deadline:
                return False
            time.sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Let the next one in; what is not held needs no release."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        _held.discard(self)
        _give_back(handle, self._path)
        with suppress(OSError):
            self._folder.rmdir()

    def _try(self) -> bool:
        # Not exist_ok: that looks again, and the last holder may have removed the folder by then.
        with suppress(FileExistsError):
            self._folder.mkdir(parents=True)
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except FileNotFoundError:
            return False  # the last holder has just removed the folder
        if _seize(handle) and self._is_current(handle):
            self._handle = handle
            _held.add(self)
            return True
        os.close(handle)
        return False

    def _is_current(self, handle: int) -> bool:
        """Whether the last holder has not removed the file between our opening and locking it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def _leave_to_parent(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


_held: set[Lock] = set()


def _leave_all_to_parent() -> None:
    for lock in _held:
        lock._leave_to_parent()
    _held.clear()


if hasattr(os, "register_at_fork"):
    # A worker that outlives a killed build would otherwise keep the lock for ever.
    os.register_at_fork(after_in_child=_leave_all_to_parent)
