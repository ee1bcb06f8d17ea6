"""What a command costs: wall time, CPU time of all its processes, memory of the largest, and what it wrote."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_KB_IN_MB = 1024 if sys.platform != "darwin" else 1024 * 1024
"""The kernel counts peak memory in kilobytes, but for macOS, which counts bytes."""


class CommandError(Exception):
    """The command ended with an error, or did not end in time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    cpu: float
    """User and system seconds of the command and of every process it started and waited for."""
    memory: float
    """Peak megabytes of the largest single process among them."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left in its folder."""

    bytes: int
    files: int
    html_bytes: int
    html_files: int
    records: Mapping[str, Weight]
    """First folder of the address → the pages right below it: those of records, not the further pages of lists."""

    @property
    def page(self) -> float:
        """Mean bytes of an HTML page."""
        return self.html_bytes / self.html_files if self.html_files else 0.0


class Weight(NamedTuple):
    """Pages of one kind."""

    pages: int = 0
    bytes: int = 0

    @property
    def mean(self) -> float:
        """Mean bytes of a page."""
        return self.bytes / self.pages if self.pages else 0.0


def run(command: Sequence[str], *, cwd: Path, limit: float) -> Cost:
    """Run a command to its end and say what it took; a failure carries the end of what the command said."""
    # What earlier runs wrote shall not reach the disk during this one.
    os.sync()
    with tempfile.TemporaryFile() as said:
        started = perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        alarm = threading.Timer(limit, _kill, [process.pid])
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = perf_counter() - started
        except BaseException:
            _kill(process.pid)
            raise
        finally:
            alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            tail = said.read()[-2000:].decode(errors="replace")
            why = f"stopped after {limit:g} s" if wall >= limit else f"exit code {process.returncode}"
            raise CommandError(f"{' '.join(command)}: {why}\n{tail}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KB_IN_MB)


def apart(task: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
    """Call a function in a process of its own: a child's peak memory counts from what its parent ever held."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(task, *arguments, **named).result()


def in_turn(tasks: Mapping[str, Callable[[], Cost]], runs: int) -> dict[str, list[Cost]]:
    """Run every task once, then every task again, so that a busy minute of the machine hits them alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            costs[name].append(task())
    return costs


def median(costs: Sequence[Cost], of: Callable[[Cost], float]) -> float:
    """The middle run's figure."""
    return statistics.median(of(cost) for cost in costs)


def weigh(folder: Path) -> Output:
    """Count what is in an output folder."""
    total = files = html_total = html_files = 0
    records: dict[str, Weight] = {}
    for below, _, names in os.walk(folder):
        parts = Path(below).relative_to(folder).parts
        for name in names:
            size = os.path.getsize(os.path.join(below, name))
            total += size
            files += 1
            if name.endswith(".html"):
                html_total += size
                html_files += 1
            if name == "index.html" and len(parts) == 2:
                known = records.get(parts[0], Weight())
                records[parts[0]] = Weight(known.pages + 1, known.bytes + size)
    return Output(total, files, html_total, html_files, records)


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
