"""The records of a project as they stand in data/, for peers that cannot read them there."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.records import KINDS, Kind

Records: TypeAlias = dict[str, Any]
"""Name of the folder or file below data/ → its records by id, or the one record it holds."""


def read_records(project: Path) -> Records:
    """Everything below data/: nothing joined, nothing sorted, nothing left out."""
    return {Path(kind.path).stem: _read(project / "data" / kind.path, kind) for kind in KINDS.values()}


def _read(path: Path, kind: Kind) -> Any:
    if kind.is_folder:
        return {file.stem: _tree(file) for file in sorted(path.rglob("*.yml"))}
    tree = _tree(path) if path.exists() else []
    return {entry["id"]: entry for entry in tree if "id" in entry} if kind.is_list else tree


def _tree(path: Path) -> Any:
    return read_tree(decode(path.read_bytes()))
