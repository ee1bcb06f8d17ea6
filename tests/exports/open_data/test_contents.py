"""Each record as JSON, whole; living private persons stay out."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from bangvang.exports.open_data import Kept, open_data
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.registry import build_registry

ROOT = Path(__file__).parents[3]
DAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real data, exported."""
    folder = tmp_path_factory.mktemp("export")
    files = open_data(Answers(build_registry(load_project(ROOT), DAY)), (), Kept(), "").files
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("plan", ["kon-tum-2015", "lam-vy-2020", "nam-dong-2019", "tam-duong-2022", "vinh-chau-2019"])
def test_a_plan_can_be_read_back_from_its_json(out: Path, plan: str) -> None:
    """Every heading, task, deadline, basis, recipient and reading."""
    told = json.loads((out / f"document/kh-{plan}.json").read_text(encoding="utf-8"))
    assert told["sections"][0]["heading"].startswith("MỤC ĐÍCH")
    assert all(task["what"] for task in told["tasks"])
    assert told["recipients"]
    assert told["readings"]
    assert told["file_code"]
    assert "Nơi nhận" in told["full_text"]
    if plan in ("kon-tum-2015", "nam-dong-2019", "vinh-chau-2019"):
        assert told["bases"]
    if plan in ("kon-tum-2015", "lam-vy-2020"):
        assert any("quarter" in due for task in told["tasks"] for due in task.get("due", ()))


def test_living_persons_are_left_out_of_bulk(out: Path) -> None:
    """No profile file, and only a gap in the decision's list; collectives and the dead stay."""
    names = {path.stem for path in (out / "honouree").iterdir()}
    assert "nguyen-thi-suot" in names
    assert "thon-mau-mot" in names
    assert not names & {"q3fk4t", "s72njj"}
    rows = json.loads((out / "decision/qd-58-ubnd-xa-mau-2026.json").read_text(encoding="utf-8"))["recipients"]
    assert {"withheld": True} in rows
    assert any(row.get("kind") == "collective" for row in rows)
    later = json.loads((out / "decision/qd-397-ubnd-xa-mau-2026.json").read_text(encoding="utf-8"))
    assert later["corrects"] == [{"withheld": True}]


def test_drafts_and_embargoes_are_nowhere(out: Path) -> None:
    """Not under any name."""
    registry = build_registry(load_project(ROOT), DAY)
    hidden = [
        id
        for id, loaded in registry.by_kind["honouree"].items()
        if str(getattr(loaded.record, "status", "")) == "draft" or getattr(loaded.record, "publish_on", None)
    ]
    assert hidden
    assert not {path.stem for path in out.rglob("*.json")} & set(hidden)


def test_candidates_who_live_are_left_out_of_bulk(out: Path) -> None:
    """A consultation shows them on its page only."""
    told = json.loads((out / "consultation/lay-y-kien-xa-mau-2026-08.json").read_text(encoding="utf-8"))
    assert {"withheld": True} in told["candidates"]
    assert all(row.get("kind") not in ("individual", "household") for row in told["candidates"])
