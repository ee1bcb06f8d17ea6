"""Waves: each bar in its place, open ends kept inside, anniversaries in words."""

from __future__ import annotations

import datetime

import pytest

from bangvang.pages.waves import SPAN, mark_views, wave_views
from bangvang.records import Campaign
from bangvang.records.campaign import Mark

DAY = datetime.date(2019, 8, 1)


def campaign(**fields: object) -> Campaign:
    """A campaign with what every campaign must have."""
    return Campaign.model_validate({"name": "Phong trào", "type": "annual", "level": "commune", **fields})


def test_waves_share_the_bar_of_the_whole_period() -> None:
    """Two halves of a year meet in the middle and fill it."""
    first, second = wave_views(
        campaign(
            period={"from": "2019", "to": "2019"},
            waves=[
                {"name": "Đợt I", "from": "2019-01-01", "to": "2019-06-30"},
                {"name": "Đợt II", "from": "2019-07-01", "to": "2019-12-31"},
            ],
        ),
        DAY,
    )
    assert first.start == 0
    assert abs(first.start + first.width - second.start) <= 1
    assert second.start + second.width == SPAN
    assert (first.length, first.stage, second.stage, second.live) == ("6 tháng", "", "Đang diễn ra", True)


@pytest.mark.parametrize(
    "waves",
    [
        [{"name": "Đợt I"}],
        [{"name": "Đợt I", "from": "2019-05"}],
        [{"name": "Đợt I", "to": "2019-05"}, {"name": "Đợt II", "from": "2019-03", "to": "2020"}],
        [{"name": "Đợt I", "from": "2018", "to": "2018-01-02"}, {"name": "Đợt II", "to": "2030"}],
    ],
)
def test_a_bar_stays_inside_whatever_is_not_known(waves: list[dict[str, str]]) -> None:
    """Open ends, waves outside the period, no period at all."""
    for period in (None, {"from": "2019"}, {"from": "2019", "to": "2019"}):
        for wave in wave_views(campaign(period=period, waves=waves), DAY):
            assert 0 <= wave.start <= SPAN
            assert 0 <= wave.width <= SPAN


def test_a_wave_without_time_claims_none() -> None:
    """No bar, no words."""
    (wave,) = wave_views(campaign(waves=[{"name": "Đợt I"}]), DAY)
    assert (wave.time, wave.width, wave.length, wave.stage) == ("", 0, "", "")


def test_an_anniversary_keeps_the_slip_of_the_print_beside_it() -> None:
    """The count of years is said, the print quoted."""
    mark = Mark.model_validate(
        {"what": "Ngày thành lập Đảng", "years": "89", "since": "1930-02-03", "printed": "89 ngày thành lập Đảng"}
    )
    (view,) = mark_views([mark])
    assert (view.text, view.since) == ("89 năm Ngày thành lập Đảng", "03/02/1930")
    assert view.printed == "89 ngày thành lập Đảng"
