"""Reproducing: the site made again from its source alone, and compared with the published list of hashes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang import __version__
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.cards import make_cards
from bangvang.publishing.error import writing
from bangvang.publishing.frame import renderers
from bangvang.publishing.manifest import Manifest, read_manifest
from bangvang.publishing.parcel import built_memory
from bangvang.vietnamese import format_number, short_date

_SOURCES = ("data", "docs", "overrides", "hooks", "mkdocs.yml")
"""All that a site is made from."""


@dataclass(frozen=True, slots=True)
class Reproduced:
    """How the site as it can be made now compares with what was published."""

    manifest: Manifest
    files: Mapping[str, str]

    @property
    def missing(self) -> list[str]:
        """Published, and made no more."""
        return sorted(self.manifest.files.keys() - self.files.keys())

    @property
    def added(self) -> list[str]:
        """Made now, and not published."""
        return sorted(self.files.keys() - self.manifest.files.keys())

    @property
    def changed(self) -> list[str]:
        """With other bytes."""
        both = self.manifest.files.keys() & self.files.keys()
        return sorted(path for path in both if self.files[path] != self.manifest.files[path])

    @property
    def is_same(self) -> bool:
        """Whether every file is the same, byte for byte."""
        return dict(self.files) == dict(self.manifest.files)

    def told(self) -> str:
        """For the terminal: every difference by name."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        day = self.manifest.day
        told = short_date(day)
        for path in self.changed:
            yield f"khác: {path}"
        for path in self.missing:
            yield f"đã công bố, nay không dựng ra: {path}"
        for path in self.added:
            yield f"nay dựng ra, chưa công bố: {path}"
        if self.is_same:
            count = format_number(len(self.files))
            yield f"Dựng lại từ nguồn được đúng {count} tệp đã công bố, như vào ngày {told}, giống đến từng byte."
            return
        count = format_number(len(self.changed) + len(self.missing) + len(self.added))
        yield f"Dựng lại từ nguồn, như vào ngày {told}, thấy {count} tệp khác với danh sách đã công bố."
        if self.manifest.engine != __version__:
            yield f"Bộ máy đã công bố là bản {self.manifest.engine}, bản đang chạy là {__version__}."
        if self.manifest.renderers != renderers():
            yield f"Thư viện dựng trang khi công bố: {self.manifest.renderers}; đang chạy: {renderers()}."


def reproduce(root: Path, place: Path, jobs: int | None = None) -> Reproduced:
    """Make the site from a copy of its source, with no memory of earlier builds; raises Failure or StagingError."""
    manifest = read_manifest(place)
    with tempfile.TemporaryDirectory(prefix="bangvang-", ignore_cleanup_errors=True) as made:
        copy = Path(made, "du-an")
        with writing(copy):
            _copy_sources(root, copy)
        make_cards(copy, manifest.day, jobs)
        build_site(copy, day=manifest.day, jobs=jobs)
        return Reproduced(manifest, built_memory(copy, copy / SITE).standing())


def _copy_sources(root: Path, copy: Path) -> None:
    copy.mkdir()
    for name in _SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, copy / name, copy_function=_link, symlinks=True)
        elif source.is_file():
            shutil.copy2(source, copy / name)


def _link(source: str, target: str) -> None:
    """Photos and films need no second place on the disk; a build only reads them."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
