"""Each photo is developed once: what came of it is kept, found again by content, and made anew when damaged.

In the cache folder lie, per content, an entry `<key>.json` and the renditions that it lists; per photo name, a note
in `seen/` of how the files looked when their content was last read. A file that still looks so is not read again.
Everything is replaced whole by rename and every JSON file is sealed by a hash: damage costs time, never a wrong page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from bangvang.checking.named_file import FORM, MISSING, FileProblem, unfit_photo
from bangvang.publishing.photos.developing import (
    MAX_PIXELS,
    SETTINGS,
    Damaged,
    Print,
    TooManyPixels,
    develop,
    develop_for_print,
    engine,
)
from bangvang.publishing.photos.picture import Format, Picture, Rendition
from bangvang.records.record import Photo
from bangvang.whole_file import replacing

SITE_FOLDER = "anh"
UNWRITABLE = "photo-cache"

_SEEN = "seen"
_SOURCE = "source"
_CLOCK_GRAIN = 2_000_000_000
"""Nanoseconds within which some file systems cannot tell two moments apart."""

_Look = tuple[int, ...]
"""Size, times and inode of a file: while they stay, so does its content."""


class _Unwritable(Exception):
    """The cache folder does not take what was made."""


class _Kept(NamedTuple):
    """A rendition in the cache."""

    file: str
    width: int
    height: int
    format: str
    digest: str


@dataclass(frozen=True, slots=True)
class _Note:
    """What was last seen of a photo: a hash of its content, and how it and its renditions looked."""

    content: str = ""
    looks: dict[str, _Look] = field(default_factory=dict)


class _Recipe(NamedTuple):
    """What is made of a photo."""

    settings: str
    """Whatever changes the bytes."""
    develop: Callable[[bytes], list[Print]]


def prepare(photo: Photo, root: Path, cache: Path) -> Picture | FileProblem:
    """The photo of a record of the project at `root`, ready for pages, or why it cannot be shown."""
    return _prepare(photo, root, cache, _Recipe(SETTINGS, develop))


def prepare_for_print(photo: Photo, root: Path, cache: Path, widest: int) -> Picture | FileProblem:
    """The same as one JPEG for a book, at most so many pixels wide; its cache is none that a site has."""
    recipe = _Recipe(f"{SETTINGS} print {widest}", partial(develop_for_print, widest=widest))
    return _prepare(photo, root, cache, recipe)


def _prepare(photo: Photo, root: Path, cache: Path, recipe: _Recipe) -> Picture | FileProblem:
    folder = root / "data/photos"
    problem = unfit_photo(folder, photo.file)
    if problem:
        return problem
    try:
        return _found_or_developed(photo, folder / photo.file, cache, recipe)
    except TooManyPixels:
        return FileProblem(
            f"ảnh {photo.file} quá lớn, trên {MAX_PIXELS // 1_000_000} triệu điểm ảnh",
            "Thu nhỏ ảnh rồi lưu lại; cạnh dài 4.000 điểm ảnh là đủ.",
            FORM,
        )
    except Damaged:
        return FileProblem(
            f"ảnh {photo.file} đã hỏng hoặc chép chưa xong, không mở được đến hết",
            "Mở thử ảnh trên máy; nếu không xem được thì chép lại ảnh gốc.",
            FORM,
        )
    except _Unwritable:
        return FileProblem(
            f"không ghi được bản thu nhỏ của ảnh {photo.file} vào thư mục .cache",
            "Kiểm tra đĩa còn chỗ trống và bạn có quyền ghi vào thư mục .cache của dự án.",
            UNWRITABLE,
        )
    except OSError:
        return FileProblem(f"không đọc được ảnh {photo.file}", "Kiểm tra quyền đọc tệp, hoặc chép lại ảnh.", MISSING)


def sweep(cache: Path, used: Iterable[Picture]) -> None:
    """Remove from the cache whatever none of these pictures needs, leftovers of killed builds too."""
    entries, notes = set(), set()
    for picture in used:
        notes.add(_note_path(cache, picture.file))
        for rendition in picture.renditions:
            entries |= {rendition.kept, cache / f"{rendition.kept.name.partition('-')[0]}.json"}
    for path in (*cache.glob("*.*"), *(cache / _SEEN).glob("*.*")):
        if path not in entries and path not in notes:
            path.unlink(missing_ok=True)


def _found_or_developed(photo: Photo, source: Path, cache: Path, recipe: _Recipe) -> Picture:
    note_path = _note_path(cache, photo.file)
    note = _read_note(note_path)
    look = _look(source)
    content = note.content
    kept = _recalled(cache, content, note, recipe) if note.looks.get(_SOURCE) == look else None
    if kept is None:
        data = source.read_bytes()
        content = _digest(data)
        kept = _recalled(cache, content, note, recipe) or _stored(cache, content, data, recipe)
    seen = _Note(content, {_SOURCE: look} | {one.file: _look(cache / one.file) for one in kept})
    if seen != note:
        _write_note(note_path, seen)
    return Picture(photo.file, photo.alt, photo.credit, _renditions(photo, content, cache, kept, recipe))


def _renditions(photo: Photo, content: str, cache: Path, kept: list[_Kept], recipe: _Recipe) -> tuple[Rendition, ...]:
    stem = PurePosixPath(photo.file).stem.lower()
    mark = _digest(f"{content} {recipe.settings}".encode())[:8]
    return tuple(
        Rendition(
            f"{SITE_FOLDER}/{stem}-{mark}-{one.width}{Format(one.format).suffix}",
            one.width,
            one.height,
            Format(one.format),
            cache / one.file,
        )
        for one in kept
    )


def _stored(cache: Path, content: str, data: bytes, recipe: _Recipe) -> list[_Kept]:
    """Develop, and keep the renditions before the entry that vouches for them."""
    key = _key(content, recipe)
    kept = []
    for made in recipe.develop(data):
        name = f"{key}-{made.width}{made.format.suffix}"
        _write_whole(cache / name, made.data)
        kept.append(_Kept(name, made.width, made.height, made.format.value, _digest(made.data)))
    _write_whole(cache / f"{key}.json", _sealed([one._asdict() for one in kept]))
    return kept


def _recalled(cache: Path, content: str, note: _Note, recipe: _Recipe) -> list[_Kept] | None:
    """What was kept for this content, if every file of it is whole."""
    try:
        kept = [_Kept(**one) for one in _unsealed((cache / f"{_key(content, recipe)}.json").read_bytes())]
        for one in kept:
            path = cache / one.file
            if note.looks.get(one.file) != _look(path) and _digest(path.read_bytes()) != one.digest:
                return None
    except (OSError, ValueError, TypeError):
        return None
    return kept


def _key(content: str, recipe: _Recipe) -> str:
    return _digest(f"{content} {recipe.settings} {engine()}".encode())


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _look(path: Path) -> _Look:
    status = path.stat()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _note_path(cache: Path, file: str) -> Path:
    return cache / _SEEN / f"{_digest(file.encode())}.json"


def _read_note(path: Path) -> _Note:
    """The note, without the looks of files so young that a later change might not show."""
    try:
        written = path.stat().st_mtime_ns
        kept = _unsealed(path.read_bytes())
        looks = {file: tuple(look) for file, look in kept["looks"].items()}
        return _Note(
            kept["content"],
            {file: look for file, look in looks.items() if max(look[1:3]) + _CLOCK_GRAIN < written},
        )
    except (OSError, ValueError, TypeError, KeyError):
        return _Note()


def _write_note(path: Path, note: _Note) -> None:
    """Only a saving: a folder that cannot be written is no error."""
    try:
        _write_whole(path, _sealed(asdict(note)))
    except _Unwritable:
        return


def _sealed(tree: Any) -> bytes:
    body = json.dumps(tree).encode("ascii")
    return f"{_digest(body)}\n".encode("ascii") + body


def _unsealed(data: bytes) -> Any:
    seal, _, body = data.partition(b"\n")
    if seal.decode("ascii") != _digest(body):
        raise ValueError("damaged")
    return json.loads(body)


def _write_whole(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as stream:
            stream.write(data)
    except OSError as error:
        raise _Unwritable from error
