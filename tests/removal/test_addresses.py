"""Addresses that tell a name go from redirects, ledger and change log; those that tell nothing stay."""

from __future__ import annotations

from pathlib import Path

from removal_tree import DAY, NAME, PERSON, SPEAKING

from bangvang.loading import load_project
from bangvang.pages.changes import Change, Publication
from bangvang.publishing.change_log import read_change_log, write_change_log
from bangvang.publishing.ledger import LedgerLine, read_ledger, write_ledger
from bangvang.removal.addresses import forget_addresses, new_ids, redirects_without, telling_names

KEEPS = {PERSON: PERSON}
LEAVES = {"to-dan-van": "z9y8x7"}
REDIRECTS = "data/redirects.yml"


def redirects(root: Path, becomes: dict[str, str], *names: str) -> str | None:
    """The new list of old addresses; the old one where nothing changes, None where nothing is left of it."""
    found = redirects_without(load_project(root), becomes, telling_names(names, becomes))
    if REDIRECTS not in found:
        return (root / REDIRECTS).read_text(encoding="utf-8")
    data = found[REDIRECTS]
    return None if data is None else data.decode()


def test_only_a_minted_id_says_nothing() -> None:
    """Any other may tell a name, and gives way."""
    assert new_ids([PERSON, SPEAKING, "to-dan-van"], iter(["z9y8x7", "y9x8w7"]).__next__) == {
        PERSON: PERSON,
        SPEAKING: "z9y8x7",
        "to-dan-van": "y9x8w7",
    }


def test_an_old_address_that_tells_the_name_goes(project: Path) -> None:
    """The others stay as they were written."""
    assert redirects(project, KEEPS, NAME) == "- {from: /nhan-vat/to-dan-van/, to: /guong/to-dan-van/}\n"
    assert redirects(project, KEEPS, "Ai Khác") == (project / REDIRECTS).read_text(encoding="utf-8")


def test_an_old_address_that_tells_nothing_leads_to_the_notice(project: Path) -> None:
    """Under the id that says nothing; a reason that names somebody goes."""
    (project / REDIRECTS).write_text(
        "- {from: /cu/, to: /guong/to-dan-van/, reason: Đổi theo Tổ dân vận thôn Mẫu}\n", encoding="utf-8"
    )
    assert redirects(project, LEAVES, "Tổ dân vận thôn Mẫu") == '- {from: /cu/, to: "/guong/z9y8x7/"}\n'


def test_a_list_of_which_nothing_is_left_goes(project: Path) -> None:
    """An empty file is no list."""
    (project / REDIRECTS).write_text(f"- {{from: /hoang-thi-mau-don/, to: /guong/{PERSON}/}}\n", encoding="utf-8")
    assert redirects(project, KEEPS, NAME) is None


def test_ledger_and_log_keep_days_and_digests_under_the_new_id(tmp_path: Path) -> None:
    """English pages and old addresses that tell the name are forgotten; titles lose it."""
    (tmp_path / "data").mkdir()
    line = LedgerLine(DAY, "ab")
    write_ledger(
        tmp_path,
        dict.fromkeys(("/guong/to-dan-van/", "/en/people/to-dan-van/", "/nhan-vat/to-dan-van/", "/mo-hinh/a/"), line),
    )
    rows = (
        Change("added", "honouree", "/guong/to-dan-van/", ""),
        Change("added", "practice", "/mo-hinh/a/", "Cách làm của Tổ dân vận thôn Mẫu"),
        Change("added", "practice", "/mo-hinh/b/", "Dệt vải"),
        Change("moved", "list", "/nhan-vat/to-dan-van/", ""),
    )
    write_change_log(tmp_path, [Publication(DAY, rows, "base")])
    telling = telling_names(["Tổ dân vận thôn Mẫu"], LEAVES)
    forget_addresses(tmp_path, LEAVES, telling)
    assert read_ledger(tmp_path) == {"/guong/z9y8x7/": line, "/mo-hinh/a/": line}
    (publication,) = read_change_log(tmp_path)
    assert publication.changes == (
        Change("added", "honouree", "/guong/z9y8x7/", ""),
        Change("added", "practice", "/mo-hinh/a/", ""),
        Change("added", "practice", "/mo-hinh/b/", "Dệt vải"),
    )
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir()}
    forget_addresses(tmp_path, LEAVES, telling)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir()} == before
