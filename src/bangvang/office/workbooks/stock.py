"""The records of a kind as their files have them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bangvang.loading import Unreadable
from bangvang.loading.text import decode
from bangvang.loading.tree import find_files
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import Data
from bangvang.office.shelf import bytes_at
from bangvang.records import Kind

Stock = dict[str, dict[str, Data]]
"""Id → what the record says, in the order of the files."""


def stock_of(root: Path, kind: Kind, ids: Collection[str] | None = None) -> Stock:
    """Every record of the kind that can be read and was not removed by right, or only those with these ids."""
    found: Stock = {}
    for file in find_files(root)[0]:
        if file.kind is not kind or (ids is not None and kind.is_folder and file.stem not in ids):
            continue
        data = bytes_at(root, file.path)
        try:
            tree = read_tree(decode(data)) if data is not None else None
        except Unreadable:
            continue
        if not kind.is_list:
            entries = {"site" if kind.name == "site" else file.stem: tree}
        else:
            listed = tree if isinstance(tree, list) else ()
            entries = {str(one.get("id", place)): one for place, one in enumerate(listed) if isinstance(one, dict)}
        for id, entry in entries.items():
            if isinstance(entry, dict) and entry.get("status") != "removed":
                found[id] = entry
    return found
