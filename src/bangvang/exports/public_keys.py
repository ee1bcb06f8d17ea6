"""The public keys of an office: from data/archive/ to where whoever received a deposit looks for them."""

from __future__ import annotations

from pathlib import Path

from bangvang.frozen.keys import keys_text

PATH = ".well-known/bangvang-keys.txt"


def public_keys(root: Path) -> bytes | None:
    """The list of keys as the site publishes it; None where the office signs nothing. Raises BadKeys."""
    text = keys_text(root)
    return None if text is None else text.encode()
