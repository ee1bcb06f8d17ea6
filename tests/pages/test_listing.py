"""Lists in pages: where each page stands, what leads on and back, and the whole for the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.listing import Listing, everybody, list_targets, listing, part_url
from bangvang.pages.membership import LETTER
from bangvang.pages.page import Link, Target
from bangvang.pages.reading import Reading

Build = Callable[..., Any]
BASE = "guong/chu/t/"


def tasks(count: int) -> dict[str, str]:
    """So many collectives under one letter."""
    rows = "".join(f"  - {{id: to-{number}, kind: collective, name: Tổ {number}}}\n" for number in range(count))
    return {
        "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
        "decisions/2026/q.yml": f"date: 2026\ntitle: Khen\nissuer: ubnd\nrecipients:\n{rows}",
    }


@pytest.mark.parametrize(
    ("count", "number", "span", "previous", "following", "whole"),
    [
        (1, 1, "1–1", None, None, None),
        (100, 1, "1–100", None, None, None),
        (101, 1, "1–100", None, f"{BASE}trang-2/", f"{BASE}tat-ca/"),
        (101, 2, "101–101", BASE, None, f"{BASE}tat-ca/"),
        (250, 2, "101–200", BASE, f"{BASE}trang-3/", f"{BASE}tat-ca/"),
        (250, 3, "201–250", f"{BASE}trang-2/", None, f"{BASE}tat-ca/"),
    ],
)
def test_a_page_knows_its_place(
    project_of: Build,
    count: int,
    number: int,
    span: str,
    previous: str | None,
    following: str | None,
    whole: str | None,
) -> None:
    """First, further and last ones."""
    made = listing(Reading(project_of(tasks(count)).answers), LETTER, "t", BASE, number)
    assert (made.total, made.span, made.previous, made.next, made.whole) == (count, span, previous, following, whole)


@pytest.mark.parametrize(
    ("count", "urls"),
    [
        (0, [BASE]),
        (100, [BASE]),
        (250, [BASE, f"{BASE}trang-2/", f"{BASE}trang-3/", f"{BASE}tat-ca/"]),
    ],
)
def test_every_page_of_a_list_has_an_address(project_of: Build, count: int, urls: list[str]) -> None:
    """An empty list has one page, a short one no whole."""
    answers = project_of(tasks(count) if count else {}).answers
    assert [target.url for target in list_targets(answers, LETTER, "letter", {"t": BASE})] == urls


def test_the_whole_list_is_built_from_its_address(project_of: Build) -> None:
    """Everybody in one piece, in the order of the pages."""
    answers = project_of(tasks(101)).answers
    assert [*list_targets(answers, LETTER, "letter", {"t": BASE})][-1] == Target(
        f"{BASE}tat-ca/", "whole", (LETTER, "t", BASE)
    )
    reading = Reading(answers)
    parts = [card.id for number in (1, 2) for card in listing(reading, LETTER, "t", BASE, number).cards]
    assert [card.id for card in everybody(reading, LETTER, "t")] == parts


def test_steps_show_the_ends_and_the_neighbourhood(project_of: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a gap where pages are left out."""
    monkeypatch.setattr("bangvang.pages.membership.PER_PAGE", 1)

    def steps(number: int) -> list[str]:
        made: Listing = listing(Reading(project_of(tasks(9)).answers), LETTER, "t", BASE, number)
        assert all(step.url == (None if step.text == "…" else part_url(BASE, int(step.text))) for step in made.steps)
        return [step.text for step in made.steps]

    assert steps(1) == ["1", "2", "3", "…", "9"]
    assert steps(5) == ["1", "…", "3", "4", "5", "6", "7", "…", "9"]
    assert steps(9) == ["1", "…", "7", "8", "9"]
    assert Link("…") in listing(Reading(project_of(tasks(9)).answers), LETTER, "t", BASE).steps
