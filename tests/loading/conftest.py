"""A folder of record files, read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.loading import Project, load_project


@pytest.fixture
def load(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Project]:
    """Write path below data/ → content, and load."""

    def run(files: Mapping[str, str | bytes]) -> Project:
        for path, content in files.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_project(tmp_path)

    return run
