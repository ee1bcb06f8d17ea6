"""Numbers, percentages and Roman numerals."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import (
    NumberError,
    format_number,
    format_percent,
    parse_number,
    parse_percent,
    parse_roman,
    roman,
)

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers().map(Decimal)


def _refusal(parse, text):
    try:
        parse(text)
    except NumberError as error:
        return error
    return None


@pytest.mark.vectors("numbers.json", "numbers")
def test_numbers_are_read_and_printed_the_vietnamese_way(case):
    """Every zero of the print is kept."""
    assert str(parse_number(case["text"])) == case["value"]
    assert format_number(Decimal(case["value"])) == case["text"]


@pytest.mark.vectors("numbers.json", "also_read")
def test_numbers_without_grouping_are_read(case):
    """A number typed plainly is no mistake."""
    assert str(parse_number(case["text"])) == case["value"]


@pytest.mark.vectors("numbers.json", "refused")
def test_other_writings_are_refused_with_a_remedy(case):
    """Nothing is guessed, and the message says what to write."""
    with pytest.raises(NumberError) as caught:
        parse_number(case["text"])
    assert case["remedy_says"] in caught.value.remedy


@pytest.mark.vectors("numbers.json", "percents")
def test_percentages_are_read_and_printed(case):
    """The sign stands right after the number."""
    assert str(parse_percent(case["text"])) == case["value"]
    assert format_percent(Decimal(case["value"])) == case["text"]


@pytest.mark.vectors("numbers.json", "refused_percents")
def test_other_percentages_are_refused_with_a_remedy(case):
    """A missing sign is a mistake, not a number."""
    with pytest.raises(NumberError) as caught:
        parse_percent(case["text"])
    assert case["remedy_says"] in caught.value.remedy


@pytest.mark.vectors("numbers.json", "roman")
def test_roman_numerals_are_read_and_written(case):
    """Quarters and headings use them."""
    assert parse_roman(case["numeral"]) == case["number"]
    assert roman(case["number"]) == case["numeral"]


@pytest.mark.vectors("numbers.json", "not_roman")
def test_unusual_roman_numerals_are_none(case):
    """Only the usual form in capitals counts."""
    assert parse_roman(case) is None


@given(DECIMALS)
def test_a_printed_number_reads_back_with_its_zeros(value):
    """Printing and reading are inverse."""
    again = parse_number(format_number(value))
    assert again == value
    assert again.as_tuple().exponent == value.as_tuple().exponent


@given(DECIMALS)
def test_a_printed_percentage_reads_back(value):
    """Printing and reading are inverse."""
    assert parse_percent(format_percent(value)) == value


@given(st.text() | st.text("0123456789.,-+% eE", max_size=12))
def test_any_text_is_a_number_or_explained(text):
    """No input raises anything but NumberError, whose message is one line."""
    for parse in (parse_number, parse_percent):
        error = _refusal(parse, text)
        assert error is None or (error.what and error.remedy and "\n" not in str(error))


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back(number):
    """Writing and reading are inverse."""
    assert parse_roman(roman(number)) == number


@given(st.text())
def test_any_text_is_a_roman_numeral_or_none(text):
    """Reading never fails."""
    assert parse_roman(text) is None or roman(parse_roman(text)) == text


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_beyond_roman_numerals_are_refused(number):
    """There is no numeral for them."""
    with pytest.raises(ValueError, match="3999"):
        roman(number)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_only_finite_numbers_are_printed(value):
    """NaN on a page would be a fault of ours."""
    with pytest.raises(ValueError, match="finite"):
        format_number(Decimal(value))


def test_zero_has_no_sign():
    """-0 is printed 0."""
    assert format_number(Decimal("-0.00")) == "0,00"


def test_a_number_error_crosses_processes():
    """Two workers check records, so the error must survive pickling."""
    again = pickle.loads(pickle.dumps(NumberError("sai", "sửa")))
    assert (str(again), again.what, again.remedy) == ("sai → sửa", "sai", "sửa")


def test_a_long_text_is_quoted_in_part():
    """A pasted page does not flood the message."""
    with pytest.raises(NumberError) as caught:
        parse_number("a" * 10_000)
    assert len(caught.value.what) < 100
