"""Every kind as a form and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangvang.loading.text import decode
from bangvang.loading.tree import find_files
from bangvang.loading.yaml_reader import read_tree
from bangvang.office.edits import edits_between
from bangvang.office.fields import fields_of
from bangvang.office.forms import nested, read, shown
from bangvang.records import KINDS

ROOT = Path(__file__).parents[2]
PROJECTS = (ROOT / "tests/data/small-site", ROOT)
OTHERS = {
    "abbreviation": {"id": "htx", "short": "HTX", "long": "Hợp tác xã"},
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


def _sent(values: object, name: str = "") -> list[tuple[str, str]]:
    """As a browser sends a form."""
    if isinstance(values, dict):
        return [pair for key, value in values.items() for pair in _sent(value, f"{name}.{key}" if name else key)]
    if isinstance(values, list):
        plain = all(isinstance(value, str) for value in values)
        return [
            pair
            for index, value in enumerate(values)
            for pair in _sent(value, name if plain else f"{name}.{index * 7}")
        ]
    return [(name, str(values).replace("\n", "\r\n"))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_goes_through_its_form_and_comes_back_the_same(kind: str) -> None:
    """Opened and saved without a change, nothing has changed."""
    model = KINDS[kind].model
    records = _records(kind)
    assert records
    for tree in records:
        assert set(tree) <= {field.key for field in fields_of(model)} or tree.get("status") == "removed"
        values = nested(_sent(shown(model, tree)))
        again = read(model, values, tree)
        if tree.get("status") != "removed":
            assert model.model_validate(again) == model.model_validate(tree)
            assert list(edits_between(tree, again)) == []
