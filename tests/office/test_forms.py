"""Every kind as a form and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bangvang.loading.text import decode
from bangvang.loading.tree import find_files
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import edits_between
from bangvang.office.faults import faults_of
from bangvang.office.fields import Field, Shape, fields_of
from bangvang.office.forms import day_shown, day_typed, read, shown
from bangvang.records import KINDS, Campaign, Decision, Honouree, Part

ROOT = Path(__file__).parents[2]
PROJECTS = (ROOT / "tests/data/small-site", ROOT)
OTHERS = {
    "abbreviation": {"id": "htx", "short": "HTX", "long": "Hợp tác xã"},
    "deposit": {"id": "ban-1", "title": "Bản lưu", "date": "2026-06-30", "year": "2025", "digest": "0f" * 32},
    "redirect": {"from": "/phong-trao/cu/", "to": "/phong-trao/moi/", "since": "2026-01-02", "reason": "Đổi tên"},
}


def _records(kind: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [OTHERS[kind]] if kind in OTHERS else []
    for root in PROJECTS:
        for file in find_files(root)[0]:
            if file.kind.name == kind:
                tree = read_tree(decode((root / file.path).read_bytes()))
                found += tree if isinstance(tree, list) else [tree]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_goes_through_its_form_and_comes_back_the_same(kind: str) -> None:
    """Opened and saved without a change, nothing has changed."""
    model = KINDS[kind].model
    records = _records(kind)
    assert records
    for tree in records:
        assert set(tree) <= {field.key for field in fields_of(model)} or tree.get("status") == "removed"
        again = read(model, shown(model, tree), tree)
        if tree.get("status") != "removed":
            assert model.model_validate(again) == model.model_validate(tree)
            assert list(edits_between(tree, again)) == []


def fields(model: type[Part]) -> dict[str, Field]:
    """By key."""
    return {field.key: field for field in fields_of(model)}


def test_every_field_of_every_kind_has_a_title_and_no_words_of_files() -> None:
    """Groups within groups too; a clerk knows neither codes nor folders."""
    waiting, seen = [kind.model for kind in KINDS.values()], set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for field in fields_of(model):
            assert field.title != field.key
            assert not re.search(r"\btrue\b|\bfalse\b|\bwithdrawn\b|data/|\.yml|[{}]", field.help), field
            if field.model:
                waiting.append(field.model)
    assert len(seen) > 40


def test_a_form_knows_what_may_be_typed_where() -> None:
    """Choices with their labels, relations with their kinds, tables with their columns."""
    decision, honouree, campaign = fields(Decision), fields(Honouree), fields(Campaign)
    assert decision["date"].shape is Shape.DATE
    assert decision["issuer"].shape is Shape.RELATION
    assert decision["issuer"].kinds == ("agency",)
    assert decision["issuer"].required
    assert decision["recipients"].is_table
    assert {"name", "place", "reason"} <= {column.key for column in decision["recipients"].fields}
    assert ("individual", "Cá nhân") in [(one.code, one.label) for one in honouree["kind"].choices]
    assert (honouree["fields"].shape, honouree["fields"].many) == (Shape.RELATION, True)
    assert honouree["story"].shape is Shape.MARKDOWN
    assert honouree["living"].default == "unknown"
    parts = {field.key: field for field in campaign["targets"].fields}["parts"]
    assert parts.fields == campaign["targets"].fields


@pytest.mark.parametrize(
    ("typed", "read_as", "shown_as"),
    [
        ("19/5/2024", "2024-05-19", "19/5/2024"),
        (" 19 / 05 / 2024 ", "2024-05-19", "19/5/2024"),
        ("5/2024", "2024-05", "5/2024"),
        ("2024", "2024", "2024"),
        ("2024-05-19", "2024-05-19", "19/5/2024"),
        ("31/2/2024", "31/2/2024", "31/2/2024"),
        ("hôm qua", "hôm qua", "hôm qua"),
    ],
)
def test_days_are_typed_and_shown_as_offices_write_them(typed: str, read_as: str, shown_as: str) -> None:
    """What is no day stays as typed, to be complained of."""
    assert day_typed(typed) == read_as
    assert day_shown(read_as) == shown_as


def test_what_a_form_does_not_show_stays() -> None:
    """A removed row of a list, a field of an unknown name."""
    before = {
        "title": "A",
        "odd": "kept",
        "recipients": [{"removed": "true"}, {"id": "aa", "name": "An", "class": "2"}],
    }
    values = shown(Decision, before)
    values["recipients"][1]["name"] = "Ân"
    after = read(Decision, values, before)
    assert after["recipients"] == [{"removed": "true"}, {"id": "aa", "name": "Ân", "class": "2"}]
    assert after["odd"] == "kept"


def test_what_counts_anyway_is_not_written() -> None:
    """Unless the file said so already."""
    assert read(Campaign, {"name": "A", "status": "published", "illustrative": "false"}) == {"name": "A"}
    assert read(Campaign, {"name": "A", "status": "published"}, {"status": "published"})["status"] == "published"


def test_mistakes_are_said_at_the_fields_in_the_words_of_the_form() -> None:
    """No names of keys, no way of writing files."""
    tree = {"title": "A", "date": "32/1/2024", "issuer": "a", "recipients": [{"id": "aa", "kind": "individual"}]}
    problems = {problem.name: problem for problem in faults_of(Decision, tree)}
    assert set(problems) == {"date", "recipients.0.name"}
    assert "19/5/2024" in problems["date"].remedy
    assert problems["recipients.0.name"].what == "chưa điền “Họ tên hoặc tên gọi”"
