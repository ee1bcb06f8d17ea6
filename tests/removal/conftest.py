"""The invented project, bare or built and published."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

sys.path += [str(Path(__file__).parent), str(Path(__file__).parent.parent / "publishing")]

from removal_tree import FILES, write_files

from bangvang.publishing.frame import FOLDER, FrameInTheMaking, frame_key

CHECKOUT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The records alone."""
    root = write_files(tmp_path / "du-an", FILES)
    (root / "data/photos").mkdir()
    Image.new("RGB", (800, 1000), "brown").save(root / "data/photos/chan-dung.png")
    return root


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frame of all those projects, rendered once."""
    root = _with_what_is_shown_around(write_files(tmp_path_factory.mktemp("rendered") / "du-an", FILES))
    return FrameInTheMaking(root, "kept").result().folder


@pytest.fixture
def whole(project: Path, rendered: Path) -> Path:
    """All that it takes to build them."""
    _with_what_is_shown_around(project)
    shutil.copytree(rendered, project / FOLDER / frame_key(project))
    return project


def _with_what_is_shown_around(root: Path) -> Path:
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    shutil.copytree(CHECKOUT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "overrides").mkdir()
    return root
