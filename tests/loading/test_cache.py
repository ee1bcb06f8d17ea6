"""The cache may lose time, never truth."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bangvang.loading import Project, load_project, project_cache

RECORDS = 200


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two hundred small profiles."""
    folder = tmp_path / "data/honourees"
    folder.mkdir(parents=True)
    for number in range(RECORDS):
        (folder / f"thon-{number}.yml").write_text(
            f"kind: collective\nname: Thôn {number}\nborn: {1900 + number % 100}\n", encoding="utf-8"
        )
    return tmp_path


def told(project: Project) -> list[tuple[str, str]]:
    """Everything that loading found out."""
    return [(loaded.id, loaded.record.model_dump_json()) for loaded in project.loaded] + [
        (problem.path, problem.what) for problem in project.problems
    ]


def cached(root: Path) -> list[tuple[str, str]]:
    """The same, by way of the cache."""
    return told(load_project(root, cache=project_cache(root)))


def shards(root: Path) -> list[Path]:
    """The files of the cache."""
    return sorted((root / ".cache/bangvang/parsed").glob("*.cache"))


def test_the_cache_changes_nothing(root: Path) -> None:
    """Cold, warm, and after a change."""
    truth = told(load_project(root))
    assert cached(root) == truth
    assert cached(root) == truth
    (root / "data/honourees/thon-7.yml").write_text("kind: collective\nname: Thôn Bảy\n", encoding="utf-8")
    assert ("thon-7", "Thôn Bảy") in [(id, "Thôn Bảy") for id, json in cached(root) if "Thôn Bảy" in json]


def test_an_unchanged_file_is_not_parsed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is what the cache is for."""
    truth = cached(root)

    def refuse(text: str) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("bangvang.loading.project.read_tree", refuse)
    assert cached(root) == truth


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_cache_is_ignored(root: Path, seed: int) -> None:
    """A flipped byte, a cut, an empty or a foreign file."""
    truth = cached(root)
    dice = random.Random(seed)
    path = dice.choice(shards(root))
    data = bytearray(path.read_bytes())
    place = dice.randrange(len(data))
    if seed % 3 == 0:
        data[place] ^= 1 << dice.randrange(8)
    elif seed % 3 == 1:
        del data[place:]
    else:
        data = bytearray(dice.randbytes(200))
    path.write_bytes(data)
    assert cached(root) == truth


def test_a_folder_that_cannot_be_written_is_no_matter(root: Path) -> None:
    """A file where the folder should be."""
    (root / ".cache").write_text("", encoding="utf-8")
    assert cached(root) == told(load_project(root))


def test_entries_that_nobody_needs_are_dropped(root: Path) -> None:
    """The cache does not grow with every version of a file."""
    cached(root)
    full = sum(path.stat().st_size for path in shards(root))
    for number in range(RECORDS - 20):
        (root / f"data/honourees/thon-{number}.yml").unlink()
    cached(root)
    assert sum(path.stat().st_size for path in shards(root)) < full / 2


_LOOP = """
import sys
from pathlib import Path
from bangvang.loading import load_project, project_cache
root = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for path in (root / "data/honourees").glob("thon-1*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "# x\\n", encoding="utf-8")
    load_project(root, cache=project_cache(root))
"""


def test_two_at_once_and_kills_at_any_moment_leave_a_right_cache(root: Path) -> None:
    """Two processes rewrite files and cache together; one is killed at random, again and again."""
    dice = random.Random(7)
    for _ in range(10):
        pair = [subprocess.Popen([sys.executable, "-c", _LOOP, str(root)], stdout=subprocess.PIPE) for _ in range(2)]
        for process in pair:
            assert process.stdout is not None
            process.stdout.readline()
        for process in pair:
            time.sleep(dice.uniform(0.01, 0.25))
            os.kill(process.pid, signal.SIGKILL)
            process.communicate()
        for path in (root / "data/honourees").glob("thon-1*.yml"):
            number = path.stem.removeprefix("thon-")
            path.write_text(
                f"kind: collective\nname: Thôn {number}\nborn: {1900 + int(number) % 100}\n", encoding="utf-8"
            )
        assert cached(root) == told(load_project(root))
