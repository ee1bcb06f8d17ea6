"""Vietnamese alphabetical order of texts and of people."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import classic_tones, initial, modern_tones, name_initial, name_key, text_key

PLACE = slice(0, 2)
"""The part of a text key that orders; what follows breaks ties."""


@pytest.mark.vectors("collation.json", "texts")
def test_texts_sort_in_vietnamese_order(case):
    """Letters, then tones; numbers by value."""
    backwards = case["sorted"][::-1]
    assert sorted(backwards, key=text_key) == case["sorted"]


@pytest.mark.vectors("collation.json", "same_place")
def test_spellings_of_one_text_share_a_place(case):
    """Case, tone placement and punctuation only break ties."""
    assert text_key(case["one"])[PLACE] == text_key(case["other"])[PLACE]


@pytest.mark.vectors("collation.json", "names")
def test_people_sort_by_given_name(case):
    """Given name with its tone, then the rest."""
    backwards = case["sorted"][::-1]
    assert sorted(backwards, key=name_key) == case["sorted"]


@pytest.mark.vectors("collation.json", "sort_names")
def test_a_sort_name_wins_over_the_name(case):
    """Foreigners and H'Hen Niê stand where they are looked for."""
    backwards = case["sorted"][::-1]
    by_key = sorted(backwards, key=lambda person: name_key(person["name"], person["sort_name"]))
    assert by_key == case["sorted"]


@pytest.mark.vectors("collation.json", "initials")
def test_an_index_lists_a_text_under_its_first_letter(case):
    """The letter has its quality mark and no tone."""
    assert initial(case["text"]) == case["initial"]


@pytest.mark.vectors("collation.json", "name_initials")
def test_an_index_lists_a_person_under_the_given_name(case):
    """The letter is the one by which the name sorts."""
    assert name_initial(case["name"], case["sort_name"]) == case["initial"]


@given(st.text(), st.text())
def test_the_order_is_total(one, other):
    """Only equal texts have equal keys."""
    same = normalize("NFC", one) == normalize("NFC", other)
    assert (text_key(one) == text_key(other)) == same
    assert (name_key(one) == name_key(other)) == same


@given(st.text())
def test_composed_and_decomposed_input_sort_alike(text):
    """NFD and NFC are one text."""
    composed, decomposed = normalize("NFC", text), normalize("NFD", text)
    assert text_key(composed) == text_key(decomposed)
    assert name_key(composed) == name_key(decomposed)
    assert initial(composed) == initial(decomposed)


@given(st.lists(st.sampled_from(["Hoà", "Thuý", "khoẻ", "Uỷ", "quý", "an", "Đắk"]), min_size=1).map(" ".join))
def test_tone_placement_does_not_move_a_text(text):
    """hoà and hòa share a place."""
    assert text_key(modern_tones(text))[PLACE] == text_key(classic_tones(text))[PLACE]


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_of_any_length_sort_by_value(one, other):
    """Thôn 2 comes before Thôn 10."""
    assert (text_key(f"Thôn {one}")[PLACE] < text_key(f"Thôn {other}")[PLACE]) == (one < other)


def test_a_blank_sort_name_counts_for_nothing():
    """An empty cell in a workbook does not move anyone."""
    assert name_key("Lê Văn An", " ") == name_key("Lê Văn An")


@given(st.text(), st.none() | st.text())
def test_every_name_has_a_place_and_an_initial(name, sort_name):
    """No text is without a key."""
    assert len(name_key(name, sort_name)) == len(name_key("Lê Văn An"))
    assert len(name_initial(name, sort_name)) == 1
