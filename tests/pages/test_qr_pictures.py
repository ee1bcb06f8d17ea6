"""Codes made of the way of their bits are those that segno draws."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from bangvang.pages.qr_pictures import qr_picture

_ADDRESSES = st.text("abcdefghijklmnopqrstuvwxyzABC0123456789:/#-._~%", max_size=120)


def _drawn(text: str) -> list[list[int]]:
    """The dots of the picture, dark ones as ones."""
    size, address = qr_picture(text)
    kind, data = address.split(",")
    assert kind == "data:image/png;base64"
    with Image.open(BytesIO(b64decode(data, validate=True))) as picture:
        assert picture.size == (size, size)
        assert picture.mode == "1"
        return [[int(not picture.getpixel((column, row))) for column in range(size)] for row in range(size)]


def _wanted(text: str) -> list[list[int]]:
    least = int(segno.make_qr(text, mode="byte", error="m", boost_error=False).version)
    version = next(one for one in (*range(2, 40, 3), 40) if one >= least)
    code = segno.make_qr(text, mode="byte", error="m", version=version, mask=3, boost_error=False)
    return [list(row) for row in code.matrix]


@settings(max_examples=40)
@given(_ADDRESSES)
@example("")
def test_every_address_is_drawn_dot_by_dot(text: str) -> None:
    """Whatever it is, and however long."""
    assert _drawn(text) == _wanted(text)


@pytest.mark.parametrize("length", [14, 15, 26, 27, 42, 62, 63, 84, 106, 122, 152, 180, 181, 213, 251, 500])
def test_a_code_grows_when_its_room_is_full(length: int) -> None:
    """Up to the last byte, over blocks of one length and of two, with long counts and with short."""
    text = ("https://thu.example/guong/a2b3c4/#qd-" * 20)[:length]
    assert _drawn(text) == _wanted(text)


def test_what_no_code_can_hold_is_refused() -> None:
    """Rather than cut."""
    with pytest.raises(ValueError, match="2332"):
        qr_picture("a" * 2332)
