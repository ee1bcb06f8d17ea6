"""Many records are saved together, or none is."""

from __future__ import annotations

import datetime
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.desk import Desk
from bangvang.office.edits import Data
from bangvang.office.together import RefusedTogether, Rewrite, SavedTogether

DAY = datetime.date(2026, 11, 21)
_KILLED = """
import datetime, sys
from pathlib import Path
from bangvang.office.desk import Desk
from bangvang.office.together import Rewrite
from bangvang.loading.text import decode
from bangvang.loading.yaml_reader import read_tree
root = Path(sys.argv[1])
desk = Desk(root, day=datetime.date(2026, 11, 21))
desk.problems()
print("ready", flush=True)
number = 0
while True:
    number += 1
    rewrites = []
    for id in ("qd-1", "qd-la"):
        tree = read_tree(decode((root / f"data/decisions/2026/{id}.yml").read_bytes()))
        rewrites.append(Rewrite("decision", id, tree, tree | {"title": f"Lần {number}"}))
    desk.save_together(rewrites)
"""


@pytest.fixture
def desk(small_site: Path) -> Desk:
    """On a project of its own."""
    return Desk(small_site, day=DAY)


def tree(root: Path, path: str) -> dict[str, Data]:
    """What a file says."""
    found = read_tree(decode((root / "data" / path).read_bytes()))
    assert isinstance(found, dict)
    return found


def test_each_record_has_its_own_place_in_the_history(desk: Desk, small_site: Path) -> None:
    """Made, changed and deleted ones among them."""
    one, two = tree(small_site, "decisions/2026/qd-1.yml"), tree(small_site, "reports/bc-2.yml")
    place = {"id": "xa-them", "name": "Xã Thêm", "type": "commune"}
    outcome = desk.save_together(
        [
            Rewrite("decision", "qd-1", one, one | {"title": "Tên mới"}),
            Rewrite("report", "bc-2", two, None),
            Rewrite("place", "xa-them", None, place),
        ]
    )
    assert isinstance(outcome, SavedTogether)
    assert [change.told for change in reversed(desk.changes())] == [
        "Sửa “Tên mới”",
        f"Xóa “{two['title']}”",
        "Tạo mới “Xã Thêm”",
    ]
    assert "title: Tên mới\n" in (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert desk.open("place", "xa-them") is not None
    assert desk.open("report", "bc-2") is None


def test_entries_of_one_file_are_changed_one_after_another(desk: Desk, small_site: Path) -> None:
    """And undone one by one."""
    path = small_site / "data/vocabulary/places.yml"
    before = path.read_bytes()
    listed = read_tree(decode(before))
    rewrites = [Rewrite("place", one["id"], one, one | {"name": f"{one['name']} Mới"}) for one in listed[:2]]
    outcome = desk.save_together(rewrites)
    assert isinstance(outcome, SavedTogether)
    assert path.read_text("utf-8").count(" Mới\n") == 2
    for change in outcome.changes:
        desk.undo(change.number)
    assert path.read_bytes() == before


def test_a_decision_whose_year_changes_moves_to_its_folder(desk: Desk, small_site: Path) -> None:
    """As it does when it is saved alone."""
    one = tree(small_site, "decisions/2024/qd-cu.yml")
    outcome = desk.save_together([Rewrite("decision", "qd-cu", one, one | {"date": "2025-01-02"})])
    assert isinstance(outcome, SavedTogether)
    assert not (small_site / "data/decisions/2024/qd-cu.yml").exists()
    assert tree(small_site, "decisions/2025/qd-cu.yml")["date"] == "2025-01-02"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "Trích yếu"),
        ({"issuer": "khong-co"}, "khong-co"),
    ],
    ids=["the model", "the checks"],
)
def test_one_that_is_wrong_stops_all(desk: Desk, small_site: Path, change: dict[str, str], said: str) -> None:
    """Whether the model refuses it or the checks do."""
    one, two = tree(small_site, "decisions/2026/qd-1.yml"), tree(small_site, "reports/bc-2.yml")
    before = (small_site / "data/reports/bc-2.yml").read_bytes()
    outcome = desk.save_together(
        [Rewrite("report", "bc-2", two, two | {"title": "Khác"}), Rewrite("decision", "qd-1", one, one | change)]
    )
    assert isinstance(outcome, RefusedTogether)
    assert [each for each in outcome.refusals if each.rewrite.id == "qd-1" and said in each.problem.what]
    assert (small_site / "data/reports/bc-2.yml").read_bytes() == before
    assert desk.changes() == []


def test_what_would_break_another_record_is_told(desk: Desk, small_site: Path) -> None:
    """A place that others name cannot go."""
    listed = read_tree(decode((small_site / "data/vocabulary/places.yml").read_bytes()))
    place = next(one for one in listed if one["id"] == "xa-thu")
    outcome = desk.save_together([Rewrite("place", "xa-thu", place, None)])
    assert isinstance(outcome, RefusedTogether)
    assert outcome.elsewhere


def test_a_record_that_is_no_longer_what_it_was_stops_all(desk: Desk, small_site: Path) -> None:
    """Also when its file was changed by hand a moment ago."""
    one = tree(small_site, "decisions/2026/qd-1.yml")
    path = small_site / "data/decisions/2026/qd-1.yml"
    path.write_text(path.read_text("utf-8").replace("Khen thưởng phong trào lớn", "Tên khác"), encoding="utf-8")
    outcome = desk.save_together([Rewrite("decision", "qd-1", one, one | {"title": "Của tôi"})])
    assert isinstance(outcome, RefusedTogether)
    assert "ở nơi khác" in outcome.refusals[0].problem.what


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on Windows")
def test_files_are_whole_after_kills_at_random(small_site: Path) -> None:
    """Each is the old or the new one, and the project goes on."""
    dice = random.Random(7)
    before = [tree(small_site, f"decisions/2026/{id}.yml") for id in ("qd-1", "qd-la")]
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", _KILLED, str(small_site)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.random() * 0.3)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        now = [tree(small_site, f"decisions/2026/{id}.yml") for id in ("qd-1", "qd-la")]
        for was, one in zip(before, now, strict=True):
            assert one["title"] == was["title"] or re.fullmatch(r"Lần \d+", one["title"])
            assert one | {"title": ""} == was | {"title": ""}
    assert Desk(small_site, day=DAY).open("decision", "qd-1") is not None
