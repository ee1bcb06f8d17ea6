"""What is kept piece by piece comes back piece by piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.frames import framed, frames, runs

PARTS = st.lists(
    st.tuples(st.text(max_size=5), st.lists(st.integers() | st.binary(max_size=20), max_size=5)), max_size=5
)


@given(PARTS)
def test_values_come_back_under_their_names(parts: list[tuple[str, list[object]]]) -> None:
    """In the order in which they were kept."""
    data = b"".join(piece for name, part in parts for piece in framed(name, part))
    assert list(frames(data)) == parts


def test_a_piece_that_is_cut_short_is_an_error() -> None:
    """A part of an index must not be taken for the whole."""
    data = b"".join(framed("words", ["hiến", "đất"]))
    for length in range(1, len(data)):
        with pytest.raises(EOFError):
            list(frames(data[:length]))


@given(st.integers(0, 20_000))
def test_runs_leave_nothing_out(count: int) -> None:
    """However many there are, none is empty."""
    found = list(runs(range(count)))
    assert [number for run in found for number in run] == list(range(count))
    assert all(found)
