"""A built site brought to where it is published: into a folder or a ZIP file, whole or not at all."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bangvang.exports.servers.settings import PUBLICATION_MARK
from bangvang.publishing.error import StagingError, writing
from bangvang.publishing.lock import Lock
from bangvang.publishing.manifest import PATH as MANIFEST
from bangvang.publishing.manifest import says_the_same
from bangvang.publishing.parcel import Parcel
from bangvang.publishing.staging import PATIENCE, Stage
from bangvang.search import FOLDER
from bangvang.whole_file import replacing_durably

MARK = PUBLICATION_MARK
"""In a published folder: which of its files are ours, so that those of others stay."""
_LINGERING = 3
"""So many publications back, the search index of a page that is still open answers."""
_NEUTRAL = frozenset({"CNAME"})
"""What a host keeps in an empty folder, beside names that begin with a dot."""
_PACKED = frozenset(
    {".webp", ".jpg", ".jpeg", ".png", ".woff2", ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods"}
    | {".zip", ".wacz", ".gz"}
)
_PROJECT_PARTS = (
    *("data", "docs", "src", "overrides", "hooks", "tests", "bench", "tools", "may-chu", "site"),
    *("khoi-dong", "huong-dan"),
    *(".cache", ".git", ".venv"),
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a delivery did."""

    files: int
    written: int
    removed: int


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
        for path in sorted(parcel.paths):
            data = parcel.read(path)
            there = _bytes(folder / path)
            if data == there or (path == MANIFEST and there is not None and says_the_same(data, there)):
                continue
            if there is not None and path not in earlier:
                raise StagingError(
                    f"Trong {folder} đã có tệp {path} không phải do Bảng Vàng ghi. "
                    "Hãy đổi tên hoặc chuyển tệp ấy đi nơi khác, rồi chạy lại lệnh."
                )
            stage.write(path, data)
            written += 1
        lingering = _lingering(folder, parcel)
        mark = _mark_text(parcel, lingering).encode()
        if mark != _bytes(folder / MARK):
            stage.write(MARK, mark)
        removed = [path for path in sorted(earlier.difference(parcel.paths, *lingering)) if (folder / path).is_file()]
        stage.commit(removed)
    return Delivered(len(parcel.paths), written, len(removed))


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
    return Delivered(len(parcel.paths), len(parcel.paths), 0)


@dataclass(frozen=True, slots=True)
class _Mark:
    files: tuple[str, ...]
    addresses: tuple[str, ...]
    lingering: tuple[tuple[str, ...], ...]
    """Of each of the publications before, the latest first: its part of the search index that is no more."""


def _refuse_other_file(target: Path) -> None:
    if target.is_dir():
        raise StagingError(f"{target} là một thư mục. Hãy chọn tên tệp .zip khác.")
    if target.exists() and not zipfile.is_zipfile(target):
        raise StagingError(f"{target} đã có và không phải là tệp ZIP. Hãy chọn tên tệp khác.")


def _earlier_files(folder: Path) -> frozenset[str]:
    """Which files of the folder are ours; a folder that others filled is not written into."""
    mark = _read_mark(folder)
    if mark is not None:
        return frozenset(mark.files).union(*mark.lingering)
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
        lists = [content["files"], content["addresses"], *content.get("lingering", [])]
        if not all(isinstance(entry, str) for entries in lists for entry in entries):
            return None
        files, addresses, *lingering = map(tuple, lists)
        return _Mark(files, addresses, tuple(lingering))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _lingering(folder: Path, parcel: Parcel) -> tuple[tuple[str, ...], ...]:
    """What a page that a reader opened before this publication may still ask for, publication by publication."""
    mark = _read_mark(folder)
    if mark is None or parcel.forgets:
        return ()
    outdated = tuple(path for path in mark.files if path.startswith(FOLDER) and path not in parcel.paths)
    older = [tuple(path for path in paths if path not in parcel.paths) for paths in mark.lingering]
    return tuple([*([outdated] if outdated else []), *older][:_LINGERING])


def _mark_text(parcel: Parcel, lingering: tuple[tuple[str, ...], ...]) -> str:
    content: dict[str, object] = {"files": sorted(parcel.paths), "addresses": sorted(parcel.addresses)}
    if lingering:
        content["lingering"] = lingering
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def zip_entry(path: str, day: date) -> zipfile.ZipInfo:
    """The entry of a file in a ZIP file, the same on every machine; what is packed already is not packed again."""
    entry = zipfile.ZipInfo(path, (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0))
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    is_packed = Path(path).suffix.lower() in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    return entry


def _pack(parcel: Parcel, stream: BinaryIO, day: date) -> None:
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(parcel.paths):
            archive.writestr(zip_entry(path, day), parcel.read(path))
