"""Photos and files that a clerk hands in: made fit, given a plain name, put into data/ whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bangvang.checking.media import REMOVE_GPS, has_gps
from bangvang.checking.named_file import PHOTO_SUFFIXES, FileProblem, unfit_attachment, unfit_photo
from bangvang.publishing.photos.developing import Damaged, TooManyPixels, develop
from bangvang.publishing.photos.picture import Format
from bangvang.vietnamese import slug
from bangvang.whole_file import replacing_durably

_PHOTOS, _FILES = "photos", "files"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be used."""

    what: str
    remedy: str


def take_photo(root: Path, owner: str, name: str, data: bytes) -> str | Refused:
    """Put a photo into data/photos/, upright, at most as wide as pages show it, with nothing but its pixels.

    The result is its file name, which begins with the id of the record.
    """
    problem = _looked_at(_PHOTOS, _plain(name), data, unfit_photo)
    if problem is not None:
        return Refused(problem.what, problem.remedy)
    try:
        prints = develop(data)
    except TooManyPixels:
        return Refused("ảnh quá lớn", "Thu nhỏ ảnh còn khoảng 4.000 điểm mỗi chiều, rồi thêm lại.")
    except Damaged:
        return Refused("ảnh bị hỏng, không đọc được đến hết", "Chép lại ảnh từ máy ảnh hoặc điện thoại.")
    largest = max((one for one in prints if one.format is Format.JPEG), key=lambda one: one.width)
    return _put(root, _PHOTOS, f"{owner}-{_short(data)}.jpg", largest.data)


def take_file(root: Path, name: str, data: bytes) -> str | Refused:
    """Put a file for readers into data/files/ as it is; the result is its file name."""
    plain = _plain(name)
    problem = _looked_at(_FILES, plain, data, unfit_attachment)
    if problem is not None:
        return Refused(problem.what, problem.remedy)
    path = Path(plain)
    if path.suffix in PHOTO_SUFFIXES and _looked_at(_FILES, plain, data, _with_gps) is not None:
        return Refused("ảnh này còn ghi tọa độ nơi chụp, mà tệp đính kèm được đăng nguyên như vậy", REMOVE_GPS)
    return _put(root, _FILES, f"{path.stem}-{_short(data)}{path.suffix}", data)


def _plain(name: str) -> str:
    """A name that every disk and server takes; the suffix tells the kind."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    return f"{slug(stem if dot else last)[:_LONGEST].strip('-') or 'tep'}{'.' if dot else ''}{suffix.lower()}"


def _looked_at(
    folder: str, name: str, data: bytes, look: Callable[[Path, str], FileProblem | None]
) -> FileProblem | None:
    """What the checker would say of a file of this name and content."""
    with tempfile.TemporaryDirectory(prefix="bangvang-") as made:
        place = Path(made, folder)
        place.mkdir()
        try:
            (place / name).write_bytes(data)
        except OSError:
            return FileProblem("tên tệp không dùng được", "Đổi tên tệp cho ngắn, chỉ dùng chữ và số.", "file-name")
        return look(place, name)


def _with_gps(folder: Path, name: str) -> FileProblem | None:
    return FileProblem("", "", "") if has_gps(folder / name) else None


def _short(data: bytes) -> str:
    return blake2b(data, digest_size=4).hexdigest()


def _put(root: Path, folder: str, name: str, data: bytes) -> str:
    target = root / "data" / folder
    target.mkdir(parents=True, exist_ok=True)
    with replacing_durably(target / name) as stream:
        stream.write(data)
    return name
