"""A project's data: every record that could be read, and every reason why another could not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from pydantic import ValidationError

from bangvang.loading.ahead import ReadFile, read_ahead
from bangvang.loading.cache import ParseCache
from bangvang.loading.explanation import complaints
from bangvang.loading.loaded import Loaded, load_entry, load_file
from bangvang.loading.parsed import content_key, parsed
from bangvang.loading.positions import Positions
from bangvang.loading.problem import Problem, Unreadable
from bangvang.loading.text import MAX_BYTES, decode
from bangvang.loading.tree import RecordFile, find_files
from bangvang.loading.yaml_reader import read_tree
from bangvang.records import Removed
from bangvang.vietnamese import slug
from bangvang.whole_file import read_whole
from bangvang.workers import no_garbage_collection

CACHE_FOLDER = Path(".cache/bangvang/parsed")
_NOTHING = b"null"


@dataclass(slots=True)
class Project:
    """What loading a project gave."""

    root: Path
    loaded: list[Loaded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)
    """Per kind, ids whose files exist but could not be read."""
    unread_lists: set[str] = field(default_factory=set)
    """Kinds whose list file could not be read at all, so that nothing is known of their ids."""
    seconds: dict[str, float] = field(default_factory=lambda: {"read": 0.0, "validate": 0.0})


def load_project(root: Path, *, cache: ParseCache | None = None, jobs: int = 1) -> Project:
    """Read every record below `root`/data; problems are collected, never raised."""
    project = Project(root)
    files, project.problems = find_files(root)
    with no_garbage_collection():
        started = perf_counter()
        ahead = read_ahead(root, files, jobs) if cache is not None and not cache.exists() else {}
        project.seconds["read"] += perf_counter() - started
        for file in files:
            _load_file(project, file, cache, ahead.get(file.path))
    if cache is not None:
        cache.save()
    return project


def project_cache(root: Path) -> ParseCache:
    """The parse cache that belongs to a project."""
    return ParseCache(root / CACHE_FOLDER)


def read_positions(root: Path, path: str) -> Positions | None:
    """The positions in a file that was loaded before, unless it has become unreadable since."""
    try:
        text = decode((root / path).read_bytes())
        read_tree(text)
        return Positions(text)
    except (OSError, Unreadable):
        return None


def load_bytes(file: RecordFile, data: bytes) -> Project:
    """What one file would give if these were its bytes."""
    project = Project(Path())
    key = content_key(data)
    try:
        found = parsed(key, data)
    except Unreadable as error:
        project.problems.append(error.at(file.path))
        _mark_broken(project, file)
        return project
    try:
        _take_in(project, file, ReadFile(key, found))
    except ValidationError as error:
        _explain(project, file, data, error)
    return project


def _load_file(project: Project, file: RecordFile, cache: ParseCache | None, ahead: ReadFile | None) -> None:
    started = perf_counter()
    try:
        one = ahead or _parsed(project.root, file, cache)
        if cache is not None and ahead is not None:
            cache.put(one.key, one.parsed)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        project.problems.append(
            Problem(file.path, 1, 1, f"không mở được tệp ({reason})", "Kiểm tra quyền đọc tệp này.", "unreadable")
        )
        _mark_broken(project, file)
        return
    except Unreadable as error:
        project.problems.append(error.at(file.path))
        _mark_broken(project, file)
        return
    finally:
        project.seconds["read"] += perf_counter() - started
    started = perf_counter()
    try:
        _take_in(project, file, one, cache)
    except ValidationError as error:
        _explain(project, file, _bytes(project.root, file), error)
    project.seconds["validate"] += perf_counter() - started


def _bytes(root: Path, file: RecordFile) -> bytes:
    return read_whole(f"{root}/{file.path}", MAX_BYTES + 1)


def _parsed(root: Path, file: RecordFile, cache: ParseCache | None) -> ReadFile:
    data = _bytes(root, file)
    key = content_key(data)
    found = cache.get(key) if cache is not None else None
    if found is None:
        found = parsed(key, data)
        if cache is not None:
            cache.put(key, found)
    return ReadFile(key, found)


def _take_in(project: Project, file: RecordFile, one: ReadFile, cache: ParseCache | None = None) -> None:
    """Raises ValidationError unless the records are good."""
    key, found = one.key, one.parsed
    if found.tree == _NOTHING:
        project.problems.append(Problem(file.path, 1, 1, "tệp trống", "Điền hồ sơ, hoặc xóa tệp.", "empty-file"))
        _mark_broken(project, file)
        return
    records = one.records if one.records is not None else load_file(file, key, found)
    project.loaded += records
    if cache is not None and found.good_as != file.kind.name:
        outlines = tuple([record.outline for record in records])
        cache.put(key, found._replace(good_as=file.kind.name, outlines=outlines))


def _explain(project: Project, file: RecordFile, data: bytes, error: ValidationError) -> None:
    """Read a refused file again, this time with lines and columns."""
    text = decode(data)
    tree = read_tree(text)
    positions = Positions(text)
    kind = file.kind
    if not isinstance(tree, list if kind.is_list else dict):
        what, remedy = (
            ("tệp này phải là một danh sách", "Mỗi mục bắt đầu bằng “- id: …”.")
            if kind.is_list
            else ("tệp này phải gồm các dòng “ten_muc: nội dung”", "So với một hồ sơ mẫu cùng loại rồi viết lại.")
        )
        project.problems.append(Problem(file.path, 1, 1, what, remedy, "file-form"))
        _mark_broken(project, file)
        return
    removed = isinstance(tree, dict) and tree.get("status") == "removed"
    model = Removed if removed else kind.model
    refused: set[int] = set()
    for complaint in complaints(error, model):
        place = positions.of_key if complaint.at_key else positions.of_value
        line, column = place(complaint.loc)
        project.problems.append(Problem(file.path, line, column, complaint.what, complaint.remedy, complaint.check))
        if complaint.loc and isinstance(complaint.loc[0], int):
            refused.add(complaint.loc[0])
    if isinstance(tree, list):
        _keep_good_entries(project, file, tree, refused)
    else:
        _mark_broken(project, file)


def _keep_good_entries(project: Project, file: RecordFile, tree: list[Any], refused: set[int]) -> None:
    """One bad entry of a list must not make strangers of the others, nor of those who mean it by its right id."""
    broken = project.broken.setdefault(file.kind.name, set())
    for index, entry in enumerate(tree):
        if index in refused:
            typed = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(typed, str):
                broken.update((typed, slug(typed)))
            else:
                project.unread_lists.add(file.kind.name)
            continue
        project.loaded.append(load_entry(file, index, entry))


def _mark_broken(project: Project, file: RecordFile) -> None:
    if file.kind.is_list:
        project.unread_lists.add(file.kind.name)
    else:
        project.broken.setdefault(file.kind.name, set()).add(file.stem)
