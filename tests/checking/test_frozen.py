"""A check tells what differs from a frozen campaign, where, and what to write if it is to stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from closed_campaign import (
    CAMPAIGN,
    DAY,
    DECISION,
    ERRATA,
    FILES,
    REPORT,
    freeze_closed,
    registry_of,
    rewrite,
    verdict_of,
    write_closed,
)

from bangvang.checking import check_again, frozen, known_findings
from bangvang.checking.frozen import check_frozen
from bangvang.loading import load_project, project_cache
from bangvang.problem import Problem, Severity
from bangvang.registry import build_registry

SUMMARY = "type: final\nsummary: Tổng kết cả năm."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The commune whose campaign is frozen; its report has a summary."""
    root = write_closed(tmp_path, {REPORT: FILES[REPORT].replace("type: final", SUMMARY)})
    freeze_closed(root)
    return root


def again(root: Path) -> tuple[Problem, ...]:
    """What a check finds that takes up the last one."""
    project = load_project(root, cache=project_cache(root))
    registry = build_registry(project, DAY)
    return check_again(project, registry, known_findings(project, registry)).problems


def test_a_difference_is_placed_told_and_can_be_approved(root: Path) -> None:
    """File, line, before, after, and the line for the errata."""
    rewrite(root, REPORT, "12 km", "15 km")
    (problem,) = verdict_of(root).problems
    assert (problem.path, problem.line, problem.severity) == (REPORT, 8, Severity.ERROR)
    assert "khóa ngày 21/11/2026: Kết quả (results) lúc khóa là “Toàn xã làm được 12 km" in problem.what
    assert "nay là “Toàn xã làm được 15 km" in problem.what
    line = problem.remedy.partition(f"thêm vào {ERRATA} dòng: ")[2]
    (root / ERRATA).write_text(line + "\n", encoding="utf-8")
    assert [one.path for one in verdict_of(root).problems] == [ERRATA]
    approved = line.replace("reason: …, approver: …", "reason: Cộng sót, approver: Lê Thị Mẫu")
    (root / ERRATA).write_text(approved + "\n", encoding="utf-8")
    assert verdict_of(root).problems == ()


def test_a_name_is_not_repeated(root: Path) -> None:
    """Logs of a check are read by many."""
    rewrite(root, DECISION, "name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Mậu")
    (problem,) = verdict_of(root).problems
    assert (problem.path, problem.line) == (DECISION, 9)
    assert "Họ tên hoặc tên gọi, dòng 1 (recipients.0.name) không còn như lúc khóa" in problem.what
    assert "Nguyễn Văn" not in problem.told()


def test_a_long_text_is_told_where_it_differs_and_approved_by_a_seal(tmp_path: Path) -> None:
    """Nobody looks for one word in a page of them."""
    text = "Nhân dân trong xã đã làm được nhiều việc. " * 12
    root = write_closed(tmp_path, {REPORT: FILES[REPORT].replace("Toàn xã", f"{text}Toàn xã")})
    freeze_closed(root)
    rewrite(root, REPORT, "12 km", "15 km")
    (problem,) = verdict_of(root).problems
    assert "12 km" in problem.what
    assert "15 km" in problem.what
    assert len(problem.told()) < 1000
    line = problem.remedy.partition("dòng: ")[2].replace("reason: …, approver: …", "reason: Sót, approver: Lê Thị Mẫu")
    (root / ERRATA).write_text(line + "\n", encoding="utf-8")
    assert verdict_of(root).problems == ()
    rewrite(root, REPORT, "15 km", "16 km")
    assert len(verdict_of(root).problems) == 1


def test_who_was_removed_and_is_still_named_is_a_warning(root: Path) -> None:
    """A removal by law must not wait for the archive, but be finished in it."""
    rewrite(
        root,
        DECISION,
        "{id: h4t8wz, kind: individual, name: Trần Thị Mẫu, unit: Thôn Hai, reason: Dạy chữ buổi tối.}",
        "{removed: true}",
    )
    (problem,) = verdict_of(root).problems
    assert problem.severity is Severity.WARNING
    assert "h4t8wz" in problem.what
    assert "bangvang forget" in problem.remedy


def test_damaged_files_of_the_archive_are_problems(root: Path) -> None:
    """They are no records, but a check looks at them."""
    facts = root / f"data/archive/{CAMPAIGN}.facts.json"
    facts.write_text(facts.read_text(encoding="utf-8").replace("12 km", "13 km"), encoding="utf-8")
    (problem,) = verdict_of(root).problems
    assert problem.path == f"data/archive/{CAMPAIGN}.facts.json"
    assert "Git" in problem.remedy


def test_a_check_that_takes_up_the_last_sees_every_change(root: Path) -> None:
    """Of wording too, which else changes nothing in other records; and of the errata."""
    assert again(root) == ()
    rewrite(root, REPORT, "Tổng kết cả năm.", "Tổng kết nửa năm.")
    assert [problem.check for problem in again(root)] == ["frozen-drift"]
    assert [problem.check for problem in again(root)] == ["frozen-drift"]
    rewrite(root, REPORT, "Tổng kết nửa năm.", "Tổng kết cả năm.")
    assert again(root) == ()
    (root / ERRATA).write_text("- {date: 2026-11-22}\n", encoding="utf-8")
    assert {problem.path for problem in again(root)} == {ERRATA}


def test_where_nothing_has_changed_nothing_is_compared(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where only somebody's story has."""

    def refuse(*_: object) -> None:
        raise AssertionError("compared again")

    assert list(check_frozen(registry_of(root), root)) == []
    monkeypatch.setattr(frozen, "compare", refuse)
    other = "kind: collective\nname: Thôn Tư\nillustrative: true\nsummary: Một thôn{}.\n"
    assert list(check_frozen(registry_of(root), root)) == []
    monkeypatch.undo()
    for telling in ("", " vui"):
        (root / "data/honourees/thon-tu.yml").write_text(other.format(telling), encoding="utf-8")
        assert list(check_frozen(registry_of(root), root)) == []
        monkeypatch.setattr(frozen, "compare", refuse)


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        ("decision/qd-51", 1),
        ("khac/qd-15", 1),
        ("page/van-ban/khong-co/", 1),
        (f"decision/{Path(DECISION).stem}", 0),
        (f"page/phong-trao/{CAMPAIGN}/", 0),
    ],
)
def test_an_erratum_of_nothing_is_an_error(root: Path, record: str, problems: int) -> None:
    """Readers would be told of a correction that never was, and it stays one on a second look."""
    (root / ERRATA).write_text(
        f"- {{date: 2026-11-21, record: {record}, field: title, was: A, now: B, reason: Gõ sai, approver: Lê Thị Mẫu}}\n",
        encoding="utf-8",
    )
    for _ in range(2):
        found = verdict_of(root).problems
        assert [problem.check for problem in found] == ["frozen-erratum"] * problems
        assert all(record in problem.what for problem in found)
