"""Texts cut to the room there is."""

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import shortened

TEXTS = st.text() | st.text("aăđeêơ \n\u0301\u0323\u0302.,…*<", max_size=80)


@pytest.mark.parametrize(
    ("text", "length", "words"),
    [
        ("Một hai ba", 10, "Một hai ba"),
        ("Một hai ba", 9, "Một hai…"),
        ("Một hai ba", 8, "Một hai…"),
        ("Một hai ba", 7, "Một…"),
        ("Một, hai ba", 8, "Một…"),
        ("Một\n hai.\n\nBa", 10, "Một hai…"),
        ("5 * 4 * 3 ha <5%", 20, "5 * 4 * 3 ha <5%"),
        ("Nghiêngnghiêng", 7, "Nghiên…"),
        ("xe\u0323\u0302\u0302\u0302\u0302n", 4, "x…"),
        ("Một hai", 1, "…"),
        ("Một hai", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_shortened_text_ends_after_a_whole_word(text, length, words):
    """A card shows a beginning that reads well."""
    assert shortened(text, length) == words


@given(TEXTS, st.integers(0, 60))
def test_a_shortened_text_is_never_too_long(text, length):
    """It is the whole, or a beginning of it in NFC that says it goes on."""
    whole, short = normalize("NFC", " ".join(text.split())), shortened(text, length)
    assert len(short) <= length
    assert is_normalized("NFC", short)
    assert short == whole or (whole.startswith(short.removesuffix("…")) and short.endswith("…"[:length]))
