"""The text of a page: what its records say on it, whatever it looks like."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bangvang.frozen.text import blocks, main_part, passages, squeezed, visible_text

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=2, max_size=12)


def said(text: str) -> str:
    """Marks made plain, as pages do."""
    return f"<p>{escape(text.replace('**', ''))}</p>"


def test_a_page_is_read_paragraph_by_paragraph() -> None:
    """Marks inside a word do not break it; what nobody sees does not count."""
    html = "<h1>Thi <em>đua</em></h1><p>a&amp;b<br>c</p><script>x()</script><svg><text>y</text></svg><ul><li>d</ul>"
    assert blocks(html) == ["Thi đua", "a&b", "c", "d"]


@given(WORDS, WORDS)
def test_the_form_of_letters_and_of_spaces_does_not_count(first: str, second: str) -> None:
    """NFC and NFD, spaces that do not break, places where a line may."""
    shown = f"<p>{normalize('NFD', first)}\u00a0\n {second[:1]}\u00ad{second[1:]}</p>"
    assert visible_text(shown) == squeezed(f"{first} {second}")


def test_what_all_pages_share_is_not_the_text_of_one() -> None:
    """The owner's name in the foot of the site saves no page that has lost it."""
    assert (
        main_part('<header>A</header><main class="m"><p>B</p></main><footer>C</footer>') == '<main class="m"><p>B</p>'
    )
    assert main_part("<p>B</p>") == "<p>B</p>"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """However broken its tags."""
    assert visible_text(text) == squeezed(visible_text(text))


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_passages_are_what_stands_on_the_page_each_once(words: list[str]) -> None:
    """In its order; what the page leaves out is not frozen."""
    html = "".join(f"<p>{word}</p>" for word in words)
    found = passages({"told": [*words, "không có trên trang"]}, html, said)
    assert set(found) == set(map(squeezed, words))
    assert len(found) == len(set(found))


def test_labels_are_of_the_theme_and_texts_of_the_record() -> None:
    """Only what the page is given counts; marks are read as the page shows them."""
    html = "<dt>Thời gian</dt><dd>Năm 2025</dd><p>Làm <b>12 km</b> đường.</p>"
    assert passages({"time": "Năm 2025", "text": "Làm **12 km** đường."}, html, said) == [
        "Năm 2025",
        "Làm 12 km đường.",
    ]


@pytest.mark.parametrize("name", ["cards", "decisions", "related", "totals", "stage", "frozen", "rows"])
def test_what_others_make_of_a_record_is_outside(name: str) -> None:
    """Neighbours, counts, lists, the state of today."""
    assert passages({name: "Thôn Ba"}, "<p>Thôn Ba</p>", said) == []


def test_what_a_place_is_today_is_outside() -> None:
    """At any depth."""
    context = {"place": {"text": "Xã Mẫu", "now": "Xã Mới", "now_html": Markup("<a>Xã Mới</a>")}}
    assert passages(context, "<p>Xã Mẫu nay là Xã Mới</p>", said) == ["Xã Mẫu"]
