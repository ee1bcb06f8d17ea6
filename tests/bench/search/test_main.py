"""The whole bench of the search, on a handful of records."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def _bench(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", "bench.search", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()


def test_searches_stand_side_by_side() -> None:
    """With what each finds, weighs and loads."""
    lines = _bench("20", "--peers", "pagefind", "--lines", "--queries", "2")
    assert len([line for line in lines if line.split("  ")[-1].strip() == "Pagefind, folded"]) == 3
    assert len([line for line in lines if line.startswith("  first name ")]) == 1


def test_where_others_are_left_out_the_reason_is_printed() -> None:
    """A reader should not take silence for a result."""
    lines = _bench("20", "--peers", "pagefind", "--peers-up-to", "10", "--lines", "--queries", "2")
    assert any("left out above 10" in line for line in lines)
    assert not any("Pagefind, folded" in line for line in lines)
