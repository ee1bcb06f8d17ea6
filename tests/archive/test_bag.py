"""The texts of a bag: what is written is read back, what cannot be read is said to be so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.archive.bag import (
    DECLARED,
    Unclear,
    info_text,
    is_declared,
    manifest_text,
    oxum,
    read_info,
    read_manifest,
)

PATHS = st.text(
    st.characters(exclude_categories=("Cs", "Zl", "Zp", "Zs", "Cc")) | st.sampled_from("\r\n% "), min_size=1
).map(lambda name: f"data/{name.strip()}")
DIGEST = "ab" * 64


@given(st.dictionaries(PATHS, st.just(DIGEST)))
def test_a_manifest_is_read_as_it_was_written(digests: dict[str, str]) -> None:
    """Whatever stands in the names: percent signs and line ends, too."""
    assert dict(read_manifest("manifest-sha512.txt", manifest_text(digests))) == digests


def test_manifests_of_other_tools_are_read() -> None:
    """A star before the name, tabs, capitals, a byte order mark, Windows' line ends."""
    text = f"\ufeff{DIGEST.upper()} *data/a b.txt\r\n{DIGEST}\tdata/c%0Ad.txt\r\n\r\n"
    assert [one.path for one in read_manifest("m", text.encode())] == ["data/a b.txt", "data/c\nd.txt"]


@pytest.mark.parametrize("data", [b"abc  data/a\n", b"\xff\xfe", DIGEST.encode()])
def test_a_line_that_is_none_is_complained_of(data: bytes) -> None:
    """With the name of the file."""
    with pytest.raises(Unclear, match="manifest-sha512"):
        read_manifest("manifest-sha512.txt", data)


@given(
    st.lists(st.tuples(st.sampled_from(["Contact-Name", "Rights"]), st.text().map(lambda text: " ".join(text.split()))))
)
def test_bag_info_is_read_as_it_was_written(entries: list[tuple[str, str]]) -> None:
    """Values lose nothing but their line ends."""
    assert read_info(info_text(entries)) == entries


def test_folded_lines_of_bag_info_are_joined() -> None:
    """Other tools fold them."""
    assert read_info(b"A: one\n two\n\tthree\n") == [("A", "one two three")]


def test_bag_info_that_is_none_is_complained_of() -> None:
    """It names the line."""
    with pytest.raises(Unclear, match="khong co gi"):
        read_info(b"khong co gi\n")


@pytest.mark.parametrize(("data", "known"), [(DECLARED, True), (DECLARED.replace(b"\n", b"\r\n"), True), (b"x", False)])
def test_a_declaration_is_known(data: bytes, known: bool) -> None:
    """Whatever its line ends."""
    assert is_declared(data) is known


def test_oxum_counts_bytes_and_files() -> None:
    """In that order."""
    assert oxum([3, 4]) == "7.2"
