"""Names of files as the least able disk sees them."""

from __future__ import annotations

import unicodedata


def indistinct(path: str) -> str:
    """Equal for two names that some disk takes for one: they differ in case, or in how accents are encoded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
