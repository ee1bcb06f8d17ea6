"""An editor for the tests of its windows, and how they ask it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bangvang.office.editor.editor import Editor

sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def editor(small_site: Path) -> Editor:
    """On a project of its own."""
    return Editor(small_site)
