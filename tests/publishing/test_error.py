"""What a user can put right is said in Vietnamese; what nobody foresaw is not hidden."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

import pytest

from bangvang.publishing.error import StagingError, writing

SITE = Path("trang/site")


def message(error: OSError) -> str:
    """What the office reads."""
    with pytest.raises(StagingError) as raised, writing(SITE):
        raise error
    return str(raised.value)


@pytest.mark.parametrize(
    ("code", "what"),
    [
        (errno.ENOSPC, "đã đầy"),
        (errno.EDQUOT, "hạn mức"),
        (errno.EACCES, "Không có quyền"),
        (errno.EPERM, "Không có quyền"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.ENAMETOOLONG, "quá dài"),
        (errno.ENOTDIR, "cần một thư mục"),
        (errno.EIO, "báo lỗi"),
    ],
)
def test_each_failure_has_its_remedy(code: int, what: str) -> None:
    """Named after the file, or after the site where the system names none."""
    named = message(OSError(code, "no matter", "a/b.html"))
    unnamed = message(OSError(code, "no matter"))
    assert what in named
    assert "Hãy " in named
    assert named.endswith("rồi chạy lại lệnh.")
    assert str(SITE) in unnamed


def test_of_two_names_the_place_is_the_second() -> None:
    """A rename fails because of where it leads."""
    assert "site/index.html" in message(PermissionError(errno.EACCES, "", "staged", None, "site/index.html"))


def test_windows_own_code_for_a_long_name_is_understood() -> None:
    """Its number in errno is that of “not found”."""
    error = FileNotFoundError(errno.ENOENT, "")
    error.winerror = 206  # type: ignore[attr-defined,unused-ignore]
    assert "quá dài" in message(error)


def test_windows_not_found_for_a_long_path_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without long paths switched on it says no more than that."""
    monkeypatch.setattr("bangvang.publishing.error.os.name", "nt")
    assert "quá dài" in message(FileNotFoundError(errno.ENOENT, "", "x" * 260))


def test_other_failures_pass_as_they_are() -> None:
    """They are faults of the program, and somebody must see them."""
    with pytest.raises(FileNotFoundError), writing(SITE):
        raise FileNotFoundError(errno.ENOENT, "", "short")
    with pytest.raises(KeyError), writing(SITE):
        raise KeyError("x")


def test_the_error_comes_through_from_a_worker() -> None:
    """Workers send it by pickle."""
    assert str(pickle.loads(pickle.dumps(StagingError("Ổ đĩa đã đầy.")))) == "Ổ đĩa đã đầy."
