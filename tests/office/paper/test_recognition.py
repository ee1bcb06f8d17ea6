"""Whatever text comes in, it has a reading, and every line of it stays."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slipped_plan import PLAN

from bangvang.loading import load_project
from bangvang.office.faults import faults_of
from bangvang.office.paper import Paper, Recognition, draft_campaign, draft_document, read_text, understand
from bangvang.records import Campaign, Document
from bangvang.registry import Registry, build_registry

PIECES = st.sampled_from(
    [
        *PLAN.split("\n"), "I.", "1.", "a)", "l.", "1.1", "Điều 1.", "Chương I", "- ", "+ Ngành", "Nơi nhận:", "TM.", "TM. A",
        "ngày 99 tháng 99 năm 0000", "ngày 1 tháng 1 năm 20266", "Số:", "Số: /", "Thực hiện trong quý IV/9999.", "; ; ;",
        "tỷ lệ đạt 98,06.", "trong đó 5 ha", "Đạt 0/0 tiêu chí", "đến ngày 31/02/2020", "(trong đó", "Lưu:", "trước tháng 13/2020",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=25).map("\n".join))


def letters(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s+", "", text)


def kept(read: Recognition) -> str:
    """Every letter of the three stretches."""
    return letters("".join(read.outline.printed()))


@given(TEXTS)
@example(PLAN)
@example("I.")
@example("1. \nA\n1. b")
def test_any_text_has_a_reading_that_keeps_every_line(text: str) -> None:
    """In its order, letter for letter."""
    lines = tuple(line for raw in text.split("\n") if (line := " ".join(raw.split())))
    assert kept(understand(Paper(lines))) == letters("".join(lines))


@given(TEXTS)
@example(PLAN)
def test_every_slip_stands_in_the_text(text: str) -> None:
    """So that the check of readings never fails on what a machine proposed."""
    lines = tuple(line for raw in text.split("\n") if (line := " ".join(raw.split())))
    read = understand(Paper(lines))
    whole = " ".join(" ".join(read.outline.printed()).split())
    for slip in read.slips:
        assert " ".join(slip.printed.split()) in whole
        assert slip.printed
        assert slip.note


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """A registry without records."""
    root = tmp_path_factory.mktemp("none")
    (root / "data").mkdir()
    return build_registry(load_project(root), datetime.date(2026, 1, 1))


def text_in(tree: dict[str, Any]) -> str:
    """Opening, sections and closing of a drafted record."""

    def walk(section: dict[str, Any]) -> str:
        own = "".join(section.get(key, "") for key in ("number", "heading", "text"))
        return own + "".join(map(walk, section.get("sections", ())))

    return tree.get("opening", "") + "".join(map(walk, tree.get("sections", ()))) + tree.get("closing", "")


@given(text=TEXTS)
@example(text=PLAN)
def test_the_drafted_document_holds_every_line(empty: Registry, text: str) -> None:
    """Whatever else was recognised."""
    lines = tuple(line for raw in text.split("\n") if (line := " ".join(raw.split())))
    assert letters(text_in(draft_document(understand(Paper(lines)), empty))) == letters("".join(lines))


@given(text=TEXTS)
@example(text=PLAN)
def test_what_is_drafted_fits_the_models_but_for_what_is_missing(empty: Registry, text: str) -> None:
    """A title, a level and such may be missing; nothing is there that a model refuses."""
    lines = tuple(line for raw in text.split("\n") if (line := " ".join(raw.split())))
    read = understand(Paper(lines))
    faults = list(faults_of(Document, draft_document(read, empty)))
    campaign = draft_campaign(read, empty)
    if campaign is not None:
        faults += faults_of(Campaign, campaign)
    assert [fault for fault in faults if fault.check != "missing-field"] == []


def test_a_plan_full_of_slips_is_read_with_each_of_them_reported() -> None:
    """Letters for digits, numbers the English way, a sum that misses, a day that is none."""
    read = understand(read_text(PLAN))
    found = {slip.printed: slip for slip in read.slips}
    assert found["l. Nâng cao nhận thức."].reading == "1. Nâng cao nhận thức."
    assert any("l5" in printed and "15 ha" in slip.reading for printed, slip in found.items())
    assert any("1,200.5" in printed and slip.note for printed, slip in found.items())
    assert "450" in found["Sản lượng 500 tấn"].note
    assert "không có trong lịch" in found["ngày 31/6/2026"].note


def test_a_slip_is_never_corrected_in_the_text() -> None:
    """What was printed stays; a number that cannot be read becomes no value."""
    read = understand(read_text(PLAN))
    assert "Trồng l5 ha rừng" in "\n".join(read.outline.printed())
    doubtful = [goal for goal in read.goals if "l5" in goal.printed]
    assert [(goal.value, bool(goal.text)) for goal in doubtful] == [("", True)]


def test_a_missing_part_is_said() -> None:
    """What a clerk has to fill in."""
    doubts = " ".join(understand(read_text("Một lời nhắn ngắn.")).doubts)
    for part in ("tên loại", "trích yếu", "số, ký hiệu", "Nơi nhận", "người ký"):
        assert part in doubts
