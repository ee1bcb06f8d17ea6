"""The ledger: read, merged, written; and what is said when it is damaged."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.office.minting import remembered_text
from bangvang.publishing.kept_json import Damaged
from bangvang.publishing.ledger import (
    FILE,
    MOVED,
    LedgerLine,
    binding,
    ledger_digest,
    ledger_text,
    read_ledger,
    updated,
    write_ledger,
)

FIRST, LATER = date(2026, 11, 21), date(2026, 12, 1)
LEDGER = {
    "/phong-trao/thi-dua/": LedgerLine(FIRST, "0123456789abcdef"),
    "/guong/k7m2q9/": LedgerLine(LATER, "fedcba9876543210", trial=True),
    "/nam/2026/": LedgerLine(FIRST),
}


def keep(root: Path, text: str | bytes) -> Path:
    """A project with this text as its ledger."""
    (root / "data").mkdir(exist_ok=True)
    (root / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def complaint(root: Path) -> str:
    """What is said about a damaged ledger."""
    with pytest.raises(Damaged) as caught:
        read_ledger(root)
    return str(caught.value)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    """Days, digests and trial marks alike."""
    (tmp_path / "data").mkdir()
    write_ledger(tmp_path, LEDGER)
    assert read_ledger(tmp_path) == LEDGER


def test_a_ledger_has_an_address_a_line_in_order() -> None:
    """So that two versions compare line by line, whatever order they were made in."""
    text = ledger_text(LEDGER)
    assert text == ledger_text(dict(reversed(LEDGER.items())))
    assert [line.split('"')[1] for line in text.splitlines()[1:-1]] == sorted(LEDGER)
    assert json.loads(text).keys() == LEDGER.keys()


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    """Before the first publication."""
    assert read_ledger(tmp_path) == {}
    assert json.loads(ledger_text({})) == {}


def test_an_address_keeps_its_first_day_and_never_leaves() -> None:
    """What stands there no more leads on; a list that emptied is still a list."""
    after = updated(LEDGER, {"/guong/k7m2q9/": "new", "/van-ban/kh-1/": "text"}, LATER, trial=False)
    assert after == {
        "/phong-trao/thi-dua/": LedgerLine(FIRST, MOVED),
        "/guong/k7m2q9/": LedgerLine(LATER, "new", trial=True),
        "/nam/2026/": LedgerLine(FIRST),
        "/van-ban/kh-1/": LedgerLine(LATER, "text"),
    }


def test_what_only_a_trial_published_binds_only_the_trial() -> None:
    """An office that has tried the site out begins with a clean ledger."""
    assert binding(LEDGER, trial=True) == LEDGER
    assert "/guong/k7m2q9/" not in binding(LEDGER, trial=False)
    assert updated({}, {"/": ""}, FIRST, trial=True)["/"].trial


def test_a_digest_names_a_state_of_the_ledger() -> None:
    """Equal ledgers, equal digests."""
    assert ledger_digest(LEDGER) == ledger_digest(dict(reversed(LEDGER.items())))
    assert ledger_digest(LEDGER) != ledger_digest({})


def test_minting_finds_the_ids_of_the_ledger(tmp_path: Path) -> None:
    """A code that was ever published is not given again."""
    assert "k7m2q9" in remembered_text(keep(tmp_path, ledger_text(LEDGER)))


def test_a_ledger_from_windows_is_read(tmp_path: Path) -> None:
    """With a byte order mark and two characters at each line's end."""
    text = ledger_text(LEDGER).replace("\n", "\r\n")
    assert read_ledger(keep(tmp_path, b"\xef\xbb\xbf" + text.encode())) == LEDGER


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{\n"/": {"first": "2026-11-21"}\n"/nam/": {"first": "2026-11-21"}\n}\n', "3:1"),
        ('{\n"/": {"first": "2026-11-21"},\n', "3:1"),
        ('{\n<<<<<<< HEAD\n"/": {"first": "2026-11-21"}\n=======\n}\n', "2:1"),
        ("[]", "1:1"),
        ('{\n"/": {"first": "2026-11-21"},\n"/nam/": {"first": "hôm qua"}\n}', "3:1"),
        ('{\n"/": {"first": "2026-11-21"},\n"/nam/": null\n}', "3:1"),
        ('{\n"nam": {"first": "2026-11-21"}\n}', "2:1"),
        ('{\n"/": {"first": "2026-11-21", "content": 3}\n}', "2:1"),
        (b'{"/\xff": {}}', "1:1"),
        ("[" * 100_000, "1:1"),
    ],
)
def test_a_damaged_ledger_is_one_placed_message(tmp_path: Path, text: str | bytes, place: str) -> None:
    """File, line and column, what is wrong, and what to do."""
    said = complaint(keep(tmp_path, text))
    assert said.startswith(f"data/ledger.json:{place}: ")
    assert " → Chép lại tệp này từ bản sao lưu" in said


def test_a_folder_in_the_place_of_the_ledger_is_said(tmp_path: Path) -> None:
    """It cannot be opened, and that is all that can be said."""
    (tmp_path / FILE).mkdir(parents=True)
    assert "không mở được tệp" in complaint(tmp_path)


@given(text=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_are_worse_than_damaged(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    """Read, or refused in words."""
    root = keep(tmp_path_factory.mktemp("ledger"), text)
    with suppress(Damaged):
        assert isinstance(read_ledger(root), dict)


def test_an_unchanged_ledger_is_not_written_again(tmp_path: Path) -> None:
    """Its time stays, and so a copy by time skips it."""
    (tmp_path / "data").mkdir()
    write_ledger(tmp_path, LEDGER)
    before = (tmp_path / FILE).stat()
    write_ledger(tmp_path, LEDGER)
    after = (tmp_path / FILE).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert [entry.name for entry in (tmp_path / "data").iterdir()] == ["ledger.json"]
