"""Numbers to reach."""

from __future__ import annotations

import pytest

from bangvang.office.paper.goals import Goal, goals_in
from bangvang.office.paper.outline import Outline, Passage
from bangvang.records.target import Aim


def goals(text: str) -> list[Goal]:
    """Those of one line."""
    return list(goals_in(Outline((), (Passage("1.", lines=[text]),), ())))


@pytest.mark.parametrize(
    ("text", "name", "aim", "value", "unit"),
    [
        ("Tổng đàn gia súc là 21.850 con.", "Tổng đàn gia súc", Aim.REACH, "21.850", "con"),
        ("Tỷ lệ hộ văn hóa đạt 96% trở lên.", "Tỷ lệ hộ văn hóa", Aim.AT_LEAST, "96", "%"),
        ("Xây dựng ít nhất 05 mô hình.", "Xây dựng", Aim.AT_LEAST, "5", "mô hình"),
        ("Tỷ lệ sinh không quá 0,92%.", "Tỷ lệ sinh", Aim.AT_MOST, "0,92", "%"),
        ("giảm tỷ lệ suy dinh dưỡng xuống còn 9,08%.", "Tỷ lệ suy dinh dưỡng", Aim.REDUCE_TO, "9,08", "%"),
        ("Giảm 120 hộ nghèo.", "Giảm hộ nghèo", Aim.REDUCE_BY, "120", "hộ"),
        ("Duy trì đàn bò 300 con.", "Đàn bò", Aim.MAINTAIN, "300", "con"),
        ("Tỷ lệ bảo hiểm y tế đạt 98,06.", "Tỷ lệ bảo hiểm y tế", Aim.REACH, "98,06", ""),
    ],
)
def test_a_number_is_read_with_its_direction(text: str, name: str, aim: Aim, value: str, unit: str) -> None:
    """To the letter; a unit that was not printed stays away."""
    assert [(one.name, one.aim, one.value, one.unit) for one in goals(text)] == [(name, aim, value, unit)]


def test_parts_stand_under_their_whole() -> None:
    """After “trong đó”, also in brackets."""
    (area,) = goals("Diện tích nuôi 28.500 ha; trong đó, nuôi tôm 24.000 ha, nuôi khác 4.500 ha.")
    assert [(one.name, one.value) for one in area.parts] == [("Nuôi tôm", "24.000"), ("Nuôi khác", "4.500")]
    assert area.is_complete
    assert not area.sum_differs
    (homes,) = goals("Lắp điện 500 hộ (trong đó có 200 hộ Khmer).")
    assert [(one.value, one.group) for one in homes.parts] == [("200", "hộ Khmer")]
    assert not homes.is_complete
    assert not homes.sum_differs


def test_parts_that_come_to_more_or_miss_the_whole_are_noticed() -> None:
    """One part that is less may simply be one of several."""
    assert goals("Sản lượng 500 tấn, trong đó lúa 600 tấn.")[0].sum_differs
    assert goals("Sản lượng 500 tấn, trong đó lúa 300 tấn, ngô 150 tấn.")[0].sum_in_words == "450"
    assert not goals("Sản lượng 500 tấn, trong đó lúa 300 tấn.")[0].sum_differs


def test_two_communes_with_one_number_are_two_goals() -> None:
    """Each is counted by itself."""
    found = goals("xã Lai, xã Lạc đạt 15/19 tiêu chí")
    assert [(one.name, one.value, one.of) for one in found] == [
        ("Số tiêu chí của xã Lai", "15", "19"),
        ("Số tiêu chí của xã Lạc", "15", "19"),
    ]


@pytest.mark.parametrize(
    "text", ["Trồng l5 ha rừng", "Thu 1,200.5 triệu đồng", "Trồng từ 10 - 12 ha", "Đạt 20/19 tiêu chí thử"]
)
def test_a_number_that_cannot_be_relied_on_stays_in_words(text: str) -> None:
    """No value is made of it."""
    assert [(one.value, one.text) for one in goals(text)] == [("", text)]


@pytest.mark.parametrize(
    "text", ["Kỷ niệm 72 năm ngày thành lập", "ngày 19/5/2019", "Triển khai 02 đợt thi đua như sau:"]
)
def test_what_is_no_goal_is_none(text: str) -> None:
    """Years, days, what introduces a list."""
    assert goals(text) == []
