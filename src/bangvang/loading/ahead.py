"""Reading ahead: the files of a project that nobody has parsed yet, parsed by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from bangvang.loading.loaded import Loaded, load_file
from bangvang.loading.parsed import Parsed, content_key, parsed
from bangvang.loading.problem import Unreadable
from bangvang.loading.text import MAX_BYTES
from bangvang.loading.tree import RecordFile
from bangvang.whole_file import read_whole
from bangvang.workers import Deal, share

_WORTH_SHARING = 400
"""Fewer files than this are parsed faster than a second process starts."""
_FIRST_ROUND = 0.7
"""Of all files: in the second round there is enough left to parse while records of the first are made."""


class ReadFile(NamedTuple):
    """What stands in a file of records."""

    key: str
    """Of its content."""
    parsed: Parsed
    records: list[Loaded] | None = None
    """Where they are good, and were made in this process: from another they would cost more than they are worth."""


def read_ahead(root: Path, files: Sequence[RecordFile], jobs: int) -> Mapping[str, ReadFile]:
    """Path → what stands there. Files that cannot be read are left for whoever explains why.

    Records are made here while other processes parse, which then parse the more. There are two rounds: those of files
    that others have parsed in the first are made in the second.
    """
    found: dict[str, ReadFile] = {}
    if jobs >= 2 and len(files) >= _WORTH_SHARING:
        first = round(len(files) * _FIRST_ROUND)
        _read_some(root, files[:first], (), jobs, found)
        _read_some(root, files[first:], files[:first], jobs, found)
    return found


def _read_some(
    root: Path, files: Sequence[RecordFile], before: Sequence[RecordFile], jobs: int, found: dict[str, ReadFile]
) -> None:
    """Read files, and make the records of those that were parsed before."""

    def read_here() -> dict[str, ReadFile]:
        known = [(file, found[file.path]) for file in before if file.path in found]
        made = {file.path: _with_records(file, one) for file, one in known if one.records is None}
        return made | {file.path: _with_records(file, one) for file, one in _parse(root, deal)}

    with Deal(files) as deal:
        others = [lambda: {file.path: one for file, one in _parse(root, deal)}] * (jobs - 1)
        for shared in share([read_here, *others]):
            found |= shared


def _parse(root: Path, files: Iterable[RecordFile]) -> Iterator[tuple[RecordFile, ReadFile]]:
    for file in files:
        try:
            data = read_whole(f"{root}/{file.path}", MAX_BYTES + 1)
            key = content_key(data)
            yield file, ReadFile(key, parsed(key, data))
        except (OSError, Unreadable):
            continue


def _with_records(file: RecordFile, one: ReadFile) -> ReadFile:
    try:
        return one._replace(records=load_file(file, one.key, one.parsed))
    except ValidationError:
        return one
