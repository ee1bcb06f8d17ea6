"""When something is to be done."""

from __future__ import annotations

import pytest

from bangvang.office.paper.deadlines import deadline_in, is_deadline_line


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Thực hiện trong quý I/2015.", {"quarter": "I/2015"}),
        ("Quý III - IV/2020", {"quarter": "III-IV/2020"}),
        ("Thực hiện từ nay đến quý III/2015.", {"to": "2015-09"}),
        ("Thực hiện thường xuyên hàng năm.", {"every": "year"}),
        ("Thực hiện hằng quý.", {"every": "quarter"}),
        ("Thực hiện thường xuyên.", {"every": "continuous"}),
        ("Thực hiện hoàn thành trong năm 2015 và kiện toàn khi cần thiết.", {"by": "2015", "as_needed": "true"}),
        ("gửi báo cáo trước ngày 20/6", {"by": "2026-06-20"}),
        ("gửi báo cáo trước ngày 20/6/2025", {"by": "2025-06-20"}),
        ("xong trước ngày 02 tháng 9", {"by": "2026-09-02"}),
        ("từ ngày 01/7/2019 đến ngày 30/11/2019", {"from": "2019-07-01", "to": "2019-11-30"}),
        ("Từ nay đến hết ngày 30/8/2022", {"to": "2022-08-30"}),
        ("hoàn thành trong tháng 5/2026", {"by": "2026-05"}),
    ],
)
def test_the_words_of_plans_are_understood(text: str, fields: dict[str, str]) -> None:
    """A day without a year is one of the paper's year."""
    found = deadline_in(text, 2026)
    assert found is not None
    assert dict(found.fields) == fields


@pytest.mark.parametrize(
    "text", ["trước ngày 31/6", "trước ngày 45/13/2020", "trước tháng 13/2020", "trong quý V/2020", ""]
)
def test_a_time_that_no_calendar_has_is_none(text: str) -> None:
    """It is reported as a slip instead."""
    assert deadline_in(text, 2026) is None


def test_a_day_without_a_year_is_none_in_a_paper_without_one() -> None:
    """A year is never guessed."""
    assert deadline_in("trước ngày 20/6", None) is None


def test_a_line_that_says_more_than_when_is_no_deadline() -> None:
    """It is a task of its own."""
    assert is_deadline_line("Thực hiện trong quý I/2015.")
    assert not is_deadline_line("Thực hiện tốt công tác tuyên truyền.")
    assert not is_deadline_line("Tuyên truyền thường xuyên hàng năm.")
