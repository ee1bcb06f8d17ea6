"""What can go wrong when a site is written, said so that an office can put it right."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bangvang.verdict import Verdict

_AGAIN = "rồi chạy lại lệnh"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM})
_OF_ANOTHER_KIND = frozenset({errno.ENOTDIR, errno.EISDIR, errno.EEXIST})
_WINDOWS_NAME_TOO_LONG = 206
_WINDOWS_LONGEST_PATH = 259


class Failure(Exception):
    """A build cannot go on; nothing of the site was touched. The message is finished."""

    def __init__(self, message: str, verdict: Verdict | None = None) -> None:
        super().__init__(message)
        self.verdict = verdict


class StagingError(Exception):
    """A finished sentence for the office: what is wrong and what to do."""


@contextmanager
def writing(site: Path) -> Iterator[None]:
    """Around everything that writes a site, in any process: what a user can put right becomes a StagingError."""
    try:
        yield
    except OSError as error:
        message = _message(error, site)
        if message is None:
            raise
        raise StagingError(message) from error


def _message(error: OSError, site: Path) -> str | None:
    place = error.filename2 or error.filename or site
    if error.errno in _FULL:
        return f"Ổ đĩa chứa {site} đã đầy hoặc hết hạn mức. Hãy xóa bớt tệp không cần, {_AGAIN}."
    if error.errno in _DENIED:
        return (
            f"Không có quyền ghi {place}. Hãy kiểm tra quyền của thư mục, đóng chương trình đang mở tệp, "
            f"hoặc chọn thư mục khác cho trang, {_AGAIN}."
        )
    if error.errno == errno.EROFS:
        return f"{place} nằm trên ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác cho trang, {_AGAIN}."
    if _is_too_long(error, str(place)):
        return (
            f"Đường dẫn quá dài: {place}. Hãy đặt tên tệp ngắn hơn, "
            f"hoặc chuyển dự án sang thư mục có đường dẫn ngắn hơn, {_AGAIN}."
        )
    if error.errno in _OF_ANOTHER_KIND:
        return (
            f"Có tệp nằm ở chỗ cần một thư mục, hoặc ngược lại, trên đường dẫn {place}. "
            f"Hãy đổi tên hoặc chuyển nó đi nơi khác, {_AGAIN}."
        )
    if error.errno == errno.EIO:
        return f"Ổ đĩa chứa {site} báo lỗi khi đọc, ghi. Hãy kiểm tra ổ đĩa hoặc dùng ổ khác, {_AGAIN}."
    return None


def _is_too_long(error: OSError, place: str) -> bool:
    """Windows has two answers to a long path, one of which is “not found”."""
    return (
        error.errno == errno.ENAMETOOLONG
        or getattr(error, "winerror", None) == _WINDOWS_NAME_TOO_LONG
        or (os.name == "nt" and error.errno == errno.ENOENT and len(place) > _WINDOWS_LONGEST_PATH)
    )
