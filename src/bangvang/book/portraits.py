"""Portraits in the size that print needs, from the same darkroom as the site's."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang.book.people import Portrait
from bangvang.publishing.gallery import CACHE
from bangvang.publishing.photos import Format, Picture, prepare
from bangvang.registry import Laureate, photos_shown

WIDEST = 400
"""Pixels: three hundred to the inch at the width that portraits have in the book."""


@dataclass(frozen=True, slots=True)
class Album:
    """Portraits by laureate, the files behind them, and what could not be used."""

    portraits: Mapping[str, Portrait]
    files: Mapping[str, Path]
    """Name beside the templates → the file."""
    problems: tuple[str, ...]


def album(root: Path, laureates: Iterable[Laureate], day: datetime.date) -> Album:
    """The first photo that may be shown of each; who has none gets a medallion."""
    portraits: dict[str, Portrait] = {}
    files: dict[str, Path] = {}
    problems: list[str] = []
    for laureate in laureates:
        profile = laureate.shown
        photos = photos_shown(profile, day) if profile else ()
        if not photos:
            continue
        made = prepare(photos[0], root, root / CACHE)
        if isinstance(made, Picture):
            kept = made.of(Format.JPEG, at_most=WIDEST)[-1].kept
            files[kept.name] = kept
            portraits[laureate.id] = Portrait(kept.name, photos[0].alt, photos[0].credit or "")
        else:
            where = laureate.profile.path if laureate.profile else laureate.id
            problems.append(f"{where}: {made.what}; sách in huy hiệu thay cho ảnh. {made.remedy}")
    return Album(portraits, files, tuple(problems))
