"""The keys of an office: the secret one stays with it, the public ones are published and never forgotten."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from bangvang.archive.keys import generate, keys_to_trust, signing_key
from bangvang.exports.public_keys import public_keys
from bangvang.publishing.error import Failure
from bangvang.signatures import KeyFault, load_key, new_key, public_pem, public_text

DAY = date(2026, 11, 21)


def test_a_new_key_is_read_by_its_owner_alone_and_its_public_half_is_published(tmp_path: Path) -> None:
    """Earlier ones stay in the list: what they signed lives on."""
    root = tmp_path / "du-an"
    for name in ("mot.pem", "hai.pem"):
        told = generate(root, tmp_path / name, DAY)
        assert public_text(load_key(tmp_path / name)) in told
    lines = [line for line in (public_keys(root) or b"").decode().splitlines() if not line.startswith("#")]
    keys = [public_text(load_key(tmp_path / name)) for name in ("mot.pem", "hai.pem")]
    assert lines == [f"2026-11-21 {key}" for key in keys]
    assert os.name == "nt" or stat.S_IMODE((tmp_path / "mot.pem").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["du-an/khoa.pem", "du-an/data/khoa.pem"])
def test_a_secret_key_is_not_put_where_everybody_works(name: str, tmp_path: Path) -> None:
    """It would be committed, published, or deposited."""
    (tmp_path / "du-an/data").mkdir(parents=True)
    with pytest.raises(Failure, match="nằm trong thư mục dự án"):
        generate(tmp_path / "du-an", tmp_path / name, DAY)
    assert not (tmp_path / name).exists()


def test_a_key_that_is_there_stays(tmp_path: Path) -> None:
    """Nobody could verify with it any more."""
    generate(tmp_path / "du-an", tmp_path / "khoa.pem", DAY)
    before = (tmp_path / "khoa.pem").read_bytes()
    with pytest.raises(Failure, match="không bị ghi đè"):
        generate(tmp_path / "du-an", tmp_path / "khoa.pem", DAY)
    assert (tmp_path / "khoa.pem").read_bytes() == before


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(Failure, match="Tạo thư mục ấy trước"):
        generate(tmp_path / "du-an", tmp_path / "khong-co/khoa.pem", DAY)


def test_no_key_is_made_while_the_list_is_damaged(tmp_path: Path) -> None:
    """It could not be entered, and nobody would know whose it is."""
    (tmp_path / "du-an/data/archive").mkdir(parents=True)
    (tmp_path / "du-an/data/archive/keys.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(Failure, match="danh sách khóa công khai hỏng"):
        generate(tmp_path / "du-an", tmp_path / "khoa.pem", DAY)
    assert not (tmp_path / "khoa.pem").exists()


def test_only_a_key_of_the_office_signs(tmp_path: Path) -> None:
    """Where it keeps a list, nobody would find another one there."""
    root = tmp_path / "du-an"
    new_key(tmp_path / "la.pem")
    assert signing_key(root, None) is None
    assert signing_key(root, tmp_path / "la.pem") is not None
    generate(root, tmp_path / "khoa.pem", DAY)
    assert signing_key(root, tmp_path / "khoa.pem") is not None
    with pytest.raises(Failure, match="không có trong data/archive"):
        signing_key(root, tmp_path / "la.pem")


def test_a_key_that_cannot_be_used_is_a_failure_with_a_remedy(tmp_path: Path) -> None:
    """As every command tells it."""
    with pytest.raises(Failure, match="Xem lại đường dẫn"):
        signing_key(tmp_path, tmp_path / "khong-co.pem")


def test_an_office_that_signs_nothing_publishes_no_keys(tmp_path: Path) -> None:
    """Its site has no such file."""
    assert public_keys(tmp_path) is None


def test_a_list_of_keys_is_trusted_as_the_site_publishes_it(tmp_path: Path) -> None:
    """All of them: which one signed, depends on the year."""
    for name in ("mot.pem", "hai.pem"):
        generate(tmp_path / "du-an", tmp_path / name, DAY)
    keys = keys_to_trust(tmp_path / "du-an/data/archive/keys.txt")
    assert [public_text(key) for key in keys] == [public_text(load_key(tmp_path / f)) for f in ("mot.pem", "hai.pem")]


def test_one_key_is_trusted_in_either_form(tmp_path: Path) -> None:
    """As a line, or in PEM."""
    generate(tmp_path / "du-an", tmp_path / "khoa.pem", DAY)
    key = load_key(tmp_path / "khoa.pem")
    (tmp_path / "dong.txt").write_text(public_text(key))
    (tmp_path / "cong-khai.pem").write_bytes(public_pem(key))
    for name in ("dong.txt", "cong-khai.pem"):
        assert [public_text(one) for one in keys_to_trust(tmp_path / name)] == [public_text(key)]


@pytest.mark.parametrize("text", ["", "# chi co loi\n", "2026-11-21 khong-phai-khoa\n"])
def test_a_file_without_a_key_is_said_to_have_none(text: str, tmp_path: Path) -> None:
    """And so is one that is not there."""
    (tmp_path / "khoa.txt").write_text(text)
    for name in ("khoa.txt", "khong-co.txt"):
        with pytest.raises(KeyFault):
            keys_to_trust(tmp_path / name)
