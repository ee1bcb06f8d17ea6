"""Which records are told in English, in what order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.catalogue import targets
from bangvang.pages.english.told import told_in_english, withdrawn_from_english
from bangvang.pages.honouree import honouree_page

Build = Callable[..., Any]
TOLD = "kind: collective\nname: {}\nsummary_en: A unit.\n"
LIVING = "kind: individual\nname: Người Sống\nliving: yes\nsummary_en: Somebody.\n"


def urls(project: Any) -> set[str]:
    """The addresses of all pages."""
    return {target.url for target in targets(project.answers)}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (TOLD.format("Tổ"), True),
        ("kind: collective\nname: Tổ\nsummary: Một tổ.\n", False),
        ("status: draft\n" + TOLD.format("Tổ"), False),
        ("publish_on: 2027-01-01\n" + TOLD.format("Tổ"), False),
        ("status: removed\n", False),
        (LIVING + "story: Chuyện.\n", False),
        (LIVING + "story: Chuyện.\nconsent: {date: 2026-01-01, by: bản thân, covers: [bài viết]}\n", True),
    ],
    ids=["told", "no summary", "draft", "embargoed", "removed", "not asked", "asked"],
)
def test_only_what_the_public_sees_in_full_is_told_in_english(english_of: Build, text: str, is_told: bool) -> None:
    """Of the living what they agreed to."""
    project = english_of({"honourees/to.yml": text})
    assert ("en/people/to/" in urls(project)) is is_told


def test_what_was_withdrawn_has_its_notice(english_of: Build) -> None:
    """At the same address, and on no list."""
    text = "status: withdrawn\nwithdrawn: {date: 2026-10-14, reason: Sai.}\n" + TOLD.format("Tổ")
    project = english_of({"honourees/to.yml": text})
    assert list(withdrawn_from_english(project.answers, "honouree")) == ["to"]
    assert told_in_english(project.answers, "honouree") == ()
    assert "en/people/to/" in urls(project)


def test_one_who_was_found_to_be_another_is_told_once(english_of: Build) -> None:
    """Under the id that is kept."""
    project = english_of({
        "honourees/cu.yml": TOLD.format("Tổ Cũ"),
        "honourees/moi.yml": TOLD.format("Tổ Mới") + "same_as: [cu]\n",
    })  # fmt: skip
    assert told_in_english(project.answers, "honouree") == ("moi",)


def test_people_stand_under_their_given_names_and_units_under_their_first_words(english_of: Build) -> None:
    """As in the lists in Vietnamese."""
    person = "kind: individual\nname: {}\ndied: 1950\nsummary_en: Somebody.\n"
    project = english_of({
        "honourees/a1.yml": person.format("Nguyễn Văn Dũng"),
        "honourees/a2.yml": person.format("Trần Thị Ánh"),
        "honourees/a3.yml": TOLD.format("Bình dân"),
    })  # fmt: skip
    assert told_in_english(project.answers, "honouree") == ("a2", "a3", "a1")


def test_everything_else_stands_by_its_day_the_latest_first(english_of: Build) -> None:
    """What has no day comes last."""
    event = "name: Lễ\ntype: launch\nsummary_en: A launch.\n"
    project = english_of({
        "events/a.yml": event + "from: 2024-01-01\n",
        "events/b.yml": event,
        "events/c.yml": event + "from: 2026-03\n",
    })  # fmt: skip
    assert told_in_english(project.answers, "event") == ("c", "a", "b")


def test_a_site_without_an_english_name_has_no_english(english_of: Build) -> None:
    """Whatever its records say; nor do its pages speak of any."""
    quiet = (
        "name: Bảng\naddress: https://thu.example/\ndescription: Thử.\nowner: {name: Xã}\n"
        "contact: {office: Văn phòng, email: vanphong@thu.example}\n"
    )
    project = english_of({"site.yml": quiet, "honourees/to.yml": TOLD.format("Tổ")})
    assert not [url for url in urls(project) if url.startswith("en/")]
    assert project.page(honouree_page, "to").pair is None
