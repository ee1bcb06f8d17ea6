"""Those honoured, as the book tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bangvang.book.manuscript import Manuscript, manuscript
from bangvang.book.selection import Scope, select
from bangvang.pages.people import role_at
from tests.book.conftest import PROFILE, Project


def _book(project: Project) -> Manuscript:
    reading = project.reading
    return manuscript(reading, select(reading.answers, Scope()), {}, title=None, foreword="")


@pytest.mark.parametrize(
    ("role", "unit", "place", "told"),
    [
        ("Trưởng thôn", "Thôn Một", "Thôn Một, xã Thử", "Trưởng thôn"),
        ("Giáo viên", "Trường Thử", "Xã Thử", "Giáo viên, Trường Thử"),
        (None, "Trường Thử", "", "Trường Thử"),
        (None, None, "Xã Thử", ""),
    ],
)
def test_a_unit_is_not_said_twice(role: str | None, unit: str | None, place: str, told: str) -> None:
    """Where the place begins with it."""
    assert role_at(role, unit, place) == told


def test_a_profile_is_told_at_length_and_a_bare_row_in_brief(project_of: Callable[..., Project]) -> None:
    """Under the highest award first."""
    book = _book(project_of())
    assert [(group.title, [entry.name for entry in group.entries]) for group in book.groups] == [
        ("Cá nhân", ["Nguyễn Văn Thử"])
    ]
    assert [(roll.title, [entry.name for entry in roll.entries]) for roll in book.rolls] == [
        ("Bằng khen", ["Tổ tự quản Thử"]),
        ("Giấy khen", ["Đặng Thử Ánh"]),
    ]


def test_many_of_a_kind_go_by_letters(project_of: Callable[..., Project]) -> None:
    """By the given name's, in Vietnamese order."""
    profiles = {
        f"honourees/p{number:03}xx.yml": PROFILE.replace("Nguyễn Văn Thử", f"Lê Thử {given}")
        for number, given in enumerate(["Đạt", "Dung", "Ánh", "An"] * 20)
    }
    titles = [group.title for group in _book(project_of(profiles)).groups]
    assert titles == ["Cá nhân, vần A", "Cá nhân, vần D", "Cá nhân, vần Đ", "Cá nhân, vần T"]


def test_honours_come_with_their_papers(project_of: Callable[..., Project]) -> None:
    """As the site tells them."""
    ((entry,),) = [group.entries for group in _book(project_of()).groups]
    assert [(honour.year, honour.title, honour.paper) for honour in entry.honours] == [
        ("2026", "Giấy khen", "Quyết định số 15/QĐ-UBND, Ủy ban nhân dân xã Thử")
    ]
    assert (entry.role, entry.place) == ("", "Thôn Một, xã Thử")
