"""Digests: a change in a record changes those that depend on it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bangvang.pages.answers import QUESTIONS, Answers, question
from bangvang.pages.campaigns import campaigns_by_stage
from bangvang.pages.decisions_index import decision_years, latest_decisions
from bangvang.pages.lists import counts
from bangvang.pages.membership import AWARD, LETTER, PLACE, headings, members, members_page
from bangvang.pages.people import person_card
from bangvang.pages.places import place_line, place_now
from bangvang.pages.reading import Reading

Build = Callable[..., Any]
FILES = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective], rank: 9}\n"
        "- {id: bk, name: Bằng khen, kind: commendation, level: province, applies_to: [individual, collective], rank: 5}\n"
    ),
    "vocabulary/places.yml": (
        "- {id: nay, name: Xã Nay, type: commune}\n"
        "- {id: xua, name: Xã Xưa, type: commune, became: [{id: nay, how: whole, date: 2025-07-01}]}\n"
    ),
    "campaigns/pt.yml": "name: Phong trào\ntype: short\nlevel: commune\nperiod: {from: 2026-01, to: 2026-12}\n",
    "honourees/a2b3c4.yml": "kind: individual\nname: Nguyễn Văn An\nplace: xua\n",
    "honourees/b2c3d4.yml": "kind: individual\nname: Trần Thị Bình\nplace: nay\n",
    "decisions/2026/q1.yml": (
        "number: 1/QĐ\ndate: 2026-03-04\ntitle: Khen\nissuer: ubnd\naward: gk\nrecipients:\n"
        "  - {id: a2b3c4, kind: individual, name: Nguyễn Văn An}\n"
    ),
    "decisions/2026/q2.yml": (
        "number: 2/QĐ\ndate: 2026-05-06\ntitle: Khen nữa\nissuer: ubnd\naward: bk\nrecipients:\n"
        "  - {id: b2c3d4, kind: individual, name: Trần Thị Bình}\n"
    ),
}
AN, BINH = ("laureate", "a2b3c4"), ("laureate", "b2c3d4")
LISTS = [
    ("?members", LETTER, "a"),
    ("?members", PLACE, "nay"),
    ("?members", AWARD, "gk"),
    ("?members_page", LETTER, "b", 1),
    ("?headings", LETTER),
    ("?counts", LETTER),
]
OTHERS = [
    ("?latest_decisions",),
    ("?decision_years",),
    ("?place_now", "xua"),
    ("?campaigns_by_stage",),
    ("honouree", "a2b3c4"),
    ("decision", "q1"),
    ("place", "xua"),
    ("place", "nay"),
    ("award", "gk"),
    ("award", "bk"),
]
KEYS = [AN, BINH, *LISTS, *OTHERS]


@pytest.fixture
def changed(project_of: Build) -> Callable[[str, str, str], set[object]]:
    """The keys whose digest changes when a passage of one file does."""

    def compare(path: str, passage: str, instead: str) -> set[object]:
        assert passage in FILES[path]
        before = project_of(FILES).answers
        after = project_of({**FILES, path: FILES[path].replace(passage, instead)}).answers
        return {key for key in KEYS if before.digest(key) != after.digest(key)}

    return compare


def test_the_same_records_give_the_same_digests(project_of: Build) -> None:
    """And each key has one of its own."""
    first, second = project_of(FILES).answers, project_of(FILES).answers
    assert [first.digest(key) for key in KEYS] == [second.digest(key) for key in KEYS]
    assert len({first.digest(key) for key in (AN, BINH, *OTHERS)}) == 2 + len(OTHERS)


@pytest.mark.parametrize(
    ("path", "passage", "instead", "expected"),
    [
        (
            "honourees/a2b3c4.yml",
            "Văn An",
            "Thị An",
            {AN, ("honouree", "a2b3c4")},
        ),
        (
            "honourees/a2b3c4.yml",
            "Văn An",
            "Văn Ân",
            {AN, ("honouree", "a2b3c4"), LISTS[0], ("?headings", LETTER), ("?counts", LETTER)},
        ),
        ("decisions/2026/q1.yml", "title: Khen", "title: Khen thưởng", {AN, ("decision", "q1")}),
        (
            "decisions/2026/q2.yml",
            "2026-05-06",
            "2025-05-06",
            {BINH, ("?latest_decisions",), ("?decision_years",)},
        ),
        ("vocabulary/places.yml", "Xã Xưa", "Xã Cũ", {("place", "xua")}),
        (
            "vocabulary/places.yml",
            ", became: [{id: nay, how: whole, date: 2025-07-01}]",
            "",
            {("place", "xua"), ("?place_now", "xua"), ("?members", PLACE, "nay")},
        ),
        ("vocabulary/awards.yml", "rank: 5", "rank: 6", {("award", "bk")}),
        ("campaigns/pt.yml", "from: 2026-01, to: 2026-12", "from: 2020-01, to: 2020-12", {("?campaigns_by_stage",)}),
        ("campaigns/pt.yml", "Phong trào", "Phong trào khác", set()),
    ],
)  # fmt: skip
def test_a_change_reaches_what_depends_on_it(
    changed: Callable[..., set[object]], path: str, passage: str, instead: str, expected: set[object]
) -> None:
    """No less, or pages would be stale; no more, or every page would be made."""
    assert changed(path, passage, instead) == expected


def test_every_question_of_the_table_is_asked_by_its_name() -> None:
    """The memory of a build knows questions by name only."""
    functions = (
        members,
        members_page,
        headings,
        counts,
        latest_decisions,
        decision_years,
        place_now,
        campaigns_by_stage,
    )
    assert all(QUESTIONS[f"?{function.__name__}"] is function for function in functions)


def test_what_is_gone_has_a_digest_of_its_own(project_of: Build) -> None:
    """A page that looked for it is made again when it comes."""
    answers = project_of(FILES).answers
    assert {answers.digest(key) for key in (("laureate", "x"), ("honouree", "x"), ("?gone",), ("=gone", "x"))} == {"-"}


def test_an_answer_is_worked_out_once(project_of: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages ask."""
    asked = []

    @question
    def counted(answers: Answers, key: str) -> int:
        asked.append(key)
        return len(asked)

    monkeypatch.delitem(QUESTIONS, "?counted")
    answers = project_of(FILES).answers
    assert [answers.ask(counted, key) for key in ("a", "b", "a")] == [1, 2, 1]


def test_an_answer_whose_content_cannot_be_told_is_refused(project_of: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its digest would lie."""

    @question
    def odd(answers: Answers) -> object:
        return object()

    with pytest.raises(TypeError, match="an answer holds a object"):
        project_of(FILES).answers.digest(("?odd",))
    monkeypatch.delitem(QUESTIONS, "?odd")


def test_a_piece_tells_what_it_looked_at(project_of: Build) -> None:
    """A card looks at its person and at the line of the place, and that line at the place."""
    answers = project_of(FILES).answers
    reading = Reading(answers)
    person_card(reading, "a2b3c4")
    place_line(reading, "xua", None)
    assert reading.keys == {("=person_card", "a2b3c4"), ("=place_line", "xua", None)}
    assert {("laureate", "a2b3c4"), ("=place_line", "xua", None)} <= set(answers.seen["=person_card", "a2b3c4"])
    assert ("place", "xua") in answers.seen["=place_line", "xua", None]
