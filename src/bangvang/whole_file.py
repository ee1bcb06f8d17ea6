"""Files as a whole: read without ado; replaced by writing beside and renaming, so that nobody ever finds a part."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_USUAL = 1 << 16
"""Hardly any record is larger."""
_ATTEMPTS = 20
_PAUSE = 0.05


def read_whole(path: str | os.PathLike[str], most: int = sys.maxsize) -> bytes:
    """The bytes of a file, so many at most. It asks less than `open` does, which ten thousand files make felt."""
    handle = os.open(path, _READING)
    try:
        data = os.read(handle, min(_USUAL, most))
        while len(data) < most and (part := os.read(handle, min(max(len(data), _USUAL), most - len(data)))):
            data += part
        return data
    finally:
        os.close(handle)


def read_plain(path: Path, most: int) -> bytes:
    """The bytes of a file that is one, and no larger than that; an OSError tells what it is otherwise."""
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "không phải tệp thường, mà là đường dẫn tắt, thư mục hoặc thiết bị", str(path))
    if status.st_size > most:
        raise OSError(errno.EFBIG, "tệp lớn bất thường", str(path))
    return read_whole(path, most)


def insist(action: Callable[[], object]) -> None:
    """On Windows a file that somebody reads, a virus scanner perhaps, cannot be replaced or removed for that moment."""
    for _ in range(_ATTEMPTS - 1):
        try:
            action()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    action()


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Any number of processes may replace the file at once; the last one wins. A power cut may take it back."""
    with _beside(path, f".{path.name}.{os.urandom(4).hex()}.new") as stream:
        yield stream


@contextmanager
def replacing_durably(path: Path) -> Iterator[BinaryIO]:
    """On disk when this is over. One process at a time: what a killed one left beside is written over by the next."""
    with _beside(path, f".{path.name}.new") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    _sync_folder(path.parent)


@contextmanager
def _beside(path: Path, name: str) -> Iterator[BinaryIO]:
    """Whatever goes wrong, the file stays as it was and nothing stays beside it."""
    beside = path.with_name(name)
    try:
        with beside.open("wb") as stream:
            yield stream
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        insist(partial(os.replace, beside, path))
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """The new name, too, is on disk only then."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows opens no folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
