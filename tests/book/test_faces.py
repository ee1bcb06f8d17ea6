"""The fonts have every letter that Vietnamese is written with, and whatever they lack is known beforehand."""

from __future__ import annotations

import json
from collections.abc import Callable
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from bangvang.book.faces import fitted, printable, unprintable
from bangvang.book.typesetting import as_json
from tests.book.conftest import PROFILE, Project, texts_of

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES] + [*"bcdđghklmnpqrstvxfjwz"]
ALPHABET = "".join(LETTERS) + "".join(letter.upper() for letter in LETTERS)


def test_every_vietnamese_letter_can_be_printed() -> None:
    """In both cases, with every tone, and the signs that offices use."""
    assert len(LETTERS) == 93
    assert set(ALPHABET) <= printable()
    assert set("0123456789.,;:!?()[]“”‘’–—…%²³°•/&@#*+=<>") <= printable()


def test_a_lozenge_can_be_printed_in_a_name_too(project_of: Callable[..., Project]) -> None:
    """The other family has it."""
    named = PROFILE.replace("name: Nguyễn Văn Thử", "name: Nguyễn 字 Văn Thử")
    text = " ".join(texts_of(project_of({"honourees/k7m2q9.yml": named}).printed()))
    assert text.count("Nguyễn ◊ Văn Thử") >= 3


def test_every_vietnamese_letter_is_read_back_from_the_book(project_of: Callable[..., Project]) -> None:
    """Embedded as the letter that it is, for those who search and for those who listen."""
    story = " ".join(ALPHABET[start : start + 6] for start in range(0, len(ALPHABET), 6))
    project = project_of({"honourees/k7m2q9.yml": PROFILE.replace("Ông", f"{story} Ông")})
    text = normalize("NFC", " ".join(texts_of(project.printed())))
    assert story in text


@given(st.text())
def test_fitted_text_needs_no_other_font(text: str) -> None:
    """Typst refuses an archive file over a single glyph."""
    assert set(fitted(text)) - {"\n"} <= printable()


@given(st.text(alphabet=ALPHABET + " 0123456789.,-"))
def test_what_can_be_printed_stays_as_it_is(text: str) -> None:
    """Nothing is lost from a Vietnamese text."""
    assert fitted(text) == text
    assert not unprintable(text)


@given(st.text())
def test_data_holds_no_control_character_and_keeps_every_other(text: str) -> None:
    """A backslash stays a backslash, a line end a line end."""
    read = json.loads(as_json({"text": text}))["text"]
    assert read == fitted("".join(sign if sign >= " " or sign == "\n" else " " for sign in text))


def test_invisible_signs_go_without_a_word() -> None:
    """A soft hyphen or a joiner is nothing that a reader would miss."""
    assert fitted("a\u2060b\ufeffc\u2011d") == "abc-d"
    assert not unprintable("a\u2060b\ufeffc\u2011d")
