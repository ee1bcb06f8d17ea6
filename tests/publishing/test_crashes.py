"""A killed build leaves the last good site or the new one, never a mixture, and nothing beside it.

The file is its own victim: run as a program it builds generation after generation of a site, to be killed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from dying import in_a_fork_that_dies_at

from bangvang.publishing.staging import Stage, recover

SMALL, LARGE = 3, 200
KILLS = 32


def generation(number: int, size: int) -> dict[str, bytes]:
    """Every file of a site; from one to the next pages come and go, and a file becomes a folder and back."""
    text = f"generation {number}\n".encode()
    files = {"index.html": text, "404.html": b"always the same"}
    files |= {f"guong/tap-the-{page}/index.html": text * (page % 7 + 1) for page in range(size)}
    if number % 2:
        return files | {"van-ban/index.html": text, "nam/2025/so-1/index.html": text, "nam/cu.html": text}
    return files | {"van-ban": text, "nam/2026/index.html": text, "tin-tuc/so-2/index.html": text}


def build(site: Path, number: int, size: int) -> None:
    """Go from whatever generation the site holds to this one, staging only what differs."""
    with Stage(site) as stage:
        old, new = contents(site), generation(number, size)
        for path, data in new.items():
            if old.get(path) != data:
                stage.write(path, data)
        stage.commit(old.keys() - new.keys())


def contents(site: Path) -> dict[str, bytes]:
    """All files by path; an empty folder shows as one with a slash."""
    found = {}
    for folder, folders, files in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        prefix = "" if below == "." else f"{below}/"
        found.update({prefix + name: Path(folder, name).read_bytes() for name in files})
        if not folders and not files:
            found[prefix] = b""
    return found


def name_of(found: dict[str, bytes], *numbers: int) -> str:
    """Which generation the site holds."""
    names = [str(number) for number in numbers if found == generation(number, SMALL)]
    return names[0] if names else "a mixture" if found else "nothing"


def kill_at_every_step(home: Path, first: int) -> None:
    """One build after another is killed, each one step later, until one is not; say what each left."""
    dice = random.Random(first)
    step, killed = 0, True
    while killed:
        site = home / str(step) / "site"
        site.parent.mkdir(parents=True)
        if first:
            build(site, first, SMALL)
        killed = in_a_fork_that_dies_at(step, partial(build, site, first + 1, SMALL))
        left = name_of(contents(site), first, first + 1)
        in_a_fork_that_dies_at(dice.randrange(40), partial(recover, site))
        recover(site)
        recovered = name_of(contents(site), first, first + 1)
        beside = sorted(entry.name for entry in site.parent.iterdir())
        build(site, first + 2, SMALL)
        following = name_of(contents(site), first + 2)
        print(json.dumps([killed, left, recovered, beside, following]))
        step += 1


def build_for_ever(site: Path, number: int) -> None:
    """A generation a moment."""
    print("ready", flush=True)
    while True:
        build(site, number, LARGE)
        number += 1


def run(*arguments: str) -> list[list[object]]:
    """This file as a program."""
    done = subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, check=True, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    """Of builds that change a site: killed, what was left, what after recovery, what beside it, the next build."""
    return run("steps", str(tmp_path_factory.mktemp("steps")), "1")


def test_a_build_killed_at_any_step_leaves_one_whole_generation(deaths: list[list[object]]) -> None:
    """Even if the recovery is killed as well, and begins again."""
    assert len(deaths) > 60
    assert {recovered for _, _, recovered, _, _ in deaths} == {"1", "2"}


def test_a_site_once_touched_is_always_finished(deaths: list[list[object]]) -> None:
    """Mixtures there are, for a moment, and each becomes the new generation."""
    mixtures = [recovered for _, left, recovered, _, _ in deaths if left == "a mixture"]
    assert len(mixtures) > 10
    assert set(mixtures) == {"2"}


def test_nothing_is_left_beside_the_site(deaths: list[list[object]]) -> None:
    """No staged file, no journal, no lock."""
    assert all(beside == ["site"] for _, _, _, beside, _ in deaths)


def test_the_build_after_a_killed_one_is_right(deaths: list[list[object]]) -> None:
    """Whatever it starts from."""
    assert {following for *_, following in deaths} == {"3"}


def test_a_first_build_killed_at_any_step_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Where there was no site, not even a moment of mixture."""
    deaths = run("steps", str(tmp_path), "0")
    assert {left for _, left, _, _, _ in deaths} == {"nothing", "1"}
    assert all(left == recovered for _, left, recovered, _, _ in deaths)
    assert all(beside in ([], ["site"]) for _, _, _, beside, _ in deaths)
    assert {following for *_, following in deaths} == {"2"}


def test_a_build_killed_at_random_moments_leaves_one_whole_generation(tmp_path: Path) -> None:
    """Two hundred files rewritten again and again, killed from outside again and again."""
    site = tmp_path / "site"
    dice = random.Random(3)
    started = time.monotonic()
    build(site, 1, LARGE)
    pace = time.monotonic() - started
    shutil.rmtree(site)
    number = 0
    for _ in range(KILLS):
        command = [sys.executable, __file__, "loop", str(site), str(number + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as victim:
            assert victim.stdout is not None
            victim.stdout.readline()
            time.sleep(dice.uniform(0, 3 * pace))
            victim.kill()
        recover(site)
        found = contents(site)
        reached = int(found["index.html"].split()[1]) if found else 0
        assert reached >= number
        assert found == (generation(reached, LARGE) if reached else {})
        assert {entry.name for entry in tmp_path.iterdir()} <= {"site"}
        number = reached
    assert number > 0


if __name__ == "__main__":
    {"steps": kill_at_every_step, "loop": build_for_ever}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
