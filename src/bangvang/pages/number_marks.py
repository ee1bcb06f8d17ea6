"""Number marks of papers, which no line may break: “34-CT/TW”, “15/QĐ-UBND”."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_MARK = re.compile(r"\d+\w*(?:-\w+)*/\w+(?:[-/]\w+)*")
_LONGEST = 24
"""What still fits on a line of the narrowest phone."""


@lru_cache(maxsize=4096)
def unbroken(text: str) -> Markup:
    """Escaped text in which every number mark stays on one line; the letters stay what they are."""
    return Markup(_MARK.sub(_kept, text))


def _kept(mark: re.Match[str]) -> str:
    found = mark.group()
    fits = len(found) <= _LONGEST and any(letter.isupper() for letter in found)
    return f'<span class="bv-nb">{found}</span>' if fits else found
