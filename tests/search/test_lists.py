"""Lists of documents, whole and in pieces."""

from __future__ import annotations

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from bangvang.search.lists import Lists, cut, differences, kept, numbers_of, piece_at, pieces_of
from bangvang.search.paths import NEAR_BITS, NUMBER_BITS, OWN_BITS

NUMBERS = st.sets(st.integers(0, (1 << NUMBER_BITS) - 1), max_size=60).map(sorted)


def _place_of(number: int, count: int) -> int:
    """Which of the pieces the browser looks into for a number: the first, or the one of its place."""
    if (number & (1 << OWN_BITS) - 1) * count < 1 << OWN_BITS:
        return 0
    return 1 + ((number >> OWN_BITS) * count >> NEAR_BITS)


@given(NUMBERS)
def test_differences_add_up_to_the_numbers(numbers: list[int]) -> None:
    """The browser only adds."""
    assert list(accumulate(differences(numbers))) == numbers


@given(NUMBERS, st.integers(1, 20))
def test_which_piece_holds_a_number_can_be_told_from_the_length_alone(numbers: list[int], most: int) -> None:
    """So the browser asks for the pieces that it needs, and for no others."""
    pieces = cut(numbers, most)
    count = pieces_of(len(numbers), most)
    assert sorted(number for piece in pieces for number in piece) == numbers
    for place, piece in enumerate(pieces):
        assert all(count == 1 or _place_of(number, count) == place for number in piece)


@given(NUMBERS, st.integers(1, 20))
def test_a_piece_made_alone_is_the_same(numbers: list[int], most: int) -> None:
    """A long list is not cut whole for each of its pieces."""
    for place, piece in enumerate(cut(numbers, most)):
        assert place == 0 or piece_at(numbers, most, place) == piece


def test_the_first_piece_is_a_sample_of_all_places() -> None:
    """And the documents of one place lie in one other piece."""
    numbers = [near << OWN_BITS | own << (OWN_BITS - 6) for near in range(1 << NEAR_BITS) for own in range(64)]
    pieces = cut(numbers, 2_048)
    assert {number >> OWN_BITS for number in pieces[0]} == set(range(1 << NEAR_BITS))
    assert len({_place_of(7 << OWN_BITS | own << (OWN_BITS - 6), len(pieces) - 1) for own in range(64)}) == 2


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
