"""Addresses joined, percent-encoded, compared."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.exports.address import absolute, base_path, encoded, is_servable, relative

SEGMENTS = st.lists(st.text("abcđấ -_:'%\"<&", min_size=1, max_size=6).filter(lambda s: s.strip(".")), max_size=4)


@given(st.text())
def test_an_encoded_path_is_ascii_without_blanks(path: str) -> None:
    """Whatever was typed."""
    assert re.fullmatch(r"(?:%[0-9A-Fa-f]{2}|[!-$&-~])*", encoded(path))


@given(st.text())
def test_encoding_twice_changes_nothing(path: str) -> None:
    """A path that MkDocs has encoded is left as it is."""
    assert encoded(encoded(path)) == encoded(path)


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://x.gov.vn/", "/"),
        ("https://x.gov.vn/bang-vang/", "/bang-vang/"),
        ("HTTPS://X.gov.vn:8443/a/b/", "/a/b/"),
        ("https://x.gov.vn/thi đua/", "/thi%20%C4%91ua/"),
    ],
)
def test_the_base_is_the_path_of_the_address(address: str, base: str) -> None:
    """It begins and ends with a slash."""
    assert base_path(address) == base


def test_a_vietnamese_host_is_written_in_ascii() -> None:
    """As every server and crawler writes it."""
    assert absolute("https://bảngvàng.vn/", "/a/") == "https://xn--bngvng-lta2602d.vn/a/"


def test_an_odd_host_is_no_traceback() -> None:
    """The address of the site is typed by hand."""
    assert absolute("https://[x/", "a/") == "https://[x/a/"
    assert absolute("https://" + "đ" * 70 + ".vn/", "").isascii()


@given(SEGMENTS, SEGMENTS)
def test_a_relative_link_leads_where_the_absolute_one_does(here: list[str], there: list[str]) -> None:
    """From any folder to any page, as browsers resolve links."""
    folder, target = ("".join(f"{part}/" for part in parts) for parts in (here, there))
    page = "https://x.gov.vn/bang-vang/" + "".join(f"{encoded(part)}/" for part in here)
    link = relative(folder, "/" + target)
    assert not urlsplit(link).scheme
    assert unquote(urljoin(page, link)) == unquote("https://x.gov.vn/bang-vang/" + encoded(target))


@pytest.mark.parametrize("path", ["/a/", "/a", "/", "/a/b.pdf", "/thi-đua/", "/a%20b/", "/.well-known/x/"])
def test_ordinary_paths_can_be_served(path: str) -> None:
    """As files and in settings."""
    assert is_servable(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "a/",
        "//a/",
        "/a//b/",
        "/../a/",
        "/a/..",
        "/./",
        "/%2e%2e/a/",
        "/a%0Ab/",
        "/a%00/",
        "/a%5Cb",
        "/a#b",
        "/a%3Fb",
        "/a b/",
        "/%ff/",
        "/a\n/",
    ],
)
def test_paths_that_leave_the_folder_or_break_a_line_cannot(path: str) -> None:
    """Neither typed nor percent-encoded."""
    assert not is_servable(path)
