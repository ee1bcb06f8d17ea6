"""Small JSON, and words one after another."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.packing import front_coded, packed


@given(st.dictionaries(st.text(), st.lists(st.integers() | st.text())))
def test_packed_values_are_read_back_as_they_were(value: dict[str, list[int | str]]) -> None:
    """Whatever a record holds."""
    assert json.loads(packed(value)) == value


@given(st.sets(st.text("abcdeg", min_size=1, max_size=14), max_size=30))
def test_front_coded_words_unfold_again(words: set[str]) -> None:
    """As the browser unfolds them: a digit says how much of the word before is kept."""
    before, found = "", []
    for shared, rest in re.findall(r"(\d)(\D+)", front_coded(sorted(words))):
        before = before[: int(shared)] + rest
        found.append(before)
    assert found == sorted(words)
