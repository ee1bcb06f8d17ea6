"""What each publication changed in the data: ids of what may be told, and of the removed nothing but the fact."""

from __future__ import annotations

import datetime
import json
from typing import Any

from small_open_data import Make

from bangvang.pages.changes import Change, Publication

FIRST, LATER = datetime.date(2026, 10, 1), datetime.date(2026, 11, 2)
TEAM = "kind: collective\nname: Tổ Một\nillustrative: true\n"
PERSON = "kind: individual\nname: Nguyễn Văn Thử\nillustrative: true\n"
LOG = (
    Publication(
        FIRST,
        (
            Change("added", "honouree", "/guong/to-mot/"),
            Change("added", "honouree", "/guong/k7m2q9/"),
            Change("added", "campaign", "/phong-trao/thi-dua/"),
            Change("added", "list", "/guong/chu/t/"),
            Change("added", "page", "/gioi-thieu/", "Giới thiệu"),
        ),
    ),
    Publication(LATER, (Change("removed", "honouree", "/guong/k7m2q9/"),)),
    Publication(LATER, (Change("withdrawn", "campaign", "/phong-trao/thi-dua/"),)),
)
CAMPAIGN = "name: Thi đua\ntype: annual\nlevel: commune\nillustrative: true\n"
WITHDRAWN = CAMPAIGN + "status: withdrawn\nwithdrawn: {date: 2026-11-01, reason: Nhập nhầm.}\n"


def changes(files: dict[str, bytes], day: datetime.date) -> list[dict[str, Any]]:
    """What the file of a day tells."""
    told: list[dict[str, Any]] = json.loads(files[f"thay-doi/{day}.json"])["changes"]
    return told


def test_a_day_tells_what_came_and_went_by_id(make: Make) -> None:
    """Two publications of a day are one file; lists and hand-written pages are no data."""
    files = dict(make({"honourees/to-mot.yml": TEAM, "campaigns/thi-dua.yml": WITHDRAWN}, LOG).files)
    assert changes(files, FIRST) == [
        {"what": "added", "kind": "honouree", "id": "to-mot"},
    ]
    assert changes(files, LATER) == [{"what": "withdrawn", "kind": "campaign", "id": "thi-dua"}]
    assert [entry["day"] for entry in json.loads(files["thay-doi/index.json"])["publications"]] == [
        LATER.isoformat(),
        FIRST.isoformat(),
    ]


def test_of_the_removed_stays_only_that_something_was_removed(make: Make) -> None:
    """In no file of any day, earlier ones too."""
    files = dict(make({"honourees/to-mot.yml": TEAM, "honourees/k7m2q9.yml": "status: removed\n"}, LOG).files)
    assert {"what": "removed", "kind": "honouree"} in changes(files, LATER)
    assert b"k7m2q9" not in b"".join(files.values())


def test_who_stays_out_of_the_data_is_not_told_of(make: Make) -> None:
    """A living private person comes and goes unseen."""
    files = dict(make({"honourees/k7m2q9.yml": PERSON}, LOG).files)
    assert b"k7m2q9" not in b"".join(files.values())
    gone = PERSON + "status: withdrawn\nwithdrawn: {date: 2026-11-01, reason: Theo đề nghị.}\n"
    log = (Publication(LATER, (Change("withdrawn", "honouree", "/guong/k7m2q9/"),)),)
    assert changes(dict(make({"honourees/k7m2q9.yml": gone}, log).files), LATER) == []
