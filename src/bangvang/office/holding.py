"""A project held in memory: read once, and after that only what has changed on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bangvang.loading import Loaded, Problem, Project, load_bytes, load_project, project_cache
from bangvang.loading.text import MAX_BYTES
from bangvang.loading.tree import RecordFile, find_files
from bangvang.records import Kind

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """One file: what it was when it was read, and what it gave."""

    file: RecordFile
    stamp: Stamp
    given: Project


class Holding:
    """The files of a project by path, in the order in which a check reads them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        files, self._strays = find_files(root)
        stamps = {file.path: _stamp(root, file.path) for file in files}
        whole = load_project(root, cache=project_cache(root))
        loaded: dict[str, list[Loaded]] = {}
        for one in whole.loaded:
            loaded.setdefault(one.path, []).append(one)
        faulty = {problem.path for problem in whole.problems}
        self._held = {
            file.path: Held(file, stamps[file.path], self._read(file))
            if file.path in faulty or file.path not in loaded
            else Held(file, stamps[file.path], Project(root, loaded[file.path]))
            for file in files
        }

    def file_of(self, kind: Kind, id: str) -> RecordFile | None:
        """The file that holds, or should hold, the record."""
        if not kind.is_folder:
            held = self._held.get(f"data/{kind.path}")
            return held.file if held else None
        if not kind.by_year:
            held = self._held.get(f"data/{kind.path}{id}.yml")
            return held.file if held else None
        return next(
            (held.file for held in self._held.values() if held.file.kind is kind and held.file.stem == id), None
        )

    def project(self) -> Project:
        """All of it, as a check of the whole project would read it."""
        return _together(self.root, self._held.values(), self._strays)

    def project_if(self, file: RecordFile, data: bytes | None, moved_from: str = "") -> Project:
        """The project as it would be if the file held this, or were not there."""
        return self.project_with({file: data}, (moved_from,))

    def project_with(self, contents: Mapping[RecordFile, bytes | None], gone: Iterable[str] = ()) -> Project:
        """The project as it would be if each of the files held this, or were not there."""
        held: dict[str, Held] = dict(self._held)
        for path in gone:
            held.pop(path, None)
        for file, data in contents.items():
            if data is None:
                held.pop(file.path, None)
            else:
                held[file.path] = Held(file, (0, 0, 0), load_bytes(file, data))
        return _together(self.root, _in_order(held), self._strays)

    def take(self, project: Project, file: RecordFile, moved_from: str = "") -> None:
        """A file was written: what it gives is known from trying."""
        self._held.pop(moved_from, None)
        if not (self.root / file.path).exists():
            self._held.pop(file.path, None)
            return
        given = Project(
            self.root,
            [loaded for loaded in project.loaded if loaded.path == file.path],
            [problem for problem in project.problems if problem.path == file.path],
        )
        if given.problems:
            given = self._read(file)
        self._held[file.path] = Held(file, _stamp(self.root, file.path), given)
        self._held = {held.file.path: held for held in _in_order(self._held)}

    def refresh(self) -> frozenset[str]:
        """Read again what others have changed on disk meanwhile; the paths of that."""
        files, strays = find_files(self.root)
        stamps = {file.path: _stamp(self.root, file.path) for file in files}
        changed = {path for path in self._held if path not in stamps}
        held: dict[str, Held] = {}
        for file in files:
            known = self._held.get(file.path)
            if known is not None and known.stamp == stamps[file.path]:
                held[file.path] = known
            else:
                changed.add(file.path)
                held[file.path] = Held(file, stamps[file.path], self._read(file))
        if strays != self._strays:
            changed.update(problem.path for problem in (*strays, *self._strays))
        self._held, self._strays = held, strays
        return frozenset(changed)

    def _read(self, file: RecordFile) -> Project:
        try:
            with open(self.root / file.path, "rb") as stream:
                return load_bytes(file, stream.read(MAX_BYTES + 1))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problem = Problem(
                file.path, 1, 1, f"không mở được tệp ({reason})", "Kiểm tra quyền đọc tệp này.", "unreadable"
            )
            given = Project(self.root, problems=[problem])
            if file.kind.is_list:
                given.unread_lists.add(file.kind.name)
            else:
                given.broken[file.kind.name] = {file.stem}
            return given


def _in_order(held: Mapping[str, Held]) -> list[Held]:
    return [held[path] for path in sorted(held, key=lambda path: path.split("/"))]


def _together(root: Path, held: Iterable[Held], strays: Iterable[Problem]) -> Project:
    project = Project(root, problems=list(strays))
    for one in held:
        project.loaded += one.given.loaded
        project.problems += one.given.problems
        project.unread_lists |= one.given.unread_lists
        for kind, ids in one.given.broken.items():
            project.broken.setdefault(kind, set()).update(ids)
    return project


def _stamp(root: Path, path: str) -> Stamp:
    try:
        status = os.stat(f"{root}/{path}")
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)
