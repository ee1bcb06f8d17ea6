"""Deaths at a chosen moment: a fork does its work until one step of the file system, and is killed before that."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable


def in_a_fork_that_dies_at(step: int, work: Callable[[], object]) -> bool:
    """Whether the fork was killed before its work was done."""
    child = os.fork()
    if child == 0:
        try:
            _die_at(step)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the work failed at step {step}")
    return status != 0


def _die_at(step: int) -> None:
    """From now on count what is asked of the file system, and be killed before that step."""
    left = step

    def count(event: str, _: object) -> None:
        nonlocal left
        if event == "open" or event.startswith(("os.", "shutil.", "fcntl.")):
            left -= 1
            if left == -1:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
