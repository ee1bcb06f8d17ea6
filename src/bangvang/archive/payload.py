"""What a bag carries: where each part of a deposit comes from, and under what path it lies."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bangvang.archive.bag import PAYLOAD
from bangvang.archive.form import Form
from bangvang.archive.packing import Item, item_of_bytes, item_of_file
from bangvang.archive.reach import in_words
from bangvang.archive.replay import replay_files
from bangvang.archive.sitecopy import SiteCopy, Wanted
from bangvang.archive.telling import Telling
from bangvang.archive.wacz import About, write_wacz
from bangvang.book.press import Wishes, make_book
from bangvang.book.selection import Scope
from bangvang.exports.open_data import LASTING
from bangvang.pages.open_data import capital
from bangvang.pages.page import OPEN_DATA
from bangvang.publishing.error import Failure
from bangvang.publishing.gallery import gallery
from bangvang.publishing.offline import OfflineParcel
from bangvang.publishing.parcel import Parcel
from bangvang.vietnamese import format_number

_SOURCE = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
_PHOTOS = "data/photos"
_WACZ = "trang.wacz"
_JPEG = (".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Extras:
    """What is asked for beside the records and the site."""

    book: Path | None = None
    """A yearbook that is there already."""
    without_book: bool = False


@dataclass(frozen=True, slots=True)
class Payload:
    """All files, and what is to be said of those that are not there."""

    items: Sequence[Item]
    notes: tuple[str, ...]


def payload(copy: SiteCopy, wanted: Wanted, extras: Extras, room: Path, telling: Telling) -> Payload:
    """Everything below data/."""
    items = [*(_source(copy.root) if wanted.form is Form.FULL else ()), *_open_data(copy.parcel)]
    items += _parcel("site/", OfflineParcel(copy.parcel))
    items += _web_archive(copy, wanted, room, telling)
    items += _originals(copy.root) if wanted.form is Form.FULL else _published_photos(copy)
    books, notes = _books(copy, wanted, extras, room, telling)
    return Payload([*items, *books], notes)


def _web_archive(copy: SiteCopy, wanted: Wanted, room: Path, telling: Telling) -> Iterator[Item]:
    """The site as web archives keep it, and the page that plays it."""
    site = copy.registry.site
    assert site is not None
    telling.say("Đang ghi bản lưu web (WACZ)…")
    title = f"{site.name}: {in_words(copy.registry, wanted.reach)}"
    about = About(title, f"{capital(wanted.form.label)}, {wanted.day:%d/%m/%Y}", site.address, wanted.day)
    write_wacz(copy.parcel, about, room / _WACZ, telling.count)
    yield item_of_file(f"{PAYLOAD}web/{_WACZ}", room / _WACZ)
    for path, data in replay_files(about, _WACZ).items():
        yield item_of_bytes(f"{PAYLOAD}web/{path}", data)


def _source(root: Path) -> Iterator[Item]:
    """The project, but for its photos, which have a place of their own, and what is hidden."""
    for name in _SOURCE:
        place = root / name
        for path in [place] if place.is_file() else _files(place):
            below = path.relative_to(root).as_posix()
            if not below.startswith(f"{_PHOTOS}/"):
                yield item_of_file(f"{PAYLOAD}source/{below}", path)


def _files(folder: Path) -> Iterator[Path]:
    """Every plain file below a folder; nothing hidden, and no link to elsewhere."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _open_data(parcel: Parcel) -> Iterator[Item]:
    """As the site publishes it, once."""
    for path in parcel.paths:
        if path.startswith(OPEN_DATA) and not path.startswith(LASTING):
            yield Item(f"{PAYLOAD}open-data/{path.removeprefix(OPEN_DATA)}", partial(_read, parcel, path))


def _parcel(below: str, parcel: Parcel) -> Iterator[Item]:
    for path in parcel.paths:
        yield Item(f"{PAYLOAD}{below}{path}", partial(_read, parcel, path))


def _read(parcel: Parcel, path: str) -> tuple[bytes]:
    return (parcel.read(path),)


def _originals(root: Path) -> Iterator[Item]:
    for path in _files(root / _PHOTOS):
        yield item_of_file(f"{PAYLOAD}photos/{path.relative_to(root / _PHOTOS).as_posix()}", path)


def _published_photos(copy: SiteCopy) -> Iterator[Item]:
    """The largest picture that the site shows of each: pixels and nothing else."""
    shown = gallery(copy.registry, copy.root)
    for file, photo in shown.shown.items():
        largest = photo.srcs[-1]
        name = file if file.lower().endswith(_JPEG) else f"{file}.jpg"
        yield item_of_file(f"{PAYLOAD}photos/{name}", shown.files[largest.jpeg])


def _books(
    copy: SiteCopy, wanted: Wanted, extras: Extras, room: Path, telling: Telling
) -> tuple[list[Item], tuple[str, ...]]:
    """The yearbook that was given, or one set now; in the public form none that nobody can look into."""
    if extras.without_book:
        return [], ()
    if extras.book is not None:
        return [_given_book(extras.book, copy.withheld)], ()
    scope = Scope(campaign=wanted.reach.campaign, year=wanted.reach.year)
    folder = room / "book"
    folder.mkdir()
    try:
        make_book(copy.root, copy.registry, Wishes(scope), folder / "ky-yeu.pdf", telling.say)
    except Failure as failure:
        return [], (f"Không kèm kỷ yếu: {failure}",)
    return [item_of_file(f"{PAYLOAD}book/{path.name}", path) for path in sorted(folder.iterdir())], ()


def _given_book(book: Path, withheld: int) -> Item:
    if withheld:
        raise Failure(
            f"Bản công khai này phải lược tên {format_number(withheld)} người, mà không soát được tên trong {book}. "
            "Hãy bỏ --book để lệnh tự in kỷ yếu đã lược tên, hoặc dùng --full."
        )
    if book.suffix.lower() != ".pdf" or not book.is_file():
        raise Failure(f"{book} không phải là một tệp PDF có sẵn. Xem lại --book.")
    return item_of_file(f"{PAYLOAD}book/{book.name}", book)
