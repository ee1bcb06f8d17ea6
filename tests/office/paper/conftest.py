"""The five founding plans and what the records say of them; helpers that write Word and old encodings."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.registry import Registry, build_registry

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "appendix")]


@pytest.fixture(scope="session")
def real() -> Registry:
    """The shipped records as of a day."""
    return build_registry(load_project(ROOT), datetime.date(2026, 11, 21))
