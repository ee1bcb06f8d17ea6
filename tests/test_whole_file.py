"""Files that are replaced whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest

from bangvang import whole_file
from bangvang.whole_file import read_whole, replacing, replacing_durably

Replacing = Callable[[Path], AbstractContextManager[BinaryIO]]
both = pytest.mark.parametrize("way", [replacing, replacing_durably])


def write(way: Replacing, path: Path, data: bytes) -> None:
    """The file anew."""
    with way(path) as stream:
        stream.write(data)


def break_off(way: Replacing, path: Path, error: type[BaseException]) -> None:
    """Half of it."""
    with way(path) as stream:
        stream.write(b"half")
        raise error


@both
def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path: Path, way: Replacing) -> None:
    """Whether or not there was one."""
    path = tmp_path / "a.json"
    for data in (b"one", b"two"):
        write(way, path, data)
        assert path.read_bytes() == data
    assert os.listdir(tmp_path) == ["a.json"]


@both
def test_until_it_is_done_readers_find_the_old_content(tmp_path: Path, way: Replacing) -> None:
    """Whole."""
    path = tmp_path / "a.json"
    write(way, path, b"old")
    with way(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


@both
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_breaks_off_changes_nothing(tmp_path: Path, way: Replacing, error: type[BaseException]) -> None:
    """And leaves nothing behind."""
    path = tmp_path / "a.json"
    write(way, path, b"old")
    with pytest.raises(error):
        break_off(way, path, error)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


@both
def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path, way: Replacing) -> None:
    """A new one is as open as any file that the office makes."""
    path, plain = tmp_path / "a.json", tmp_path / "plain"
    plain.touch()
    write(way, path, b"new")
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    write(way, path, b"newer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_two_may_replace_a_file_at_once(tmp_path: Path) -> None:
    """Each writes beside it on its own; the last one wins, whole."""
    path = tmp_path / "a.json"
    with replacing(path) as first, replacing(path) as second:
        first.write(b"first, and longer")
        second.write(b"second")
    assert path.read_bytes() == b"first, and longer"
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_a_killed_process_left_is_written_over(tmp_path: Path) -> None:
    """In data/ nothing piles up."""
    path = tmp_path / "a.json"
    (tmp_path / ".a.json.new").write_bytes(b"half of what a dead process wrote")
    write(replacing_durably, path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.json"]


@pytest.mark.parametrize(("way", "synced"), [(replacing, []), (replacing_durably, ["file", "rename", "folder"])])
def test_only_what_has_to_last_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Replacing, synced: list[str]
) -> None:
    """First the content, then, after the rename, the name."""
    done: list[str] = []
    real = os.replace

    def note_sync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")

    def note_rename(source: Path, target: Path) -> None:
        done.append("rename")
        real(source, target)

    monkeypatch.setattr(whole_file.os, "fsync", note_sync)
    monkeypatch.setattr(whole_file.os, "replace", note_rename)
    write(way, tmp_path / "a.json", b"new")
    assert done == (synced or ["rename"])


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_a_file_is_read_whole_or_as_far_as_wanted(tmp_path: Path, length: int) -> None:
    """Neither less nor more."""
    data = os.urandom(length)
    path = tmp_path / "a"
    path.write_bytes(data)
    assert read_whole(path) == data
    assert read_whole(path, 65_536) == data[:65_536]
    assert read_whole(path, 200_000) == data[:200_000]
