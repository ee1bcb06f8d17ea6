"""Run the tests, half of them beside the other half, and show what both cover."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]
ASIDE = ("tests/site",)
"""What takes half of the time. Files that share something built or rendered stay together."""


def pytest(name: str, *arguments: str, output: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """One half, and its own notes on what it covers."""
    command = [sys.executable, "-m", "pytest", "--cov", "--cov-report=", "--durations=8", *arguments]
    environment = os.environ | {"COVERAGE_FILE": f".cache/coverage.{name}"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)


def coverage(*arguments: str) -> int:
    """Do something with these notes."""
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], cwd=ROOT, check=False).returncode


def main() -> int:
    """Nought if all is well."""
    with tempfile.TemporaryFile() as said:
        with (
            pytest("aside", *ASIDE, output=said) as aside,
            pytest("rest", "tests", *(f"--ignore={path}" for path in ASIDE)) as rest,
        ):
            ended = rest.wait(), aside.wait()
        said.seek(0)
        shutil.copyfileobj(said, sys.stdout.buffer)
        sys.stdout.flush()
    return max(map(abs, ended)) or coverage("combine", "--quiet") or coverage("report")


if __name__ == "__main__":
    sys.exit(main())
