"""Run the tests, half of them beside the other half; what is said behind it goes to both (`--cov`)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
ASIDE = ("tests/site", "tests/preview", "tests/bench", "tests/loading", "tests/search")
"""About half of the work, folder by folder: files that share what was built for them stay together."""
MEMORY = Path("/dev/shm")
ROOM = 3 << 30
"""Far more than the tests fill."""


def scratch() -> str | None:
    """Where the tests make their many small files: in memory where there is room, which spares most of the waiting."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if roomy else None


def pytest(name: str, temporary: str, *arguments: str, output: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """One half; should it note what it covers, then in a file of its own."""
    command = [sys.executable, "-m", "pytest", "--durations=8", *sys.argv[1:], *arguments]
    environment = os.environ | {"COVERAGE_FILE": f".cache/coverage.{name}", "TMPDIR": temporary}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)


def halves() -> int:
    """Nought if all tests passed; one half speaks at once, the other when both have ended."""
    others = [f"--ignore={path}" for path in ASIDE]
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory(dir=scratch()) as temporary:
        with pytest("aside", temporary, *ASIDE, output=said) as aside, pytest("rest", temporary, *others) as rest:
            try:
                ended = rest.wait() or aside.wait()
            finally:
                for half in (rest, aside):
                    half.terminate()
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout.buffer)
        sys.stdout.flush()
    return ended


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # nothing is left in memory, however it ends
    sys.exit(halves())
