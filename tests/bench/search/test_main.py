"""The whole bench of the search, on a handful of records."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_searches_stand_side_by_side() -> None:
    """With what each finds, weighs and loads; where one is left out, that is told: a reader should not take silence for a result."""
    command = [sys.executable, "-m", "bench.search", "10", "20", "--peers", "pagefind", "--peers-up-to", "10"]
    ended = subprocess.run(
        [*command, "--lines", "--queries", "2"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = ended.stdout.splitlines()
    left_out = next(number for number, line in enumerate(lines) if "left out above 10" in line)
    peers = [number for number, line in enumerate(lines) if line.split("  ")[-1].strip() == "Pagefind, folded"]
    assert len(peers) == 3
    assert max(peers) < left_out
    assert len([line for line in lines if line.startswith("  first name ")]) == 2
