"""Ids for living people: six characters that say nothing, and that were never given before."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable
from pathlib import Path

from bangvang.records import MINT_FIRST, MINT_LENGTH, MINT_REST

MEMORIES = ("data/ledger.json", "data/archive")
"""Where ids of records that are gone are still known."""


def mint_id(is_taken: Callable[[str], bool], dice: random.Random | None = None) -> str:
    """A free id; chance decides, so that ids do not even tell who came before whom."""
    chance = dice or secrets.SystemRandom()
    while True:
        id = chance.choice(MINT_FIRST) + "".join(chance.choice(MINT_REST) for _ in range(MINT_LENGTH - 1))
        if not is_taken(id):
            return id


def remembered_text(root: Path) -> str:
    """Everything that the project still remembers of former ids, as one text to look into."""
    found = []
    for name in MEMORIES:
        path = root / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file()]
    return "\n".join(found)
