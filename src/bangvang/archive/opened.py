"""A bag opened for reading, as a folder or in a ZIP file: what files it has, and what is wrong with their names."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bangvang.archive.bag import DECLARATION
from bangvang.archive.findings import Finding, Sort
from bangvang.archive.names import indistinct
from bangvang.publishing.names import leads_outside
from bangvang.zip_faults import ZIP_FAULTS

_CHUNK = 1 << 20
_NO_FILE = "không phải là tệp thường, mà là đường dẫn tắt hoặc thiết bị"


class Damaged(Exception):
    """A file of the bag cannot be read to its end; the message is a finished sentence."""


class Opened(Protocol):
    """A bag to be looked at."""

    @property
    def paths(self) -> Iterable[str]:
        """Of every file, below the bag."""

    @property
    def findings(self) -> Iterable[Finding]:
        """What is wrong with names alone."""

    def parts(self, path: str) -> Iterator[bytes]:
        """A file's bytes; raises Damaged."""


class NotABag(Exception):
    """Nothing to verify; the message is a finished sentence."""


@contextmanager
def opened(place: Path) -> Iterator[Opened]:
    """The bag at a place; raises NotABag."""
    try:
        bag = _folder(place) if place.is_dir() else _archive(place)
    except FileNotFoundError:
        raise NotABag(f"Không có {place}. Xem lại đường dẫn.") from None
    except OSError as error:
        raise NotABag(f"Không mở được {place} ({error.strerror}). Xem lại đường dẫn và quyền đọc.") from None
    if isinstance(bag, zipfile.ZipFile):
        with bag:
            yield _zipped(bag)
    else:
        yield bag


def _archive(place: Path) -> zipfile.ZipFile:
    if not stat.S_ISREG(place.stat().st_mode):
        raise NotABag(f"{place} không phải là một thư mục hay một tệp ZIP. Xem lại đường dẫn.")
    try:
        return zipfile.ZipFile(place)
    except ZIP_FAULTS:
        raise NotABag(
            f"{place} không mở được: tệp ZIP bị cắt cụt, chép chưa xong, hoặc không phải là tệp ZIP. "
            "Hãy lấy lại bản khác từ nơi lưu."
        ) from None


def twins(paths: Iterable[str]) -> Iterator[Finding]:
    """Names that many disks cannot hold side by side: they differ only in case, or in how accents are encoded."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        other = seen.setdefault(indistinct(path), path)
        if other != path:
            yield Finding(Sort.TWIN, path, other)


@dataclass(slots=True)
class _Folder:
    root: Path
    paths: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def parts(self, path: str) -> Iterator[bytes]:
        try:
            with (self.root / path).open("rb") as stream:
                while part := stream.read(_CHUNK):
                    yield part
        except OSError as error:
            raise Damaged(f"không đọc được ({error.strerror})") from error


def _folder(root: Path) -> _Folder:
    if not (root / DECLARATION).is_file():
        raise NotABag(f"{root} không phải là một gói lưu trữ: không có {DECLARATION} ở trong.")
    bag = _Folder(root)
    for folder, folders, names in os.walk(root):
        for name in (*folders, *names):
            path = Path(folder, name)
            below = path.relative_to(root).as_posix()
            mode = path.lstat().st_mode
            if stat.S_ISREG(mode):
                bag.paths.append(below)
            elif not stat.S_ISDIR(mode):
                bag.findings.append(Finding(Sort.UNSAFE, below, _NO_FILE))
    bag.paths.sort()
    bag.findings += twins(bag.paths)
    return bag


@dataclass(slots=True)
class _Zipped:
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def paths(self) -> Iterable[str]:
        return self.entries

    def parts(self, path: str) -> Iterator[bytes]:
        try:
            with self.archive.open(self.entries[path]) as stream:
                while part := stream.read(_CHUNK):
                    yield part
        except (*ZIP_FAULTS, OSError):
            raise Damaged("bên trong tệp ZIP đã hỏng, không đọc được đến hết") from None


def _zipped(archive: zipfile.ZipFile) -> _Zipped:
    bag = _Zipped(archive)
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    top = _top([entry.filename for entry in entries])
    for entry in entries:
        name = entry.filename
        if (why := _unsafe(entry)) is not None:
            bag.findings.append(Finding(Sort.UNSAFE, name, why))
        elif not name.startswith(top):
            bag.findings.append(Finding(Sort.ADDED, name, f"nằm ngoài thư mục {top}"))
        elif (below := name.removeprefix(top)) in bag.entries:
            bag.findings.append(Finding(Sort.TWIN, below, below))
        else:
            bag.entries[below] = entry
    bag.findings += twins(bag.entries)
    return bag


def _top(names: list[str]) -> str:
    """The folder in the ZIP file that is the bag: the one that has the declaration."""
    tops = [name.removesuffix(DECLARATION) for name in names if name.rpartition("/")[2] == DECLARATION]
    tops = [top for top in tops if top.count("/") <= 1]
    if not tops:
        raise NotABag(f"Tệp ZIP này không phải là một gói lưu trữ: không có {DECLARATION} ở trong.")
    return min(tops, key=len)


def _unsafe(entry: zipfile.ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if entry.filename.startswith("/") or "\\" in entry.orig_filename or leads_outside(entry.filename):
        return "tên tệp dẫn ra ngoài gói lưu trữ"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _NO_FILE
    return None
