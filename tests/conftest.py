"""What every test shares: Hypothesis without deadlines, the same examples every time in CI; a small site to build."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from bangvang.publishing.frame import Frame

ROOT = Path(__file__).parent.parent

settings.register_profile("bangvang", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("bangvang")


def copy_small_site(folder: Path) -> Path:
    """A project of about forty records, three of each kind, one of them full of what breaks templates."""
    shutil.copytree(ROOT / "tests/data/small-site", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "overrides").mkdir()
    return folder


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A copy of the small project, to be changed."""
    return copy_small_site(tmp_path / "du-an")


@pytest.fixture(scope="session")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """What MkDocs renders for the small project, rendered once."""
    from bangvang.publishing.frame import FrameInTheMaking

    root = copy_small_site(tmp_path_factory.mktemp("frame") / "du-an")
    return FrameInTheMaking(root, "kept").result()
