"""How long a deposit takes, how large it is, and how long it is looked through again.

python -m bench.archive [N]     N honourees as `bangvang demo` lays them out; 10000 by default

The yearbook has a bench of its own, so the deposits here are without one.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bangvang.demo import write_demo
from bench.measure import Cost, run

DEPOSIT_BUDGETS = {10_000: (120.0, 1_000.0)}
"""Seconds, and megabytes of the deposit."""
VERIFY_BUDGETS = {5_000: 10.0}
LIMIT = 1_800.0
DAY = "2026-11-21"
FORMS = (
    ("everything, in a folder", ("ALL", "--full"), "day-du"),
    ("everything, in a ZIP file", ("ALL", "--full"), "day-du.zip"),
    ("the public form, in a ZIP file", ("ALL",), "cong-khai.zip"),
)


def main(size: int) -> None:
    """Print one small table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "demo"
        write_demo(size, root)
        print(f"\nDeposits of {size:,} honourees{_budget(size)}")
        for told, what, out in FORMS:
            packed = _archive(root, "deposit", *what, out, "--no-book", "--as-of", DAY)
            verified = _archive(root, "verify", out)
            megabytes = _size(root / out) / 1e6
            print(f"  {told:32}{_cost(packed)}  {megabytes:5,.0f} MB;  verified in{_cost(verified)}")


def _archive(root: Path, *words: str) -> Cost:
    command: Sequence[str] = [sys.executable, "-m", "bangvang", "archive", *words]
    return run(command, cwd=root, limit=LIMIT)


def _cost(cost: Cost) -> str:
    return f"{cost.wall:6.1f} s, memory {cost.memory:5,.0f} MB"


def _size(place: Path) -> int:
    if place.is_file():
        return place.stat().st_size
    return sum(Path(folder, name).stat().st_size for folder, _, names in os.walk(place) for name in names)


def _budget(size: int) -> str:
    seconds, megabytes = DEPOSIT_BUDGETS.get(size, (None, None))
    deposit = f" (budget {seconds:g} s, {megabytes:,.0f} MB)" if seconds and megabytes else ""
    verify = f" (budget to verify {VERIFY_BUDGETS[size]:g} s)" if size in VERIFY_BUDGETS else ""
    return deposit + verify


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
