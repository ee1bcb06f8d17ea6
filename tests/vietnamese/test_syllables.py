"""The shape of a syllable."""

from __future__ import annotations

import pytest

from bangvang.vietnamese.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "nguyễn",
        "văn",
        "quý",
        "giêng",
        "gì",
        "quốc",
        "khuya",
        "nghiêng",
        "oanh",
        "ý",
        "yến",
        "đường",
        "hoà",
        "hòa",
        "thuở",
        "xoong",
    ],
)
def test_what_vietnamese_say_is_a_syllable(word: str) -> None:
    """With either place of the tone."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["wifi", "nguyeãn", "xyz", "thac", "hòac", "straße", "ngườii", "bb"])
def test_what_they_cannot_say_is_none(word: str) -> None:
    """Foreign letters, stops without their tones, doubled ends."""
    assert not is_syllable(word)
