"""The files of data/ and what kind of record each holds; strays and links are pointed out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bangvang.loading.problem import Problem, Severity
from bangvang.records import ASSET_FOLDERS, KINDS, Kind, is_id, is_reserved

_IGNORED = re.compile(r"\.|~\$|Thumbs\.db$|desktop\.ini$", re.IGNORECASE)
_PLAIN_FILES = frozenset({"README.md", "LICENSE", "ledger.json", "changes.json"})
_YEAR = re.compile(r"[12][0-9]{3}")


class RecordFile(NamedTuple):
    """A file that should hold one record, or a list of entries."""

    kind: Kind
    path: str
    """Below the project, with forward slashes."""
    stem: str


def find_files(root: Path) -> tuple[list[RecordFile], list[Problem]]:
    """Every record file below data/, in order, and whatever should not be there."""
    data = root / "data"
    if not data.is_dir():
        return [], [Problem("data", 1, 1, "không thấy thư mục data", "Chạy lệnh trong thư mục của dự án.", "no-data")]
    found: list[RecordFile] = []
    problems: list[Problem] = []
    single = {kind.path: kind for kind in KINDS.values() if not kind.is_folder}
    folders = {kind.path.rstrip("/"): kind for kind in KINDS.values() if kind.is_folder}
    for below, entry in _entries(data, ""):
        path = f"data/{below}"
        top = below.split("/", 1)[0]
        if entry.is_symlink():
            problems.append(
                _stray(
                    path,
                    "đây là đường dẫn tắt (symlink), không phải tệp thật",
                    "Chép tệp thật vào đây thay cho đường dẫn tắt.",
                    "symlink",
                )
            )
        elif entry.is_dir():
            continue
        elif not entry.is_file():
            problems.append(
                _stray(path, "đây không phải là một tệp thường", "Xóa, rồi chép tệp thật vào.", "stray-file")
            )
        elif below in single:
            found.append(RecordFile(single[below], path, below))
        elif top in folders and "/" in below:
            _file_of_folder(folders[top], below, path, found, problems)
        elif below not in _PLAIN_FILES:
            problems.append(_misplaced(path, below))
    return found, problems


def _entries(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if _IGNORED.match(entry.name):
            continue
        name = f"{below}{entry.name}"
        yield name, entry
        if entry.is_dir(follow_symlinks=False) and not (below == "" and entry.name in ASSET_FOLDERS):
            yield from _entries(Path(entry.path), f"{name}/")


def _file_of_folder(kind: Kind, below: str, path: str, found: list[RecordFile], problems: list[Problem]) -> None:
    *between, name = below.split("/")[1:]
    stem, dot, suffix = name.rpartition(".")
    expected = f"data/{kind.path}" + ("<năm>/" if kind.by_year else "")
    if suffix != "yml" or not dot:
        if suffix.lower() in ("yml", "yaml"):
            problems.append(
                _stray(path, f"đuôi tệp .{suffix} không được đọc", f"Đổi tên tệp thành {stem}.yml.", "file-suffix")
            )
        else:
            problems.append(
                _stray(
                    path,
                    "tệp này không phải là hồ sơ",
                    "Chuyển tệp ra khỏi thư mục hồ sơ; tài liệu để ở data/files/.",
                    "stray-file",
                    Severity.WARNING,
                )
            )
    elif (len(between) != 1 or not _YEAR.fullmatch(between[0])) if kind.by_year else between:
        problems.append(_stray(path, "tệp nằm sai thư mục", f"Chuyển tệp vào {expected}.", "misplaced-file"))
    elif is_reserved(stem):
        problems.append(
            _stray(
                path,
                f"tên “{stem}” thì Windows giữ riêng cho thiết bị, máy Windows không mở được tệp này",
                f"Đổi tên tệp, ví dụ {stem}-2.yml.",
                "file-name",
            )
        )
    elif not is_id(stem):
        problems.append(
            _stray(
                path,
                f"tên tệp “{stem}” không dùng làm mã được",
                "Tên tệp chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ xa-mau-2026.yml.",
                "file-name",
            )
        )
    else:
        found.append(RecordFile(kind, path, stem))


def _misplaced(path: str, below: str) -> Problem:
    if below.endswith((".yml", ".yaml")):
        return _stray(
            path,
            "tệp này nằm ngoài mọi thư mục hồ sơ",
            "Chuyển vào đúng thư mục, xem data/README.md.",
            "misplaced-file",
        )
    return _stray(
        path, "tệp lạ trong data", "Xóa, hoặc chuyển sang data/files/ nếu cần đăng.", "stray-file", Severity.WARNING
    )


def _stray(path: str, what: str, remedy: str, check: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(path, 1, 1, what, remedy, check, severity)
