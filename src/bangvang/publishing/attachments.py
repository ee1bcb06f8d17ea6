"""The files that public records offer to take home: scans, appendices, forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bangvang.pages.papers import FILES_FOLDER
from bangvang.records import Part
from bangvang.registry import Registry, Visibility, visibility

FOLDER = Path("data/files")


def attachments(registry: Registry, root: Path) -> Mapping[str, Path]:
    """Address in the site → the file; one that is missing, the checker reports."""
    found = {}
    for records in registry.by_kind.values():
        for loaded in records.values():
            if loaded.outline.has_files and visibility(loaded.record, registry.day) is Visibility.PUBLIC:
                for name in files_of(loaded.record):
                    path = root / FOLDER / name
                    if path.is_file() and not path.is_symlink():
                        found[f"{FILES_FOLDER}/{name}"] = path
    return found


def files_of(record: Part) -> Iterator[str]:
    """The names, in data/files/, of what a record offers."""
    for entry in (*getattr(record, "files", ()), *getattr(record, "forms", ())):
        if entry.file:
            yield entry.file
