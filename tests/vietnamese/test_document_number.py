"""Document numbers, read and found."""

from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bangvang.vietnamese import (
    PARTY_ISSUERS,
    PARTY_TYPES,
    STATE_ISSUERS,
    STATE_TYPES,
    NumberForm,
    NumberWarning,
    find_document_numbers,
    parse_document_number,
    warning_text,
)

COUNTS = st.integers(1, 99_999).map("{:02}".format)
SIGNS = st.sampled_from(["/", "-", " – ", "/2017/"])
STATE_CODES = (st.sampled_from(list(STATE_TYPES)), st.sampled_from(list(STATE_ISSUERS)))
PARTY_CODES = (st.sampled_from(list(PARTY_TYPES)), st.sampled_from(list(PARTY_ISSUERS)))
STATE_NUMBERS = st.builds("{}/{}-{}".format, COUNTS, *STATE_CODES)
PARTY_NUMBERS = st.builds("{}-{}/{}".format, COUNTS, *PARTY_CODES)
ANY_SPELLING = st.builds(
    "{}{}{}{}{}".format,
    COUNTS,
    SIGNS,
    STATE_CODES[0] | PARTY_CODES[0] | STATE_CODES[1],
    SIGNS,
    STATE_CODES[1] | PARTY_CODES[1] | st.sampled_from(["HĐNN8", "BCĐ389", "UBND-NC"]),
)
PROSE = st.lists(ANY_SPELLING | st.text() | st.sampled_from([" ", "/", "-", "Số: ", "…", ".", "5"])).map("".join)


@pytest.mark.vectors("document_number.json", "readings")
def test_a_number_is_read_into_its_parts(case):
    """Every part, the key, and what the reader must know."""
    number = parse_document_number(case["text"])
    assert number is not None
    assert {
        "text": number.printed,
        "form": number.form,
        "number": number.number,
        "year": number.year,
        "type": number.type_code,
        "issuer": number.issuer_code,
        "canonical": number.canonical,
        "warnings": list(number.warnings),
    } == case


@pytest.mark.vectors("document_number.json", "unreadable")
def test_other_texts_are_no_number(case):
    """Nothing is guessed."""
    assert parse_document_number(case) is None


@pytest.mark.vectors("document_number.json", "types")
def test_a_type_has_its_vietnamese_name(case):
    """The same letters mean different things to the Party and the state."""
    assert parse_document_number(case["text"]).type_name == case["name"]


@pytest.mark.vectors("document_number.json", "found")
def test_numbers_are_found_in_prose(case):
    """Each as printed, with its key and warnings."""
    found = [
        {
            "printed": mention.number.printed,
            "canonical": mention.number.canonical,
            "warnings": list(mention.number.warnings),
        }
        for mention in find_document_numbers(case["text"])
    ]
    assert found == case["found"]


@given(PROSE)
def test_found_numbers_stand_where_they_say(text):
    """The span cuts out the print, in order and without overlap."""
    end = 0
    for mention in find_document_numbers(text):
        assert text[mention.start : mention.end] == mention.number.printed
        assert end <= mention.start
        end = mention.end


@given(STATE_NUMBERS | PARTY_NUMBERS, st.sampled_from(["NFC", "NFD"]))
def test_every_known_type_and_issuer_is_found_in_either_form(printed, form):
    """Prose with a number in it gives what the number alone gives."""
    (mention,) = find_document_numbers(normalize(form, f"Căn cứ văn bản số {printed} ngày 02/9/2026;"))
    assert mention.number.canonical == parse_document_number(printed).canonical


@given(PARTY_NUMBERS)
def test_a_party_number_is_its_own_key(printed):
    """The official spelling needs no warning."""
    number = parse_document_number(printed)
    assert (number.form, number.canonical, number.warnings) == (NumberForm.PARTY, printed, ())


@given(ANY_SPELLING)
def test_the_key_of_a_key_is_itself(printed):
    """Spellings of one document meet in one key."""
    number = parse_document_number(printed)
    assume(number is not None and NumberWarning.YEAR_MISSING not in number.warnings)
    again = parse_document_number(number.canonical)
    assert (again.canonical, again.form) == (number.canonical, number.form)


@given(PROSE)
def test_any_text_is_a_number_or_none(text):
    """Reading never fails and keeps the print."""
    number = parse_document_number(text)
    assert number is None or number.printed == text


@pytest.mark.parametrize("code", list(NumberWarning))
def test_every_warning_speaks_to_the_office(code):
    """One sentence in Vietnamese for each."""
    assert warning_text(code).endswith(".")


@pytest.mark.parametrize(
    "text", ["Số" + " " * 50_000, "1" + " " * 50_000 + "x", "1/A" * 5_000, "1/" + "A" * 50_000, "Số:" * 9_000]
)
def test_hostile_texts_are_read_to_the_end(text):
    """Long runs of spaces or capitals are no number and no trap."""
    assert parse_document_number(text) is None
    assert find_document_numbers(text) == []
