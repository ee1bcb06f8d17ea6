"""What a command costs is told, a failed one stops the bench with what it said."""

import sys
from pathlib import Path

import pytest

from bench.measure import CommandError, Cost, Weight, in_turn, median, run, weigh


def _python(code: str, folder: Path, limit: float = 60) -> Cost:
    return run([sys.executable, "-c", code], cwd=folder, limit=limit)


def test_the_cpu_time_of_a_grandchild_counts(tmp_path: Path) -> None:
    """Builds share their work out to processes of their own."""
    busy_child = "import time\nwhile time.process_time() < 0.6: pass"
    busy = _python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy_child!r}])", tmp_path)
    assert busy.cpu >= 0.6


def test_the_memory_of_the_largest_process_is_told(tmp_path: Path) -> None:
    """A child that holds 80 MB shows, though its parent holds little."""
    large_child = "held = b'x' * 80_000_000"
    cost = _python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {large_child!r}])", tmp_path)
    assert cost.memory >= 76


def test_a_failed_command_says_what_it_said(tmp_path: Path) -> None:
    """The reader sees the reason, not only the number."""
    with pytest.raises(CommandError, match=r"exit code 3\n.*no such field"):
        _python("import sys; print('no such field'); sys.exit(3)", tmp_path)


def test_a_command_that_hangs_is_stopped(tmp_path: Path) -> None:
    """One stuck build does not hold the whole bench."""
    with pytest.raises(CommandError, match="stopped after"):
        _python("import time; time.sleep(600)", tmp_path, limit=0.2)


def test_tasks_take_turns() -> None:
    """A busy minute of the machine hits all alike."""
    order: list[str] = []

    def task(name: str) -> Cost:
        order.append(name)
        return Cost(float(len(order)), 0.0, 0.0)

    costs = in_turn({"a": lambda: task("a"), "b": lambda: task("b")}, 2)
    assert order == ["a", "b", "a", "b"]
    assert median(costs["b"], lambda cost: cost.wall) == 3.0


def test_an_output_is_weighed_by_kind(tmp_path: Path) -> None:
    """The mean page of a kind is what tells whether two sites can be compared."""
    pages = {"index.html": 10, "guong/index.html": 90, "guong/a/index.html": 30, "guong/b/index.html": 50}
    for path, size in {**pages, "guong/trang/2/index.html": 90, "x.css": 5}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * size)
    output = weigh(tmp_path)
    assert (output.bytes, output.files, output.html_files) == (275, 6, 5)
    assert output.page == 54
    assert output.records == {"guong": Weight(2, 80)}
    assert output.records["guong"].mean == 40
