"""Lists of what is told in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bangvang.pages.catalogue import targets
from bangvang.pages.english.lists import english_list_page

Build = Callable[..., Any]
UNIT = "kind: collective\nname: Tổ số {}\nsummary_en: Unit {}.\n"


def test_a_list_of_people_shows_a_hundred_a_page(english_of: Build) -> None:
    """With the way on and back; only the first page is a permanent address."""
    files = {f"honourees/to-{number}.yml": UNIT.format(number, number) for number in range(101)}
    project = english_of(files)
    urls = {target.url for target in targets(project.answers)}
    assert {"en/people/", "en/people/page-2/"} <= urls
    assert "en/people/page-3/" not in urls
    first, second = (project.page(english_list_page, "honouree", number) for number in ("1", "2"))
    assert (first.listed, second.listed) == (True, False)
    assert first.title != second.title
    assert project.seen(english_list_page, "honouree", "1").links["Next"] == "en/people/page-2/"
    seen = project.seen(english_list_page, "honouree", "2")
    assert seen.links["Previous"] == "en/people/"
    assert sum(link.startswith("en/people/to-") for link in seen.links.values()) == 1


def test_a_card_says_who_and_what_for(english_of: Build) -> None:
    """The summary, and the highest award with its year."""
    honours = "honours: [{award: gk, date: 1960}, {award: hc, class: 1, date: 1950}]\nplace: nay\n"
    seen = english_of({"honourees/to.yml": UNIT.format(1, 1) + honours}).seen(english_list_page, "honouree", "1")
    for words in ("Tổ số 1", "Unit 1.", "Order of Trial, First Class, 1950", "Xã Nay", "Collective"):
        assert words in seen.text


def test_lists_that_the_menu_leads_to_are_there_even_when_empty(english_of: Build) -> None:
    """Others only with something on them."""
    project = english_of({"events/le.yml": "name: Lễ\ntype: launch\nsummary_en: A launch.\n"})
    urls = {target.url for target in targets(project.answers)}
    assert {"en/people/", "en/campaigns/", "en/events/"} <= urls
    assert "en/reports/" not in urls
    assert "Nothing here has a summary in English yet." in project.seen(english_list_page, "honouree", "1").text
