"""Reading ahead: the files of a project that nobody has parsed yet, parsed by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from bangvang.loading.loaded import Loaded, load_file
from bangvang.loading.parsed import Parsed, content_key, parsed
from bangvang.loading.problem import Unreadable
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.tree import RecordFile
from bangvang.loading.yaml_reader import read_tree
from bangvang.whole_file import read_whole
from bangvang.workers import Deal, share

_WORTH_SHARING = 400
"""Fewer files than this are parsed faster than a second process starts."""


class ReadFile(NamedTuple):
    """What stands in a file of records."""

    key: str
    """Of its content."""
    parsed: Parsed
    records: list[Loaded] | None = None
    """Where they are good, and were made in this process: from another they would cost more than they are worth."""


def read_ahead(root: Path, files: Sequence[RecordFile], jobs: int) -> Mapping[str, ReadFile]:
    """Path → what stands there. Files that cannot be read are left for whoever explains why.

    Records are made here while other processes parse, which then parse the more.
    """
    if jobs < 2 or len(files) < _WORTH_SHARING:
        return {}
    with Deal(files) as deal:
        here = [lambda: {file.path: _with_records(file, one) for file, one in _parse(root, deal)}]
        others = [lambda: {file.path: one for file, one in _parse(root, deal)}] * (jobs - 1)
        shares = share(here + others)
    return {path: one for found in shares for path, one in found.items()}


def _parse(root: Path, files: Iterable[RecordFile]) -> Iterator[tuple[RecordFile, ReadFile]]:
    for file in files:
        try:
            data = read_whole(f"{root}/{file.path}", MAX_BYTES + 1)
            key = content_key(data)
            yield file, ReadFile(key, parsed(key, read_tree(decode(data))))
        except (OSError, Unreadable):
            continue


def _with_records(file: RecordFile, one: ReadFile) -> ReadFile:
    try:
        return one._replace(records=load_file(file, one.key, one.parsed))
    except ValidationError:
        return one
