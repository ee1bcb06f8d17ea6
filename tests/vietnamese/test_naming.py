"""Names are found however a file spells them, and nowhere else."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from bangvang.vietnamese import Names

NAME = "Nguyễn Thị Hoà Mẫu"


@pytest.mark.parametrize(
    "text",
    [
        "Bà Nguyễn Thị Hoà Mẫu đến.",
        "bà NGUYỄN THỊ HÒA MẪU",
        "Nguyễn Thị\n  Hòa Mẫu",
        "Mrs Nguyen Thi Hoa Mau came",
        "/anh/nguyen-thi-hoa-mau.jpg",
        normalize("NFD", NAME),
    ],
)
def test_every_spelling_is_the_name(text: str) -> None:
    """Capitals, tones on either vowel, broken lines, no marks, addresses, decomposed letters."""
    assert Names([NAME]).are_in(text)


@pytest.mark.parametrize("text", ["Nguyễn Thị Hoa Mẫu", "Nguyễn Thị Hoà Mẫun", "xnguyen-thi-hoa-mau", "Thị Hoà Mẫu"])
def test_another_name_is_not_the_name(text: str) -> None:
    """One letter more, one mark less is somebody else."""
    assert not Names([NAME]).are_in(text)


def test_a_name_of_one_word_is_not_looked_for_without_its_marks() -> None:
    """`mau` is in every second sentence."""
    assert Names(["Mẫu"]).are_in("Tổ Mẫu họp.")
    assert not Names(["Mẫu"]).are_in("to mau hop")


def test_nobody_is_found_nowhere() -> None:
    """Without names there is nothing to look for."""
    assert not Names([]).are_in("")
    assert not Names(["  "]).are_in("  ")


def test_a_passage_is_shown_with_a_little_around_it() -> None:
    """So that the clerk sees of whom it speaks."""
    (passage,) = Names([NAME]).passages(f"{'Trước đó rất lâu. ' * 5}Bà {NAME} đến. {'Sau đó cũng lâu. ' * 5}")
    assert passage.startswith("…")
    assert f"Bà {NAME} đến." in passage
    assert passage.endswith("…")
