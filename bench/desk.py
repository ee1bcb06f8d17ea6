"""How fast the desk of the editor is: its start, any search, opening a record, a save with all checks, an undo.

python -m bench.desk [N …]        N honourees as `bangvang demo` lays them out; 10000 by default
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from bangvang.demo import write_demo
from bangvang.office.desk import Desk
from bangvang.office.edits import Put
from bangvang.office.outcomes import Saved

T = TypeVar("T")

DAY = datetime.date(2026, 11, 21)
ROUNDS = 5
TYPED = ("n", "nguyen", "nguyen van", "tran thi ha", "qd 12", "2024", "xa", "khong co ai")
BUDGETS = {10_000: {"start, warm": 2.0, "search": 0.3, "search after a save": 0.3, "save": 0.5, "undo": 0.5}}
_START = """
import datetime, sys
from pathlib import Path
from bangvang.office.desk import Desk
Desk(Path(sys.argv[1]), day=datetime.date.fromisoformat(sys.argv[2])).find("nguyen")
"""


def main(sizes: list[int]) -> None:
    """Measure each size and print a small table."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "demo"
            write_demo(size, root)
            print(f"\n{size:,} honourees, the desk")
            for name, seconds in measured(root).items():
                budget = BUDGETS.get(size, {}).get(name)
                told = f"  (budget {budget:g} s: {'kept' if seconds <= budget else 'MISSED'})" if budget else ""
                print(f"  {name:24} {seconds:6.3f} s{told}")


def measured(root: Path) -> dict[str, float]:
    """What each thing takes; the slowest of all searches, the middle one of all saves."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    figures = {"start, cold": _start(root), "start, warm": min(_start(root) for _ in range(3))}
    desk = Desk(root, day=DAY)
    figures["first check"], _ = _timed(desk.problems)
    figures["search"] = max(_timed(lambda typed=typed: desk.find(typed))[0] for typed in TYPED)  # type: ignore[misc]
    figures["search among places"] = max(_timed(lambda: desk.find("x", ("place",)))[0] for _ in range(ROUNDS))
    saves, searches, undos = [], [], []
    for number in range(ROUNDS):
        for kind, field in (("honouree", "role"), ("decision", "title"), ("place", "note")):
            records = desk.registry.by_kind[kind]
            seconds, change = _saved(desk, kind, list(records)[number * 7 % len(records)], field, f"Việc số {number}")
            saves.append(seconds)
            searches.append(_timed(lambda: desk.find("nguyen"))[0])
            undos.append(_timed(lambda change=change: desk.undo(change))[0])  # type: ignore[misc]
    return figures | {"search after a save": max(searches), "save": median(saves), "undo": median(undos)}


def _saved(desk: Desk, kind: str, id: str, field: str, text: str) -> tuple[float, int]:
    opened = desk.open(kind, id)
    assert opened is not None
    seconds, outcome = _timed(lambda: desk.save(kind, id, [Put((field,), text)], opened.seen))
    if not isinstance(outcome, Saved) or outcome.change is None:
        raise SystemExit(f"the save of {kind} {id} failed: {outcome}")
    return seconds, outcome.change.number


def _start(root: Path) -> float:
    """A new process, until the first search has its answer."""
    command = [sys.executable, "-c", _START, str(root), DAY.isoformat()]
    return _timed(lambda: subprocess.run(command, check=True))[0]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = perf_counter()
    result = work()
    return perf_counter() - started, result


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000])
