"""Draws the site's mark in the sizes that browsers, phones and bookmarks ask for.

    .venv/bin/python tools/icons.py

reads src/bangvang/assets/favicon.svg and writes favicon.ico, apple-touch-icon.png, icon-192.png and icon-512.png
beside it. It needs Playwright and Pillow (both in the developers' environment) and a Chromium on the machine.
"""

from __future__ import annotations

import re
from string import Template

from chromium import ASSETS, drawn, page_of
from PIL import Image

TAB_SIZES = (16, 32, 48)
HOME_SCREEN_SIZE = 180
APP_SIZES = (192, 512)
LACQUER = "#8f1d21"
_COLOURS = 128
_TOO_SMALL_FOR_A_RING = 24

_RING = re.compile(r'<circle[^>]*fill="none"[^>]*/>')
_PAGE = Template("""<!doctype html><meta charset="utf-8"><style>
*{margin:0}html{background:$ground}svg{display:block;width:${size}px;height:${size}px}</style>$mark
""")


def main() -> None:
    """Draw each size by itself, so that even the smallest is sharp."""
    first, *others = [mark(size) for size in TAB_SIZES]
    sizes = [(size, size) for size in TAB_SIZES]
    others[-1].save(ASSETS / "favicon.ico", sizes=sizes, append_images=[first, *others])
    # Phones cut the corners themselves and put black where there is nothing.
    _few_colours(mark(HOME_SCREEN_SIZE, LACQUER)).save(ASSETS / "apple-touch-icon.png", optimize=True)
    for size in APP_SIZES:
        _few_colours(mark(size)).save(ASSETS / f"icon-{size}.png", optimize=True)


def mark(size: int, ground: str = "transparent") -> Image.Image:
    """The mark as a square of this many pixels."""
    svg = (ASSETS / "favicon.svg").read_text(encoding="utf-8")
    if size < _TOO_SMALL_FOR_A_RING:
        svg = _RING.sub("", svg).replace("<path", '<path transform="scale(1.35)"')
    with page_of(size, size) as page:
        return drawn(page, _PAGE.substitute(size=size, ground=ground, mark=svg))


def _few_colours(image: Image.Image) -> Image.Image:
    return image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
