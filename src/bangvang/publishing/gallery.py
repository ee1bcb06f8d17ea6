"""The photos that the pages of a build show, and the files that records offer to take home."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bangvang.checking import Finding
from bangvang.loading import Loaded
from bangvang.pages.pictures import Shown, Source
from bangvang.publishing.photos import Format, Picture, prepare, sweep
from bangvang.records import Honouree, Record
from bangvang.records.record import Photo
from bangvang.registry import PageForm, Registry, Visibility, photos_shown, visibility

CACHE = Path(".cache/bangvang/photos")


class Gallery(NamedTuple):
    """Photos by file name, for pages; and the files that the site needs for them."""

    shown: Mapping[str, Shown]
    files: Mapping[str, Path]
    """Address → the file to copy."""
    problems: tuple[Finding, ...]


def gallery(registry: Registry, root: Path) -> Gallery:
    """Make every photo of a public record ready."""
    pictures: dict[str, Picture] = {}
    problems: list[Finding] = []
    for records in registry.by_kind.values():
        for loaded in records.values():
            if not loaded.outline.has_photos:
                continue
            record = loaded.record
            if isinstance(record, Record) and _is_shown(registry, loaded):
                for place, photo in _photos(registry, record):
                    made = prepare(photo, root, root / CACHE)
                    if isinstance(made, Picture):
                        pictures[photo.file] = made
                    else:
                        problems.append(made.at(loaded, ("photos", place, "file")))
    if (root / CACHE).is_dir():
        sweep(root / CACHE, pictures.values())
    files = {rendition.path: rendition.kept for picture in pictures.values() for rendition in picture.renditions}
    return Gallery({file: _shown(picture) for file, picture in pictures.items()}, files, tuple(problems))


def _photos(registry: Registry, record: Record) -> list[tuple[int, Photo]]:
    """Those that may be shown, with their places in the record."""
    shown = photos_shown(record, registry.day) if isinstance(record, Honouree) else record.photos
    return [(place, photo) for place, photo in enumerate(record.photos) if photo in shown]


def _is_shown(registry: Registry, loaded: Loaded) -> bool:
    """Whether photos of the record stand on any page; of somebody living who did not consent, none do."""
    if loaded.kind == "honouree":
        laureate = registry.laureates.get(loaded.id)
        return (
            laureate is not None
            and registry.shown_profile(laureate) is not None
            and registry.appearance_of(laureate).page is PageForm.FULL
        )
    return visibility(loaded.record, registry.day) is Visibility.PUBLIC


def _shown(picture: Picture) -> Shown:
    pairs = zip(picture.of(Format.WEBP), picture.of(Format.JPEG), strict=True)
    return Shown(tuple(Source(webp.path, jpeg.path, webp.width, webp.height) for webp, jpeg in pairs))
