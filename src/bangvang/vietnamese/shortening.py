"""Texts cut to the room there is: for cards, rows of results and descriptions."""

from unicodedata import combining, normalize


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


def _letter_start(text: str, position: int) -> int:
    while position and combining(text[position]):
        position -= 1
    return position
