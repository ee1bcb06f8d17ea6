"""Photos and files: there, of a kind that can be shown, and without the place where they were taken."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path

from bangvang.checking.finding import Finding, warning
from bangvang.checking.named_file import FILE_FORM, PHOTO_SUFFIXES, unfit_attachment, unfit_photo
from bangvang.loading import Loaded
from bangvang.records import Decision, Document, Loc, Procedure, Record, Report
from bangvang.records.consultation import Consultation
from bangvang.registry import Registry

GPS = "photo-gps"
REMOVE_GPS = "Xóa tọa độ ở ảnh: bấm chuột phải, chọn Properties, Details, Remove Properties."

_GPS_TAG = 0x8825
_HEAD_BYTES = 256 * 1024


def check_media(registry: Registry, root: Path) -> Iterator[Finding]:
    """Every photo and attachment that a record names; photos lose their GPS data on the way, attachments do not."""
    cased: dict[str, str] = {}
    for records in registry.by_kind.values():
        for loaded in records.values():
            if isinstance(loaded.record, Record):
                for index, photo in enumerate(loaded.record.photos):
                    yield from _photo(loaded, ("photos", index, "file"), root, photo.file)
                for loc, name in _attachments(loaded.record):
                    yield from _attachment(loaded, loc, root, name)
                    if (other := cased.setdefault(name.lower(), name)) != name:
                        yield _told_apart_by_case(loaded, loc, name, other)


def _told_apart_by_case(loaded: Loaded, loc: Loc, name: str, other: str) -> Finding:
    what = f"tệp {name} và tệp {other} chỉ khác nhau ở chữ hoa, chữ thường: trên máy chủ Windows tệp này đè lên tệp kia"
    return Finding(loaded, loc, what, "Đổi tên một trong hai tệp, rồi sửa tên tệp ở đây.", FILE_FORM)


def _attachments(record: Record) -> Iterator[tuple[Loc, str]]:
    if isinstance(record, Decision | Document | Report | Consultation):
        for index, attachment in enumerate(record.files):
            yield ("files", index, "file"), attachment.file
    if isinstance(record, Procedure):
        for index, form in enumerate(record.forms):
            if form.file is not None:
                yield ("forms", index, "file"), form.file


def _attachment(loaded: Loaded, loc: Loc, root: Path, name: str) -> Iterator[Finding]:
    folder = root / "data/files"
    problem = unfit_attachment(folder, name)
    if problem:
        yield problem.at(loaded, loc)
    elif Path(name).suffix.lower() in PHOTO_SUFFIXES and has_gps(folder / name):
        yield Finding(
            loaded,
            loc,
            f"tệp {Path(name).name} còn ghi tọa độ nơi chụp (GPS), mà tệp đính kèm được đăng nguyên như vậy",
            REMOVE_GPS,
            GPS,
        )


def _photo(loaded: Loaded, loc: Loc, root: Path, name: str) -> Iterator[Finding]:
    folder = root / "data/photos"
    problem = unfit_photo(folder, name)
    if problem:
        yield problem.at(loaded, loc)
    elif has_gps(folder / name):
        yield warning(
            loaded,
            loc,
            f"ảnh {Path(name).name} còn ghi tọa độ nơi chụp (GPS)",
            REMOVE_GPS,
            GPS,
        )


def has_gps(path: Path) -> bool:
    """Whether the picture's EXIF block points to a block of GPS data."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            stream.seek(0, os.SEEK_END)
            size = stream.tell()
            stream.seek(max(size - _HEAD_BYTES, 0))
            tail = stream.read()
    except OSError:
        return False
    return any(_names_gps(block) for block in _exif_blocks(head)) or any(_names_gps(b) for b in _exif_blocks(tail))


def _exif_blocks(data: bytes) -> Iterator[bytes]:
    """TIFF headers as JPEG, PNG and WebP carry them."""
    for mark in (b"Exif\0\0", b"eXIf", b"EXIF"):
        start = data.find(mark)
        while start >= 0:
            for offset in (start + len(mark), start + len(mark) + 4):
                if data[offset : offset + 4] in (b"II*\0", b"MM\0*"):
                    yield data[offset:]
            start = data.find(mark, start + 1)


def _names_gps(tiff: bytes) -> bool:
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        tags = [struct.unpack_from(f"{order}H", tiff, first + 2 + 12 * index)[0] for index in range(count)]
    except struct.error:
        return False
    return _GPS_TAG in tags
