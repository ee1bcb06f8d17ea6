"""The whole bench, on a handful of records."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench.site", "--runs", "1", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_both_build_and_their_figures_stand_side_by_side(tmp_path: Path) -> None:
    """Whatever the timings are, the bench ends well; it leaves nothing behind."""
    ended = _bench("--sizes", "20", "--tools", "bangvang", "hugo", "--folder", str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert sum(line.startswith("Bảng Vàng  ") for line in lines) == 2
    assert sum(line.startswith("Hugo  ") for line in lines) == 2
    assert sum(line.startswith("its pages alone  ") for line in lines) == 2
    assert sum(line.startswith("Pagefind  ") for line in lines) == 1
    assert sum(line.startswith("wall with search, Bảng Vàng : Hugo, then Pagefind = ") for line in lines) == 1
    assert not list(tmp_path.iterdir())


def test_a_build_that_fails_fails_the_bench(tmp_path: Path) -> None:
    """A bench of nothing would look fast."""
    ended = _bench("--sizes", "0", "--folder", str(tmp_path))
    assert ended.returncode == 1
    assert "A build failed" in ended.stderr
