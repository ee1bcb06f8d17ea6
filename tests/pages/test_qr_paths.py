"""Codes drawn from the way of their bits are those that segno draws."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bangvang.pages.qr_paths import qr_path

_STROKE = re.compile(r"h(\d+)|m(-?\d+) (\d)")
_ADDRESSES = st.text("abcdefghijklmnopqrstuvwxyzABC0123456789:/#-._~%", max_size=120)


def _drawn(size: int, path: str) -> list[list[int]]:
    """The dots that a pen leaves."""
    dots = [[0] * size for _ in range(size)]
    row = column = 0
    begun, strokes = path[:5], path[5:]
    assert begun == "M0 .5"
    assert _STROKE.sub("", strokes) == ""
    for long, right, down in _STROKE.findall(strokes):
        if long:
            dots[row][column : column + int(long)] = [1] * int(long)
        column += int(long or right)
        row += int(down or 0)
    return dots


def _wanted(text: str) -> list[list[int]]:
    code = segno.make_qr(text, mode="byte", error="m", mask=3, boost_error=False)
    return [list(row) for row in code.matrix]


@settings(max_examples=40)
@given(_ADDRESSES)
@example("")
def test_every_address_is_drawn_dot_by_dot(text: str) -> None:
    """Whatever it is, and however long."""
    assert _drawn(*qr_path(text)) == _wanted(text)


@pytest.mark.parametrize("length", [14, 15, 26, 27, 42, 62, 63, 84, 106, 122, 152, 180, 181, 213, 251, 500])
def test_a_code_grows_when_its_room_is_full(length: int) -> None:
    """Up to the last byte, over blocks of one length and of two, with long counts and with short."""
    text = ("https://thu.example/guong/a2b3c4/#qd-" * 20)[:length]
    assert _drawn(*qr_path(text)) == _wanted(text)


def test_what_no_code_can_hold_is_refused() -> None:
    """Rather than cut."""
    with pytest.raises(ValueError, match="2332"):
        qr_path("a" * 2332)
