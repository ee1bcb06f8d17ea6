"""While somebody is half removed nothing is published; for a while after a removal nothing of before lingers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bangvang.publishing.error import StagingError
from bangvang.publishing.removals import NOTE, refuse_half_removed, removed_lately
from bangvang.registry import Registry

DAY = date(2026, 11, 21)


def test_a_note_of_a_removal_under_way_stops_a_publication(tmp_path: Path) -> None:
    """And says what to run."""
    refuse_half_removed(tmp_path)
    (tmp_path / NOTE).parent.mkdir()
    (tmp_path / NOTE).write_text("{}", encoding="utf-8")
    with pytest.raises(StagingError, match="Hãy chạy lại lệnh bangvang forget"):
        refuse_half_removed(tmp_path)


@pytest.mark.parametrize(("days", "lately"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_removal_counts_as_recent_for_two_months(
    registry_of: Callable[..., Registry], days: int, lately: bool
) -> None:
    """From its day on."""
    registry = registry_of({"data/honourees/x2y3z4.yml": f"status: removed\nremoved_on: {DAY}\n"})
    assert removed_lately(registry, DAY + timedelta(days=days)) is lately


def test_a_removal_without_a_day_is_of_long_ago(registry_of: Callable[..., Registry]) -> None:
    """Nobody knows."""
    assert not removed_lately(registry_of({"data/honourees/x2y3z4.yml": "status: removed\n"}), DAY)
