"""A card drawn: a JPEG in the size that social networks show whole."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bangvang.cards import draw_card
from bangvang.cards.drawing import drawn as pictured
from bangvang.pages.card import LOOK, Card

CARD = Card("honouree", "k7m2q9", "Gương sáng", "Nguyễn Văn Thử", ("Trưởng thôn", "Xã Thử"), "Bảng Vàng", "NT")
DRAWINGS = {"1": "3bcd303629fa15df"}
"""What the cards of a test come out as, by look."""
RIGHT = (760, 100, 1140, 500)


def drawn(card: Card, portrait: Path | None = None) -> Image.Image:
    """The card as whoever receives the link sees it."""
    return Image.open(BytesIO(draw_card(card, portrait)))


def differ(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """The box outside which two cards look alike."""
    return ImageChops.difference(one, other).point(lambda value: 255 if value > 40 else 0).getbbox()


def test_a_card_has_the_size_that_networks_show_whole() -> None:
    """And weighs little, and tells nothing of the machine."""
    picture = drawn(CARD)
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (1200, 630), {})
    assert len(draw_card(CARD, None)) < 200_000


def test_another_drawing_has_another_look(tmp_path: Path) -> None:
    """Whoever changes how cards are drawn raises LOOK and writes down here what comes out."""
    photo = tmp_path / "anh.png"
    Image.linear_gradient("L").resize((480, 640)).convert("RGB").save(photo)
    long = replace(CARD, title="Tổ hợp tác Đặng Thử Ỷ " * 6, lines=("Một dòng dài " * 9,) * 3, illustrative=True)
    pixels = b"".join(
        picture.tobytes()
        for picture in (pictured(CARD, None), pictured(long, photo), pictured(replace(long, initials=""), None))
    )
    assert DRAWINGS.get(LOOK) == sha256(pixels).hexdigest()[:16], "the drawing has changed: raise LOOK"


def test_a_card_is_drawn_the_same_each_time() -> None:
    """Its address tells its content."""
    assert draw_card(CARD, None) == draw_card(CARD, None)


@pytest.mark.parametrize(
    "other",
    [
        replace(CARD, title="Trần Thị Thử"),
        replace(CARD, label="Tập thể tiêu biểu"),
        replace(CARD, lines=("Nông dân",)),
        replace(CARD, site="Bảng Vàng xã Thử"),
        replace(CARD, initials="TT"),
        replace(CARD, illustrative=True),
    ],
    ids=["title", "label", "lines", "site", "initials", "illustrative"],
)
def test_everything_that_a_card_says_is_seen(other: Card) -> None:
    """And gives it another address."""
    assert differ(drawn(CARD), drawn(other)) is not None
    assert CARD.path != other.path


def test_a_portrait_takes_the_place_of_the_medallion(tmp_path: Path) -> None:
    """In the circle on the right, and nowhere else."""
    photo = tmp_path / "anh.jpg"
    Image.new("RGB", (480, 640), (20, 90, 200)).save(photo)
    left, top, right, bottom = differ(drawn(CARD), drawn(CARD, photo)) or (0, 0, 0, 0)
    assert RIGHT[0] <= left < right <= RIGHT[2]
    assert RIGHT[1] <= top < bottom <= RIGHT[3]


def test_a_name_of_three_hundred_letters_stays_out_of_the_circle() -> None:
    """It is made smaller, then cut."""
    long = replace(CARD, title="Tổ hợp tác " * 27, lines=("Một dòng rất dài " * 20,) * 3)
    blank = replace(CARD, title="", lines=())
    box = differ(drawn(long), drawn(blank))
    assert box is not None
    assert box[2] <= RIGHT[0] + 8
    assert box[3] < 530
