"""Which fields a form shows first."""

from __future__ import annotations

import pytest

from bangvang.office.fields import fields_of
from bangvang.office.form_groups import Layout, layout_of
from bangvang.records import KINDS, Honouree


def shown(layout: Layout) -> set[str]:
    """The fields that are not folded away."""
    return {field.key for group in layout.groups for field in group.fields}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_in_a_form_once(kind: str) -> None:
    """Whatever is folded away can still be opened."""
    layout = layout_of(KINDS[kind].model, {})
    keys = [field.key for group in layout.groups for field in group.fields] + [field.key for field in layout.other]
    assert sorted(keys) == sorted(field.key for field in fields_of(KINDS[kind].model))


@pytest.mark.parametrize(
    ("kind", "has", "lacks"),
    [
        ("individual", {"sex", "role", "occupation", "born", "living"}, {"head", "members", "collective_type", "agency"}),
        ("collective", {"collective_type", "small", "agency", "unit"}, {"sex", "head", "living", "occupation"}),
        ("household", {"head", "members", "living"}, {"sex", "collective_type", "role", "born"}),
        ("locality", {"name", "place", "story"}, {"sex", "head", "collective_type", "role", "living"}),
        ("", {"kind", "name", "place"}, {"sex", "head", "collective_type"}),
    ],
)  # fmt: skip
def test_an_honouree_shows_what_fits_its_kind(kind: str, has: set[str], lacks: set[str]) -> None:
    """The rest is under “Mục khác”."""
    layout = layout_of(Honouree, {"kind": kind})
    assert has <= shown(layout)
    assert lacks <= {field.key for field in layout.other}


def test_what_is_filled_or_wrong_is_in_sight() -> None:
    """Also where it fits another kind; what merely counts anyway is not filled."""
    layout = layout_of(Honouree, {"kind": "locality", "sex": "male", "living": "unknown"}, {"head"})
    assert {"sex", "head"} <= shown(layout)
    assert "living" not in shown(layout)
