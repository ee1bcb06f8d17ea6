"""Removal by law reaches what was frozen."""

from __future__ import annotations

from pathlib import Path

from closed_campaign import (
    CAMPAIGN,
    DECISION,
    ERRATA,
    PLAN,
    freeze_closed,
    registry_of,
    rewrite,
    verdict_of,
    write_closed,
)

from bangvang.frozen.archive import read_archive
from bangvang.frozen.drift import Compared, compare
from bangvang.frozen.manifest import FACTS, FOLDER, SEAL
from bangvang.frozen.removal import forget_in_archive

FIRST = "{id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, unit: Thôn Một, register_number: 15/2025, reason: Hiến đất làm đường.}"


def archive_bytes(root: Path) -> bytes:
    """Every byte of what is frozen."""
    return b"".join(path.read_bytes() for path in sorted((root / FOLDER).iterdir()))


def forgotten(root: Path, path: str, plain: str, telling: str, then: str) -> None:
    """Freeze while a text tells of the person, put it right, take the person's row out, and forget."""
    write_closed(root)
    rewrite(root, path, plain, telling)
    freeze_closed(root)
    rewrite(root, path, telling, then)
    rewrite(root, DECISION, FIRST, "{removed: true}")
    forget_in_archive(root, "k7m2q9", ["Nguyễn Văn Mẫu"])


def test_nothing_of_the_person_stays_and_the_seal_holds(frozen: Path) -> None:
    """No name, no unit, no register number; the rest is still as it was."""
    seal = (frozen / FOLDER / f"{CAMPAIGN}{SEAL}").read_bytes()
    rewrite(frozen, DECISION, FIRST, "{removed: true}")
    assert forget_in_archive(frozen, "k7m2q9", ["Nguyễn Văn Mẫu"]) == (f"{FOLDER}/{CAMPAIGN}{FACTS}",)
    for word in ("Nguyễn Văn Mẫu", "k7m2q9", "15/2025", "Thôn Một"):
        assert word.encode() not in archive_bytes(frozen)
    assert (frozen / FOLDER / f"{CAMPAIGN}{SEAL}").read_bytes() == seal
    (freeze,) = read_archive(frozen).freezes
    assert compare(freeze.manifest, freeze.errata, registry_of(frozen)) == Compared((), ())
    assert verdict_of(frozen).problems == ()


def test_wording_that_says_the_name_goes_and_may_then_be_another(tmp_path: Path) -> None:
    """In a plan and on its page, however the name is accented or written."""
    forgotten(tmp_path, PLAN, "của nhân dân trong xã.", "như ông NGUYỄN VĂN MẪU.", "như nhiều người.")
    assert "NGUYỄN VĂN MẪU" not in archive_bytes(tmp_path).decode()
    assert verdict_of(tmp_path).problems == ()


def test_an_honour_of_somebody_else_that_tells_the_name_goes(tmp_path: Path) -> None:
    """Nobody may rewrite a frozen line by hand; the other honours stay."""
    telling = "Cùng ông Nguyễn Văn Mẫu làm đường."
    forgotten(tmp_path, DECISION, "Làm ba cây số đường.", telling, "Cùng nhiều người làm đường.")
    assert "Nguyễn Văn Mẫu" not in archive_bytes(tmp_path).decode()
    assert "Trần Thị Mẫu" in archive_bytes(tmp_path).decode()
    assert verdict_of(tmp_path).problems == ()


def test_wording_about_somebody_of_nearly_the_same_name_stays(tmp_path: Path) -> None:
    """One accent makes another person, of whom nothing may be lost."""
    root = write_closed(tmp_path)
    rewrite(root, PLAN, "của nhân dân trong xã.", "như ông Nguyễn Văn Mậu.")
    freeze_closed(root)
    forget_in_archive(root, "k7m2q9", ["Nguyễn Văn Mẫu"])
    assert "Nguyễn Văn Mậu" in archive_bytes(root).decode()


def test_an_id_that_speaks_goes_from_the_places_too(frozen: Path) -> None:
    """Of an honour in a profile only that there was one stays."""
    (frozen / "data/honourees/cu-mau.yml").write_text("status: removed\n", encoding="utf-8")
    forget_in_archive(frozen, "cu-mau", ["Cụ Mẫu"])
    assert b"cu-mau" not in archive_bytes(frozen)
    assert verdict_of(frozen).problems == ()


def test_another_of_the_same_name_stays(tmp_path: Path) -> None:
    """Whoever signs, or is honoured under another id."""
    root = write_closed(tmp_path)
    rewrite(root, DECISION, "name: Nguyễn Văn Mẫu", "name: Lê Thị Mẫu")
    rewrite(root, DECISION, "name: Trần Thị Mẫu", "name: Lê Thị Mẫu")
    freeze_closed(root)
    forget_in_archive(root, "k7m2q9", ["Lê Thị Mẫu"])
    (freeze,) = read_archive(root).freezes
    kept = {leaf.fact.honouree for leaf in freeze.manifest.facts if leaf.fact.honouree}
    assert kept == {"h4t8wz", "thon-ba", "cu-mau"}
    assert any(leaf.fact.field == "signers.0.name" for leaf in freeze.manifest.facts)


def test_errata_about_the_person_go_and_others_stay(frozen: Path) -> None:
    """By place, and by what they say."""
    head = "date: 2026-11-22, reason: Gõ nhầm, approver: Lê Thị Sửa"
    (frozen / ERRATA).write_text(
        f"- {{record: decision/qd-1, field: recipients.0.name, seal: abc, {head}}}\n"
        f"- {{record: report/bc-1, field: results, was: Ông Nguyễn Văn Mẫu, {head}}}\n"
        f"- {{record: report/bc-1, field: title, was: Tổng kết, now: Báo cáo tổng kết, {head}}}\n",
        encoding="utf-8",
    )
    assert ERRATA in forget_in_archive(frozen, "k7m2q9", ["Nguyễn Văn Mẫu"])
    (freeze,) = read_archive(frozen).freezes
    assert [one.field for one in freeze.errata] == ["title"]


def test_whoever_is_in_no_frozen_campaign_changes_nothing(frozen: Path) -> None:
    """Nor does doing it twice."""
    assert forget_in_archive(frozen, "q2w3r4", ["Phạm Văn Khác"]) == ()
    forget_in_archive(frozen, "k7m2q9", ["Nguyễn Văn Mẫu"])
    assert forget_in_archive(frozen, "k7m2q9", ["Nguyễn Văn Mẫu"]) == ()
