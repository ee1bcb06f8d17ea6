"""A whole demonstration: the promised numbers, the same bytes, and nothing for the checker to say."""

import datetime
import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bangvang.checking import check
from bangvang.demo import DemoError, demo_files, write_demo
from bangvang.loading import Project, load_project
from bangvang.records import Decision, Honouree, Recipient, is_minted
from bangvang.registry import Registry, build_registry
from bangvang.starter import starter_files

DAY = datetime.date(2026, 11, 20)
DIGEST = """
import hashlib
from bangvang.demo import demo_files
print(hashlib.sha256("".join(path + text for path, text in demo_files(300)).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(1000, folder)
    return load_project(folder)


@pytest.fixture(scope="module")
def registry(project: Project) -> Registry:
    return build_registry(project, DAY)


def _rows(registry: Registry) -> list[tuple[Decision, Recipient]]:
    return [
        (decision, row)
        for _, decision in registry.all(Decision)
        for row in decision.recipients
        if isinstance(row, Recipient)
    ]


def test_a_demonstration_is_the_same_every_time() -> None:
    """In another process too, whatever order its sets are in."""
    here = hashlib.sha256("".join(path + text for path, text in demo_files(300)).encode()).hexdigest()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here


def test_what_is_written_is_what_was_made(tmp_path: Path) -> None:
    """Below data/, with Unix line ends on every system."""
    summary = write_demo(3, tmp_path)
    written = {
        path.relative_to(tmp_path / "data").as_posix(): path.read_bytes() for path in (tmp_path / "data").rglob("*.yml")
    }
    assert written == {path: text.encode() for path, text in demo_files(3)}
    assert (summary.files, summary.size) == (len(written), sum(map(len, written.values())))
    beside = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {path for path in beside if not path.startswith("data/")} == {path for path, _ in starter_files()}


def test_a_hundred_honourees_are_made_as_promised(tmp_path: Path) -> None:
    """A third with profiles, all in two decisions, fifty campaigns, a hundred places."""
    summary = write_demo(100, tmp_path)
    assert (summary.honourees, summary.profiles, summary.decisions) == (100, 34, 2)
    registry = build_registry(load_project(tmp_path), DAY)
    assert len(registry.laureates) == 100
    counts = Counter(laureate.kind.value for laureate in registry.laureates.values())
    assert counts == {"individual": 72, "collective": 18, "household": 10}
    held = {kind: len(records) for kind, records in registry.by_kind.items()}
    assert (held["campaign"], held["place"], held["document"], held["practice"]) == (50, 100, 20, 3)
    assert (held["cluster"], held["consultation"], held["award"]) == (2, 1, 21)


def test_every_file_is_read_without_a_problem(project: Project) -> None:
    """The strict reader and the models take all of it."""
    assert project.problems == []


def test_the_checker_finds_nothing(project: Project, registry: Registry) -> None:
    """No error, no warning: references, validity, powers, sums, anniversaries, doubles, privacy."""
    assert check(project, registry).problems == ()


@pytest.mark.parametrize("count", [1, 2, 49, 51])
def test_small_and_odd_numbers_work_too(count: int, tmp_path: Path) -> None:
    """The last decision may have a single row."""
    write_demo(count, tmp_path)
    project = load_project(tmp_path)
    registry = build_registry(project, DAY)
    assert len(registry.laureates) == count
    assert check(project, registry).problems == ()


def test_every_honouree_is_in_a_decision_and_a_few_are_in_two(registry: Registry) -> None:
    """Some per mille are honoured again, later, under the same id."""
    times = Counter(row.id for _, row in _rows(registry))
    assert set(times) == set(registry.laureates)
    twice = [id for id, count in times.items() if count == 2]
    assert sum(times.values()) == 1000 + len(twice)
    assert 1 <= len(twice) <= 4
    for id in twice:
        first, second = sorted(honour.date.first for honour in registry.laureates[id].honours if honour.decision)
        assert (second - first).days >= 200


def test_ids_of_people_say_nothing(registry: Registry) -> None:
    """Only collectives have names for ids."""
    for laureate in registry.laureates.values():
        assert is_minted(laureate.id) == (laureate.kind.value != "collective")


def test_stories_have_about_two_hundred_words(registry: Registry) -> None:
    """As long as the budgets suppose."""
    lengths = [len((honouree.story or "").split()) for _, honouree in registry.all(Honouree)]
    assert len(lengths) == 334
    assert min(lengths) >= 150
    assert max(lengths) <= 285
    assert 180 <= sum(lengths) / len(lengths) <= 230


def test_no_invented_record_stands_unmarked(project: Project) -> None:
    """The law and its awards are real; everything else says that it is not."""
    real = {"award", "field", "occupation", "abbreviation", "site"}
    unmarked = {
        (loaded.kind, loaded.id)
        for loaded in project.loaded
        if loaded.kind not in real and not getattr(loaded.record, "illustrative", False)
    }
    assert unmarked == {
        *(
            ("document", id)
            for id in ("15-2003-qh11", "39-2013-qh13", "06-2022-qh15", "91-2017-nd-cp", "98-2023-nd-cp")
        ),
        *(("agency", id) for id in ("quoc-hoi", "chinh-phu", "chu-tich-nuoc", "thu-tuong-chinh-phu")),
    }


def test_the_living_have_agreed_and_the_dead_have_died(registry: Registry) -> None:
    """A story of somebody living has its consent; a posthumous award comes after the death."""
    profiles = dict(registry.all(Honouree))
    people = [profile for profile in profiles.values() if profile.kind.value != "collective"]
    assert all((profile.consent is None) == (profile.died is not None) for profile in people)
    assert any(profile.died for profile in people)
    posthumous = [(decision, row) for decision, row in _rows(registry) if row.posthumous]
    assert posthumous
    assert all(row.died and row.died.surely_before(decision.date) for decision, row in posthumous)


def test_awards_after_the_reform_name_the_new_communes(registry: Registry) -> None:
    """And those before it the old ones."""
    for decision, row in _rows(registry):
        assert (row.place or "").endswith("-hong-lac-2025") == (decision.date.first >= datetime.date(2025, 7, 1))


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Nobody's data is mixed with inventions."""
    (tmp_path / "data").mkdir()
    with pytest.raises(DemoError, match="đã có tệp"):
        write_demo(10, tmp_path)
    assert [entry.name for entry in tmp_path.rglob("*")] == ["data"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The message says that it is one."""
    (tmp_path / "thu").write_text("x")
    with pytest.raises(DemoError, match="là một tệp"):
        write_demo(10, tmp_path / "thu")


def test_nobody_is_no_demonstration(tmp_path: Path) -> None:
    """At least one."""
    with pytest.raises(DemoError, match="từ 1 trở lên"):
        write_demo(0, tmp_path / "thu")
    assert not (tmp_path / "thu").exists()


def test_a_full_disk_leaves_no_half_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of data/ or none of it."""

    def fails(self: Path, data: bytes) -> int:
        if self.parent.name == "decisions" or self.parent.parent.name == "decisions":
            raise OSError(28, "No space left on device")
        return real(self, data)

    real = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(DemoError, match="không ghi được"):
        write_demo(10, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_run_left_is_in_nobody_s_way(tmp_path: Path) -> None:
    """The next run begins anew."""
    (tmp_path / ".dang-ghi" / "campaigns").mkdir(parents=True)
    (tmp_path / ".dang-ghi" / "campaigns" / "cu.yml").write_text("x")
    write_demo(2, tmp_path)
    assert not (tmp_path / "data" / "campaigns" / "cu.yml").exists()
    assert not (tmp_path / ".dang-ghi").exists()
