"""The small site on a desk, and this folder's helpers where every test finds them."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

from bangvang.office.desk import Desk

sys.path.insert(0, str(Path(__file__).parent))

DAY = datetime.date(2026, 11, 21)


@pytest.fixture
def desk(small_site: Path) -> Desk:
    """On a project of its own."""
    return Desk(small_site, day=DAY)
