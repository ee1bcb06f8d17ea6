"""Texts cut to the room there is: for cards, rows of results and descriptions."""

import re
from unicodedata import combining, normalize

_AROUND = 40


def shortened(text: str, length: int) -> str:
    """The beginning of a text on one line, at most `length` characters, in whole words; “…” says that it goes on."""
    whole = normalize("NFC", " ".join(text.split()))
    if len(whole) <= length:
        return whole
    if length < 1:
        return ""
    end = length - 1
    if whole[end] != " ":
        # A single word longer than all the room is cut, though never between a letter and its mark.
        end = whole.rfind(" ", 0, end) if " " in whole[:end] else _letter_start(whole, end)
    return whole[:end].rstrip(" .,:;…–—-") + "…"


def around(text: str, found: re.Match[str]) -> str:
    """What was found, with a little of the text before and after it."""
    start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
    before = text[start : found.start()]
    after = text[found.end() : end]
    before = before if start == 0 else f"…{before.partition(' ')[2]}"
    after = after if end >= len(text) else f"{after.rpartition(' ')[0]}…"
    return " ".join(f"{before}{found[0]}{after}".split())


def _letter_start(text: str, position: int) -> int:
    while position and combining(text[position]):
        position -= 1
    return position
