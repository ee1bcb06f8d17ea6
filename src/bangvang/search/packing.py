"""JSON without a superfluous byte, and words one after another with what they share left out."""

from __future__ import annotations

import json
from collections.abc import Sequence

_MOST_SHARED = 9


def packed(value: object) -> bytes:
    """As the files have it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def front_coded(sorted_words: Sequence[str]) -> str:
    """Each word as how many letters it shares with the one before, and the rest."""
    before, written = "", []
    for word in sorted_words:
        shared = 0
        while shared < min(len(before), len(word) - 1, _MOST_SHARED) and before[shared] == word[shared]:
            shared += 1
        written.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(written)
