"""Numbers as they are said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.vietnamese import number_in_words, ordinal_in_words


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (40, "bốn mươi"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (121, "một trăm hai mươi mốt"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1970, "một nghìn chín trăm bảy mươi"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (28_500, "hai mươi tám nghìn năm trăm"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_500_000_000, "hai tỷ năm trăm triệu"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (3 * 10**12, "ba nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (Decimal("59.60"), "năm mươi chín phẩy sáu mươi"),
        (Decimal("9.08"), "chín phẩy không tám"),
        (Decimal("1.250"), "một phẩy hai năm không"),
        (Decimal("-2.5"), "âm hai phẩy năm"),
    ],
)
def test_a_number_is_said(number: Decimal | int, said: str) -> None:
    """The way an announcer says it."""
    assert number_in_words(number) == said


@pytest.mark.parametrize(("number", "said"), [(1, "nhất"), (2, "hai"), (4, "tư"), (11, "mười một")])
def test_a_rank_in_a_row_is_said(number: int, said: str) -> None:
    """“Lần thứ nhất, lần thứ hai, lần thứ tư”."""
    assert ordinal_in_words(number) == said


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_two_numbers_are_never_said_alike(one: int, other: int) -> None:
    """Who hears it knows which was meant."""
    assert (number_in_words(one) == number_in_words(other)) == (one == other)


def test_what_is_no_number_is_not_said() -> None:
    """Nobody could."""
    with pytest.raises(ValueError, match="finite"):
        number_in_words(Decimal("NaN"))
