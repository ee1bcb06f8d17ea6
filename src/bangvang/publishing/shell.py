"""A shell: a page of the site with holes where a record goes; Material rendered it once, records are spliced in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from bangvang.pages.addresses import ROOT

if TYPE_CHECKING:
    from bangvang.pages.page import Page

BODY, TITLE, DESCRIPTION, ROBOTS, HEAD, IMAGE, PATH = (
    "bv0body0bv",
    "bv0title0bv",
    "bv0description0bv",
    "bv0robots0bv",
    "bv0head0bv",
    "bv0image0bv",
    "bv0path0bv",
)
"""Words that stand in a shell for what a page brings; they occur nowhere else in it."""
_ROOT = ROOT.encode()
_HOLES = re.compile(f"({'|'.join((BODY, TITLE, DESCRIPTION, ROBOTS, HEAD, IMAGE))}|(?:{PATH}/)+)")


class ShellKey(NamedTuple):
    """Pages of one part of the site and one depth share a shell."""

    tab: str
    depth: int


def shell_key(url: str, tab: str) -> ShellKey:
    """Which shell a page goes into."""
    return ShellKey(tab, url.count("/"))


@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces of a shell: text at even places, the names of holes at odd ones."""

    pieces: tuple[str, ...]
    _texts: tuple[bytes, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", tuple(piece.encode() for piece in self.pieces[::2]))

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut a rendered shell at its holes."""
        pieces = _HOLES.split(html)
        pieces[1::2] = [PATH if piece.startswith(PATH) else piece for piece in pieces[1::2]]
        return cls(tuple(pieces))

    def fill(self, page: Page, body: str, *, description: str, robots: str, head: str, image: str) -> bytes:
        """The page's bytes."""
        filling = {
            BODY: body.encode().replace(_ROOT, b"../" * page.url.count("/")),
            TITLE: escape(page.title).encode(),
            DESCRIPTION: escape(description).encode(),
            ROBOTS: robots.encode(),
            HEAD: head.encode(),
            IMAGE: image.encode(),
            PATH: page.url.encode(),
        }
        parts = [b""] * len(self.pieces)
        parts[::2] = self._texts
        parts[1::2] = [filling[name] for name in self.pieces[1::2]]
        return b"".join(parts)
