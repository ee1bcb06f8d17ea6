"""The files that public records offer to take home: scans, appendices, forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bangvang.pages.papers import FILES_FOLDER
from bangvang.records import Part
from bangvang.registry import Registry, Visibility, visibility

_FOLDER = Path("data/files")


def attachments(registry: Registry, root: Path) -> Mapping[str, Path]:
    """Address in the site → the file; one that is missing, the checker reports."""
    found = {}
    for records in registry.by_kind.values():
        for loaded in records.values():
            if loaded.outline.has_files and visibility(loaded.record, registry.day) is Visibility.PUBLIC:
                for name in _named(loaded.record):
                    path = root / _FOLDER / name
                    if path.is_file() and not path.is_symlink():
                        found[f"{FILES_FOLDER}/{name}"] = path
    return found


def _named(record: Part) -> Iterator[str]:
    for entry in (*getattr(record, "files", ()), *getattr(record, "forms", ())):
        if entry.file:
            yield entry.file
