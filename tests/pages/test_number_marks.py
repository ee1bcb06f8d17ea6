"""The number mark of a paper never breaks over a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from bangvang.pages.number_marks import unbroken
from bangvang.pages.page import Link


@pytest.mark.parametrize("mark", ["34-CT/TW", "15/QĐ-UBND", "06/2022/QH15", "1234/2019/NQ-HĐND", "05a/KH-BTC"])
def test_a_mark_stays_on_one_line(mark: str) -> None:
    """The words around it may break."""
    assert unbroken(f"Chỉ thị số {mark} ngày 07/4/2014") == (
        f'Chỉ thị số <span class="bv-nb">{mark}</span> ngày 07/4/2014'
    )
    assert f'<span class="bv-nb">{mark}</span></a>' in Link(f"Số {mark}", "van-ban/x/").__html__()


@pytest.mark.parametrize("text", ["01/7/2025", "24/7", "2016-2020", "và/hoặc", "1/ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
def test_what_is_no_mark_or_too_long_may_break(text: str) -> None:
    """Days, ranges, words, and what a narrow phone could not hold."""
    assert unbroken(text) == text


@given(st.text())
def test_no_letter_is_added_or_lost(text: str) -> None:
    """Who copies the text gets what was written."""
    whole = unbroken(escape(text))
    assert whole.replace('<span class="bv-nb">', "").replace("</span>", "") == escape(text)
