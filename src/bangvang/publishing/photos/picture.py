"""A photo as pages use it: the same picture in a few sizes and two formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Format(StrEnum):
    """How the pixels are written; its value names it for Pillow too."""

    WEBP = "webp"
    JPEG = "jpeg"

    @property
    def suffix(self) -> str:
        return ".jpg" if self is Format.JPEG else f".{self.value}"

    @property
    def mime(self) -> str:
        return f"image/{self.value}"


class Rendition(NamedTuple):
    """The picture at one size in one format."""

    path: str
    """Below the site's root; it holds a hash of the source, so what it names never changes."""
    width: int
    height: int
    format: Format
    kept: Path
    """Where the bytes lie, to be copied into the site."""


class Picture(NamedTuple):
    """All renditions of a photo, narrow before wide, and the words that go with it."""

    file: str
    alt: str
    credit: str | None
    renditions: tuple[Rendition, ...]

    def of(self, format: str, at_most: int | None = None) -> tuple[Rendition, ...]:
        """The renditions in a format that are no wider than asked; the narrowest one at least."""
        every = tuple(rendition for rendition in self.renditions if rendition.format == format)
        fitting = tuple(rendition for rendition in every if at_most is None or rendition.width <= at_most)
        return fitting or every[:1]

    def srcset(self, format: str, base: str = "", at_most: int | None = None) -> str:
        """The attribute of the same name; `base` leads from the page to the site's root."""
        return ", ".join(f"{base}{rendition.path} {rendition.width}w" for rendition in self.of(format, at_most))

    def fallback(self, at_most: int | None = None) -> Rendition:
        """For `src`, for feeds, for share images: the widest JPEG no wider than asked."""
        return self.of(Format.JPEG, at_most)[-1]
