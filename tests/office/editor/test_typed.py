"""What was typed, laid over what was shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bangvang.office import forms
from bangvang.office.desk import Desk
from bangvang.office.editor.typed import Typed, typed
from bangvang.office.finder import Hit
from bangvang.records import KINDS, Campaign, Decision, Honouree

PLACES = [Hit("place", "xa-thu", "Xã Thử", "từ 01/7/2025"), Hit("place", "xa-thu-cu", "Xã Thử", "đến 30/6/2025")]


def find(kinds: Sequence[str], text: str) -> list[Hit]:
    """Two places of one name; an award."""
    if "place" in kinds:
        return [hit for hit in PLACES if text in (hit.title, hit.called)]
    return [Hit("award", "giay-khen", "Giấy khen", "")] if text == "Giấy khen" else []


def read(model: Any, shown: dict[str, Any], *pairs: tuple[str, str]) -> Typed:
    """With the places above."""
    return typed(model, shown, pairs, find)


def test_what_was_not_shown_stays() -> None:
    """A window shows part of a record."""
    assert read(Honouree, {"name": "A", "story": "B"}, ("name", "C")).values == {"name": "C", "story": "B"}


def test_an_emptied_field_is_empty() -> None:
    """It was shown, so its emptiness is meant."""
    assert read(Honouree, {"story": "B"}, ("story", "")).values == {"story": ""}


def test_marks_of_the_window_are_no_fields() -> None:
    """Which button, which state."""
    assert read(Honouree, {}, ("_seen", "x"), ("_viec", "luu"), ("name", "A")).values == {"name": "A"}


def test_groups_are_laid_over_field_by_field() -> None:
    """A window may show half a group."""
    shown = {"period": {"from": "2026", "to": "2027"}}
    assert read(Campaign, shown, ("period.to", "2028")).values == {"period": {"from": "2026", "to": "2028"}}


ROWS = {
    "recipients": [{"id": "a", "name": "Một", "reason": "x"}, {"id": "b", "name": "Hai"}, {"id": "c", "name": "Ba"}]
}


def test_columns_that_were_not_shown_stay_in_their_rows() -> None:
    """Rows are known by their numbers, wherever they are moved to."""
    pairs = [
        ("recipients~tu", "0"),
        ("recipients.1.name", "Hai"),
        ("recipients.0.name", "Mốt"),
        ("recipients.2.name", "Ba"),
    ]
    assert read(Decision, ROWS, *pairs).values["recipients"] == [
        {"id": "b", "name": "Hai"}, {"id": "a", "name": "Mốt", "reason": "x"}, {"id": "c", "name": "Ba"},
    ]  # fmt: skip


def test_a_row_that_is_ticked_or_no_longer_sent_is_left_out() -> None:
    """With a script or without."""
    pairs = [
        ("recipients~tu", "0"),
        ("recipients.0.name", "Một"),
        ("recipients.1.name", "Hai"),
        ("recipients.1~bo", "1"),
    ]
    assert [row["id"] for row in read(Decision, ROWS, *pairs).values["recipients"]] == ["a"]


def test_new_rows_come_last_and_empty_ones_not_at_all() -> None:
    """Whoever adds a row too many need not delete it."""
    kept = [(f"recipients.{place}.name", row["name"]) for place, row in enumerate(ROWS["recipients"])]
    new = [("recipients.3.name", "Bốn"), ("recipients.4.name", ""), ("recipients.4.place~id", "")]
    rows = read(Decision, ROWS, ("recipients~tu", "0"), *kept, *new).values["recipients"]
    assert [row["name"] for row in rows] == ["Một", "Hai", "Ba", "Bốn"]


def test_a_table_without_a_row_is_empty_if_it_was_shown() -> None:
    """And whole if it was not."""
    assert read(Decision, ROWS, ("recipients~tu", "0")).values["recipients"] == []
    assert read(Decision, ROWS).values == ROWS


def test_rows_of_other_pages_stay_where_they_are() -> None:
    """A long table comes two hundred rows at a time."""
    shown = {"recipients": [{"name": str(number)} for number in range(450)]}
    pairs = [("recipients~tu", "200"), *((f"recipients.{number}.name", str(number)) for number in range(201, 400))]
    rows = read(Decision, shown, *pairs).values["recipients"]
    assert [row["name"] for row in rows] == [str(number) for number in range(450) if number != 200]


def test_a_relation_that_was_not_touched_keeps_its_id() -> None:
    """Though several bear its name."""
    pairs = [("place", "Xã Thử"), ("place~id", "xa-thu-cu"), ("place~was", "Xã Thử")]
    result = read(Honouree, {}, *pairs)
    assert (result.values, result.problems) == ({"place": "xa-thu-cu"}, ())


def test_a_name_typed_over_it_is_looked_up() -> None:
    """As the suggestions call it."""
    pairs = [("place", "Xã Thử, từ 01/7/2025"), ("place~id", "xa-thu-cu"), ("place~was", "Xã Thử")]
    assert read(Honouree, {}, *pairs).values == {"place": "xa-thu"}


def test_a_name_of_two_places_is_asked_about() -> None:
    """What was typed stays to be corrected."""
    result = read(Honouree, {}, ("place", "Xã Thử"), ("place~id", ""), ("place~was", ""))
    assert result.values == {"place": "Xã Thử"}
    (problem,) = result.problems
    assert (problem.name, problem.what) == (
        "place", "có 2 địa phương khớp với “Xã Thử”: Xã Thử, từ 01/7/2025; Xã Thử, đến 30/6/2025",
    )  # fmt: skip


def test_a_name_of_nothing_is_a_problem_in_its_row() -> None:
    """At its own cell."""
    pairs = [("recipients~tu", "0"), ("recipients.0.place", "Xã Lạ"), ("recipients.0.place~id", "")]
    assert [problem.name for problem in read(Decision, ROWS, *pairs).problems] == ["recipients.0.place"]


def test_several_relations_are_several_ids() -> None:
    """One under another, or in a cell one after another; an emptied list is empty."""
    below = [
        ("fields", ""),
        ("fields~id", ""),
        ("fields~was", ""),
        ("fields", "A"),
        ("fields~id", "a"),
        ("fields~was", "A"),
    ]
    assert read(Honouree, {}, *below).values == {"fields": ["", "a"]}
    cell = [("recipients~tu", "0"), ("recipients.0.fields", "A; B"), ("recipients.0.fields~id", "a; b")]
    values = read(Decision, ROWS, *cell, ("recipients.0.fields~was", "A; B")).values
    assert values["recipients"][0]["fields"] == ["a", "b"]
    assert read(Honouree, {"fields": ["a"]}, ("fields", "")).values == {"fields": ""}


def test_lines_in_a_cell_stand_one_after_another() -> None:
    """Members of a household."""
    pairs = [("recipients~tu", "0"), ("recipients.0.members~co", "o"), ("recipients.0.members", "Vợ; Con")]
    assert read(Decision, ROWS, *pairs).values["recipients"][0]["members"] == ["Vợ", "Con"]


def _sent(values: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """As a browser sends a form that shows all of it; rows have the numbers that some were given and lost."""
    if isinstance(values, dict):
        for key, value in values.items():
            yield from _sent(value, f"{name}.{key}" if name else key)
    elif isinstance(values, list) and all(isinstance(value, str) for value in values):
        yield from ((name, value) for value in values)
    elif isinstance(values, list):
        yield f"{name}~tu", "0"
        for index, value in enumerate(values):
            yield from _sent(value, f"{name}.{index * 7}")
    else:
        yield name, str(values)


@pytest.mark.parametrize("kind", ["honouree", "decision", "campaign", "document", "cluster"])
def test_a_form_typed_from_nothing_says_what_was_shown(kind: str, small_site: Path) -> None:
    """Groups within rows within groups."""
    desk = Desk(small_site)
    for id in desk.registry.by_kind[kind]:
        opened = desk.open(kind, id)
        assert opened is not None
        said = typed(KINDS[kind].model, {}, _sent(opened.values), lambda kinds, word: [Hit(kinds[0], word, word, "")])
        assert said.problems == ()
        base = opened.tree
        assert forms.read(KINDS[kind].model, said.values, base) == forms.read(KINDS[kind].model, opened.values, base)


def test_a_row_with_a_table_inside_stays_in_its_place() -> None:
    """In a long list only the rows that hold one show it."""
    pairs = [
        ("recipients~tu", "0"),
        ("recipients.0.name", "Một"),
        ("recipients.1.name", "Hai"),
        ("recipients.1.standing~tu", "0"),
        ("recipients.2.name", "Ba"),
    ]
    assert [row["name"] for row in read(Decision, ROWS, *pairs).values["recipients"]] == ["Một", "Hai", "Ba"]
    assert [row["name"] for row in read(Decision, ROWS, *reversed(pairs)).values["recipients"]] == ["Ba", "Hai", "Một"]
