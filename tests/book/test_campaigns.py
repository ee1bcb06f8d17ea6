"""Campaigns in brief say of their targets what the site says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bangvang.book.campaigns import campaign_briefs
from bangvang.book.selection import Scope, select
from tests.book.conftest import CAMPAIGN, Project

TARGET = """\
targets:
  - {name: Đường bê tông, aim: at-least, value: "10", unit: km, results: [{as_of: 2026-06-30, value: "4"}]}
"""


@pytest.mark.parametrize(
    ("campaign", "verdict"),
    [(CAMPAIGN, "Đang thực hiện"), (CAMPAIGN.replace("2026-12-31", "2026-06-30"), "Chưa đạt")],
    ids=["running", "over"],
)
def test_a_target_is_missed_only_when_time_is_up(
    project_of: Callable[..., Project], campaign: str, verdict: str
) -> None:
    """Until then it is under way, on paper as on the site."""
    reading = project_of({"campaigns/lam-duong.yml": campaign + TARGET}).reading
    (brief,) = campaign_briefs(reading, select(reading.answers, Scope()))
    assert [target.verdict for target in brief.targets] == [verdict]
