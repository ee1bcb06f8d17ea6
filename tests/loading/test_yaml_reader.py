"""Strict YAML: text stays text, and nothing clever gets in."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bangvang.loading import Unreadable
from bangvang.loading.yaml_reader import read_tree


@pytest.mark.parametrize("value", ["no", "08", "12:30", "2020-02-30", "001200012345", "1e5", "yes", "~", "0x1F", ".5"])
def test_a_scalar_is_text(value: str) -> None:
    """Never guessed."""
    assert read_tree(f"a: {value}\n") == {"a": value}


def test_empty_and_null_are_absent() -> None:
    """Plain ones only; quoted they are text."""
    assert read_tree("a:\nb: null\nc: ''\nd: 'null'\ne: [null, x]\n") == {"c": "", "d": "null", "e": [None, "x"]}


@pytest.mark.parametrize(
    ("text", "line", "check"),
    [
        ("a: 1\na: 2\n", 2, "yaml-duplicate-key"),
        ("a:\n  b: 1\n  b: 2\n", 3, "yaml-duplicate-key"),
        ("a: &x 1\n", 1, "yaml-anchor"),
        ("a: *x\n", 1, "yaml-alias"),
        ("a: !!int 1\n", 1, "yaml-tag"),
        ("a: 1\n<<: {b: 1}\n", 2, "yaml-merge"),
        ("a: 1\n---\nb: 1\n", 2, "yaml-documents"),
        ("? [a]\n: 1\n", 1, "yaml-key"),
        ('a: 1\nb: "Hai\\x07"\n', 2, "control-character"),
        ('a: ["Hai\\u202eBa"]\n', 1, "control-character"),
        ('"a\\0": 1\n', 1, "control-character"),
        ("a: " + "[" * 30 + "]" * 30, 1, "yaml-depth"),
        ("a:\n\tb: 1\n", 2, "yaml-tab"),
        ('a: "b\nc: d\n', 1, "yaml-quote"),
        ("a: b: c\n", 1, "yaml-colon"),
        ("a: 1\n b: 2\n", 2, "yaml-colon"),
        ("a:\n  b: 1\n c: 2\n", 3, "yaml-indent"),
        ("a: 1\nb\n", 3, "yaml-missing-colon"),
        ("a: [1, 2\nb: 3\n", 1, "yaml-flow"),
        ("a: @b\n", 1, "yaml-character"),
        ('a: "\\q"\n', 1, "yaml-escape"),
    ],
)
def test_a_refusal_says_where_and_what_kind(text: str, line: int, check: str) -> None:
    """Each with its own remedy."""
    with pytest.raises(Unreadable) as caught:
        read_tree(text)
    assert (caught.value.line, caught.value.check) == (line, check)
    assert caught.value.remedy


_TURNING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), blacklist_characters=_TURNING), max_size=12
)
_TREES = st.recursive(
    _WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(_WORDS, _TREES, max_size=5))
def test_trees_come_back_as_they_were_dumped(tree: dict[str, Any]) -> None:
    """Whatever PyYAML writes in quotes is read back to the letter."""
    text = yaml.dump(tree, Dumper=yaml.SafeDumper, allow_unicode=True, default_style='"', sort_keys=False)
    assert read_tree(text) == tree
