"""Progress: a line that changes where somebody looks, a few that stay where a file or a log is written."""

from __future__ import annotations

import io

import pytest

from bangvang.commands import progress
from bangvang.commands.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that have gone by, for the test to move on."""
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    return now


def test_on_a_terminal_one_line_changes_and_goes(clock: list[float]) -> None:
    """It makes room for the next thing said."""
    stream = _Terminal()
    told = Progress(stream)
    clock[0] = 1.0
    told.count(1200, 5000)
    told.count(1201, 5000)
    told.say("Xong.")
    assert stream.getvalue() == "\r\x1b[K  1.200/5.000 tệp\r\x1b[KXong.\n"


def test_elsewhere_a_plain_line_comes_now_and_then(clock: list[float]) -> None:
    """A log is read later, line by line."""
    stream = io.StringIO()
    told = Progress(stream)
    for second in range(25):
        clock[0] = float(second)
        told.count(second, 25)
    told.say("Xong.")
    assert stream.getvalue() == "  10/25 tệp\n  20/25 tệp\nXong.\n"
