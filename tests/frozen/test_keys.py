"""The list of public keys: read as it is written, refused as soon as anything else stands in it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.frozen.archive import read_archive
from bangvang.frozen.keys import KEYS, BadKeys, keys_text, known_keys, with_key
from bangvang.signatures import new_key, public_text

KEY = "A" * 43 + "="
OTHER = "B" * 42 + "A="
DAY = date(2026, 11, 21)


def put(root: Path, data: bytes) -> Path:
    """A list of keys."""
    file = root / KEYS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def test_an_office_without_a_list_knows_no_keys(tmp_path: Path) -> None:
    """Which is something else than knowing that there are none."""
    assert known_keys(tmp_path) is None
    put(tmp_path, b"")
    assert known_keys(tmp_path) == frozenset()


@pytest.mark.parametrize("end", ["\n", "", "\r\n", "\n\n"])
def test_a_key_is_entered_on_a_line_of_its_own(end: str, tmp_path: Path) -> None:
    """Also after a last line that an editor left open."""
    put(tmp_path, f"2026-01-01 {KEY}{end}".encode())
    put(tmp_path, with_key(keys_text(tmp_path), OTHER, DAY).encode())
    assert known_keys(tmp_path) == {KEY, OTHER}


def test_a_secret_key_in_the_list_is_refused(tmp_path: Path) -> None:
    """The list is published as it stands."""
    new_key(tmp_path / "khoa.pem")
    put(tmp_path, b"# Kh\xc3\xb3a\n" + (tmp_path / "khoa.pem").read_bytes())
    (problem,) = read_archive(tmp_path).problems
    assert (problem.path, problem.line) == (KEYS, 2)
    assert "bí mật" in problem.remedy


@pytest.mark.parametrize("line", [KEY, f"hom qua {KEY}", f"2026-01-01 {KEY} x", "2026-01-01 AAAA", "\x00"])
def test_a_line_that_is_no_key_is_told_by_its_number(line: str, tmp_path: Path) -> None:
    """So that it can be found."""
    put(tmp_path, f"2026-01-01 {KEY}\n{line}\n".encode())
    with pytest.raises(BadKeys, match=r"keys\.txt:2:1"):
        known_keys(tmp_path)


@given(st.binary(max_size=200))
def test_whatever_stands_there_is_keys_or_is_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Never anything else."""
    root = tmp_path_factory.mktemp("keys")
    put(root, data)
    assert read_archive(root).problems or known_keys(root) == frozenset()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none")
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_no_plain_file_is_refused(kind: str, tmp_path: Path) -> None:
    """A pipe would be waited for, and a link published from wherever it leads."""
    file = put(tmp_path, b"")
    file.unlink()
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "link":
        file.symlink_to(tmp_path / "khoa.pem")
    else:
        file.mkdir()
    with pytest.raises(BadKeys, match="không phải tệp thường"):
        known_keys(tmp_path)


def test_a_key_that_was_made_here_is_known(tmp_path: Path) -> None:
    """What keygen enters is what freezing looks for."""
    line = public_text(new_key(tmp_path / "khoa.pem"))
    put(tmp_path, with_key(None, line, DAY).encode())
    assert known_keys(tmp_path) == {line}
