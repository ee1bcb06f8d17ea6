"""A place in a line: its name then, and what it is called today, as it reads inside a sentence."""

from __future__ import annotations

import pytest

from bangvang.pages.page import Link
from bangvang.pages.places import PlaceLine, lower_first


def line(count: int) -> PlaceLine:
    """A place that became so many."""
    now = tuple(Link(f"xã {number}, tỉnh Nay", f"dia-phuong/{number}/") for number in range(1, count + 1))
    return PlaceLine("Huyện Cũ", "dia-phuong/cu/", now)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "xã 1, tỉnh Nay"),
        (3, "xã 1, tỉnh Nay; xã 2, tỉnh Nay và xã 3, tỉnh Nay"),
        (6, "xã 1, tỉnh Nay; xã 2, tỉnh Nay và 4 nơi khác"),
    ],
)
def test_names_of_today_are_told_up_to_a_few(count: int, told: str) -> None:
    """Names have commas of their own, so semicolons stand between them."""
    assert line(count).now_text == told
    assert f"(nay là {told})" in line(count).plain


def test_what_is_left_out_is_a_link_to_all_of_them() -> None:
    """Unless the whole card is a link already."""
    assert line(6).now_html.endswith('và <a href="\x01dia-phuong/cu/">4 nơi khác</a>')
    assert "<a" not in line(6).plain
    assert "<a" not in line(3).now_html


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Thị xã Vĩnh Châu, tỉnh Sóc Trăng", "thị xã Vĩnh Châu, tỉnh Sóc Trăng"),
        ("Thành phố Huế", "thành phố Huế"),
        ("Đắk Lắk", "Đắk Lắk"),
        ("Tỉnh", "Tỉnh"),
    ],
)
def test_the_word_for_its_kind_is_small_inside_a_sentence(name: str, inside: str) -> None:
    """A name without such a word stays as it is."""
    assert lower_first(name) == inside
