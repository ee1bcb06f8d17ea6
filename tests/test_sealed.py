"""Plain data between commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.sealed import keep, kept

VALUE = ("tên", {("a", 1): frozenset({"b"})}, [b"\0", None])


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """In a folder that is not there yet, too."""
    keep(tmp_path / "a/b", VALUE)
    assert kept(tmp_path / "a/b") == VALUE


def test_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    """And a folder that cannot be written is no error."""
    (tmp_path / "a").write_text("")
    keep(tmp_path / "a/b", VALUE)
    assert kept(tmp_path / "a/b") is None


@given(st.data())
def test_what_is_damaged_is_nothing(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Wherever the damage is."""
    path = tmp_path_factory.mktemp("kept") / "a"
    keep(path, VALUE)
    whole = bytearray(path.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    assert kept(path) is None
