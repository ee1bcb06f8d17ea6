"""What the bench of the book prints is a project like any other."""

from __future__ import annotations

import datetime
from pathlib import Path

from bangvang.checking import check
from bangvang.demo import write_demo
from bangvang.loading import load_project
from bangvang.records import Honouree
from bangvang.registry import build_registry
from bench.book import add_portraits


def test_every_profile_gets_a_portrait_of_its_own_that_may_be_shown(tmp_path: Path) -> None:
    """Otherwise the bench would time medallions."""
    write_demo(30, tmp_path)
    count = add_portraits(tmp_path)
    project = load_project(tmp_path)
    verdict = check(project, build_registry(project, datetime.date(2026, 11, 21)))
    profiles = [one.record for one in project.loaded if isinstance(one.record, Honouree)]
    assert verdict.errors == 0
    assert count == len(profiles) > 0
    assert all(profile.photos[0].consent for profile in profiles)
    assert len({path.read_bytes() for path in (tmp_path / "data/photos").iterdir()}) == count
