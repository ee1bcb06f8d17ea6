"""Published addresses that a build would lose."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bangvang.publishing.memory import Made
from bangvang.registry import Registry


def vanished_problems(root: Path, registry: Registry, pages: Mapping[str, Made]) -> list[str]:
    """One line for each, with what to write."""
    return []
