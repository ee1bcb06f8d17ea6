"""Keys and signatures: who signed, and whether anything was changed since."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from bangvang.signatures import (
    KeyFault,
    is_signed,
    load_key,
    load_public_key,
    new_key,
    public_key,
    public_pem,
    public_text,
    sign,
)


def test_what_was_signed_is_known_by_the_public_key(tmp_path: Path) -> None:
    """Whichever way the public key is kept."""
    new_key(tmp_path / "khoa.pem")
    key = load_key(tmp_path / "khoa.pem")
    (tmp_path / "cong-khai.pem").write_bytes(public_pem(key))
    (tmp_path / "cong-khai.txt").write_text(public_text(key) + "\n")
    signature = sign(key, b"noi dung")
    for name in ("cong-khai.pem", "cong-khai.txt"):
        assert is_signed(load_public_key(tmp_path / name), b"noi dung", signature)


def test_a_key_that_could_not_be_written_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a key would stand in the way of the next one."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        new_key(tmp_path / "khoa.pem")
    assert list(tmp_path.iterdir()) == []


@given(st.binary(), st.text())
def test_any_text_for_a_signature_is_refused(data: bytes, signature: str) -> None:
    """Never an exception, whatever stands in the file."""
    public = public_key("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    assert not is_signed(public, data, signature)


def test_one_changed_byte_and_another_key_are_seen(tmp_path: Path) -> None:
    """That is what signing is for."""
    key, stranger = new_key(tmp_path / "a.pem"), new_key(tmp_path / "b.pem")
    signature = sign(key, b"noi dung")
    assert not is_signed(key.public_key(), b"noi dunh", signature)
    assert not is_signed(stranger.public_key(), b"noi dung", signature)


def test_a_new_key_is_for_its_owner_only_and_replaces_none(tmp_path: Path) -> None:
    """Who replaced a key could never again sign as before."""
    path = tmp_path / "khoa.pem"
    new_key(path)
    before = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(KeyFault, match="đã có"):
        new_key(path)
    assert path.read_bytes() == before


def test_a_key_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    """Anybody might have signed with it."""
    path = tmp_path / "khoa.pem"
    new_key(path)
    path.chmod(0o640)
    with pytest.raises(KeyFault, match="chmod 600"):
        load_key(path)


@pytest.mark.parametrize("content", [b"", b"x", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_what_is_no_key_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    """A private key, or a public one."""
    path = tmp_path / "khoa.pem"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFault):
        load_key(path)
    with pytest.raises(KeyFault):
        load_public_key(path)


def test_keys_of_another_kind_are_refused(tmp_path: Path) -> None:
    """The public half too."""
    other = Ed448PrivateKey.generate()
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    private.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    private.chmod(0o600)
    public.write_bytes(other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    with pytest.raises(KeyFault, match="loại khác"):
        load_key(private)
    with pytest.raises(KeyFault, match="loại khác"):
        load_public_key(public)


def test_a_missing_key_file_is_told_by_its_path(tmp_path: Path) -> None:
    """And one that is a folder."""
    with pytest.raises(KeyFault, match="Không có tệp khóa"):
        load_key(tmp_path / "khong-co.pem")
    with pytest.raises(KeyFault, match="Không mở được"):
        load_key(tmp_path)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_openssl_agrees(tmp_path: Path) -> None:
    """In ten years nobody needs this program to check a signature."""
    key = new_key(tmp_path / "khoa.pem")
    (tmp_path / "public.pem").write_bytes(public_pem(key))
    (tmp_path / "data").write_bytes(b"noi dung")
    (tmp_path / "data.sig").write_text(sign(key, b"noi dung"))
    steps = (
        "openssl base64 -d -A -in data.sig -out data.raw",
        "openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in data -sigfile data.raw",
    )
    for step in steps:
        subprocess.run(step.split(), cwd=tmp_path, check=True, capture_output=True)
