"""A card drawn: label, title and lines on the left, the portrait or medallion on the right, the site's name below."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from bangvang.cards.lettering import Lettering, font, lettered
from bangvang.fonts import NAMES, STRONG, TEXT
from bangvang.pages.card import Card

SIZE = (1200, 630)
QUALITY = 70
_PLAQUE = Path(__file__).with_name("plaque.png")
_IVORY, _SAND, _GOLD, _LEAF = (255, 245, 226), (243, 220, 195), (227, 191, 106), (201, 152, 47)
_LACQUER = (109, 18, 22)
_LEFT, _TOP, _FOOT = 92, 92, 530
_WIDE, _BESIDE_PORTRAIT = 1016, 660
_CENTRE, _RADIUS = (952, 304), 168
_TITLE_SIZES = (84, 76, 68, 60, 54, 48, 42, 37)
_TITLE_TOP, _MOST_LINES, _LINE_SIZE = 146, 4, 30
_RULE, _GAP, _GAP_BETWEEN = 46, 26, 6
_FINE = 3
"""So many times finer circles are drawn before they are made smaller: their edges come out smooth."""


def draw_card(card: Card, portrait: Path | None) -> bytes:
    """The card as a JPEG of 1200 by 630, the size that Zalo and Facebook show whole."""
    out = BytesIO()
    drawn(card, portrait).save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def drawn(card: Card, portrait: Path | None) -> Image.Image:
    """The picture itself. Where it comes out otherwise than before, `pages.card.LOOK` is to be changed."""
    picture = _plaque().copy()
    pen = ImageDraw.Draw(picture)
    beside = portrait is not None or bool(card.initials)
    _write_words(pen, card, _BESIDE_PORTRAIT if beside else _WIDE)
    _write_foot(pen, card)
    if portrait is not None:
        picture.paste(_round(portrait), _corner(_RADIUS), _disc(_RADIUS))
    if beside:
        picture.paste(_GOLD, _corner(_RADIUS + 10), _ring(_RADIUS + 10))
    if beside and portrait is None:
        pen.text(_CENTRE, card.initials, font=font(NAMES, 132), fill=_GOLD, anchor="mm")
    return picture


def _write_words(pen: ImageDraw.ImageDraw, card: Card, width: int) -> None:
    """What it is, who or what, then what there is to say: the title as large as leaves room for the rest."""
    for size in _TITLE_SIZES:
        title = lettered(card.title, NAMES, size, width, most=_MOST_LINES, leading=1.18)
        lines = [lettered(line, TEXT, _LINE_SIZE, width, most=2, leading=1.36) for line in card.lines]
        room = _FOOT - _GAP - _TITLE_TOP - title.height - _RULE
        if title.whole and sum(line.height + _GAP_BETWEEN for line in lines) <= room:
            break
    pen.text((_LEFT, _TOP), card.label.upper(), font=font(STRONG, 25), fill=_GOLD, anchor="lt")
    y = _written(pen, title, _TITLE_TOP, _IVORY)
    pen.rectangle((_LEFT, y + 22, _LEFT + 132, y + 24), fill=_LEAF)
    y += _RULE
    for line in lines:
        if y + line.height > _FOOT - _GAP:
            break
        y = _written(pen, line, y, _SAND) + _GAP_BETWEEN


def _written(pen: ImageDraw.ImageDraw, words: Lettering, top: int, colour: tuple[int, int, int]) -> int:
    """Where the next thing may begin."""
    for number, line in enumerate(words.lines):
        pen.text((_LEFT, top + words.leading * number), line, font=words.font, fill=colour, anchor="la")
    return top + words.height


def _write_foot(pen: ImageDraw.ImageDraw, card: Card) -> None:
    width = _WIDE
    if card.illustrative:
        mark = font(STRONG, 23)
        text = "Minh họa, không có thật"
        length = round(mark.getlength(text))
        box = (_LEFT + _WIDE - length - 36, _FOOT - 10, _LEFT + _WIDE, _FOOT + 34)
        pen.rounded_rectangle(box, radius=22, fill=_GOLD)
        pen.text((box[0] + 18, _FOOT + 12), text, font=mark, fill=_LACQUER, anchor="lm")
        width -= length + 60
    name = lettered(card.site, STRONG, 25, width, most=1, leading=1)
    pen.text((_LEFT, _FOOT + 12), name.lines[0] if name.lines else "", font=name.font, fill=_GOLD, anchor="lm")


def _corner(radius: int) -> tuple[int, int]:
    return (_CENTRE[0] - radius, _CENTRE[1] - radius)


@cache
def _plaque() -> Image.Image:
    with Image.open(_PLAQUE) as plaque:
        return plaque.convert("RGB")


def _round(path: Path) -> Image.Image:
    """The photo in the circle, faces being nearer to the top than to the middle."""
    with Image.open(path) as photo:
        side = 2 * _RADIUS
        return ImageOps.fit(photo.convert("RGB"), (side, side), Image.Resampling.LANCZOS, centering=(0.5, 0.3))


@cache
def _disc(radius: int) -> Image.Image:
    mask = Image.new("L", (2 * radius * _FINE,) * 2)
    ImageDraw.Draw(mask).ellipse((0, 0, *[side - 1 for side in mask.size]), fill=255)
    return mask.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)


@cache
def _ring(radius: int) -> Image.Image:
    """Two circles of gold leaf."""
    mask = Image.new("L", (2 * radius * _FINE,) * 2)
    pen = ImageDraw.Draw(mask)
    far = mask.width - 1
    pen.ellipse((0, 0, far, far), outline=255, width=4 * _FINE)
    pen.ellipse((8 * _FINE, 8 * _FINE, far - 8 * _FINE, far - 8 * _FINE), outline=150, width=_FINE)
    return mask.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)
