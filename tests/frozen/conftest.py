"""A closed campaign, frozen."""

from __future__ import annotations

from pathlib import Path

import pytest
from closed_campaign import freeze_closed, write_closed


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """The commune whose campaign is frozen."""
    root = write_closed(tmp_path / "xa-mau")
    freeze_closed(root)
    return root
