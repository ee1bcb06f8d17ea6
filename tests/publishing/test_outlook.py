"""What a publication will change, told before it happens."""

from __future__ import annotations

from datetime import date

import pytest

from bangvang.commands.publish import agreed as ask
from bangvang.pages.changes import Change
from bangvang.problem import Problem, Severity
from bangvang.publishing.ledger import LedgerLine
from bangvang.publishing.outlook import Outlook, outlook

DAY = date(2026, 11, 21)
PRIVATE = Problem("data/honourees/a.yml", 4, 1, "có vẻ là số điện thoại", "Bỏ đi.", "private-phone", Severity.WARNING)
OTHER = Problem("data/honourees/a.yml", 1, 1, "thiếu ảnh", "Thêm ảnh.", "photo", Severity.WARNING)


def people(count: int, what: str) -> tuple[Change, ...]:
    """So many people of whom something changes."""
    return tuple(Change(what, "honouree", f"/guong/{what}-{number}/") for number in range(count))


def ledger(count: int) -> dict[str, LedgerLine]:
    """Pages of so many people, a list of them and one that has gone."""
    lines = {f"/guong/a{number}/": LedgerLine(DAY, "1") for number in range(count)}
    return lines | {
        "/guong/chu/a/": LedgerLine(DAY),
        "/guong/": LedgerLine(DAY),
        "/guong/x/": LedgerLine(DAY, "removed"),
    }


def seen(count: int, *changes: Change) -> Outlook:
    """With so many people on the roll."""
    return outlook(ledger(count), changes, ())


def test_people_come_first_and_in_numbers() -> None:
    """As the office speaks of them."""
    told = seen(1000, *people(200, "added"), *people(1, "changed")).told()
    assert told == "Người đọc sẽ thấy: thêm 200 người, sửa 1, gỡ 0."


def test_other_kinds_follow_and_lists_are_not_told() -> None:
    """A list changes with its records."""
    decision, roll = Change("added", "decision", "/quyet-dinh/q/"), Change("changed", "list", "/guong/")
    assert seen(9, decision, roll).told().splitlines()[1:] == ["Ngoài ra: quyết định khen thưởng: thêm 1."]


def test_nothing_new_is_said_so() -> None:
    """The clerk may have forgotten to save."""
    assert seen(9).told().endswith("Không hồ sơ nào thay đổi.")


def test_the_first_publication_is_called_so() -> None:
    """Nobody was there before who could disappear."""
    first = outlook({}, people(3, "added"), ())
    assert first.told().startswith("Đây là lần công bố đầu tiên.\nNgười đọc sẽ thấy: thêm 3 người")
    assert not first.needs_agreement


def test_more_than_a_tenth_of_the_roll_does_not_disappear_unasked() -> None:
    """A tenth itself may; pages that went before and lists do not count as people."""
    assert not seen(20, *people(2, "removed")).needs_agreement
    much = seen(20, *people(1, "removed"), *people(2, "withdrawn"))
    assert much.needs_agreement
    assert "CHÚ Ý: 3 trong 20 người đang có trên bảng vàng sẽ không còn nữa." in much.told()


def test_what_may_be_private_is_shown_and_asked_for() -> None:
    """Other warnings are the checker's own affair."""
    expected = outlook(ledger(9), (), (PRIVATE, OTHER))
    assert expected.needs_agreement
    assert "Có thể lộ chuyện riêng: data/honourees/a.yml:4:1: có vẻ là số điện thoại → Bỏ đi." in expected.told()
    assert "thiếu ảnh" not in expected.told()


@pytest.mark.parametrize(("typed", "agreed"), [("có", True), ("co", True), ("", False), ("không", False)])
def test_the_clerk_is_asked_before_many_disappear(
    typed: str, agreed: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only a yes is a yes; whoever has said so beforehand is not asked."""
    monkeypatch.setattr("builtins.input", lambda prompt: typed)
    much = seen(20, *people(3, "removed"))
    assert ask(much, asking=True) is agreed
    assert ask(much, asking=False)
    assert ask(seen(20), asking=True)
    assert "CHÚ Ý: 3 trong 20 người" in capsys.readouterr().out


def test_where_nobody_can_answer_nothing_is_published(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A nightly run says which option it wants."""

    def nobody(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert not ask(seen(20, *people(3, "removed")), asking=True)
    assert "--yes" in capsys.readouterr().err
