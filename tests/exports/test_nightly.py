"""The files for a rebuild every night: read as the services read them, and their commands as ours."""

from __future__ import annotations

import datetime
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bangvang.cli import build_parser
from bangvang.exports.servers.nightly import github_actions, gitlab_ci, schedules

Scripts = Callable[[], list[str]]


def github_scripts() -> list[str]:
    """What the runner's shell is given, step by step."""
    (job,) = yaml.safe_load(github_actions())["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def gitlab_scripts() -> list[str]:
    """The same there."""
    return list(yaml.safe_load(gitlab_ci())["pages"]["script"])


BOTH = pytest.mark.parametrize("scripts", [github_scripts, gitlab_scripts], ids=["github", "gitlab"])


@BOTH
def test_each_checks_builds_publishes_and_enters_in_this_order(scripts: Scripts) -> None:
    """The ledger comes last: what was not published must not be in it."""
    text = "\n".join(scripts())
    steps = ["pip install", "bangvang check", "bangvang build", "bangvang publish", "git add", "git push"]
    assert [text.index(step) for step in steps] == sorted(text.index(step) for step in steps)
    assert "data/ledger.json data/changes.json" in text
    assert "--yes" not in text


@BOTH
def test_every_line_is_sound_shell(scripts: Scripts) -> None:
    """With every command of ours understood by ours."""
    for script in scripts():
        assert isinstance(script, str)
        assert subprocess.run(["sh", "-n", "-c", script], check=False).returncode == 0, script
        for line in script.splitlines():
            if line.startswith("bangvang "):
                build_parser().parse_args(shlex.split(line.partition("<")[0])[1:])


@BOTH
def test_the_same_is_installed_as_by_make(scripts: Scripts) -> None:
    """Locked."""
    text = "\n".join(scripts())
    for options in ("--require-hashes --only-binary :all: -r requirements.txt", "--no-deps --no-build-isolation -e ."):
        assert options in text


@BOTH
def test_the_books_are_committed_only_when_they_changed(scripts: Scripts, tmp_path: Path) -> None:
    """The very lines, run in a repository of their own."""
    lines = [line for script in scripts() for line in script.splitlines() if line.startswith(("for so", "git diff"))]
    assert len(lines) == 2

    def enter() -> str:
        for line in lines:
            subprocess.run(["sh", "-euc", line], cwd=tmp_path, check=True)
        log = subprocess.run(
            ["git", "rev-list", "--count", "HEAD"], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return log.stdout.strip()

    (tmp_path / "data").mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "data/ledger.json").write_text("{}")
    assert enter() == "1"
    assert enter() == "1"
    (tmp_path / "data/changes.json").write_text("[]")
    assert enter() == "2"


def test_github_runs_on_every_push_and_five_past_midnight_in_viet_nam() -> None:
    """Its clock is the world's. YAML reads the key “on” as true."""
    workflow = yaml.safe_load(github_actions())
    events = workflow[True]
    assert events["push"]["branches"] == ["main"]
    (when,) = (entry["cron"] for entry in events["schedule"])
    minute, hour = map(int, when.split()[:2])
    there = datetime.datetime(2026, 11, 20, hour, minute, tzinfo=datetime.UTC) + datetime.timedelta(hours=7)
    assert (there.hour, there.minute) == (0, 5)
    assert workflow["permissions"] == {"contents": "write"}


def test_gitlab_offers_what_its_pages_take() -> None:
    """A job and a folder by those names; the commit of the books starts no other run."""
    job = yaml.safe_load(gitlab_ci())["pages"]
    assert job["artifacts"]["paths"] == ["public"]
    assert any("publish public" in script for script in job["script"])
    assert any("[skip ci]" in script for script in job["script"])


def test_no_key_is_ever_part_of_what_is_printed() -> None:
    """The address of the target is told in messages."""
    (line,) = (line for script in github_scripts() for line in script.splitlines() if "bangvang publish" in line)
    assert "TOKEN" not in line


def test_the_line_for_windows_is_what_the_scheduler_takes() -> None:
    """At most 261 letters behind /tr, quotation marks inside quotation marks, a command of ours."""
    (line,) = (line for line in schedules().splitlines() if line.startswith("schtasks /create"))
    found = re.search(r'/st (\S+) /tr "((?:[^"\\]|\\.)*)"$', line)
    assert found is not None
    assert found[1] == "00:05"
    assert len(found[2]) <= 261
    said = found[2].replace('\\"', '"')
    words = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', said)]
    assert words[1:3] == ["-m", "bangvang"]
    assert build_parser().parse_args(words[3:]).target == "Z:\\trang"


def test_the_lines_for_cron_are_five_fields_and_a_command_of_ours() -> None:
    """One for each clock."""
    lines = [line for line in schedules().splitlines() if re.match(r"5 \d", line)]
    assert [line.split()[1] for line in lines] == ["0", "17"]
    for line in lines:
        assert line.split()[2:5] == ["*", "*", "*"]
        assert build_parser().parse_args(shlex.split(line.partition("<")[0])[6:]).target == "/srv/www/bang-vang"
