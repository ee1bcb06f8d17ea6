"""Errands: long commands run beside the editor, one at a time, with what they print."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Errand:
    """One command of ours at work."""

    name: str
    """What it is for: the page that started it knows its own."""
    process: subprocess.Popen[bytes]
    _output: bytes = b""
    _done: threading.Event = field(default_factory=threading.Event)

    @property
    def is_done(self) -> bool:
        """Whether it has ended."""
        return self._done.is_set()

    @property
    def went_well(self) -> bool:
        """Whether it ended without a problem."""
        return self.is_done and self.process.returncode == 0

    @property
    def told(self) -> str:
        """What it has printed, once it has ended."""
        return self._output.decode("utf-8", "replace").strip()

    def wait(self, seconds: float) -> bool:
        """Whether it ends within so long."""
        return self._done.wait(seconds)

    def follow(self) -> None:
        """Read what it prints until it ends."""
        self._output, _ = self.process.communicate()
        self._done.set()


def begin(name: str, root: Path, arguments: Sequence[str]) -> Errand:
    """Start one of our own commands in a process of its own: a build shares its work among processes by forking."""
    command = [sys.executable, "-m", "bangvang", *arguments, "--project", str(root)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    errand = Errand(name, process)
    threading.Thread(target=errand.follow, daemon=True).start()
    return errand
