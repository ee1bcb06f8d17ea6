"""Where a name still stands in what people wrote: no machine may judge that, so the clerk is shown each place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bangvang.loading import Loaded, Project, Unreadable
from bangvang.loading.positions import Positions
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import Data, Drop, Put
from bangvang.records import KINDS, Consultation, Decision, Honouree, Loc, Part, Recipient, Subject
from bangvang.remembered import files_below
from bangvang.removal.rewriting import edits_in
from bangvang.vietnamese import Names
from bangvang.whole_file import read_whole

_WRITTEN = ("docs", "overrides")
_SETTINGS = "mkdocs.yml"
_NOTES = (".md",)
_TEXTS = (".md", ".html", ".yml", ".txt", ".css", ".js", ".svg", ".json", ".csv")
_COMMENT = re.compile(r"(?:^|\s)#(.*)$")
_OWN_NAMES = ("name", "sort_name")
_SIGNERS = frozenset({"signer", "signers"})
_ATTACHED = Path("data/files")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place."""

    path: str
    line: int
    passage: str
    signs: bool = False
    """Whether it names who signed, acting for an office."""

    def told(self) -> str:
        """For the terminal."""
        office = " (người ký văn bản, việc công: thường giữ lại)" if self.signs else ""
        return f"{self.path}:{self.line}: {self.passage}{office}"


def mentions(project: Project, names: Names, ids: Collection[str]) -> list[Mention]:
    """Every place in records, hand-written pages and the names of files that a removal leaves as it is.

    Who else bears the name is not one.
    """
    found = list(_in_file_names(project.root, names))
    going = {KINDS["honouree"].path + f"{id}.yml" for id in ids} | {KINDS["redirect"].path}
    for path, records in groupby(project.loaded, key=lambda one: one.path):
        if path.removeprefix("data/") in going:
            continue
        found += _in_records(project.root, path, list(records), names, ids)
    for path in _written(project.root):
        found += _in_lines(path, read_whole(project.root / path).decode("utf-8", "replace"), names)
    return found


def attachments(project: Project, ids: Collection[str]) -> list[str]:
    """Files for readers that come with lists in which somebody stands: a scan tells what no machine reads."""
    found: dict[str, None] = {}
    for one in project.loaded:
        record = one.record
        rows: Collection[object] = ()
        if isinstance(record, Decision):
            rows = [row.id for row in record.recipients if isinstance(row, Recipient)]
        elif isinstance(record, Consultation):
            rows = [candidate.id for candidate in record.candidates]
        if any(id in ids for id in rows) and isinstance(record, Decision | Consultation):
            found.update(dict.fromkeys((_ATTACHED / file.file).as_posix() for file in record.files))
    return list(found)


def _written(root: Path) -> Iterator[str]:
    """Hand-written pages, templates, settings, and what stands beside the records."""
    if (root / _SETTINGS).is_file():
        yield _SETTINGS
    for folder, endings in (("data", _NOTES), *((folder, _TEXTS) for folder in _WRITTEN)):
        for name, entry in files_below(root / folder):
            if name.endswith(endings) and not entry.is_symlink():
                yield f"{folder}/{name}"


def _in_file_names(root: Path, names: Names) -> Iterator[Mention]:
    for folder in ("data", *_WRITTEN):
        for name, _ in files_below(root / folder):
            if names.are_in(name.replace("/", " ")):
                yield Mention(f"{folder}/{name}", 1, "tên tệp")


def _in_lines(path: str, text: str, names: Names) -> Iterator[Mention]:
    for number, line in enumerate(text.splitlines(), 1):
        for passage in names.passages(line):
            yield Mention(path, number, passage)


def _in_records(root: Path, path: str, records: list[Loaded], names: Names, ids: Collection[str]) -> Iterator[Mention]:
    data = read_whole(root / path)
    try:
        text = decode(data)
        tree = read_tree(text)
    except Unreadable:
        return
    if not names.are_in(text) and not any(names.are_in(value) for _, value in _scalars(tree)):
        return
    positions = Positions(text)
    for loaded in records:
        passed = [
            *_others(loaded, names, ids),
            *(edit.path for edit in edits_in(loaded.record, ids) if isinstance(edit, Put | Drop)),
        ]
        for loc, value in _scalars(_within(tree, loaded.loc)):
            if any(loc[: len(place)] == place for place in passed):
                continue
            line, _ = positions.of_value((*loaded.loc, *loc))
            for passage in names.passages(value):
                yield Mention(path, line, passage, signs=not _SIGNERS.isdisjoint(loc))
    for number, written in enumerate(text.splitlines(), 1):
        if comment := _COMMENT.search(written):
            for passage in names.passages(comment[1]):
                yield Mention(path, number, f"# {passage}")


def _within(tree: Data, loc: Loc) -> Data:
    for step in loc:
        tree = tree[step]
    return tree


def _scalars(tree: Data, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _scalars(value, (*loc, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _scalars(value, (*loc, index))
    elif isinstance(tree, str):
        yield loc, tree


def _others(loaded: Loaded, names: Names, ids: Collection[str]) -> Iterator[Loc]:
    """Where somebody else, who has an id of their own, is called by their own name, which is the same."""
    record: Part = loaded.record
    if isinstance(record, Honouree) and loaded.id not in ids:
        yield from (("names", index, "name") for index, other in enumerate(record.names) if names.are(other.name))
    for loc, person in _people(loaded):
        if loaded.id not in ids and getattr(person, "id", loaded.id) not in (None, *ids):
            yield from ((*loc, name) for name in _OWN_NAMES if names.are(getattr(person, name) or ""))


def _people(loaded: Loaded) -> Iterator[tuple[Loc, Subject]]:
    """Everybody whom a record names in fields."""
    record: Part = loaded.record
    if isinstance(record, Honouree):
        yield (), record
    elif isinstance(record, Decision):
        rows = enumerate(record.recipients)
        yield from ((("recipients", index), row) for index, row in rows if isinstance(row, Recipient))
    elif isinstance(record, Consultation):
        yield from ((("candidates", index), candidate) for index, candidate in enumerate(record.candidates))
