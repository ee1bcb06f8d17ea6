"""Phases: what a badge may claim of a campaign on the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.stages import campaign_stage
from bangvang.registry import Phase

Build = Callable[..., Any]
CAMPAIGN = "name: Phong trào\ntype: thematic\nlevel: commune\n"
PLACES = """\
- {id: xa-cu, name: Xã Cũ, type: commune, became: [{id: xa-moi, how: whole, date: 2025-07-01}]}
- {id: xa-moi, name: Xã Mới, type: commune}
"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", Phase.UNKNOWN),
        ("period: {from: 2026, to: 2026}\n", Phase.RUNNING),
        ("period: {from: 2027}\n", Phase.UPCOMING),
        ("period: {to: 2025}\n", Phase.CLOSED),
        ("period: {from: 2020}\n", Phase.RUNNING),
        ("period: {from: 1960}\n", Phase.OPEN_ENDED),
        ("period: {from: 1960, to: 2030}\n", Phase.RUNNING),
        ("period: {from: 2020}\nplace: xa-cu\n", Phase.OPEN_ENDED),
        ("period: {from: 2020}\nplace: xa-moi\n", Phase.RUNNING),
        ("period: {to: 2030}\n", Phase.RUNNING),
    ],
)
def test_nothing_is_said_to_be_under_way_without_ground(project_of: Build, more: str, expected: Phase) -> None:
    """No end for decades, or a place that is no more, is no campaign under way."""
    answers = project_of({"campaigns/a.yml": CAMPAIGN + more, "vocabulary/places.yml": PLACES}).answers
    assert answers.ask(campaign_stage, "a") is expected
