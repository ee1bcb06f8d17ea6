"""Awards and fields in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.english.glossary import english_awards_page, english_fields_page
from bangvang.pages.page import Pair
from bangvang.pages.vocabulary import awards_page, fields_page

Build = Callable[..., Any]


def test_awards_stand_by_kind_in_the_order_of_their_rank(english_of: Build) -> None:
    """Each with both names, level, who gives it, and until when it was given."""
    project = english_of({})
    seen = project.seen(english_awards_page)
    orders, commemorative, letters = (
        seen.text.index(kind) for kind in ("Orders", "Commemorative", "Commendation letters")
    )
    assert orders < commemorative < letters
    for words in ("Order of Trial until 1980", "Huân chương Thử", "the President of the State", "State"):
        assert words in seen.text
    assert seen.links["Huân chương Thử"] == "danh-hieu/hc/"
    assert {"hc", "gk", "kn"} <= set(seen.ids)


def test_an_award_without_an_english_name_stands_under_its_own(english_of: Build) -> None:
    """Marked as Vietnamese."""
    project = english_of({})
    assert '<th scope="row"><span lang="vi">Kỷ niệm chương</span></th>' in project.body(
        project.page(english_awards_page)
    )


def test_fields_stand_below_those_they_belong_to(english_of: Build) -> None:
    """Each once."""
    project = english_of({})
    html = project.body(project.page(english_fields_page))
    assert html.index('id="nong-nghiep"') < html.index('<ul class="bv-list"><li id="thuy-san"')
    assert html.count('id="thuy-san"') == 1


def test_the_glossaries_are_paired_with_the_lists_in_vietnamese(english_of: Build) -> None:
    """From both sides."""
    project = english_of({})
    assert project.page(awards_page).pair == project.page(english_awards_page).pair == Pair("danh-hieu/", "en/awards/")
    assert project.page(fields_page).pair == project.page(english_fields_page).pair == Pair("linh-vuc/", "en/fields/")
