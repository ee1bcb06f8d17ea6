"""Reading ahead: the files of a project that nobody has parsed yet, parsed by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bangvang.loading.parsed import Parsed, content_key, parsed
from bangvang.loading.problem import Unreadable
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.tree import RecordFile
from bangvang.loading.yaml_reader import read_tree
from bangvang.whole_file import read_whole
from bangvang.workers import Deal, share

_WORTH_SHARING = 400
"""Fewer files than this are parsed faster than a second process starts."""


ByKey = tuple[str, Parsed]
"""The key of a file's content, and what stands there."""


def read_ahead(root: Path, files: Sequence[RecordFile], jobs: int) -> Mapping[str, ByKey]:
    """Path → what stands there. Files that cannot be read are left for whoever explains why."""
    if jobs < 2 or len(files) < _WORTH_SHARING:
        return {}
    with Deal(files) as deal:
        shares = share([lambda: _parse(root, deal)] * jobs)
    return {path: one for found in shares for path, one in found.items()}


def _parse(root: Path, files: Iterable[RecordFile]) -> dict[str, ByKey]:
    found = {}
    for file in files:
        try:
            data = read_whole(f"{root}/{file.path}", MAX_BYTES + 1)
            key = content_key(data)
            found[file.path] = key, parsed(key, read_tree(decode(data)))
        except (OSError, Unreadable):
            continue
    return found
