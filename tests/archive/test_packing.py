"""Bags on their way to the disk: killed or out of room at any moment, nothing is there that could be taken for one."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from making import files_of

sys.path.append(str(Path(__file__).parents[1] / "publishing"))

from dying import in_a_fork_that_dies_at

from bangvang.archive.packing import Item, item_of_bytes, item_of_file, packing
from bangvang.publishing.error import StagingError

DAY = date(2026, 11, 21)
NAMES = ["bo", "bo.zip"]


def _pack(out: Path) -> None:
    with packing(out, "ten", DAY) as packer:
        packer.put(item_of_bytes("data/a.txt", b"a" * 3000))
        packer.put(item_of_bytes("data/thu-muc/b.txt", b"b"))
        packer.put(item_of_bytes("bagit.txt", b"c"))


def _beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_there_whole(name: str, tmp_path: Path) -> None:
    """And nothing beside it."""
    _pack(tmp_path / name)
    assert files_of(tmp_path / name) == {"data/a.txt": b"a" * 3000, "data/thu-muc/b.txt": b"b", "bagit.txt": b"c"}
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("name", NAMES)
def test_a_killed_command_leaves_a_whole_bag_or_none(name: str, tmp_path: Path) -> None:
    """Killed before each of its steps in turn; the next one makes it good and leaves nothing over."""
    step, killed = 0, True
    while killed:
        home = tmp_path / str(step)
        home.mkdir()
        killed = in_a_fork_that_dies_at(step, partial(_pack, home / name))
        assert _beside(home) in ([], [name])
        if not _beside(home):
            _pack(home / name)
        assert len(files_of(home / name)) == 3
        step += 1
    assert step > 5


def _until_the_disk_is_full() -> Iterator[bytes]:
    yield b"x"
    raise OSError(errno.ENOSPC, "No space left on device")


def _pack_until_the_disk_is_full(out: Path) -> None:
    with packing(out, "ten", DAY) as packer:
        packer.put(item_of_bytes("data/a.txt", b"a"))
        packer.put(Item("data/b.txt", _until_the_disk_is_full))


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_is_told_of_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    """In words with a remedy."""
    with pytest.raises(StagingError, match="đã đầy"):
        _pack_until_the_disk_is_full(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_bag_that_is_there_stays(name: str, tmp_path: Path) -> None:
    """Nothing is written over."""
    _pack(tmp_path / name)
    before = files_of(tmp_path / name)
    with pytest.raises(StagingError, match="không bao giờ bị ghi đè"):
        _pack(tmp_path / name)
    assert files_of(tmp_path / name) == before


@pytest.mark.parametrize("path", ["../a.txt", "data/con.txt", "data/a?.txt", "/a.txt"])
def test_a_name_that_not_every_disk_can_hold_is_refused(path: str, tmp_path: Path) -> None:
    """A bag is copied from disk to disk for decades."""
    with pytest.raises(StagingError, match="Không ghi được tệp"), packing(tmp_path / "bo", "ten", DAY) as packer:
        packer.put(item_of_bytes(path, b"x"))


@pytest.mark.parametrize("other", ["data/VI\u1ec6T.txt", "data/vie\u0323\u0302t.txt", "data/vi\u1ec7t.txt"])
def test_two_names_that_some_disk_takes_for_one_are_refused(other: str, tmp_path: Path) -> None:
    """One of the files would be lost on the way."""

    def pack() -> None:
        with packing(tmp_path / "bo.zip", "ten", DAY) as packer:
            packer.put(item_of_bytes("data/vi\u1ec7t.txt", b"a"))
            packer.put(item_of_bytes(other, b"b"))

    with pytest.raises(StagingError, match="cách gõ dấu"):
        pack()
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_is_read_part_by_part(tmp_path: Path) -> None:
    """Its size is known beforehand, its content never held as a whole."""
    (tmp_path / "lon.bin").write_bytes(b"x" * (5 << 20))
    item = item_of_file("data/lon.bin", tmp_path / "lon.bin")
    assert item.size == 5 << 20
    assert max(len(part) for part in item.parts()) <= 1 << 20
