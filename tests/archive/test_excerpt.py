"""Excerpts: records come through the writing and reading of them unchanged; what a part cannot be without is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from making import DAY, enrich

from bangvang.archive.excerpt import Rules, fitting, public_content, rules_of, withheld_people, write_excerpt
from bangvang.archive.form import Form
from bangvang.archive.reach import Reach, in_words, reach_of, reached
from bangvang.checking import check
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.records import Decision, Event, Practice
from bangvang.registry import Registry, build_registry

ROOT = Path(__file__).parents[2]


def _registry(root: Path, day: date = DAY) -> Registry:
    return build_registry(load_project(root), day)


def _rules(registry: Registry, form: Form) -> Rules | None:
    return rules_of(registry) if form is Form.PUBLIC else None


def _allowing(root: Path) -> Path:
    """The project with a legal basis to give names away in bulk."""
    site = root / "data/site.yml"
    rule = "  - {rule: bulk-names, value: 1, basis: Quy chế thử}\n"
    site.write_text(site.read_text(encoding="utf-8").rstrip("\n") + "\n" + rule, encoding="utf-8")
    return root


def test_records_say_the_same_after_they_were_written_anew(tmp_path: Path) -> None:
    """All of the shipped ones, of which none is held back when names may leave."""
    before = _registry(ROOT)
    write_excerpt(ROOT, before, None, rules_of(before), tmp_path / "trich")
    after = _registry(tmp_path / "trich")
    compared = 0
    for kind in ("campaign", "document", "report", "cluster", "procedure", "award", "place", "agency"):
        for id, loaded in after.by_kind[kind].items():
            was = before.by_kind[kind][id].record
            gone = {name: () for name in ("files", "waivers") if hasattr(was, name) and kind != "procedure"}
            expected = was.model_copy(update=gone | ({"waivers": ()} if hasattr(was, "waivers") else {}))
            if "[…]" not in repr(loaded.record):
                assert loaded.record == expected, (kind, id)
                compared += 1
    assert compared > 200


def test_an_excerpt_is_without_errors(small_site: Path, tmp_path: Path) -> None:
    """It stands on its own in both forms, for everything, a campaign and a year."""
    registry = _registry(enrich(small_site))
    for number, reach in enumerate((None, Reach(campaign="lon"), Reach(campaign="nho"), Reach(year=2026))):
        chosen = reached(registry, reach) if reach else None
        for form in Form:
            folder = tmp_path / f"{number}-{form.value}"
            write_excerpt(small_site, registry, chosen, _rules(registry, form), folder)
            project = load_project(folder)
            verdict = check(project, build_registry(project, DAY))
            assert verdict.errors == 0, verdict.problems


def test_where_the_law_lets_names_leave_nobody_is_withheld(small_site: Path) -> None:
    """Then the site goes into the deposit as it is."""
    assert withheld_people(Answers(_registry(small_site)), None) > 5
    assert withheld_people(Answers(_registry(_allowing(small_site))), None) == 0


def test_rows_that_are_left_out_keep_their_places(small_site: Path) -> None:
    """One that was removed by right is not told from the others by its id."""
    registry = _registry(small_site)
    (id,) = [id for id, one in registry.all(Decision) if len(one.recipients) == 13]
    decision = registry.find(Decision, id)
    assert decision is not None
    rows = public_content(decision, id, rules_of(registry))["recipients"]
    assert len(rows) == 13
    assert rows[1]["name"] == "Thôn Hai"
    assert rows[2] == {"removed": True, "withheld": True}


def test_a_consultation_about_somebody_living_has_no_place(small_site: Path, tmp_path: Path) -> None:
    """Its candidates are what it is about."""
    registry = _registry(enrich(small_site))
    write_excerpt(small_site, registry, None, rules_of(registry), tmp_path / "trich")
    assert (tmp_path / "trich/data/consultations/y-kien-1.yml").is_file()
    assert not (tmp_path / "trich/data/consultations/y-kien-song.yml").exists()


def test_a_draft_has_no_place_in_the_public_form(small_site: Path, tmp_path: Path) -> None:
    """The full form has it."""
    registry = _registry(enrich(small_site))
    for form in Form:
        write_excerpt(small_site, registry, None, _rules(registry, form), tmp_path / form.value)
    draft = "data/honourees/to-nhap.yml"
    assert [(tmp_path / form.value / draft).exists() for form in (Form.PUBLIC, Form.FULL)] == [False, True]


def test_hand_written_files_that_name_somebody_held_back_stay_out_of_the_public_form(
    small_site: Path, tmp_path: Path
) -> None:
    """Pages lose the name; a drawing or a table of a page goes, as does what cannot be read."""
    files = {
        "ten.svg": "<svg><text>Trần V&#259;n Hai</text></svg>".encode(),
        "hinh.svg": b"<svg><text>Trang</text></svg>",
        "bang.yml": "- Trần Văn Hai\n".encode(),
        "hong.md": b"\xff",
        "trang.md": "Ông Trần Văn Hai.\n".encode(),
    }
    for name, data in files.items():
        (enrich(small_site) / "docs" / name).write_bytes(data)
    registry = _registry(small_site)
    write_excerpt(small_site, registry, None, rules_of(registry), tmp_path / "trich")
    there = {path.name for path in (tmp_path / "trich/docs").iterdir()}
    assert there & files.keys() == {"hinh.svg", "trang.md"}
    assert (tmp_path / "trich/docs/trang.md").read_text(encoding="utf-8") == "Ông […].\n"


def test_a_part_that_lost_what_it_needs_goes_and_the_rest_stays() -> None:
    """An adoption without its unit says nothing; the practice still does."""
    content = {"name": "Làm sớm", "kind": "method", "adopted": [{"result": "Tốt"}, {"unit": "thon-hai"}]}
    assert fitting(Practice, content) == {"name": "Làm sớm", "kind": "method", "adopted": [{"unit": "thon-hai"}]}


def test_a_record_that_lost_what_it_needs_goes() -> None:
    """Nothing is made up in its place."""
    assert fitting(Event, {"summary": "Không tên."}) is None


@pytest.mark.parametrize(
    ("asked", "reach", "words"),
    [
        ("ALL", Reach(), "toàn bộ"),
        ("all", Reach(), "toàn bộ"),
        ("2026", Reach(year=2026), "năm 2026"),
        ("nho", Reach(campaign="nho"), None),
    ],
)
def test_a_reach_is_asked_for_in_three_ways(small_site: Path, asked: str, reach: Reach, words: str | None) -> None:
    """Everything, a year, a campaign."""
    registry = _registry(small_site)
    assert reach_of(registry, asked) == reach
    assert words is None or in_words(registry, reach) == words
