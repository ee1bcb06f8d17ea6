"""Where things are filed: numbers and bit paths made of words alone, the same in Python and in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

NEAR_BITS, OWN_BITS = 8, 18
NUMBER_BITS = NEAR_BITS + OWN_BITS
"""Of a document's number: of the place where it lies, and of its own address."""
APART = "~"
"""Where hand-written pages lie: beyond all places, so that their numbers tell them apart."""
_LAST = (1 << NEAR_BITS) - 1
WORD_BITS = 14
PATH_WORDS = 3
PATH_BITS = WORD_BITS * PATH_WORDS
TERM_BITS = 32


@lru_cache(65_536)
def spread(text: str) -> int:
    """A number of 32 bits that looks like chance: FNV-1a over UTF-8, mixed once more."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    value = ((value ^ (value >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return value ^ (value >> 13)


def path_of(words: Sequence[str]) -> int:
    """The path of a key of up to three words; keys that begin alike lie together."""
    path = 0
    for place in range(PATH_WORDS):
        part = spread(words[place]) >> (32 - WORD_BITS) if place < len(words) else 0
        path = (path << WORD_BITS) | part
    return path


def term_path(key: str) -> int:
    """The path of a term, which looks like chance: so the tree of all terms stays even."""
    return spread(key)


def numbers(near: Mapping[str, str]) -> dict[str, int]:
    """Each address's number; `near` says where each lies, so that neighbours have numbers that are near.

    Within a place numbers look like chance; whoever finds one taken moves up to the next that is free.
    """
    natural = sorted((_place(place) << OWN_BITS | spread(url) >> (32 - OWN_BITS), url) for url, place in near.items())
    found: dict[str, int] = {}
    last = -1
    for number, url in natural:
        last = max(number, last + 1)
        found[url] = last
    return found


def _place(near: str) -> int:
    """The first bits of the numbers of all that lies at one place."""
    return _LAST if near == APART else min(spread(near) >> (32 - NEAR_BITS), _LAST - 1)
