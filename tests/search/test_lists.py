"""Lists of documents, whole and in pieces."""

from __future__ import annotations

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.lists import Lists, cut, differences, kept, numbers_of, pieces_of
from bangvang.search.paths import NUMBER_BITS

NUMBERS = st.sets(st.integers(0, (1 << NUMBER_BITS) - 1), max_size=60).map(sorted)


@given(NUMBERS)
def test_differences_add_up_to_the_numbers(numbers: list[int]) -> None:
    """The browser only adds."""
    assert list(accumulate(differences(numbers))) == numbers


@given(NUMBERS, st.integers(1, 20))
def test_pieces_are_equal_ranges_of_numbers(numbers: list[int], most: int) -> None:
    """Which piece holds a number can be told from the number and the length alone."""
    pieces = cut(numbers, most)
    count = pieces_of(len(numbers), most)
    assert [number for piece in pieces for number in piece] == numbers
    assert len(pieces) == count
    for place, piece in enumerate(pieces):
        assert all(number * count >> NUMBER_BITS == place for number in piece)


@given(NUMBERS, st.integers(1, 20))
def test_a_cut_list_is_read_together_from_its_lines(numbers: list[int], most: int) -> None:
    """The first line says how long the whole list is."""
    lists = Lists((most,), {"a": (7, (kept(numbers),))} if numbers else {})
    paths, sizes = lists.lay_out()
    lines = json.loads(lists.content(0, len(paths)))
    assert len(lines) == len(sizes)
    first = lines.pop("a")[0] if numbers else []
    if first and first[0] < 0:
        assert -first.pop(0) == len(numbers)
    rest = [number for (piece,) in lines.values() for number in accumulate(piece)]
    assert sorted([*accumulate(first), *rest]) == numbers


@given(NUMBERS, NUMBERS)
def test_numbers_put_in_and_taken_out_leave_what_would_have_been_made_anew(old: list[int], new: list[int]) -> None:
    """A list that lost everything is gone."""
    lists = Lists((10,))
    for number in old:
        lists.change(0, "a", 7, number, put=True)
    for number in new:
        lists.change(0, "a", 7, number, put=number not in old)
    wanted = sorted(set(old) ^ set(new))
    assert ("a" in lists.table) == bool(wanted)
    if wanted:
        assert list(numbers_of(lists.table["a"][1][0])) == wanted
