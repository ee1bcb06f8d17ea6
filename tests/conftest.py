"""What every test shares: Hypothesis without deadlines, the same examples every time in CI; a small site to build."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from examining import Examiner
    from playwright.sync_api import Browser

    from bangvang.publishing.frame import Frame

ROOT = Path(__file__).parent.parent
MUCH = 100_000
"""Objects made since garbage was looked for."""
sys.path += [str(ROOT), str(ROOT / "tests")]  # the tools and the bench stand beside the package

settings.register_profile("bangvang", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("bangvang")


@pytest.fixture(scope="module", autouse=True)
def garbage_is_looked_for_between_files() -> None:
    """Each project loaded would look through all that the whole run holds, which takes longer than most tests.

    Before a file, when nothing holds what the last test of the file before had, so that it does not stay for good.
    """
    gc.disable()
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    """Nor does much of it wait for the end of a long file: what a test forks takes longer the larger the run is."""
    if gc.get_count()[0] > MUCH:
        gc.collect()


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
def small_site_copier() -> Callable[[Path], Path]:
    """For fixtures that need the small project once, at a place of their own."""
    return copy_small_site


@pytest.fixture(scope="session")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """What MkDocs renders for the small project, rendered once."""
    from bangvang.publishing.frame import FrameInTheMaking

    root = copy_small_site(tmp_path_factory.mktemp("frame") / "du-an")
    return FrameInTheMaking(root, "kept").result()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, or Playwright's own."""
    from playwright.sync_api import expect

    from tools import chromium

    expect.set_options(timeout=60_000)  # a busy machine is no fault
    with chromium.browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def examiner() -> Examiner:
    """Axe, for all pages of one run."""
    from examining import Examiner

    return Examiner()
