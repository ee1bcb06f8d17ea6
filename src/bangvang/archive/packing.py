"""Bags brought to the disk, as a folder or in a ZIP file: written beside and renamed, never half there."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from bangvang.archive.names import indistinct
from bangvang.publishing.delivery import is_zip, zip_entry
from bangvang.publishing.error import StagingError, writing
from bangvang.publishing.lock import Lock
from bangvang.publishing.names import require_portable
from bangvang.publishing.staging import PATIENCE, Stage
from bangvang.whole_file import replacing_durably

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a bag: its path, and what gives its bytes part by part."""

    path: str
    parts: Callable[[], Iterable[bytes]]
    size: int | None = None
    """Where it is known before: ZIP files ask beforehand whether a file is over 2 GB."""


def item_of_bytes(path: str, data: bytes) -> Item:
    """A file whose bytes are at hand."""
    return Item(path, lambda: (data,), len(data))


def item_of_file(path: str, source: Path) -> Item:
    """A file that is on the disk already; its bytes are read when they are written."""
    return Item(path, lambda: _read(source), source.stat().st_size)


@dataclass(slots=True)
class Written:
    """What was written: hash and size of each file, by path."""

    digests: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    """By the form in which no disk tells names apart."""

    def admit(self, path: str) -> None:
        """Refuse a name that some disk cannot hold, or cannot tell from one that is there."""
        require_portable(path)
        other = self._names.setdefault(indistinct(path), path)
        if other != path or path in self.digests:
            raise StagingError(
                f"Hai tệp “{other}” và “{path}” có tên chỉ khác nhau ở chữ hoa hoặc cách gõ dấu, nhiều ổ đĩa không "
                "giữ được cả hai. Hãy đổi tên một tệp, rồi chạy lại lệnh."
            )


class Packer(Protocol):
    """What takes the files of a bag, one after the other."""

    def put(self, item: Item) -> None:
        """Write one, and keep its hash and size."""

    @property
    def written(self) -> Written:
        """Of all so far."""


@contextmanager
def packing(out: Path, name: str, day: date) -> Iterator[Packer]:
    """A new bag called `name` at `out`, which is there when this is over, or not at all."""
    refuse_taken(out)
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        with _zipped(out, name, day) if is_zip(out) else _in_folder(out) as packer:
            yield packer


def refuse_taken(out: Path) -> None:
    """A deposit never replaces anything."""
    if out.is_dir() and not is_zip(out) and not any(out.iterdir()):
        return
    if out.exists() or out.is_symlink():
        raise StagingError(f"{out} đã có, và gói lưu trữ không bao giờ bị ghi đè. Hãy chọn tên khác.")


class _FolderPacker:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.written = Written()

    def put(self, item: Item) -> None:
        self.written.admit(item.path)
        target = self._folder / item.path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as stream:
            for part in _noted(item, self.written):
                stream.write(part)


class _ZipPacker:
    def __init__(self, archive: zipfile.ZipFile, name: str, day: date) -> None:
        self._archive = archive
        self._name = name
        self._day = day
        self.written = Written()

    def put(self, item: Item) -> None:
        self.written.admit(item.path)
        entry = zip_entry(f"{self._name}/{item.path}", self._day)
        entry.file_size = item.size or 0
        with self._archive.open(entry, "w") as stream:
            for part in _noted(item, self.written):
                stream.write(part)


@contextmanager
def _in_folder(out: Path) -> Iterator[Packer]:
    with Stage(out) as stage:
        yield _FolderPacker(stage.folder)
        stage.commit(())


@contextmanager
def _zipped(out: Path, name: str, day: date) -> Iterator[Packer]:
    lock = Lock(out.parent / f".{out.name}.staging")
    if not lock.acquire(PATIENCE):
        raise StagingError(f"Một lệnh khác đang ghi {out}. Hãy chờ lệnh đó xong, rồi chạy lại.")
    try:
        with replacing_durably(out) as stream, zipfile.ZipFile(stream, "w") as archive:
            yield _ZipPacker(archive, name, day)
    finally:
        lock.release()


def _noted(item: Item, written: Written) -> Iterator[bytes]:
    digest, size = hashlib.sha512(), 0
    for part in item.parts():
        digest.update(part)
        size += len(part)
        yield part
    written.digests[item.path] = digest.hexdigest()
    written.sizes[item.path] = size


def _read(source: Path) -> Iterator[bytes]:
    with source.open("rb") as stream:
        while part := stream.read(_CHUNK):
            yield part
