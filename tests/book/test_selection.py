"""What a book is about, and what is said where there is nothing to print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bangvang.book.selection import Scope, ids_listed, select
from bangvang.publishing.error import Failure
from tests.book.conftest import Project

OLDER = """\
number: 7/QĐ-UBND
date: 2020-02-01
title: Về việc khen thưởng năm 2019
issuer: ubnd-xa-thu
award: giay-khen
event: le-thu
recipients:
  - {id: z9y8x7, kind: individual, name: Phạm Thử Cũ, place: xa-thu}
  - {id: a2b3c4, kind: individual, name: Đặng Thử Ánh, place: xa-thu}
"""
CHANGES = {
    "decisions/2020/qd-7.yml": OLDER,
    "events/le-thu.yml": "name: Lễ tôn vinh thử\ntype: ceremony\nfrom: 2020-02-02\n",
    "campaigns/duong-con.yml": "name: Đường con\ntype: wave\nlevel: commune\nparent: lam-duong\n",
}
EVERYBODY = {"k7m2q9", "a2b3c4", "to-thu", "z9y8x7"}


@pytest.mark.parametrize(
    ("scope", "chosen"),
    [
        (Scope(), EVERYBODY),
        (Scope(year=2020), {"z9y8x7", "a2b3c4"}),
        (Scope(year=2026, place="thon-mot"), {"k7m2q9"}),
        (Scope(place="xa-thu"), EVERYBODY),
        (Scope(campaign="lam-duong"), {"k7m2q9", "a2b3c4", "to-thu"}),
        (Scope(event="le-thu"), {"z9y8x7", "a2b3c4"}),
        (Scope(ids=("to-thu", "qd-7")), {"to-thu", "z9y8x7", "a2b3c4"}),
    ],
)
def test_a_scope_chooses_people(project_of: Callable[..., Project], scope: Scope, chosen: set[str]) -> None:
    """By campaign, year, event, place, or one by one; several wishes must all be met."""
    assert set(select(project_of(CHANGES).reading.answers, scope).honours) == chosen


def test_only_the_honours_of_the_scope_are_counted(project_of: Callable[..., Project]) -> None:
    """A book of 2020 does not count what came in 2026."""
    selection = select(project_of(CHANGES).reading.answers, Scope(year=2020))
    assert selection.rows == {("qd-7", 0), ("qd-7", 1)}
    assert selection.decisions == ("qd-7",)


def test_a_campaign_brings_those_below_it(project_of: Callable[..., Project]) -> None:
    """The first one first, those without a day last."""
    assert select(project_of(CHANGES).reading.answers, Scope(campaign="lam-duong")).campaigns == (
        "lam-duong",
        "duong-con",
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (Scope(year=1900), "Chưa có ai được khen trong phạm vi đã chọn \\(Năm 1900\\)"),
        (Scope(campaign="khong-co"), "Không có phong trào nào đang công bố mang mã “khong-co”"),
        (Scope(place="khong-co"), "Không có địa phương nào"),
        (Scope(event="khong-co"), "Không có sự kiện nào"),
        (Scope(ids=("khong-co",)), "Mã “khong-co” trong danh sách chọn"),
    ],
)
def test_nothing_to_print_is_said_in_a_sentence(project_of: Callable[..., Project], scope: Scope, said: str) -> None:
    """With what to do about it."""
    with pytest.raises(Failure, match=said):
        select(project_of(CHANGES).reading.answers, scope)


def test_ids_are_listed_one_a_line(tmp_path: Path) -> None:
    """With remarks, blank lines and the mark that Notepad puts first."""
    path = tmp_path / "chon.txt"
    path.write_text("\ufeffk7m2q9  # trưởng thôn\n\n# bỏ qua\nqd-15\n", encoding="utf-8")
    assert ids_listed(path) == ("k7m2q9", "qd-15")
    path.write_text("# chưa có gì\n", encoding="utf-8")
    with pytest.raises(Failure, match="không có mã nào"):
        ids_listed(path)
    with pytest.raises(Failure, match="Không đọc được tệp"):
        ids_listed(tmp_path / "khong-co.txt")
