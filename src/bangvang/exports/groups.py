"""Files that are made together and change together, known by a key: equal keys, equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import NamedTuple


class Note(NamedTuple):
    """What is known of a file without its bytes."""

    size: int
    sha256: str
    lines: int = 0


class Group(NamedTuple):
    """Some files of the site, made only where they must be."""

    name: str
    key: str
    make: Callable[[], Mapping[str, bytes]]
    """Their bytes by path."""


def noted(data: bytes) -> Note:
    """What to remember of a file."""
    return Note(len(data), sha256(data).hexdigest(), data.count(b"\n"))
