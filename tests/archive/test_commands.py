"""The command line of the archive, from the making of a key to the verdict on a deposit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from making import Made
from small_bags import KEY, PAYLOAD, as_folder, bag_files

from bangvang.cli import main
from bangvang.signatures import public_pem


def test_what_is_deposited_and_signed_verifies(
    small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From end to end; the site publishes the key, and the deposit says where."""
    project = ["--project", str(small_site)]
    assert main(["archive", "keygen", str(tmp_path / "khoa.pem"), *project]) == 0
    key = (small_site / "data/archive/keys.txt").read_text(encoding="utf-8").split()[-1]
    order = ["archive", "deposit", "all", str(tmp_path / "bo.zip"), "--full", "--no-book", "--as-of", "2026-11-21"]
    assert main([*order, "--key", str(tmp_path / "khoa.pem"), *project]) == 0
    assert (small_site / "site/.well-known/bangvang-keys.txt").read_text(encoding="utf-8").endswith(f"{key}\n")
    capsys.readouterr()
    assert (
        main(
            [
                "archive",
                "verify",
                str(tmp_path / "bo.zip"),
                "--key",
                str(small_site / "site/.well-known/bangvang-keys.txt"),
            ]
        )
        == 0
    )
    told = capsys.readouterr().out
    assert "Nguyên vẹn: đủ " in told
    assert f"Chữ ký đúng của khóa đã cho: {key}" in told


def test_a_damage_is_told_in_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code says it, too."""
    files = bag_files(PAYLOAD, KEY)
    files["data/site/index.html"] = PAYLOAD["data/site/index.html"].replace(b"Trang", b"TRANG")
    bag = as_folder(files, tmp_path / "bo")
    assert main(["archive", "verify", str(bag)]) == 1
    told = capsys.readouterr().out
    assert "Đã bị sửa: data/site/index.html (nội dung không khớp mã băm)." in told
    assert "KHÔNG nguyên vẹn: 1 chỗ sai." in told
    assert main(["archive", "verify", str(bag), "--format", "json"]) == 1
    verdict = json.loads(capsys.readouterr().out)
    assert (verdict["sound"], verdict["signer_is_expected"]) == (False, False)
    assert [(one["sort"], one["path"]) for one in verdict["findings"]] == [("altered", "data/site/index.html")]


def test_an_unknown_signer_is_not_trusted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reader is told where to compare."""
    assert main(["archive", "verify", str(as_folder(bag_files(PAYLOAD, KEY), tmp_path / "bo"))]) == 0
    assert "Chưa biết khóa ấy của ai" in capsys.readouterr().out


def test_what_is_no_bag_ends_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the stream for complaints."""
    assert main(["archive", "verify", str(tmp_path / "khong-co.zip")]) == 1
    assert capsys.readouterr().err.startswith("Không có ")


def test_a_key_that_is_none_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is read."""
    (tmp_path / "khoa").write_text("khong phai khoa")
    bag = as_folder(bag_files(PAYLOAD, KEY), tmp_path / "bo")
    assert main(["archive", "verify", str(bag), "--key", str(tmp_path / "khoa")]) == 2
    assert "không phải là khóa" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps such rights elsewhere")
def test_a_key_file_that_others_can_read_signs_nothing(
    full: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever read it could sign as well."""
    key = tmp_path / "khoa.pem"
    key.write_bytes(full.key.read_bytes())
    key.chmod(0o644)
    order = ["archive", "deposit", "ALL", str(tmp_path / "bo"), "--full", "--key", str(key)]
    assert main([*order, "--project", str(full.root)]) == 1
    assert "Người khác trên máy đọc được" in capsys.readouterr().err
    assert not (tmp_path / "bo").exists()


def test_a_public_key_in_pem_is_taken_too(tmp_path: Path) -> None:
    """As openssl writes it."""
    (tmp_path / "khoa.pem").write_bytes(public_pem(KEY))
    bag = as_folder(bag_files(PAYLOAD, KEY), tmp_path / "bo")
    assert main(["archive", "verify", str(bag), "--key", str(tmp_path / "khoa.pem")]) == 0


def test_a_key_that_the_office_has_not_entered_signs_nothing(
    small_site: Path, full: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody would find it in the list."""
    assert main(["archive", "keygen", str(tmp_path / "khoa.pem"), "--project", str(small_site)]) == 0
    order = ["archive", "deposit", "ALL", str(tmp_path / "bo"), "--key", str(full.key), "--project", str(small_site)]
    assert main(order) == 1
    assert "Khóa này không có trong data/archive/keys.txt" in capsys.readouterr().err


def test_records_with_errors_are_not_deposited(
    small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are put right first."""
    (small_site / "data/campaigns/hong.yml").write_text("ten: sai\n", encoding="utf-8")
    assert main(["archive", "deposit", "ALL", str(tmp_path / "bo"), "--project", str(small_site)]) == 1
    assert "sửa trước khi đóng gói" in capsys.readouterr().err
