"""The invented project, bare or built and published."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

sys.path += [str(Path(__file__).parent), str(Path(__file__).parent.parent / "publishing")]

from removal_tree import FILES, write_files

CHECKOUT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The records alone."""
    root = write_files(tmp_path / "du-an", FILES)
    (root / "data/photos").mkdir()
    Image.new("RGB", (800, 1000), "brown").save(root / "data/photos/chan-dung.png")
    return root


@pytest.fixture
def whole(project: Path) -> Path:
    """All that it takes to build them."""
    shutil.copy(CHECKOUT / "mkdocs.yml", project)
    shutil.copytree(CHECKOUT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (project / "overrides").mkdir()
    return project
