"""The public keys of an office: from data/archive/ to where whoever received a deposit looks for them."""

from __future__ import annotations

from pathlib import Path

from bangvang.frozen.archive import KEYS

FILE = Path(KEYS)
PATH = ".well-known/bangvang-keys.txt"


def public_keys(root: Path) -> bytes | None:
    """The list of keys as the site publishes it; None where the office signs nothing."""
    path = root / FILE
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None
