"""What the preview shows just now: which build, and what went wrong with the last one."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field


@dataclass
class State:
    """Shared by the thread that builds and those that answer browsers."""

    base: str = "/"
    """The path at which the site that is shown will stand; links of its 404 page begin with it."""
    version: int = 0
    building: bool = False
    error: str = ""
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def begin(self) -> None:
        """A build has started."""
        with self._changed:
            self.building = True

    def succeed(self) -> None:
        """A new site is in place."""
        self._finish("", 1)

    def fail(self, error: str) -> None:
        """The last good site stays; this is what was wrong."""
        self._finish(error, 0)

    def wait(self, seen: str, seconds: float) -> str:
        """The state as the browser reads it, as soon as it differs from what the browser has seen."""
        with self._changed:
            self._changed.wait_for(lambda: self._told() != seen, seconds)
            return self._told()

    def _finish(self, error: str, step: int) -> None:
        with self._changed:
            self.building = False
            self.error = error
            self.version += step
            self._changed.notify_all()

    def _told(self) -> str:
        return json.dumps({"version": self.version, "error": self.error}, ensure_ascii=False)
