"""Words on a picture: in as many lines as there is room for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bangvang.cards.lettering import font, lettered
from bangvang.fonts import NAMES, STRONG, TEXT

WIDTH = 660
BASES = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
TONES = ("", "\N{COMBINING GRAVE ACCENT}", "\u0309", "\u0303", "\N{COMBINING ACUTE ACCENT}", "\u0323")
LETTERS = sorted(
    {unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES} | set("bcdđghklmnpqrstvx")
)


@pytest.mark.parametrize("path", [NAMES, TEXT, STRONG], ids=lambda path: path.stem)
def test_every_letter_of_vietnamese_has_its_shape(path: object) -> None:
    """A letter that a font lacks is drawn as the same box."""
    face = ImageFont.truetype(str(path), 40)
    box = bytes(face.getmask("\ue000"))
    for letter in LETTERS:
        assert bytes(face.getmask(letter)) != box
        assert bytes(face.getmask(letter.upper())) != box


def test_a_name_is_parted_into_lines_of_like_length() -> None:
    """No single word is left for the last line."""
    assert lettered("Nguyễn Thị Hồng Nhung", NAMES, 84, WIDTH, 4, 1.2).lines == ("Nguyễn Thị", "Hồng Nhung")


def test_what_there_is_no_room_for_is_left_out_with_a_sign() -> None:
    """And the lettering says so."""
    words = lettered("Hợp tác xã " * 40, TEXT, 60, WIDTH, 3, 1.2)
    assert (len(words.lines), words.lines[-1][-1], words.whole) == (3, "…", False)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.integers(1, 4))
def test_whatever_is_written_no_line_is_longer_than_its_room(text: str, most: int) -> None:
    """Names of 300 letters, one word without a space, signs of other scripts."""
    words = lettered(text, TEXT, 40, WIDTH, most, 1.2)
    assert len(words.lines) <= most
    assert all(font(TEXT, 40).getlength(line) <= WIDTH + 1 for line in words.lines)
