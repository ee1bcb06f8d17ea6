"""The rarest word of a name comes first, whatever site it is."""

from bangvang.search.rarity import COMMON, rarity


def test_unknown_words_are_rarer_than_known_ones_and_family_names_the_most_common() -> None:
    """A query is answered from the word that the fewest share."""
    assert sorted(["nguyen", "khuyech", "anh", "aa"], key=rarity) == ["aa", "khuyech", "anh", "nguyen"]


def test_the_table_holds_each_word_once_and_folded() -> None:
    """A word with two places would be filed in two."""
    assert len(set(COMMON)) == len(COMMON)
    assert all(word.isascii() and word.islower() for word in COMMON)


def test_a_household_is_filed_under_the_name_of_its_person() -> None:
    """What all households share comes last, so that namesakes stand together whatever they are called by."""
    name = ["gia", "dinh", "ba", "nguyen", "thi", "thuy"]
    assert sorted(name, key=rarity) == ["thuy", "thi", "nguyen", "ba", "dinh", "gia"]
