"""From a proposal to one decision file."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest
from messy import one_sheet

from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.office.appendix import (
    Decided,
    Meaning,
    Proposal,
    Topic,
    UndecidedError,
    decide,
    read,
    understand,
    write,
)
from bangvang.office.known import known_of
from bangvang.records import is_minted
from bangvang.registry import Registry

HEADER = {
    "number": "15/QĐ-UBND",
    "date": "2026-09-02",
    "title": "Khen thưởng",
    "issuer": "ubnd-xa-thu",
    "award": "giay-khen",
    "status": "published",
    "illustrative": "true",
}


def seen(registry: Registry, *rows: tuple[object, ...]) -> Proposal:
    titles = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số phiếu")
    data = one_sheet((titles, *rows))("unicode")  # type: ignore[arg-type]
    return understand(read(data, "a.xlsx"), registry)


ROWS = (
    (1, "Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Hai", 9),
    (2, "Trường Tiểu học Thử", None, None, 8),
    (3, "Hộ bà Lê Thị Ánh", None, "Thôn Thử Một", 9),
)


def test_a_list_becomes_a_decision_that_passes_the_check(project: Path, registry: Registry) -> None:
    """Of the living no id says a name; a collective's may."""
    decided = decide(seen(registry, *ROWS), HEADER, known_of(project))
    assert decided.path == "data/decisions/2026/qd-15-ubnd-xa-thu-2026.yml"
    write(decided, project)
    loaded = load_project(project)
    assert not [problem for problem in check(loaded, registry).problems if problem.path == decided.path]
    ids = [row["id"] for row in decided.fields["recipients"]]
    assert [is_minted(id) for id in ids] == [True, False, True]
    assert "name: Hộ bà Lê Thị Ánh\n    unit: Thôn Thử Một\n    head: Lê Thị Ánh\n" in decided.text


def test_nothing_is_written_over(project: Path, registry: Registry) -> None:
    """A taken id is refused before, a file that came meanwhile at the end."""
    decided = decide(seen(registry, *ROWS), HEADER, known_of(project))
    write(decided, project)
    with pytest.raises(FileExistsError):
        write(decided, project)
    known = known_of(project)
    with pytest.raises(UndecidedError, match="đã dùng"):
        decide(seen(registry, *ROWS), HEADER, known, decided.id)
    assert decide(seen(registry, *ROWS), HEADER, known).id == f"{decided.id}-2"
    with pytest.raises(UndecidedError, match="không đúng mẫu"):
        decide(seen(registry, *ROWS), HEADER, known, "Quyết định")


def test_what_the_model_refuses_is_said_at_its_line(project: Path, registry: Registry) -> None:
    """All at once, with the remedy."""
    rows = (*ROWS, (4, "x" * 501, "Trưởng thôn", "Thôn Thử", 1))
    with pytest.raises(UndecidedError) as caught:
        decide(seen(registry, *rows), {"number": "15/QĐ-UBND", "date": "mai"}, known_of(project))
    said = caught.value.reasons
    assert [reason.partition(":")[0] for reason in said if "501" in reason] == ["Sheet, dòng 5"]
    assert any("title" in reason for reason in said)
    assert any("“mai”" in reason for reason in said)


def test_a_list_without_rows_is_no_decision(project: Path, registry: Registry) -> None:
    """However good its header is."""
    with pytest.raises(UndecidedError, match="Không có dòng nào"):
        decide(seen(registry), HEADER, known_of(project))


@pytest.mark.parametrize(
    ("unit", "asked"), [("Thôn Thử Một", True), (None, True), ("Thôn Thử Một, xã Thử", True), ("Thôn Thử Chín", False)]
)
def test_who_bears_a_known_name_is_asked_unless_the_unit_tells(
    unit: str | None, asked: bool, registry: Registry
) -> None:
    """Alike names alone are nobody's identity."""
    proposal = seen(registry, (1, "Phạm Thị Quen", "Nông dân", unit, 1))
    assert [question.topic for question in proposal.questions] == ([Topic.SAME] if asked else [])


