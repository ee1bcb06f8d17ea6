"""The card of a page: what stands on the picture that social networks show beside a link to it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cached_property
from hashlib import blake2b

FOLDER = "the-chia-se"
LOOK = "1"
"""To be changed together with the drawing, so that no old picture is taken for a new one; a test sees to it."""


@dataclass(frozen=True)
class Card:
    """Words, and a portrait or a medallion; a page without a card shows the picture of its kind."""

    kind: str
    id: str
    label: str
    """What the page is about, above the title."""
    title: str
    lines: tuple[str, ...]
    site: str
    initials: str = ""
    """For the medallion, where there is no portrait."""
    portrait: str = ""
    """The address of a photo in the site."""
    illustrative: bool = False

    @cached_property
    def path(self) -> str:
        """Where the site serves the picture; another content has another address, which no network knows yet."""
        digest = blake2b("\0".join((LOOK, *map(str, astuple(self)))).encode(), digest_size=6).hexdigest()
        return f"{FOLDER}/{self.kind}/{self.id}-{digest}.jpg"
