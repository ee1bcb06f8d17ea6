"""Flat columns come from the models: what fits a table, with its type, and what does not, as a number."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bangvang.records import OPEN_KINDS, Campaign, Consultation, Document, Honouree, Practice
from bangvang.records.columns import BETWEEN, Cell, Column, cells_of, flat_columns


def columns(model: type) -> dict[str, Column]:
    """By key."""
    return {column.key: column for column in flat_columns(model)}


def cell(column: Column, content: Mapping[str, object], names: Mapping[tuple[str, str], str]) -> Cell:
    """What one column holds."""
    return cells_of([column], names)(content)[0]


@pytest.mark.parametrize("kind", OPEN_KINDS, ids=lambda kind: kind.name)
def test_every_column_has_a_key_of_its_own_and_is_explained(kind: object) -> None:
    """In two languages."""
    found = flat_columns(kind.model)  # type: ignore[attr-defined]
    assert len({column.key for column in found}) == len(found)
    assert all(column.title and column.help and column.title_en for column in found)


def test_types_are_those_of_the_model() -> None:
    """Days, whole numbers, flags, codes."""
    opens = columns(Consultation)["opens"]
    assert (opens.sort, columns(Consultation)["working_days"].sort) == ("date", "integer")
    kind = columns(Honouree)["kind"]
    assert kind.values == ("individual", "collective", "household", "locality")
    assert columns(Honouree)["illustrative"].sort == "boolean"
    assert columns(Honouree)["born"].partial


def test_what_a_table_cannot_hold_is_counted_or_left_out() -> None:
    """Lists of mappings become numbers; stories and whole texts stay in the JSON."""
    assert columns(Campaign)["targets_count"].counted
    assert not {"story", "consent", "waivers", "photos", "status"} & columns(Honouree).keys()
    assert not {"sections", "opening", "closing"} & columns(Document).keys()


def test_a_mapping_is_spread_and_a_code_is_named() -> None:
    """`period.from` is a column, and beside `place` stands its name."""
    found = columns(Campaign)
    content = {"period": {"from": "2026-01"}, "place": "xa-mau", "fields": ["a", "b"], "targets": [{}, {}]}
    names = {("place", "xa-mau"): "Xã Mẫu"}
    told = {key: cell(found[key], content, names) for key in ("period_from", "place_name", "fields", "targets_count")}
    assert told == {
        "period_from": "2026-01",
        "place_name": "Xã Mẫu",
        "fields": f"a{BETWEEN}b",
        "targets_count": 2,
    }


def test_what_is_not_said_is_empty_but_a_flag_that_is_always_known_is_false() -> None:
    """A cell never invents anything else."""
    found = columns(Practice)
    assert cell(found["place"], {}, {}) is None
    assert cell(found["steps"], {}, {}) is None
    assert cell(found["illustrative"], {}, {}) is False
    assert cell(columns(Honouree)["small"], {}, {}) is None
