"""Writing a record: what stood there is in the history first, then the file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from bangvang.office.history import Change, Doing, History
from bangvang.office.workroom import WORKROOM
from bangvang.publishing.lock import Lock
from bangvang.whole_file import insist, replacing_durably

_PATIENCE = 5.0
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_IN_USE = frozenset({32, 33})
"""What Windows says of a file that another program holds open."""
_DENIED = 5
"""What it says when such a file was to be replaced, and of a folder that nobody may write."""


_BESIDE = re.compile(r"\.([^/]+)\.new$")
"""A file before it takes its place."""


class Busy(OSError):
    """Another editor of this project is writing."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """No other process writes records of this project meanwhile."""
    lock = Lock(root / WORKROOM)
    if not lock.acquire(_PATIENCE):
        raise Busy
    try:
        yield
    finally:
        lock.release()


def write(root: Path, history: History, doing: Doing, before: bytes | None, after: bytes | None) -> Change:
    """Note it, then do it; a file that cannot be written leaves no note."""
    change = history.note(doing, before, after)
    path = root / doing.path
    try:
        if after is None:
            insist(path.unlink)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing_durably(path) as stream:
                stream.write(after)
    except BaseException:
        history.strike(change)
        raise
    if doing.moved_from:
        insist(partial((root / doing.moved_from).unlink, missing_ok=True))
    return change


def why_not(error: OSError, path: str) -> tuple[str, str]:
    """What stood in the way, and what to do."""
    path = _BESIDE.sub(r"\1", path.replace(os.sep, "/"))
    if isinstance(error, Busy):
        return "một cửa sổ sửa khác đang ghi vào dự án này", "Đợi một lát rồi bấm lưu lại."
    if error.errno in _FULL:
        return "ổ đĩa đã đầy nên chưa lưu được", "Xóa bớt tệp không cần trên ổ đĩa rồi bấm lưu lại."
    if getattr(error, "winerror", None) in _IN_USE:
        return f"tệp {path} đang mở ở một chương trình khác", "Đóng chương trình đó rồi bấm lưu lại."
    if getattr(error, "winerror", None) == _DENIED:
        remedy = "Đóng chương trình đó rồi bấm lưu lại; vẫn không được thì nhờ người quản trị máy mở quyền ghi."
        return f"tệp {path} đang mở ở một chương trình khác, hoặc máy không cho ghi", remedy
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"máy không cho ghi vào {path}", "Nhờ người quản trị máy mở quyền ghi cho thư mục data, rồi bấm lưu lại."
    reason = error.strerror or type(error).__name__
    return f"không ghi được {path} ({reason})", "Kiểm tra ổ đĩa, đường mạng rồi bấm lưu lại."


def clear_leftovers(root: Path) -> None:
    """What a killed process left beside the files; nobody else is writing now."""
    for folder in ((root / "data"), root / WORKROOM):
        for below, _, names in os.walk(folder):
            for name in names:
                if name.startswith(".") and name.endswith(".new"):
                    with suppress(OSError):
                        os.unlink(os.path.join(below, name))
