"""Freezing: only what is over and in order is closed, once, on a day that can be."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from closed_campaign import (
    BY,
    CAMPAIGN,
    DAY,
    DECISION,
    FILES,
    PLAN,
    PROFILE,
    REPORT,
    freeze_closed,
    rewrite,
    verdict_of,
    write_closed,
)

from bangvang.archive import freezing
from bangvang.cli import main
from bangvang.frozen.archive import read_archive
from bangvang.frozen.manifest import FACTS, FOLDER, SEAL, SIGNATURE, frozen_now, put_manifest, read_manifest
from bangvang.pages.changes import Publication
from bangvang.publishing.change_log import write_change_log
from bangvang.publishing.error import Failure
from bangvang.signatures import is_signed, new_key, public_key, public_text, sign


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The commune before anything is frozen."""
    return write_closed(tmp_path / "xa-mau")


def run(root: Path, *arguments: str) -> int:
    """The command on the usual day."""
    return main(["archive", "freeze", *arguments, "--project", str(root), "--as-of", DAY.isoformat()])


def frozen_files(root: Path) -> list[str]:
    """What stands in the folder of the archive."""
    folder = root / FOLDER
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_closed_campaign_is_frozen_and_the_office_is_told_what(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In two files that a check then finds in order."""
    assert run(closed, CAMPAIGN, "--by", BY) == 0
    told = capsys.readouterr().out
    assert "4 hồ sơ, 4 lượt khen thưởng" in told
    assert "chưa ký" in told
    assert frozen_files(closed) == [f"{CAMPAIGN}{FACTS}", f"{CAMPAIGN}{SEAL}"]
    manifest = read_manifest(closed, CAMPAIGN)
    assert (manifest.day, manifest.by) == (DAY, BY)
    assert verdict_of(closed).problems == ()


def test_a_key_signs_the_seal(closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whose public half stands in it; the signature is told to be kept with the other files."""
    key = new_key(tmp_path / "khoa.pem")
    assert run(closed, CAMPAIGN, "--by", BY, "--key", str(tmp_path / "khoa.pem")) == 0
    seal = (closed / FOLDER / f"{CAMPAIGN}{SEAL}").read_bytes()
    signature = (closed / FOLDER / f"{CAMPAIGN}{SIGNATURE}").read_text()
    assert public_text(key) in seal.decode()
    assert is_signed(public_key(public_text(key)), seal, signature)
    assert read_archive(closed).problems == ()
    told = capsys.readouterr().out
    assert f"chữ ký ở {CAMPAIGN}{SIGNATURE}, bằng khóa {public_text(key)}" in told
    assert "Hãy lưu cả ba tệp" in told


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_openssl_verifies_the_seal(closed: Path, tmp_path: Path) -> None:
    """Without any of our own programs."""
    from bangvang.signatures import public_pem

    key = new_key(tmp_path / "khoa.pem")
    run(closed, CAMPAIGN, "--by", BY, "--key", str(tmp_path / "khoa.pem"))
    (tmp_path / "public.pem").write_bytes(public_pem(key))
    seal, signature = (closed / FOLDER / f"{CAMPAIGN}{suffix}" for suffix in (SEAL, SIGNATURE))
    subprocess.run(["openssl", "base64", "-d", "-A", "-in", signature, "-out", tmp_path / "raw"], check=True)
    verify = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", tmp_path / "public.pem", "-rawin"]
    subprocess.run([*verify, "-in", seal, "-sigfile", tmp_path / "raw"], check=True, capture_output=True)


def test_a_key_that_others_can_read_freezes_nothing(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Anybody might have signed."""
    new_key(tmp_path / "khoa.pem")
    (tmp_path / "khoa.pem").chmod(0o644)
    assert run(closed, CAMPAIGN, "--by", BY, "--key", str(tmp_path / "khoa.pem")) == 1
    assert "chmod 600" in capsys.readouterr().err
    assert frozen_files(closed) == []


@pytest.mark.parametrize(
    ("path", "was", "now", "told"),
    [
        (f"data/campaigns/{CAMPAIGN}.yml", "to: 2025-12-31", "to: 2026-12-31", "đang diễn ra"),
        (f"data/campaigns/{CAMPAIGN}.yml", ", to: 2025-12-31", "", "đang diễn ra"),
        (f"data/campaigns/{CAMPAIGN}.yml", "from: 2025-01-01, to: 2025-12-31", "from: 2027, to: 2028", "sắp diễn ra"),
        (DECISION, "illustrative: true", "illustrative: true\nstatus: draft", "chưa công bố"),
        (PLAN, "illustrative: true", "illustrative: true\npublish_on: 2026-12-01", "chưa công bố"),
        (DECISION, "issuer: ubnd-xa-mau", "issuer: khong-co", "lỗi"),
        (PROFILE, "living: no", "living: no\nplace: khong-co", "lỗi"),
        (PLAN, "number: 02/KH-UBND", "number: hai mươi", "cảnh báo"),
        (DECISION, "date: 2025-12-20", "date: 2026-12-20", "Sửa đồng hồ"),
    ],
)
def test_what_is_not_in_order_is_not_frozen(closed: Path, path: str, was: str, now: str, told: str) -> None:
    """Running or still to come, with drafts, errors or warnings, dated after today."""
    rewrite(closed, path, was, now)
    with pytest.raises(Failure, match=told):
        freeze_closed(closed)
    assert frozen_files(closed) == []


def test_what_was_withdrawn_before_is_no_part_of_it(closed: Path) -> None:
    """Nor is a campaign that is itself withdrawn."""
    withdrawn = "illustrative: true\nstatus: withdrawn\nwithdrawn: {date: 2026-11-20, reason: Thử}"
    rewrite(closed, REPORT, "illustrative: true", withdrawn)
    freeze_closed(closed)
    assert "report/bc-1" not in {leaf.fact.of for leaf in read_manifest(closed, CAMPAIGN).leaves}
    assert verdict_of(closed).problems == ()
    for path in (closed / FOLDER).iterdir():
        path.unlink()
    rewrite(closed, f"data/campaigns/{CAMPAIGN}.yml", "illustrative: true", withdrawn)
    with pytest.raises(Failure, match="không còn công bố"):
        freeze_closed(closed)


def test_a_key_must_be_the_offices(closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the office keeps a list of its keys, before freezing and ever after."""
    ours, stranger = new_key(tmp_path / "a.pem"), new_key(tmp_path / "b.pem")
    (closed / FOLDER).mkdir(parents=True)
    (closed / FOLDER / "keys.txt").write_text(f"# Khóa\n2026-11-20 {public_text(ours)}\n", encoding="utf-8")
    assert run(closed, CAMPAIGN, "--by", BY, "--key", str(tmp_path / "b.pem")) == 1
    assert "keys.txt" in capsys.readouterr().err
    assert run(closed, CAMPAIGN, "--by", BY, "--key", str(tmp_path / "a.pem")) == 0
    facts = [leaf.fact for leaf in read_manifest(closed, CAMPAIGN).leaves]
    forged = frozen_now(CAMPAIGN, DAY, BY, public_text(stranger), facts)
    put_manifest(closed, forged, sign(stranger, forged.seal_text().encode()))
    assert [problem.check for problem in read_archive(closed).problems] == ["frozen-signature"]
    bare = frozen_now(CAMPAIGN, DAY, BY, "", facts)
    put_manifest(closed, bare, "left over")
    assert [problem.check for problem in read_archive(closed).problems] == ["frozen-signature"]


def test_an_unknown_campaign_is_told_with_the_nearest_id(closed: Path) -> None:
    """Likely a slip of the hand."""
    with pytest.raises(Failure, match=f"Có phải ý bạn là {CAMPAIGN}"):
        freeze_closed(closed, campaign="xa-mau-2052")
    with pytest.raises(Failure, match="Không có phong trào"):
        freeze_closed(closed, campaign="../../thoat")


def test_somebody_has_to_answer_for_it(closed: Path) -> None:
    """An empty name is none."""
    with pytest.raises(Failure, match="--by"):
        freeze_closed(closed, by=" \n")


def test_a_campaign_is_frozen_once(closed: Path) -> None:
    """Freezing again would make any change right; the first manifest stays to the letter."""
    freeze_closed(closed)
    before = read_manifest(closed, CAMPAIGN)
    with pytest.raises(Failure, match="đã khóa rồi"):
        freeze_closed(closed)
    (closed / FOLDER / f"{CAMPAIGN}{FACTS}").unlink()
    with pytest.raises(Failure, match="đã khóa rồi"):
        freeze_closed(closed)
    assert frozen_files(closed) == [f"{CAMPAIGN}{SEAL}"]
    assert before.day == DAY


def test_a_clock_set_back_before_the_last_publication_is_noticed(closed: Path) -> None:
    """The log knows a later day."""
    write_change_log(closed, [Publication(date(2026, 11, 22), ())])
    with pytest.raises(Failure, match="22/11/2026"):
        freeze_closed(closed)


def test_a_freeze_that_was_killed_is_done_again(closed: Path) -> None:
    """Between the two files nothing is frozen yet, and a check says so."""
    dying = (
        "import os, signal, sys; from pathlib import Path; from bangvang.frozen import manifest\n"
        "put = manifest.replacing_durably\n"
        "def die(path):\n"
        "    if path.name.endswith('.seal.txt'): os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return put(path)\n"
        "manifest.replacing_durably = die\n"
        "from closed_campaign import freeze_closed; freeze_closed(Path(sys.argv[1]))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", dying, str(closed)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    assert frozen_files(closed) == [f"{CAMPAIGN}{FACTS}"]
    (problem,) = verdict_of(closed).problems
    assert "chạy lại bangvang archive freeze" in problem.remedy
    freeze_closed(closed)
    assert verdict_of(closed).problems == ()


def test_a_signature_left_of_a_broken_off_freeze_is_no_harm(closed: Path) -> None:
    """The next one is done without a key."""
    (closed / FOLDER).mkdir(parents=True)
    (closed / FOLDER / f"{CAMPAIGN}{SIGNATURE}").write_text("left over", encoding="utf-8")
    freeze_closed(closed)
    assert verdict_of(closed).problems == ()


def test_a_full_disk_freezes_nothing(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says what to do."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(freezing, "put_manifest", full)
    with pytest.raises(Exception, match="đã đầy"):
        freeze_closed(closed)
    assert frozen_files(closed) == []


def test_without_mkdocs_a_campaign_can_be_frozen(closed: Path) -> None:
    """In twenty years it may be gone."""
    barred = "import sys; sys.modules['mkdocs'] = sys.modules['material'] = None\n"
    run_it = (
        f"{barred}from closed_campaign import freeze_closed; from pathlib import Path; freeze_closed(Path(sys.argv[1]))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", run_it, str(closed)], env=environment, check=True)
    assert read_archive(closed).problems == ()


def test_the_commune_itself_is_sound() -> None:
    """So that each test fails for its own reason."""
    assert "Nguyễn Văn Mẫu" in FILES[DECISION]
