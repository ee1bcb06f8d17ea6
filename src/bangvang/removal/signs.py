"""What tells of somebody in the bytes of a file: a name, or an id."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from bangvang.vietnamese import Names

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Signs:
    """Whatever tells of somebody: a name, or an id."""

    def __init__(self, ids: Iterable[str], names: Names) -> None:
        self.names = names
        listed = "|".join(map(re.escape, ids))
        self._ids = re.compile(rf"(?<![0-9a-z])(?:{listed})(?![0-9a-z])")

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self.hold_id(text) or self.names.are_in(text)

    def hold_id(self, text: str) -> bool:
        """Whether an id stands there: no namesake has that."""
        return self._ids.search(text) is not None


def readable(data: bytes) -> str:
    """The text of a file as a reader sees it: what JSON and HTML write by number stands there as a letter."""
    text = data.decode("utf-8", "replace")
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return html.unescape(text) if "&" in text else text
