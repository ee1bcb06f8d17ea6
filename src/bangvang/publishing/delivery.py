"""A built site brought to where it is published: into a folder or a ZIP file, whole or not at all."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bangvang.exports.servers.settings import PUBLICATION_MARK
from bangvang.publishing.error import StagingError, writing
from bangvang.publishing.lock import Lock
from bangvang.publishing.memory import file_digest
from bangvang.publishing.staging import PATIENCE, Stage
from bangvang.whole_file import replacing_durably

MARK = PUBLICATION_MARK
"""In a published folder: which of its files are ours, so that those of others stay."""
_NEUTRAL = frozenset({"CNAME"})
"""What a host keeps in an empty folder, beside names that begin with a dot."""
_PACKED = frozenset(
    {".webp", ".jpg", ".jpeg", ".png", ".woff2", ".zip", ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods"}
)
_PROJECT_PARTS = (
    *("data", "docs", "src", "overrides", "hooks", "tests", "bench", "tools", "may-chu", "site"),
    *(".cache", ".git", ".venv"),
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a delivery did."""

    files: int
    written: int
    removed: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is delivered: files of a folder by path, and the addresses among them that are permanent."""

    site: Path
    digests: Mapping[str, str]
    """Of each file's bytes, by path: only what was built and checked is delivered."""
    addresses: Collection[str]

    def read(self, path: str) -> bytes:
        """One of its files."""
        try:
            data = (self.site / path).read_bytes()
        except FileNotFoundError:
            data = b""
        if file_digest(data) != self.digests[path]:
            raise StagingError(
                f"Tệp {path} trong {self.site} đã đổi sau khi dựng. Hãy dừng bangvang serve và các lệnh khác "
                "đang dựng trang, rồi chạy lại lệnh."
            )
        return data


def is_zip(target: Path) -> bool:
    """Whether the target is a file to pack into."""
    return target.suffix.lower() == ".zip"


def refuse_dangerous(root: Path, target: Path) -> None:
    """Raise where publishing would write over the project itself."""
    place, home = Path(os.path.realpath(target)), Path(os.path.realpath(root))
    parts = [home / part for part in _PROJECT_PARTS]
    if place == home or (not is_zip(target) and home.is_relative_to(place)):
        raise StagingError(f"Không công bố vào {target}: đó là thư mục chứa cả dự án. Hãy chọn một thư mục riêng.")
    if (part := next((part for part in parts if place.is_relative_to(part)), None)) is not None:
        raise StagingError(
            f"Không công bố vào {target}: thư mục {part.name}/ là một phần của dự án. Hãy chọn một thư mục riêng."
        )
    if is_zip(target):
        _refuse_other_file(target)
    elif target.exists() and not target.is_dir():
        raise StagingError(f"{target} là một tệp, không phải thư mục. Hãy chọn thư mục, hoặc tên tệp đuôi .zip.")


def delivered_addresses(folder: Path) -> tuple[str, ...]:
    """The permanent addresses that an earlier delivery to a folder brought, even if nothing else remembers them."""
    mark = _read_mark(folder)
    return mark.addresses if mark else ()


def deliver_folder(parcel: Parcel, folder: Path) -> Delivered:
    """Bring a site into a folder: what is the same stays untouched, and so do the files of others."""
    with Stage(folder) as stage:
        earlier = _earlier_files(folder)
        written = 0
        for path in parcel.digests:
            data = parcel.read(path)
            there = _bytes(folder / path)
            if data == there:
                continue
            if there is not None and path not in earlier:
                raise StagingError(
                    f"Trong {folder} đã có tệp {path} không phải do Bảng Vàng ghi. "
                    "Hãy đổi tên hoặc chuyển tệp ấy đi nơi khác, rồi chạy lại lệnh."
                )
            stage.write(path, data)
            written += 1
        mark = _mark_text(parcel).encode()
        if mark != _bytes(folder / MARK):
            stage.write(MARK, mark)
        removed = [path for path in sorted(earlier.difference(parcel.digests)) if (folder / path).is_file()]
        stage.commit(removed)
    return Delivered(len(parcel.digests), written, len(removed))


def deliver_zip(parcel: Parcel, file: Path, day: date) -> Delivered:
    """Pack a site into a ZIP file; the same site on the same day gives the same bytes."""
    beside = file.parent / f".{file.name}.staging"
    lock = Lock(beside)
    with writing(file):
        if not lock.acquire(PATIENCE):
            raise StagingError(f"Một lệnh khác đang ghi {file}. Hãy chờ lệnh đó xong, rồi chạy lại.")
        try:
            with replacing_durably(file) as stream:
                _pack(parcel, stream, day)
        finally:
            lock.release()
    return Delivered(len(parcel.digests), len(parcel.digests), 0)


@dataclass(frozen=True, slots=True)
class _Mark:
    files: tuple[str, ...]
    addresses: tuple[str, ...]


def _refuse_other_file(target: Path) -> None:
    if target.is_dir():
        raise StagingError(f"{target} là một thư mục. Hãy chọn tên tệp .zip khác.")
    if target.exists() and not zipfile.is_zipfile(target):
        raise StagingError(f"{target} đã có và không phải là tệp ZIP. Hãy chọn tên tệp khác.")


def _earlier_files(folder: Path) -> frozenset[str]:
    """Which files of the folder are ours; a folder that others filled is not written into."""
    mark = _read_mark(folder)
    if mark is not None:
        return frozenset(mark.files)
    foreign = sorted(name for name in _names(folder) if not name.startswith(".") and name not in _NEUTRAL)
    if foreign:
        raise StagingError(
            f"Thư mục {folder} đã có {foreign[0]} mà không phải do lệnh này công bố. "
            "Hãy chọn thư mục trống, hoặc chuyển những tệp ấy đi nơi khác, rồi chạy lại lệnh."
        )
    return frozenset()


def _names(folder: Path) -> Iterable[str]:
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return ()


def _read_mark(folder: Path) -> _Mark | None:
    try:
        content = json.loads((folder / MARK).read_bytes())
        files, addresses = content["files"], content["addresses"]
        if not all(isinstance(entry, str) for entry in (*files, *addresses)):
            return None
        return _Mark(tuple(files), tuple(addresses))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _mark_text(parcel: Parcel) -> str:
    content = {"files": sorted(parcel.digests), "addresses": sorted(parcel.addresses)}
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _pack(parcel: Parcel, stream: BinaryIO, day: date) -> None:
    time = (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(parcel.digests):
            entry = zipfile.ZipInfo(path, time)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            is_packed = Path(path).suffix.lower() in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parcel.read(path))