@pytest.mark.parametrize(("answer", "is_same"), [("h3vkx8", True), ("new", False)])
def test_the_clerk_says_who_is_who(answer: str, is_same: bool, project: Path, registry: Registry) -> None:
    """Until then no decision is written."""
    proposal = seen(registry, (1, "Phạm Thị Quen", "Nông dân", "Thôn Thử Một", 1))
    with pytest.raises(UndecidedError, match="Phạm Thị Quen"):
        decide(proposal, HEADER, known_of(project))
    decided = decide(proposal.answer("same:1.2", answer), HEADER, known_of(project))
    assert (decided.fields["recipients"][0]["id"] == "h3vkx8") is is_same


@pytest.mark.parametrize(("answer", "rows", "people"), [("one", 2, 1), ("two", 2, 2), ("drop", 1, 1)])
def test_a_double_within_the_file_is_asked(
    answer: str, rows: int, people: int, project: Path, registry: Registry
) -> None:
    """One person twice, two people, or a slip."""
    row = ("Nguyễn Văn Thử", "Trưởng thôn", "Thôn Thử Hai", 1)
    proposal = seen(registry, (1, *row), (2, *row))
    (question,) = proposal.questions
    decided = decide(proposal.answer(question.id, answer), HEADER, known_of(project))
    ids = [one["id"] for one in decided.fields["recipients"]]
    assert (len(ids), len(set(ids))) == (rows, people)


def test_a_dropped_double_need_not_be_known(project: Path, registry: Registry) -> None:
    """Who the first row is, is asked once."""
    row = ("Phạm Thị Quen", "Nông dân", "Thôn Thử Một", 1)
    proposal = seen(registry, (1, *row), (2, *row)).with_answers({"double:1.3": "drop", "same:1.2": "h3vkx8"})
    decided = decide(proposal, HEADER, known_of(project))
    assert [one["id"] for one in decided.fields["recipients"]] == ["h3vkx8"]


def test_a_column_may_be_understood_otherwise(registry: Registry) -> None:
    """The clerk's word counts; what was left out comes in, what was read goes out."""
    proposal = seen(registry, *ROWS)
    assert [column.meaning for column in proposal.tables[0].columns][3:] == [Meaning.UNIT, Meaning.LEFT_OUT]
    changed = proposal.with_column("1.1.D", Meaning.PLACE).with_column("1.1.E", Meaning.REASON)
    assert dict(changed.entries[0].fields) == {
        "kind": "individual",
        "name": "Nguyễn Văn Thử",
        "role": "Trưởng thôn",
        "place_text": "Thôn Thử Hai",
        "reason": "9",
    }
    assert "9" in [leftover.text for leftover in proposal.leftovers]
    assert changed.leftovers == ()
    with pytest.raises(KeyError):
        proposal.with_column("1.1.Z", Meaning.PLACE)


def test_without_a_column_of_names_the_table_is_a_problem(registry: Registry) -> None:
    """And all of its cells are left over."""
    proposal = seen(registry, *ROWS).with_column("1.1.B", Meaning.UNKNOWN)
    assert proposal.entries == ()
    assert any("không có cột họ tên" in problem for problem in proposal.problems)
    assert "Nguyễn Văn Thử" in [leftover.text for leftover in proposal.leftovers]


def test_only_what_was_asked_can_be_answered(registry: Registry) -> None:
    """And only with one of the answers offered."""
    proposal = seen(registry, (1, "Phạm Thị Quen", "Nông dân", "Thôn Thử Một", 1))
    with pytest.raises(KeyError):
        proposal.answer("same:1.9", "new")
    with pytest.raises(ValueError, match="same"):
        proposal.answer("same:1.2", "k7m2q9")


def _write_for_ever(root: Path) -> None:
    while True:
        for letter in "ab":
            write(Decided("d", "d.yml", {}, letter * 300_000, is_new=False), root)


def test_a_killed_import_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Thirty times, at any moment."""
    target = tmp_path / "d.yml"
    target.write_text("a" * 300_000, encoding="utf-8")
    for turn in range(30):
        writer = multiprocessing.get_context("fork").Process(target=_write_for_ever, args=(tmp_path,))
        writer.start()
        time.sleep(0.01 + turn % 7 / 500)
        writer.kill()
        writer.join()
        assert target.read_text(encoding="utf-8") in ("a" * 300_000, "b" * 300_000)
