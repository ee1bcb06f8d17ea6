"""One build at a time, and no lock outlives its process."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bangvang.publishing.lock import NAME, Lock

_HOLD = """
import sys
from pathlib import Path
from bangvang.publishing.lock import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.acquire(5), flush=True)
sys.stdin.readline()
lock.release()
"""

_DIE_WITH_A_WORKER = """
import os, signal, sys
from pathlib import Path
from bangvang.publishing.lock import Lock
lock = Lock(Path(sys.argv[1]))
lock.acquire(5)
if os.fork():
    os.kill(os.getpid(), signal.SIGKILL)
print(lock.held, flush=True)
sys.stdin.readline()
"""

_COUNT = """
import sys
from pathlib import Path
from bangvang.publishing.lock import Lock
counter = Path(sys.argv[2])
for _ in range(300):
    lock = Lock(Path(sys.argv[1]))
    assert lock.acquire(60)
    counter.write_text(str(int(counter.read_text()) + 1))
    lock.release()
"""


@contextmanager
def another_process(script: str, folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its first word; at the end it is let go."""
    command = [sys.executable, "-c", script, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()


def test_a_second_process_is_kept_out(tmp_path: Path) -> None:
    """As long as the first one holds the lock, and no longer."""
    lock = Lock(tmp_path / "staging")
    with another_process(_HOLD, tmp_path / "staging") as (process, word):
        assert word == "True"
        assert not lock.acquire(0.2)
        assert not lock.held
        process.communicate("\n", timeout=300)
    assert lock.acquire(0)
    lock.release()


def test_a_waiting_process_comes_in_when_the_first_is_done(tmp_path: Path) -> None:
    """It need not be started again."""
    lock = Lock(tmp_path / "staging")
    assert lock.acquire(0)
    command = [sys.executable, "-c", _HOLD, str(tmp_path / "staging")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as waiting:
        lock.release()
        assert waiting.communicate("\n", timeout=300)[0].strip() == "True"


def test_a_killed_process_gives_the_lock_back(tmp_path: Path) -> None:
    """What it leaves is a file that nobody holds."""
    lock = Lock(tmp_path / "staging")
    with another_process(_HOLD, tmp_path / "staging") as (process, _):
        process.kill()
        process.wait()
        assert (tmp_path / "staging" / NAME).exists()
        assert lock.acquire(0)
    lock.release()


def test_a_worker_that_outlives_its_build_holds_nothing(tmp_path: Path) -> None:
    """Else nobody could build until somebody found and ended it."""
    lock = Lock(tmp_path / "staging")
    with another_process(_DIE_WITH_A_WORKER, tmp_path / "staging") as (process, word):
        assert word == "False"
        process.wait(timeout=300)
        assert lock.acquire(0)
        process.communicate("\n")
    lock.release()


def test_the_folder_comes_and_goes_with_the_lock(tmp_path: Path) -> None:
    """Unless something else is inside."""
    folder = tmp_path / "new" / "staging"
    lock = Lock(folder)
    assert lock.acquire(0)
    lock.release()
    assert not folder.exists()
    assert lock.acquire(0)
    (folder / "kept").touch()
    lock.release()
    assert [entry.name for entry in folder.iterdir()] == ["kept"]


def test_a_release_too_many_does_no_harm(tmp_path: Path) -> None:
    """Above all it takes nobody else's lock away."""
    first, second = Lock(tmp_path / "staging"), Lock(tmp_path / "staging")
    assert first.acquire(0)
    first.release()
    assert second.acquire(0)
    first.release()
    assert not first.acquire(0)
    second.release()


def test_a_folder_that_goes_at_this_moment_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last holder may remove it just after we found it."""
    folder = tmp_path / "staging"
    folder.mkdir()
    real = os.mkdir

    def mkdir(*arguments: object) -> None:
        try:
            real(*arguments)  # type: ignore[arg-type]
        except FileExistsError:
            folder.rmdir()
            raise

    monkeypatch.setattr(os, "mkdir", mkdir)
    lock = Lock(folder)
    assert lock.acquire(20)
    assert (folder / NAME).exists()
    lock.release()


def test_a_file_that_goes_at_this_moment_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last holder may remove it just after we opened it; the next one would lock another file."""
    path = tmp_path / "staging" / NAME
    real, removals = fcntl.flock, iter([path])

    def flock(handle: int, operation: int) -> None:
        for removal in removals:
            removal.unlink()
        real(handle, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    lock = Lock(tmp_path / "staging")
    assert lock.acquire(20)
    assert path.exists()
    lock.release()


def test_where_there_are_no_locks_one_build_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network drives have none."""

    def refuse(handle: int, operation: int) -> None:
        raise OSError(errno.EOPNOTSUPP, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    lock = Lock(tmp_path / "staging")
    assert lock.acquire(0)
    lock.release()
    assert not (tmp_path / "staging").exists()


def test_many_at_once_never_meet(tmp_path: Path) -> None:
    """Three processes count to three hundred each, taking turns; the file that they lock comes and goes."""
    counter = tmp_path / "counter"
    counter.write_text("0", encoding="ascii")
    command = [sys.executable, "-c", _COUNT, str(tmp_path / "staging"), str(counter)]
    counting = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(timeout=300) for process in counting] == [0, 0, 0]
    assert counter.read_text(encoding="ascii") == "900"
