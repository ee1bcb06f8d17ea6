"""The data that ships: clean, whole, and everything the five plans ask for in its place."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path

import pytest

from bangvang.checking import check
from bangvang.loading import Project, load_project
from bangvang.records import KINDS, Campaign, Document, Honour, Honouree, Part, SubjectKind
from bangvang.registry import Registry, build_registry

ROOT = Path(__file__).parents[1]
PLANS = {
    "kh-kon-tum-2015": "kon-tum-2015",
    "kh-lam-vy-2020": "lam-vy-2020",
    "kh-nam-dong-2019": "nam-dong-2019",
    "kh-tam-duong-2022": "tam-duong-2022",
    "kh-vinh-chau-2019": "vinh-chau-2019",
}
ROWS = [
    f"{letter}{number}"
    for letter, last in zip("ABCDEFGHIJ", (16, 18, 2, 16, 17, 11, 8, 7, 15, 1), strict=True)
    for number in range(1, last + 1)
]
UNPUBLISHED = {"D10", "D12", "E12", "I10", "I12", "I15"}


@pytest.fixture(scope="module")
def project() -> Project:
    """data/ as it stands, read without a cache."""
    return load_project(ROOT)


@pytest.fixture(scope="module")
def registry(project: Project) -> Registry:
    """The registry of data/ on the day this was written."""
    return build_registry(project, datetime.date(2026, 11, 21))


def test_the_real_data_is_clean(project: Project, registry: Registry) -> None:
    """Not even a warning that nobody has judged."""
    assert check(project, registry).problems == ()


def _words_of_print(text: str) -> str:
    """NFC, one kind of space, without the transcription's own Markdown marks, which no print has."""
    text = unicodedata.normalize("NFC", text).replace("*", "")
    text = re.sub(r"^\s*#+ ", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*- (?=[a-zđ]\) )", "", text, flags=re.MULTILINE)
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("id", PLANS)
def test_a_plan_reads_word_for_word_as_its_source(registry: Registry, id: str) -> None:
    """Opening, sections with printed numbers, closing: nothing lost, nothing mended."""
    plan = registry.find(Document, id)
    assert plan is not None
    source = (ROOT / "tests/data/plans" / f"{PLANS[id]}.txt").read_text(encoding="utf-8")
    assert _words_of_print(plan.full_text()) == _words_of_print(source)


@pytest.mark.parametrize("id", PLANS)
def test_a_plan_launches_its_own_drive(registry: Registry, id: str) -> None:
    """As the drive tells it."""
    own = PLANS[id]
    assert id in [document for document, action in registry.documents_of_campaign(own) if action.value == "launch"]


@pytest.mark.parametrize("id", PLANS)
def test_every_printed_deadline_and_addressee_stands_in_the_text(registry: Registry, id: str) -> None:
    """What was read out of the print can be found in the print."""
    plan = registry.find(Document, id)
    assert plan is not None
    text = _words_of_print(plan.full_text())
    printed = [due.printed for task in plan.tasks for due in task.due if due.printed]
    printed += [addressee.name for addressee in plan.recipients]
    printed += [action.printed for action in plan.campaigns if action.printed]
    missing = [words for words in printed if _words_of_print(words) not in text]
    assert missing == []
    assert plan.recipients
    assert plan.tasks
    assert plan.readings


def test_all_targets_of_vinh_chau_are_there(registry: Registry) -> None:
    """The figures of the print, among them those with parts, without unit, and of a total."""
    campaign = registry.find(Campaign, "vinh-chau-2019")
    assert campaign is not None
    every = [target for top in campaign.targets for target in (top, *top.parts)]
    values = {str(target.value) for target in every if target.value is not None}
    assert {"28500", "24000", "4500", "77500", "198765", "59.60", "9.08", "98.06", "51.20", "2600", "19"} <= values
    assert len([target for target in every if target.value is not None]) >= 55
    assert any(target.of == 19 and target.value == 16 for target in every)
    assert any(not target.complete for target in every)
    assert [target.name for target in every if str(target.value) == "98.06" and target.unit is not None] == []


def test_only_collectives_and_the_dead_of_history_are_shown(registry: Registry) -> None:
    """No living person of the real world stands in the shipped data."""
    real = [record for _, record in registry.all(Honouree) if not record.illustrative]
    assert len(real) == 25
    assert [r.name for r in real if r.kind is SubjectKind.INDIVIDUAL and r.living.value != "no"] == []
    assert [r.name for r in real if not r.sources] == []


def test_every_invented_recipient_is_marked(registry: Registry) -> None:
    """A decision of the shipped data is illustrative or has no living people."""
    assert [
        loaded.id
        for loaded in registry.by_kind["decision"].values()
        if not getattr(loaded.record, "illustrative", False)
    ] == []


def _table() -> dict[str, str]:
    lines = (ROOT / "data/README.md").read_text(encoding="utf-8").splitlines()
    return {
        cells[1].strip(): line
        for line in lines
        if len(cells := line.split("|")) > 3 and re.fullmatch(r" [A-J]\d+ ", cells[1])
    }


def test_every_demand_of_the_plans_has_its_place_or_a_reason() -> None:
    """Rows A1 to J1, each once; six say why a public site does not hold them."""
    table = _table()
    assert list(table) == ROWS
    assert {row for row, line in table.items() if "hông đăng" in line} >= UNPUBLISHED


def test_the_files_and_fields_that_the_table_names_exist() -> None:
    """A table that names what is gone is worse than none."""
    models: dict[str, type[Part]] = {kind.name: kind.model for kind in KINDS.values()} | {"honour": Honour}
    for row, line in _table().items():
        for name in re.findall(r"`([^`]+)`", line):
            if name.endswith(".yml"):
                assert (ROOT / "data" / name).is_file(), (row, name)
            elif match := re.fullmatch(r"([a-z]+)\.([a-z_]+)(?:: \S+)?", name):
                model = models.get(match[1])
                if model is not None:
                    assert any(match[2] in (field, info.alias) for field, info in model.model_fields.items()), (
                        row,
                        name,
                    )
