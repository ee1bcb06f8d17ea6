"""Corrections are decided once: every reader of the registry sees the fact as it was put right."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from bangvang.registry import GivenHonour, Registry

Build = Callable[..., Registry]

HEAD = "title: Khen\nissuer: ubnd\naward: gk\nnumber: {number}/QĐ\ndate: {date}\n"
ROW = "recipients:\n  - {id: k7m2q9, kind: individual, name: Nguyễn An, unit: Tổ Hai, role: Thợ may}\n"
LISTS = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": "- {id: gk, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}\n",
    "decisions/2026/cu.yml": HEAD.format(number=1, date="2026-01-15") + ROW,
}


def later(*facts: str, date: str = "2026-08-28", more: str = "") -> str:
    """A decision that corrects the old one."""
    corrections = "".join(f"  - {{decision: cu, recipient: k7m2q9, {fact}}}\n" for fact in facts)
    return HEAD.format(number=9, date=date) + more + "corrects:\n" + corrections


def honour(registry: Registry) -> GivenHonour:
    """The only one."""
    (found,) = registry.honours
    return found


def test_a_correction_reaches_the_laureate_and_every_list(registry_of: Build) -> None:
    """The row, the laureate and what was printed."""
    registry = registry_of({**LISTS, "decisions/2026/moi.yml": later("field: Đơn vị, was: Tổ Hai, now: Tổ Năm")})
    laureate = registry.laureate("k7m2q9")
    assert laureate is not None
    assert laureate.unit == honour(registry).subject.unit == "Tổ Năm"
    assert [(one.item, one.printed, one.now) for one in honour(registry).amendments] == [("Đơn vị", "Tổ Hai", None)]
    assert registry.honours_of_decision("cu")[0].subject.unit == "Tổ Năm"


def test_the_latest_correction_wins(registry_of: Build) -> None:
    """Whatever their files are called."""
    registry = registry_of(
        {
            **LISTS,
            "decisions/2026/a.yml": later("field: đơn vị, now: Tổ Chín", date="2026-09-01"),
            "decisions/2026/b.yml": later("field: đơn vị, now: Tổ Năm", date="2026-08-01"),
        }
    )
    assert honour(registry).subject.unit == "Tổ Chín"
    assert [one.by.id for one in honour(registry).amendments] == ["b", "a"]


@pytest.mark.parametrize(
    "correction",
    [
        later("field: Đơn vị, now: Tổ Năm", date="2026-12-01"),
        later("field: Đơn vị, now: Tổ Năm", more="status: draft\n"),
    ],
    ids=["not yet signed", "a draft"],
)
def test_what_the_public_may_not_see_yet_corrects_nothing(registry_of: Build, correction: str) -> None:
    """The row stays as printed."""
    registry = registry_of({**LISTS, "decisions/2026/moi.yml": correction}, datetime.date(2026, 11, 21))
    assert honour(registry).subject.unit == "Tổ Hai"
    assert honour(registry).amendments == ()


def test_an_old_name_is_nowhere_kept(registry_of: Build) -> None:
    """Not among the laureate's names, and not as what was printed."""
    registry = registry_of({**LISTS, "decisions/2026/moi.yml": later("field: Họ và tên, now: Nguyễn Ân")})
    laureate = registry.laureate("k7m2q9")
    assert laureate is not None
    assert laureate.names == ("Nguyễn Ân",)
    assert honour(registry).amendments[0].printed is None


def test_what_no_field_of_a_row_holds_is_told_in_words(registry_of: Build) -> None:
    """The award's own wording, for instance; of private facts not even that."""
    registry = registry_of(
        {
            **LISTS,
            "decisions/2026/moi.yml": later("field: Hình thức khen, now: Bằng khen", "field: Năm sinh, now: 1970"),
        }
    )
    told = [(one.item, one.now) for one in honour(registry).amendments]
    assert told == [("Hình thức khen", "Bằng khen"), ("Năm sinh", None)]
