"""A killed publication: the target is whole, the ledger never runs ahead of it, the next one makes all good.

The file is its own victim: run as a program it publishes, to be killed.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from dying import in_a_fork_that_dies_at

from bangvang.publishing.change_log import read_change_log
from bangvang.publishing.delivery import MARK, deliver_folder, deliver_zip
from bangvang.publishing.ledger import LedgerLine, read_ledger, write_ledger
from bangvang.publishing.manifest import PATH as MANIFEST
from bangvang.publishing.memory import file_digest
from bangvang.publishing.parcel import SiteParcel
from bangvang.publishing.publish import publish
from bangvang.publishing.staging import recover
from bangvang.publishing.target import target_of

DAY = date(2026, 11, 21)
KILLS = 6
DECISION = "data/decisions/2026/qd-15.yml"


def parcel(root: Path, number: int) -> SiteParcel:
    """A built site that is different every time."""
    text = f"generation {number}\n".encode()
    files = {"index.html": text, f"guong/{number}/index.html": text, "khong-doi.html": b"always"}
    for path, data in files.items():
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_bytes(data)
    return SiteParcel(root / "site", {path: file_digest(data) for path, data in files.items()}, ())


def deliver_and_enter(root: Path, target: Path, number: int) -> None:
    """The last steps of a publication."""
    if target.suffix == ".zip":
        deliver_zip(parcel(root, number), target, DAY)
    else:
        deliver_folder(parcel(root, number), target)
    write_ledger(root, {"/": LedgerLine(DAY, str(number))})


def state(root: Path, target: Path) -> list[str]:
    """Which generation the target holds, and which the ledger."""
    if target.suffix == ".zip":
        held = "1" if target.read_bytes() == (root / "1.zip").read_bytes() else "2"
    else:
        recover(target)
        held = (target / "index.html").read_text().split()[1]
        assert (target / f"guong/{held}/index.html").is_file()
        assert sorted(path.name for path in (target / "guong").iterdir()) == [held]
    return [held, read_ledger(root)["/"].content]


def kill_at_every_step(home: Path, name: str) -> None:
    """One publication after another is killed, each a step later, until one is not; say what each left."""
    step, killed = 0, True
    while killed:
        root = home / str(step)
        (root / "data").mkdir(parents=True)
        target = root / name
        deliver_zip(parcel(root, 1), root / "1.zip", DAY)
        deliver_and_enter(root, target, 1)
        parcel(root, 2)
        killed = in_a_fork_that_dies_at(step, partial(deliver_and_enter, root, target, 2))
        left = state(root, target)
        deliver_and_enter(root, target, 2)
        print(json.dumps([left, state(root, target), sorted(entry.name for entry in root.iterdir())]))
        step += 1


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_publication_killed_at_any_step_is_made_good(tmp_path: Path, name: str) -> None:
    """The ledger follows the target, never the other way round, and nothing is left over."""
    command = [sys.executable, __file__, "steps", str(tmp_path), name]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=300)
    deaths = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(deaths) > 15
    assert {tuple(left) for left, _, _ in deaths} == {("1", "1"), ("2", "1"), ("2", "2")}
    assert all(after == ["2", "2"] for _, after, _ in deaths)
    assert all(names == sorted(["1.zip", "data", "site", name]) for _, _, names in deaths)


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the mark, and the list of hashes, which only a publication has."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in (MARK, Path(MANIFEST).name))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def up_to_date(folder: Path) -> dict[str, bytes]:
    """Without what is there for pages that readers opened before the last publication."""
    mark = json.loads((folder / MARK).read_bytes())
    outdated = {path for paths in mark.get("lingering", ()) for path in paths}
    return {path: data for path, data in files(folder).items() if path not in outdated}


def test_a_publication_killed_at_random_moments_is_made_good_by_the_next(office: Path, tmp_path: Path) -> None:
    """Site, ledger and log agree afterwards, and every correction is told of once."""
    out = tmp_path / "out"
    publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1)
    dice = random.Random(7)
    for number in range(KILLS):
        text = (office / DECISION).read_text(encoding="utf-8")
        reason = text.partition("reason: ")[2].partition("}")[0]
        (office / DECISION).write_text(text.replace(reason, f"Hiến đất lần {number}."), encoding="utf-8")
        command = [sys.executable, __file__, "publish", str(office), str(out)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as victim:
            assert victim.stdout is not None
            victim.stdout.readline()
            time.sleep(dice.uniform(0, 1.2))
            victim.kill()
        publish(office, target_of(str(out), office, DAY), day=DAY, jobs=1)
        assert up_to_date(out) == files(office / "site")
        told = [change for one in read_change_log(office) for change in one.changes]
        assert sum(change.url == "/guong/k7m2q9/" for change in told) == number + 2
        addresses = read_ledger(office)
        assert {f"{one[1:]}index.html" if one.endswith("/") else one[1:] for one in addresses} <= files(out).keys()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["office", "out"]


if __name__ == "__main__":
    if sys.argv[1] == "steps":
        kill_at_every_step(Path(sys.argv[2]), sys.argv[3])
    else:
        print("ready", flush=True)
        publish(Path(sys.argv[2]), target_of(sys.argv[3], Path(sys.argv[2]), DAY), day=DAY, jobs=1)
