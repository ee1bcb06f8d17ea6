"""A check that takes up what the last one found says what a check from nothing says."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bangvang.checking import Verdict, again, check, check_again, known_findings
from bangvang.loading import load_project, project_cache
from bangvang.registry import build_registry

DAY = datetime.date(2026, 11, 21)
PERSON = "data/honourees/k7m2q9.yml"
ILL = "story: Anh Thử bị ung thư mà vẫn dậy sớm."
WAIVER = "waivers: [{check: private-health, reason: Đã đồng ý, by: Văn phòng}]\n"


@pytest.fixture
def root(sound: Path) -> Path:
    """The sound project, checked."""
    assert checked(sound).problems == ()
    return sound


def checked(root: Path) -> Verdict:
    """By taking up what is known, which has to make no difference."""
    project = load_project(root, cache=project_cache(root))
    registry = build_registry(project, DAY)
    verdict = check_again(project, registry, known_findings(project, registry))
    whole = load_project(root)
    assert verdict.problems == check(whole, build_registry(whole, DAY)).problems
    return verdict


def is_known(root: Path) -> bool:
    """Whether the last check still holds but for wording."""
    project = load_project(root, cache=project_cache(root))
    return known_findings(project, build_registry(project, DAY)) is not None


def rewrite(root: Path, path: str, passage: str, instead: str) -> None:
    """Change a file in one place."""
    text = (root / path).read_text(encoding="utf-8")
    assert passage in text
    (root / path).write_text(text.replace(passage, instead, 1), encoding="utf-8")


def test_of_a_new_wording_only_the_privacy_net_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it holds back is told, and no longer when it is gone."""

    def refuse(*_: object) -> None:
        raise AssertionError("looked at again")

    monkeypatch.setattr(again, "of_facts", refuse)
    rewrite(root, PERSON, "story: Anh Thử dậy sớm.", ILL)
    assert [problem.check for problem in checked(root).problems] == ["private-health"]
    rewrite(root, PERSON, ILL, "story: |\n  Anh Thử dậy sớm.\n\n  Anh theo đạo.")
    assert [(problem.check, problem.line) for problem in checked(root).problems] == [("private-ethnicity", 4)]
    rewrite(root, PERSON, "Anh theo đạo.", "Anh dậy muộn.")
    assert checked(root).problems == ()


def test_known_warnings_stand_where_they_stand_now(root: Path) -> None:
    """A longer story moves the lines below it."""
    rewrite(root, "data/decisions/2026/qd-1.yml", "Vận động", "Dù bị tiểu đường vẫn vận động")
    rewrite(root, "data/decisions/2026/qd-1.yml", "title: Khen thưởng", "title: Khen thưởng\nsummary: Ngắn.")
    first = checked(root).problems
    rewrite(root, "data/decisions/2026/qd-1.yml", "summary: Ngắn.", "summary: >-\n  Dài hơn\n  nhiều.")
    second = checked(root).problems
    assert [problem.check for problem in (*first, *second)] == ["private-health"] * 2
    assert second[0].line == first[0].line + 2


def test_waivers_serve_known_and_new_warnings(root: Path) -> None:
    """And one that serves no longer is told."""
    rewrite(root, PERSON, "place: xa-thu\n", f"place: xa-thu\n{WAIVER}")
    assert [problem.check for problem in checked(root).problems] == ["unused-waiver"]
    rewrite(root, PERSON, "story: Anh Thử dậy sớm.", ILL)
    assert is_known(root)
    assert checked(root).problems == ()
    rewrite(root, PERSON, ILL, "story: Anh Thử dậy muộn.")
    assert [problem.check for problem in checked(root).problems] == ["unused-waiver"]


@pytest.mark.parametrize(
    ("path", "passage", "instead"),
    [
        (PERSON, "name: Nguyễn Văn Thử", "name: Nguyễn Văn Đổi"),
        (PERSON, "story: Anh Thử dậy sớm.\n", ""),
        ("data/decisions/2026/qd-1.yml", "hiến đất", "hiến vườn"),
        ("data/vocabulary/fields.yml", "Nông nghiệp", "Nghề nông"),
        (PERSON, "kind: individual", "kind: cá nhân"),
    ],
)
def test_with_another_fact_all_is_looked_at(root: Path, path: str, passage: str, instead: str) -> None:
    """Anything may hang on it."""
    rewrite(root, path, passage, instead)
    assert not is_known(root)
    checked(root)


def test_another_file_among_the_photos_is_another_fact(root: Path) -> None:
    """A record may name it."""
    (root / "data/photos").mkdir()
    (root / "data/photos/a.jpg").write_bytes(b"")
    assert not is_known(root)


def test_two_who_change_their_wording_into_each_other_s_are_told_apart(root: Path) -> None:
    """What was looked at is known by record, not by content alone."""
    twin = "data/honourees/k7m2q8.yml"
    well = (root / PERSON).read_text(encoding="utf-8")
    (root / twin).write_text(well.replace("story: Anh Thử dậy sớm.", ILL), encoding="utf-8")
    before = {problem.path for problem in checked(root).problems if problem.check == "private-health"}
    (root / twin).write_text(well, encoding="utf-8")
    rewrite(root, PERSON, "story: Anh Thử dậy sớm.", ILL)
    after = {problem.path for problem in checked(root).problems if problem.check == "private-health"}
    assert (before, after) == ({twin}, {PERSON})


def test_of_a_project_with_errors_nothing_is_kept(root: Path) -> None:
    """Nor of one whose cache is damaged."""
    rewrite(root, PERSON, "place: xa-thu", "place: xa-la")
    assert checked(root).errors
    assert not is_known(root)
    rewrite(root, PERSON, "place: xa-la", "place: xa-thu")
    assert is_known(root)
    (root / again.FILE).write_bytes(b"?" * 40)
    assert not is_known(root)
