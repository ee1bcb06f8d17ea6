"""Portraits in the size that print needs, from the same darkroom as the site's."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang.book.people import Portrait
from bangvang.checking.named_file import FileProblem
from bangvang.publishing.gallery import CACHE
from bangvang.publishing.photos import Format, Picture, prepare, prepare_for_print, sweep
from bangvang.records.record import Photo
from bangvang.registry import Laureate, photos_shown
from bangvang.workers import Deal, cores, share

WIDEST = 400
"""Pixels: three hundred to the inch at the width that portraits have in the book."""
WIDEST_ON_A_WALL = 1280
"""The same at the width that a portrait has on the poster."""
PRINTS = Path(".cache/bangvang/prints")
"""What the last book needed."""


@dataclass(frozen=True, slots=True)
class Album:
    """Portraits by laureate, the files behind them, and what could not be used."""

    portraits: Mapping[str, Portrait]
    files: Mapping[str, Path]
    """Name beside the templates → the file."""
    problems: tuple[str, ...]


def album(root: Path, laureates: Iterable[Laureate], day: datetime.date) -> Album:
    """For a book: the first photo that may be shown of each; who has none gets a medallion."""
    wanted = _photos(laureates, day)
    made = _developed(root, [photo for _, photo in wanted])
    if (root / PRINTS).is_dir():
        sweep(root / PRINTS, [picture for picture in made.values() if isinstance(picture, Picture)])
    return _bound(wanted, made, WIDEST)


def wall_album(root: Path, laureates: Iterable[Laureate], day: datetime.date) -> Album:
    """The same for a poster, as wide as photos are on the site."""
    wanted = _photos(laureates, day)
    return _bound(wanted, {photo.file: prepare(photo, root, root / CACHE) for _, photo in wanted}, WIDEST_ON_A_WALL)


def _photos(laureates: Iterable[Laureate], day: datetime.date) -> list[tuple[Laureate, Photo]]:
    return [
        (laureate, photos[0])
        for laureate in laureates
        if laureate.shown and (photos := photos_shown(laureate.shown, day))
    ]


def _bound(wanted: list[tuple[Laureate, Photo]], made: Mapping[str, Picture | FileProblem], widest: int) -> Album:
    portraits: dict[str, Portrait] = {}
    files: dict[str, Path] = {}
    problems: list[str] = []
    for laureate, photo in wanted:
        found = made[photo.file]
        if isinstance(found, Picture):
            kept = found.of(Format.JPEG, at_most=widest)[-1].kept
            files[kept.name] = kept
            portraits[laureate.id] = Portrait(kept.name, photo.alt, photo.credit or "")
        else:
            where = laureate.profile.path if laureate.profile else laureate.id
            problems.append(f"{where}: {found.what}; sách in huy hiệu thay cho ảnh. {found.remedy}")
    return Album(portraits, files, tuple(problems))


def _developed(root: Path, photos: list[Photo]) -> dict[str, Picture | FileProblem]:
    """By file name; on all cores, because the first book of a project may have thousands to develop."""
    with Deal(photos) as dealt:

        def develop() -> dict[str, Picture | FileProblem]:
            return {photo.file: prepare_for_print(photo, root, root / PRINTS, WIDEST) for photo in dealt}

        parts = share([develop] * min(cores(), len(photos) or 1))
    return {file: made for part in parts for file, made in part.items()}
