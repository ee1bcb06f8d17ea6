"""The folder where the office's own work is kept beside its data: history and drafts, nothing to publish or share."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

WORKROOM = ".bangvang"


def folder_in(root: Path, name: str) -> Path:
    """A folder of the workroom, made if need be; Git is told to leave the whole room alone."""
    room = root / WORKROOM
    folder = room / name
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), open(room / ".gitignore", "x", encoding="utf-8", newline="\n") as stream:
        stream.write("*\n")
    return folder
