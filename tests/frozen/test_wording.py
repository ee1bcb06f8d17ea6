"""How a difference is told to the office."""

from __future__ import annotations

from bangvang.frozen.wording import excerpts

_LONG = "Trong sáu tháng đầu năm, toàn xã vận động nhân dân hiến đất, góp công, làm được {} km đường bê tông liên thôn."


def test_long_texts_are_cut_to_where_they_differ_and_between_words() -> None:
    """Half a word at the head of a quotation looks like one more mistake."""
    was, now = excerpts(_LONG.format("4,6"), _LONG.format("4,9"))
    assert was == "…góp công, làm được 4,6 km đường bê tông liên thôn."
    assert now == "…góp công, làm được 4,9 km đường bê tông liên thôn."


def test_one_long_word_is_told_from_its_beginning() -> None:
    """There is no space to cut at."""
    was, now = excerpts("a" * 90 + "b", "a" * 90 + "c")
    assert not was.startswith("…")
    assert not now.startswith("…")
