"""The front page in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.english.home import english_home_page
from bangvang.pages.home import home_page
from bangvang.pages.page import Pair

Build = Callable[..., Any]
SITE = """\
name: Bảng Vàng thử
name_en: Golden Board on trial
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""
UNIT = "kind: collective\nname: Tổ số {0}\nsummary_en: Unit number {0}.\n"


def test_it_says_what_this_is_and_how_much_there_is(english_of: Build) -> None:
    """In the office's own words and in figures."""
    project = english_of({"honourees/to.yml": UNIT.format(1)})
    page, seen = project.page(english_home_page), project.seen(english_home_page)
    assert (page.url, page.description) == ("en/", "A board to try things with.")
    for words in (
        "Golden Board on trial",
        "A board to try things with.",
        "collectives and communities 1",
        "Unit number 1.",
        "Văn phòng",
    ):
        assert words in seen.text
    assert "people 0" not in seen.text
    assert seen.links["open data page"] == "du-lieu/"


def test_a_site_may_have_no_words_of_its_own(english_of: Build) -> None:
    """Then its name is all that a search engine is told."""
    assert english_of({"site.yml": SITE}).page(english_home_page).description.startswith("Golden Board on trial: ")


def test_the_exemplars_that_the_office_picked_come_first(english_of: Build) -> None:
    """Twelve at most; a pick that is not told in English is left out."""
    files = {f"honourees/to-{number:02}.yml": UNIT.format(number) for number in range(14)}
    picks = SITE + "home: {honourees: [to-13, khac]}\n"
    seen = english_of({**files, "honourees/khac.yml": "kind: collective\nname: Tổ Khác\n", "site.yml": picks}).seen(
        english_home_page
    )
    shown = [link for link in seen.links.values() if link.startswith("en/people/to-")]
    assert shown[0] == "en/people/to-13/"
    assert len(shown) == 12
    assert "Tổ Khác" not in seen.text


def test_other_kinds_are_named_with_how_many_they_are(english_of: Build) -> None:
    """Where there are any."""
    seen = english_of({"events/le.yml": "name: Lễ\ntype: launch\nsummary_en: A launch.\n"}).seen(english_home_page)
    assert seen.links["Events 1"] == "en/events/"
    assert "Reports" not in seen.text


def test_both_home_pages_name_each_other(english_of: Build) -> None:
    """For search engines."""
    project = english_of({})
    assert project.page(home_page).pair == project.page(english_home_page).pair == Pair("", "en/")
