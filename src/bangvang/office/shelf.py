"""Where a record stands on disk just now, and what its file says to the byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bangvang.loading import Problem, Unreadable
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.tree import RecordFile
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import Data, Drop, Edit, Insert, edits_between
from bangvang.office.record_text import NewText, as_given, edit_text, keys_in_order
from bangvang.records import Kind, Loc
from bangvang.yaml_writer import to_yaml


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as its file has it."""

    file: RecordFile
    data: bytes
    at: Loc
    """Its place in a list file; empty where the file is the record."""
    tree: Data
    """None where the file cannot be read, or is no record at all."""
    problem: Problem | None = None


def file_of(kind: Kind, id: str, year: str = "") -> RecordFile:
    """The file that holds, or would hold, the record."""
    if not kind.is_folder:
        return RecordFile(kind, f"data/{kind.path}", kind.path)
    between = f"{year}/" if kind.by_year else ""
    return RecordFile(kind, f"data/{kind.path}{between}{id}.yml", id)


def bytes_at(root: Path, path: str) -> bytes | None:
    """What the file holds; None where there is none."""
    try:
        with open(root / path, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None


def kept_in(file: RecordFile, id: str, data: bytes) -> Kept | None:
    """The record of this id in the content of a file; None where it is not in there."""
    try:
        tree = read_tree(decode(data))
    except Unreadable as error:
        return Kept(file, data, (), None, error.at(file.path))
    if not file.kind.is_list:
        return Kept(file, data, (), tree if isinstance(tree, dict) else None)
    for index, entry in enumerate(tree if isinstance(tree, list) else ()):
        own = entry.get("id", str(index)) if isinstance(entry, dict) else None
        if own == id:
            return Kept(file, data, (index,), entry)
    return None


def entries_in(data: bytes) -> int:
    """How many entries a list file holds that can be read."""
    tree = read_tree(decode(data))
    return len(tree) if isinstance(tree, list) else 0


def state_of(tree: Data) -> str:
    """A name for what a record says: equal for equal data, however it is written."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def new_file(root: Path, kind: Kind, id: str, tree: dict[str, Data]) -> tuple[RecordFile, bytes]:
    """The file of a new record and what it will hold."""
    file = file_of(kind, id, str(tree.get("date") or "")[:4])
    return file, with_new(file, bytes_at(root, file.path) if kind.is_list else None, tree)


def with_new(file: RecordFile, now: bytes | None, tree: dict[str, Data]) -> bytes:
    """What the file will hold with a new record; a list keeps its other entries."""
    if not file.kind.is_list:
        return to_yaml(tree).encode()
    if now is None or not now.strip():
        return to_yaml([tree]).encode()
    return edit_text(now, [Insert((), entries_in(now), (tree,))], as_given).data


def edited_in(kept: Kept, edits: Iterable[Edit]) -> NewText:
    """The file with these edits of the record."""
    model = kept.file.kind.model
    inside = [replace(edit, path=(*kept.at, *edit.path)) for edit in edits]
    return edit_text(kept.data, inside, lambda path: keys_in_order(model, path[len(kept.at) :]))


def with_old_entry(file: RecordFile, id: str, now: bytes, old: bytes | None) -> bytes:
    """A list file as it is now, but this entry as it was."""
    before = kept_in(file, id, old) if old is not None else None
    kept = kept_in(file, id, now)
    if kept is None:
        if before is None:
            return now
        place = min(int(before.at[0]), entries_in(now))
        return edit_text(now, [Insert((), place, (before.tree,))], as_given).data
    if before is None:
        return edit_text(now, [Drop(kept.at)], as_given).data
    return edited_in(kept, edits_between(kept.tree, before.tree)).data


def home_of(root: Path, kept: Kept, id: str, tree: dict[str, Data]) -> RecordFile:
    """Where a record belongs: a decision goes with its year, unless there is one already."""
    year = str(tree.get("date") or "")[:4]
    if not kept.file.kind.by_year or not year.isdigit():
        return kept.file
    file = file_of(kept.file.kind, id, year)
    return kept.file if (root / file.path).exists() else file


def tree_in(kind: Kind, id: str, data: bytes) -> dict[str, Data]:
    """The data of a record from the text of its file, which need not be written yet."""
    kept = kept_in(file_of(kind, id, ""), id, data)
    return kept.tree if kept is not None and isinstance(kept.tree, dict) else {}
