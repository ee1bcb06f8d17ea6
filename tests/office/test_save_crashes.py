"""A killed save leaves the old record or the new one, and a history that tells the truth."""

from __future__ import annotations

import datetime
import os
import random
import signal
import time
from pathlib import Path

from bangvang.office.desk import Desk
from bangvang.office.edits import Put
from bangvang.office.history import History, content_name
from bangvang.office.outcomes import Saved

KILLS = 30
RECORD = "data/campaigns/pt.yml"
DAY = datetime.date(2026, 11, 21)


def save_for_ever(root: Path) -> None:
    """Every save says one more than the last."""
    desk = Desk(root, day=DAY)
    while True:
        opened = desk.open("campaign", "pt")
        assert opened
        number = int(opened.tree.get("theme", "0")) + 1
        desk.save("campaign", "pt", [Put(("theme",), str(number))], opened.seen)


def test_killed_at_any_moment_the_record_is_whole_and_the_history_right(root: Path) -> None:
    """Thirty times; and every change that the history knows can be taken back."""
    dice = random.Random(5)
    path = root / RECORD
    for _ in range(KILLS):
        victim = _victim(root)
        _wait_for_a_save(victim, path)
        time.sleep(dice.random() * 0.05)
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        now = path.read_bytes()
        desk = Desk(root, day=DAY)
        opened = desk.open("campaign", "pt")
        assert opened
        assert not opened.problems
        assert now == (
            b"name: Phong tr\xc3\xa0o th\xe1\xbb\xad\ntype: annual\nlevel: commune\ntheme: %s\n"
            % opened.tree["theme"].encode()
        )
        last = next(History(root).changes())
        assert last.after == content_name(now)
        assert [one.name for one in path.parent.iterdir()] == [path.name]
    for change in list(desk.changes(KILLS)):
        assert isinstance(desk.undo(change.number), Saved)
        assert desk.root / RECORD == path
        assert content_name(path.read_bytes()) == change.before


def _victim(root: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            save_for_ever(root)
        finally:
            os._exit(1)
    return child


def _wait_for_a_save(victim: int, path: Path) -> None:
    before = path.read_bytes()
    while path.read_bytes() == before:
        assert os.waitpid(victim, os.WNOHANG) == (0, 0)
        time.sleep(0.002)
