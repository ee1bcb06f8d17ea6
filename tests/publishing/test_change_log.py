"""The change log: what lies between two ledgers, and what is kept of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bangvang.pages.changes import Change, Publication
from bangvang.publishing.change_log import (
    FILE,
    changes,
    finished,
    forgetting,
    read_change_log,
    write_change_log,
)
from bangvang.publishing.contents import Content
from bangvang.publishing.kept_json import Damaged
from bangvang.publishing.ledger import MOVED, REMOVED, WITHDRAWN, LedgerLine

DAY = date(2026, 11, 21)
LOG = (
    Publication(
        DAY,
        (
            Change("added", "honouree", "/guong/k7m2q9/"),
            Change("added", "practice", "/mo-hinh/tu-sach/", "Tủ sách “đầu ngõ”"),
        ),
        "00",
    ),
    Publication(date(2026, 12, 1), (Change("changed", "honouree", "/guong/k7m2q9/"),), "11"),
)


def ledger(**contents: str) -> dict[str, LedgerLine]:
    """A ledger of honourees by id."""
    return {f"/guong/{id}/": LedgerLine(DAY, content) for id, content in contents.items()}


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    """Every publication with all that it changed."""
    (tmp_path / "data").mkdir()
    write_change_log(tmp_path, LOG)
    assert read_change_log(tmp_path) == LOG


def test_a_log_of_nothing_is_no_file(tmp_path: Path) -> None:
    """As before the first publication."""
    (tmp_path / "data").mkdir()
    write_change_log(tmp_path, LOG)
    write_change_log(tmp_path, ())
    assert not (tmp_path / FILE).exists()
    assert read_change_log(tmp_path) == ()


@pytest.mark.parametrize(
    "text", ["{", "{}x", '[{"day": "2026-11-21"}]', "[1]", '[{"day": "x", "base": "", "changes": []}]', "3", "null,"]
)
def test_a_damaged_log_is_one_placed_message(tmp_path: Path, text: str) -> None:
    """And is never written over."""
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(Damaged, match=r"data/changes\.json:1:\d+: .* → "):
        read_change_log(tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, "a", "added"),
        ("a", "b", "changed"),
        ("a", WITHDRAWN, "withdrawn"),
        ("a", REMOVED, "removed"),
        ("a", MOVED, "moved"),
        (WITHDRAWN, "a", "restored"),
        (WITHDRAWN, REMOVED, "removed"),
        ("a", "a", None),
        (None, REMOVED, None),
        ("", "a", None),
    ],
)
def test_a_change_is_told_by_what_stood_and_stands_there(before: str | None, after: str, what: str | None) -> None:
    """What was never public needs no word when it goes."""
    old = {} if before is None else ledger(x=before)
    found = changes(old, ledger(x=after), {"/guong/x/": Content("honouree", after, "")})
    assert [change.what for change in found] == ([what] if what else [])


def test_the_page_of_changes_is_no_change() -> None:
    """Otherwise every publication would tell of its own telling."""
    after = {"/nhat-ky/": LedgerLine(DAY), "/nhat-ky/2026/": LedgerLine(DAY)}
    assert changes({}, after, {}) == ()


def test_an_address_that_only_leads_on_is_of_the_kind_of_its_folder() -> None:
    """Nothing stands there any more that could tell."""
    before = {"/phong-trao/cu/": LedgerLine(DAY, "a"), "/gioi-thieu/": LedgerLine(DAY, "b")}
    after = {address: LedgerLine(DAY, MOVED) for address in before}
    assert [change.kind for change in changes(before, after, {})] == ["list", "campaign"]


def test_a_publication_that_never_reached_the_ledger_is_told_anew() -> None:
    """Its entry goes, and its changes will be found again; any other entry stays."""
    assert finished(LOG, "11") == LOG[:1]
    assert finished(LOG, "22") == LOG
    assert finished((), "22") == ()


def test_a_removed_record_loses_its_title_in_the_whole_log() -> None:
    """Nothing of it lives on but the address."""
    after = forgetting(LOG, {"/mo-hinh/tu-sach/": LedgerLine(DAY, REMOVED)})
    assert after[0].changes[1] == Change("added", "practice", "/mo-hinh/tu-sach/")
    assert forgetting(LOG, {"/mo-hinh/tu-sach/": LedgerLine(DAY, WITHDRAWN)}) == LOG
