"""Run the tests, two parts at a time; what is said behind it goes to each (`--cov`)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[1]
NAMED = (
    ("tests/site",),
    ("tests/publishing", "tests/removal"),
    ("tests/office",),
    ("tests/bench", "tests/preview", "tests/loading", "tests/search"),
    ("tests/archive",),
    ("tests/book", "tests/cards"),
)
"""Folder by folder: files that share what was built for them stay together, and what forks much runs where little else
was loaded. The longest first: whoever is free takes the next, so that both end together.
"""
OTHERS = tuple(f"--ignore={path}" for path in chain(*NAMED))
PARTS = (*NAMED[:3], OTHERS, *NAMED[3:])
BESIDE = 2
MEMORY = Path("/dev/shm")
ROOM = 3 << 30
"""Far more than the tests fill."""
Part: TypeAlias = tuple[subprocess.Popen[bytes], Path]


def scratch() -> str | None:
    """Where the tests make their many small files: in memory where there is room, which spares most of the waiting."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if roomy else None


def begun(number: int, paths: Iterable[str], temporary: str) -> Part:
    """One part at work; should it note what it covers, then in a file of its own."""
    command = [sys.executable, "-m", "pytest", "--durations=8", *sys.argv[1:], *paths]
    environment = os.environ | {"COVERAGE_FILE": f".cache/coverage.{number}", "TMPDIR": temporary}
    said = Path(temporary, f"said-{number}")
    with said.open("wb") as output:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output), said


def told(said: Path) -> None:
    """All that a part has said, once it has ended."""
    sys.stdout.buffer.write(said.read_bytes())
    sys.stdout.flush()


def all_parts() -> int:
    """Nought if all tests passed."""
    waiting, running, codes = list(enumerate(PARTS)), list[Part](), set[int]()
    with tempfile.TemporaryDirectory(dir=scratch()) as temporary:
        try:
            while waiting or running:
                while waiting and len(running) < BESIDE:
                    running.append(begun(*waiting.pop(0), temporary))
                time.sleep(0.1)
                for part in [part for part in running if part[0].poll() is not None]:
                    running.remove(part)
                    codes.add(part[0].returncode)
                    told(part[1])
        finally:
            for process, _ in running:
                process.terminate()
            for process, _ in running:
                process.wait()
    return max(codes, key=abs)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # nothing is left in memory, however it ends
    sys.exit(all_parts())
