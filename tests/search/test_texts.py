"""Words and pairs of neighbours, and where they stand."""

from __future__ import annotations

from bangvang.search.lists import numbers_of
from bangvang.search.texts import Reader, Terms


def _terms(*documents: tuple[str, str, str]) -> Terms:
    reader = Reader()
    for number, texts in enumerate(documents, 1):
        reader.add(number, texts)
    return Terms(reader.table())


def _numbers(terms: Terms, key: str) -> list[list[int]]:
    return [list(numbers_of(data)) for data in terms.table[key][1]]


def test_a_word_counts_in_the_first_tier_that_holds_it() -> None:
    """A name weighs more than a story that repeats it."""
    terms = _terms(("Nuôi bò", "", "nuôi bò sữa"), ("", "bò", ""))
    assert _numbers(terms, "bo~f") == [[1], [2], []]
    assert _numbers(terms, "bo~f sưa~x") == [[], [], [1]]


def test_where_a_piece_ends_and_another_begins_are_no_neighbours() -> None:
    """Names in a list stand one after another; across them is nobody's name."""
    terms = _terms(("", "", "Đỗ Thị Lan . Lê An"))
    assert {key for key in terms.table if " " in key} == {"đô~x thi~j", "thi~j lan", "lê an"}


def test_spellings_of_one_word_share_a_path_and_not_a_list() -> None:
    """Bò and bơ are looked for together, and told apart."""
    terms = _terms(("bò", "", ""), ("bơ", "", ""))
    assert terms.table["bo~f"][0] == terms.table["bơ"][0]
    assert _numbers(terms, "bơ") == [[2], [], []]


def test_both_placements_of_the_tone_are_one_spelling() -> None:
    """Hoà and hòa are the same word."""
    assert _numbers(_terms(("hòa", "", ""), ("hoà", "", "")), "hoa~f") == [[1, 2], [], []]


def test_on_a_large_site_a_pair_that_one_story_alone_tells_has_no_line() -> None:
    """Half of all pairs stand in a single story; on a small site whoever quotes it finds it."""
    terms = _terms(("", "", "đồi cỏ xanh"), ("", "", "đồi cỏ cháy"))
    assert "co~r xanh" in terms.content(0, len(terms.lay_out()[0])).decode()
    assert terms.suit(1_000_000)
    lines = terms.content(0, len(terms.lay_out()[0])).decode()
    assert "đôi~f co~r" in lines
    assert "co~r xanh" not in lines


def test_common_words_are_those_of_letters_that_several_hold() -> None:
    """They are the words that no typing mistake is mended away from."""
    terms = _terms(("đất 12", "", ""), ("đất 12", "", ""), ("", "dat", "bơ"))
    assert terms.common_words(3) == {"dat"}
