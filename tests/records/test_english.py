"""Every field that the open data tell has an English title, and no title is left over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from bangvang.records import OPEN_KINDS, Part
from bangvang.records import english as table
from bangvang.records.english import KINDS_IN_ENGLISH, english_title


def models(model: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """The model and every one inside it."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        waiting: list[Any] = [field.annotation]
        while waiting:
            one = waiting.pop()
            if isinstance(one, type) and issubclass(one, Part):
                yield from models(one, seen)
            waiting += get_args(one)


def keys() -> set[tuple[type[Part], str]]:
    """Every field of every model, by the key that files use."""
    seen: set[type[Part]] = set()
    return {
        (model, field.alias or name)
        for kind in OPEN_KINDS
        for model in models(kind.model, seen)
        for name, field in model.model_fields.items()
    }


def test_every_field_has_an_english_title() -> None:
    """In plain words, with a capital."""
    for model, key in keys():
        title = english_title(model, key)
        assert title[0].isupper(), (model, key)
        assert title.isascii(), (model, key)


def test_no_title_stands_for_a_field_that_is_gone() -> None:
    """The table says no more than the models have."""
    assert set(table._FIELDS) == {key for _, key in keys()}


def test_a_field_without_a_title_is_a_fault() -> None:
    """Nobody forgets one."""
    with pytest.raises(KeyError):
        english_title(Part, "chua-co")


def test_every_kind_is_told_in_english() -> None:
    """Those that have a table, and no others."""
    assert set(KINDS_IN_ENGLISH) == {kind.name for kind in OPEN_KINDS}
