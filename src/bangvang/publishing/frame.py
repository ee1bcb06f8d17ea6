"""The frame: everything that Material renders, kept until something it was made from changes.

It holds a shell for every part of the site and depth, the hand-written pages, and the theme's files.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bangvang.publishing.shell import Shell, ShellKey

FOLDER = Path(".cache/bangvang/frame")
ENGINE = Path(__file__).parent.parent
_RENDERERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown")
_SHELLS = "shells.json"
_SITE = "site"


@dataclass(frozen=True)
class Frame:
    """A finished frame on the disk."""

    folder: Path

    @cached_property
    def shells(self) -> Mapping[ShellKey, Shell]:
        """The shell of every part and depth."""
        kept = json.loads((self.folder / _SHELLS).read_text(encoding="utf-8"))
        return {ShellKey(tab, depth): Shell(tuple(pieces)) for tab, depth, pieces in kept["shells"]}

    @property
    def site(self) -> Path:
        """The hand-written pages and files, under their paths in the site."""
        return self.folder / _SITE

    def files(self) -> Iterator[str]:
        """Their paths."""
        for folder, _, names in os.walk(self.site):
            for name in names:
                yield Path(folder, name).relative_to(self.site).as_posix()


def frame_key(root: Path, settings: str) -> str:
    """What the frame is made from: settings, hand-written pages, overrides, the engine's templates, the renderers."""
    digest = blake2b(digest_size=10)
    digest.update(settings.encode())
    for name in _RENDERERS:
        digest.update(f"{name} {_version(name)}\n".encode())
    sources = [root / "mkdocs.yml", *_below(root / "docs"), *_below(root / "overrides"), *_below(root / "hooks")]
    for path in [*sources, *_below(ENGINE / "templates"), *_below(ENGINE / "assets"), ENGINE / "mkdocs.py"]:
        digest.update(f"\n{path.name} {path}\n".encode(errors="surrogateescape"))
        try:
            digest.update(path.read_bytes())
        except OSError:
            digest.update(b"?")
    return digest.hexdigest()


def kept_frame(root: Path, key: str) -> Frame | None:
    """The frame of this key, if it is still there."""
    folder = root / FOLDER / key
    return Frame(folder) if (folder / _SHELLS).is_file() else None


def new_frame_folder(root: Path) -> Path:
    """Where a frame is made before it is kept."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="new-", dir=root / FOLDER))
    (folder / _SITE).mkdir()
    return folder


def write_shells(folder: Path, shells: Mapping[ShellKey, Shell]) -> None:
    """The last step of making a frame."""
    rows = [[key.tab, key.depth, list(shell.pieces)] for key, shell in sorted(shells.items())]
    (folder / _SHELLS).write_text(json.dumps({"shells": rows}, ensure_ascii=False), encoding="utf-8")


def keep_frame(root: Path, key: str, made: Path) -> Frame:
    """Put a finished frame where it is found again; older ones go."""
    target = root / FOLDER / key
    shutil.rmtree(target, ignore_errors=True)
    made.rename(target)
    for entry in (root / FOLDER).iterdir():
        if entry != target:
            shutil.rmtree(entry, ignore_errors=True)
    return Frame(target)


def _below(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
