"""Habits: what the office chose last time, to be proposed again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bangvang.office.workroom import WORKROOM, folder_in
from bangvang.whole_file import replacing_durably

_FILE = "habits.json"


def read_habits(root: Path) -> dict[str, object]:
    """By name; none where they were never written or cannot be read."""
    try:
        kept = json.loads((root / WORKROOM / "habits" / _FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_habits(root: Path, habits: Mapping[str, object]) -> None:
    """Replace them."""
    with replacing_durably(folder_in(root, "habits") / _FILE) as stream:
        stream.write(json.dumps(habits, ensure_ascii=False).encode())
