"""Words on a picture: in as many lines as there is room for, the rest left out with a sign."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

_REST = "…"
_STEPS = 24


class Lettering(NamedTuple):
    """Lines of one size, ready to be drawn below each other."""

    font: ImageFont.FreeTypeFont
    lines: tuple[str, ...]
    leading: int
    """From one line to the next."""
    whole: bool
    """Whether nothing was left out."""

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)


@cache
def font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font file at a size. Composed Vietnamese letters need no shaping, which is not there on every system."""
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def lettered(text: str, path: Path, size: int, width: int, most: int, leading: float) -> Lettering:
    """The words at one size, in so many lines at most."""
    face = font(path, size)
    lines = _balanced(text, face, width)
    whole = len(lines) <= most and " ".join(lines) == " ".join(text.split())
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), face, width)]
    return Lettering(face, tuple(lines), round(size * leading), whole)


def _balanced(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """As few lines as it takes, none much longer than the others."""
    words = [_cut(word, face, width) for word in text.split()]
    widths = [face.getlength(word) for word in words]
    space = face.getlength(" ")
    lines = _broken(words, widths, space, width)
    step = max(1, width // _STEPS)
    for narrower in range(width - step, round(max(widths, default=width)), -step):
        tried = _broken(words, widths, space, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _broken(words: Sequence[str], widths: Sequence[float], space: float, width: float) -> list[str]:
    """As many words on each line as it holds."""
    lines: list[list[str]] = []
    left = 0.0
    for word, length in zip(words, widths, strict=True):
        left -= space + length
        if left < 0:
            lines.append([])
            left = width - length
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def _cut(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """The beginning that fits together with the sign that more follows."""
    if face.getlength(text) <= width:
        return text
    short, long = 0, len(text)
    while short < long:
        middle = (short + long + 1) // 2
        if face.getlength(text[:middle].rstrip() + _REST) <= width:
            short = middle
        else:
            long = middle - 1
    return text[:short].rstrip() + _REST
