"""Keys of awards: who has a paper in hand finds by its number and the name on it whether the roll knows it.

Scripts make the same keys of what is typed; shared vectors hold both sides together. A key is short and made as by
chance: the page to which it leads says what is true.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bangvang.search.buckets import base36
from bangvang.search.paths import spread
from bangvang.vietnamese import fold, fold_word, words

_FORMS_OF_ADDRESS = frozenset({"ong", "ba", "anh", "chi", "co", "ho", "gia", "dinh", "dong"})
"""Words before a name that are on the paper and not in the roll, or the other way round."""


def proof_keys(names: Iterable[str], numbers: Iterable[str | None]) -> tuple[str, ...]:
    """Under each of some names by each of some numbers; a number without a figure is none."""
    bare = [bare_name(name) for name in names]
    figures = [figure for number in numbers if number and (figure := first_figure(number))]
    return tuple(dict.fromkeys(base36(spread(f"{name}|{figure}")) for figure in figures for name in bare))


def bare_name(name: str) -> str:
    """A name folded, without forms of address before it."""
    found = [fold_word(word) for word in words(name)]
    while len(found) > 1 and found[0] in _FORMS_OF_ADDRESS:
        del found[0]
    return " ".join(found)


@lru_cache(1024)
def first_figure(number: str) -> str:
    """The first word of a number that holds a figure, its noughts before it left out: 15 of “Số 015/QĐ-UBND”."""
    found = next((word for word in fold(number).split() if any(map(str.isdecimal, word))), "")
    return found.lstrip("0") or found[-1:]
