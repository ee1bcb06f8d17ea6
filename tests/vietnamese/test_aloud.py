"""Text to be read aloud."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bangvang.vietnamese.aloud import aloud, said_day

SHORT = {"UBND": "Ủy ban nhân dân", "HTX": "Hợp tác xã", "AN": "An ninh", "TNCS": "Thanh niên Cộng sản"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Quyết định số 15/QĐ-UBND ngày 02/9/2026 của UBND xã",
            "Quyết định số mười lăm ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu"
            " của Ủy ban nhân dân xã",
        ),
        (
            "Nghị định số 98/2023/NĐ-CP",
            "Nghị định số chín mươi tám năm hai nghìn không trăm hai mươi ba",
        ),
        (
            "hiến 1.200 m² đất, mở 1,8 km đường",
            "hiến một nghìn hai trăm mét vuông đất, mở một phẩy tám ki-lô-mét đường",
        ),
        ("5,2 tấn/ha", "năm phẩy hai tấn trên héc-ta"),
        ("đạt 59,60%", "đạt năm mươi chín phẩy sáu mươi phần trăm"),
        ("16/19 tiêu chí", "mười sáu trên mười chín tiêu chí"),
        ("3-5 người", "ba đến năm người"),
        ("Đại hội lần thứ XI", "Đại hội lần thứ mười một"),
        ("lần thứ 1, lần thứ 4", "lần thứ nhất, lần thứ tư"),
        ("quý III/2025", "quý ba năm hai nghìn không trăm hai mươi lăm"),
        ("tháng 4/2026", "tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 20/11", "ngày hai mươi tháng mười một"),
        ("6 tháng đầu năm", "sáu tháng đầu năm"),
        ("dịch Covid-19", "dịch Covid mười chín"),
        ("mục 2.1.5", "mục hai chấm một chấm năm"),
        ("HTX An Khang", "Hợp tác xã An Khang"),
        ("ngày 31/02/2019", "ngày ba mươi mốt/không hai/hai nghìn không trăm mười chín"),
        ("bà con xã Mẫu", "bà con xã Mẫu"),
    ],
)
def test_a_text_is_said(written: str, said: str) -> None:
    """Numbers, days, units, document numbers and short forms in words."""
    assert aloud(written, SHORT) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((1945, 9, 2), "ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm"),
        ((2026, 4, 11), "ngày mười một tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ((2026, 4), "tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ((2026,), "năm hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_a_day_is_said(day: tuple[int, ...], said: str) -> None:
    """Whole, or as far as it is known."""
    assert said_day(*day) == said


@given(st.text())
@example(".0")
def test_no_figure_of_a_text_is_left(text: str) -> None:
    """An announcer does not stumble over any."""
    assert not {*"0123456789"} & {*aloud(" ".join(f" {word} " for word in text.split()), SHORT)} or any(
        sign.isalnum() or not sign.isascii() for sign in text if sign not in "0123456789"
    )


@given(st.integers(0, 10**9), st.sampled_from(["m²", "ha", "%", "km", "hộ", "người"]))
def test_every_measure_is_said(number: int, unit: str) -> None:
    """Whatever the number."""
    assert not {*"0123456789²%"} & {*aloud(f"được {number} {unit}.", SHORT)}
