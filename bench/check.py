"""How fast `bangvang check` is: cold and warm, in seconds and megabytes, split into its steps.

python bench/check.py [N …]        N honourees as `bangvang demo` lays them out; 10000 by default
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bangvang.checking import check
from bangvang.demo import write_demo
from bangvang.loading import load_project, project_cache
from bangvang.registry import build_registry

RUNS = 3
DAY = datetime.date(2026, 11, 21)
BUDGETS = {10_000: (3.0, 0.7, 400), 100_000: (30.0, None, None)}


def main(sizes: list[int]) -> None:
    """Measure each size and print a small table."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "demo"
            started = perf_counter()
            write_demo(size, root)
            print(f"\n{size:,} honourees (made in {perf_counter() - started:.1f} s)")
            _measure(root, size)


def _measure(root: Path, size: int) -> None:
    cold_budget, warm_budget, memory_budget = BUDGETS.get(size, (None, None, None))
    cold = min(_run(root, cold=True) for _ in range(RUNS))
    warm = min(_run(root, cold=False) for _ in range(RUNS))
    print(f"  cold  {cold[0]:6.2f} s  {cold[1]:5.0f} MB{_against(cold_budget, 's')}{_against(memory_budget, 'MB')}")
    print(f"  warm  {warm[0]:6.2f} s  {warm[1]:5.0f} MB{_against(warm_budget, 's')}")
    print(f"  one record changed {_changed(root):.2f} s")
    for name in ("cold", "warm"):
        print(
            f"  {name} split: " + ", ".join(f"{step} {seconds:.2f} s" for step, seconds in _split(root, name == "cold"))
        )


def _run(root: Path, *, cold: bool) -> tuple[float, float]:
    """Wall seconds and peak megabytes of the whole command."""
    if cold:
        shutil.rmtree(root / ".cache", ignore_errors=True)
    command = [sys.executable, "-m", "bangvang", "check", "--project", str(root), "--as-of", DAY.isoformat()]
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    last = process.stdout.read().strip().splitlines()[-1]
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the check failed: {last}")
    return perf_counter() - started, usage.ru_maxrss / 1024


def _changed(root: Path) -> float:
    record = next(iter(sorted((root / "data/honourees").glob("*.yml"))))
    with record.open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    return _run(root, cold=False)[0]


def _split(root: Path, cold: bool) -> list[tuple[str, float]]:
    if cold:
        shutil.rmtree(root / ".cache", ignore_errors=True)
    project = load_project(root, cache=project_cache(root))
    started = perf_counter()
    registry = build_registry(project, DAY)
    linked = perf_counter() - started
    verdict = check(project, registry)
    return [*project.seconds.items(), ("registry", linked), ("cross-check", verdict.seconds)]


def _against(budget: float | None, unit: str) -> str:
    return f"  (budget {budget:g} {unit})" if budget is not None else ""


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000])
