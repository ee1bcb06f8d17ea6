"""What has changed among the files that a site is made of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

WATCHED = ("data", "docs", "overrides", "hooks", "mkdocs.yml")
ENGINE = Path(__file__).parent.parent
_IGNORED = {"__pycache__", ".cache", ".git"}

Snapshot = dict[str, tuple[int, int]]


def watched_paths(root: Path) -> tuple[Path, ...]:
    """Everything worth looking at: the project's own files and the engine."""
    return (*(root / name for name in WATCHED), ENGINE)


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Time and size of every file."""
    found: Snapshot = {}
    for path in paths:
        for file, status in _files(str(path)):
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def changes(before: Snapshot, after: Snapshot) -> list[str]:
    """The files that are new, gone or different."""
    return [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]


def is_engine(path: str) -> bool:
    """Whether a change means that the preview itself must start anew."""
    return path.startswith(f"{ENGINE}{os.sep}") and path.endswith(".py")


def _files(path: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(path) as scan:
            entries = list(scan)
    except NotADirectoryError:
        yield path, os.stat(path)
        return
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _IGNORED:
                    yield from _files(entry.path)
            elif not entry.name.endswith((".swp", "~", ".tmp", ".new")) and not entry.name.startswith("~$"):
                yield entry.path, entry.stat()
        except OSError:
            continue
