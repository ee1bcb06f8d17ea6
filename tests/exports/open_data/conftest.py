"""Open data of the shipped records, and of small invented ones."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from small_open_data import AGENCY, DAY, ROOT, SITE, Make, Read

from bangvang.exports.open_data import Kept, OpenData, open_data
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Publication
from bangvang.registry import Registry, build_registry


@pytest.fixture(scope="session")
def shipped() -> Registry:
    """The shipped records."""
    return build_registry(load_project(ROOT), DAY)


@pytest.fixture(scope="session")
def made(shipped: Registry) -> OpenData:
    """Their open data."""
    return open_data(Answers(shipped), ())


@pytest.fixture(scope="session")
def out(made: OpenData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a folder."""
    folder = tmp_path_factory.mktemp("open-data")
    for path, data in made.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Records given as path below data/ → text, each of them good; None takes one away."""

    def build(files: Mapping[str, str | None], day: datetime.date = DAY) -> Registry:
        for path, text in {"site.yml": SITE, **AGENCY, **files}.items():
            target = tmp_path / "data" / path
            if text is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert project.problems == []
        return build_registry(project, day)

    return build


@pytest.fixture
def make(read: Read) -> Make:
    """The open data of such records."""

    def build(
        files: Mapping[str, str | None],
        log: Sequence[Publication] = (),
        kept: Kept | None = None,
        day: datetime.date = DAY,
    ) -> OpenData:
        return open_data(Answers(read(files, day)), log, kept)

    return build
