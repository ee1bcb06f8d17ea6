"""Words, tones and the keys that search compares."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import canon, classic_tones, fold, modern_tones, slug, split_tone, strip_marks, words

VIETNAMESE = st.text("aăâeêioôơuưyhqbdđklmnstvAĐQU \u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b'-.5", max_size=30)
TEXTS = st.text() | VIETNAMESE


@pytest.mark.vectors("fold.json", "words")
def test_words_are_lower_case_with_marks_and_without_punctuation(case):
    """A text falls into its words."""
    assert words(case["text"]) == case["words"]


@pytest.mark.vectors("fold.json", "split_tone")
def test_a_syllable_splits_into_letters_and_tone(case):
    """The tone leaves the syllable, marks of quality stay."""
    assert split_tone(case["syllable"]) == (case["letters"], case["tone"])


@pytest.mark.vectors("fold.json", "canon")
def test_canon_is_one_key_for_all_spellings_of_a_word(case):
    """Tone placement, free y and case do not matter, marks do."""
    assert canon(case["text"]) == case["key"]


@pytest.mark.vectors("fold.json", "fold")
def test_fold_is_what_a_citizen_types_without_marks(case):
    """No mark is left."""
    assert fold(case["text"]) == case["key"]


@pytest.mark.vectors("fold.json", "strip_marks")
def test_strip_marks_leaves_case_and_punctuation(case):
    """Only marks and đ change."""
    assert strip_marks(case["text"]) == case["plain"]


@pytest.mark.vectors("fold.json", "slug")
def test_slug_makes_an_id(case):
    """The spelling stays recognisable: y stays y."""
    assert slug(case["text"]) == case["id"]


@pytest.mark.vectors("fold.json", "tones")
def test_tones_move_between_the_two_placements(case):
    """Open oa, oe and uy have two placements, everything else one."""
    both = (case["classic"], case["modern"])
    assert [modern_tones(text) for text in both] == [case["modern"]] * 2
    assert [classic_tones(text) for text in both] == [case["classic"]] * 2


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    """A folded text is its own key."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
@pytest.mark.parametrize("key", [words, canon, fold, strip_marks, slug, modern_tones, classic_tones])
def test_composed_and_decomposed_input_agree(key, text):
    """NFD from a Mac and NFC from Windows are one text."""
    assert key(normalize("NFD", text)) == key(normalize("NFC", text))


@given(TEXTS)
def test_tone_placement_does_not_matter_to_either_key(text):
    """hoà and hòa are found alike."""
    for moved in (modern_tones(text), classic_tones(text)):
        assert canon(moved) == canon(text)
        assert fold(moved) == fold(text)


@given(TEXTS)
def test_tone_placement_goes_there_and_back(text):
    """Neither conversion loses anything that the other needs."""
    assert modern_tones(classic_tones(text)) == modern_tones(text)
    assert classic_tones(modern_tones(text)) == classic_tones(text)


@given(TEXTS)
def test_the_key_without_marks_follows_from_the_key_with_marks(text):
    """Spellings that are one word with marks are one word without."""
    assert fold(re.sub("~[fsxrj]", "", canon(text))) == fold(text)


@given(TEXTS)
def test_folding_ignores_marks(text):
    """What is typed without marks finds what is written with them."""
    assert fold(strip_marks(text)) == fold(text)


@given(TEXTS)
def test_stripped_text_has_no_marks(text):
    """Stripping leaves nothing to strip."""
    plain = strip_marks(text)
    assert not re.search("[\u0300-\u036fđĐ]", normalize("NFD", plain))


@given(TEXTS)
def test_a_slug_is_an_id_or_empty(text):
    """Ids have one shape."""
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
