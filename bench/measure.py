"""What a command costs: wall time, CPU time of all its processes, memory of the largest, and what it wrote."""

from __future__ import annotations

import contextlib
import os
import signal
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter

_SAMPLE_EVERY = 0.02
_MB = 1024 * 1024


class CommandError(Exception):
    """The command ended with an error, or did not end in time."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    cpu: float
    """User and system seconds of the command and of every process it started and waited for."""
    memory: float
    """Peak megabytes of the largest single process."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left in its folder."""

    bytes: int
    files: int
    html_bytes: int
    html_files: int
    html_of_kind: Mapping[str, tuple[int, int]]
    """First folder of the address → bytes and number of its pages."""

    def page(self, kind: str | None = None) -> float:
        """Mean bytes of an HTML page, of one kind or of all."""
        size, number = (self.html_bytes, self.html_files) if kind is None else self.html_of_kind.get(kind, (0, 0))
        return size / number if number else 0.0


def run(command: Sequence[str], *, cwd: Path, limit: float) -> Cost:
    """Run a command to its end and say what it took; a failure carries the end of what the command said."""
    # What earlier runs wrote shall not reach the disk during this one.
    os.sync()
    with tempfile.TemporaryFile() as said:
        started = perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        sampler = _PeakMemory(process.pid, deadline=monotonic() + limit)
        sampler.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process.pid)
            raise
        finally:
            wall = perf_counter() - started
            sampler.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or sampler.late:
            said.seek(0)
            tail = said.read()[-2000:].decode(errors="replace")
            why = f"took more than {limit:g} s" if sampler.late else f"ended with exit code {process.returncode}"
            raise CommandError(f"{' '.join(command)}\n{why}:\n{tail}")
    # Without /proc the kernel's own figure must do; it can be too high by what the bench itself holds.
    peak = sampler.peak or usage.ru_maxrss * 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak / _MB)


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
    total = files = 0
    kinds: dict[str, tuple[int, int]] = {}
    for below, _, names in os.walk(folder):
        parts = Path(below).relative_to(folder).parts
        for name in names:
            size = os.path.getsize(os.path.join(below, name))
            total += size
            files += 1
            if name.endswith(".html"):
                kind = parts[0] if parts else ""
                known = kinds.get(kind, (0, 0))
                kinds[kind] = (known[0] + size, known[1] + 1)
    pages = kinds.values()
    return Output(total, files, sum(size for size, _ in pages), sum(number for _, number in pages), kinds)


class _PeakMemory(threading.Thread):
    """Asks /proc for the high-water mark of every process of a tree, and ends the tree when time is up."""

    def __init__(self, pid: int, deadline: float) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.late = False
        self._pid = pid
        self._deadline = deadline
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_SAMPLE_EVERY):
            self.peak = max([self.peak, *(_high_water(pid) for pid in _tree(self._pid))])
            if monotonic() > self._deadline and not self.late:
                self.late = True
                _kill(self._pid)

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{parent}/task"):
                with contextlib.suppress(OSError), open(f"/proc/{parent}/task/{thread}/children") as stream:
                    found += [int(child) for child in stream.read().split()]
    return found


def _high_water(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/status") as stream:
            for line in stream:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return 0


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
