"""Reading ahead: the files of a project that nobody has parsed yet, parsed by several processes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bangvang.loading.cache import content_key
from bangvang.loading.problem import Unreadable
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.tree import RecordFile
from bangvang.loading.yaml_reader import Tree, read_tree
from bangvang.workers import Deal, share

_WORTH_SHARING = 400
"""Fewer files than this are parsed faster than a second process starts."""


class Parsed(NamedTuple):
    """A file's content by its key, and as JSON."""

    key: str
    tree: bytes


def read_ahead(root: Path, files: Sequence[RecordFile], jobs: int) -> Mapping[str, Parsed]:
    """Path → what stands there. Files that cannot be read are left for whoever explains why."""
    if jobs < 2 or len(files) < _WORTH_SHARING:
        return {}
    with Deal(files) as deal:
        shares = share([lambda: _parse(root, deal)] * jobs)
    return {path: parsed for found in shares for path, parsed in found.items()}


def as_json(tree: Tree) -> bytes:
    """A tree as the cache keeps it."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def _parse(root: Path, files: Iterable[RecordFile]) -> dict[str, Parsed]:
    found = {}
    for file in files:
        try:
            with open(f"{root}/{file.path}", "rb", buffering=0) as stream:
                data = stream.read(MAX_BYTES + 1)
            found[file.path] = Parsed(content_key(data), as_json(read_tree(decode(data))))
        except (OSError, Unreadable):
            continue
    return found
