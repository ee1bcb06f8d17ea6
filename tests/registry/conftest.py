"""A small invented world, put together as of a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.registry import Registry, build_registry

DAY = datetime.date(2026, 11, 21)
SITE = """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""


@pytest.fixture
def registry_of(tmp_path: Path) -> Callable[..., Registry]:
    """Read files given as path below data/ → text; every one must be good."""

    def build(files: Mapping[str, str], day: datetime.date = DAY) -> Registry:
        for path, text in {"site.yml": SITE, **files}.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert project.problems == []
        return build_registry(project, day)

    return build
