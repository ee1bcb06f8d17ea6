"""The order of names, and the pieces that it is kept in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bangvang.search import Entry
from bangvang.search.order import in_order, pieces, put_in_order

NUMBERS = st.lists(st.integers(0, 2**26 - 1), unique=True, max_size=3_000)


def _entry(title: str, kind: str = "individual") -> Entry:
    return Entry(f"{kind}/{title}/", kind, title)


def test_people_stand_under_their_given_names_and_all_else_under_its_first_word() -> None:
    """Letters before tones, đ after d."""
    people = ["Trần Văn Đạt", "Lê Thị Ánh", "Nguyễn Văn An", "Bùi Thị An", "Phạm Dũng", "Ngô Văn Ân"]
    entries = [*map(_entry, people), _entry("Câu lạc bộ An", "collective")]
    order = [entries[number].title for number in in_order(enumerate(entries))]
    assert order == [
        "Bùi Thị An", "Nguyễn Văn An", "Lê Thị Ánh", "Ngô Văn Ân", "Câu lạc bộ An", "Phạm Dũng", "Trần Văn Đạt",
    ]  # fmt: skip


@given(st.lists(st.text("aăâbđ ", min_size=1), max_size=30), st.integers(0, 30))
def test_who_is_put_in_later_stands_where_all_at_once_would(titles: list[str], known: int) -> None:
    """Also among others of the same name."""
    entries = [_entry(title) for title in titles]
    order = in_order(list(enumerate(entries))[:known])
    put_in_order(order, range(len(order), len(entries)), entries.__getitem__)
    assert order == in_order(enumerate(entries))


@given(NUMBERS, st.integers(0, 2**26 - 1), st.integers(0, 3_000))
def test_one_name_more_changes_two_pieces_at_most(order: list[int], number: int, place: int) -> None:
    """It may begin one of its own, and all pieces together are the order."""
    before = list(pieces(order))
    assert [one for piece in before for one in piece] == order
    changed = [*order[:place], *([] if number in order else [number]), *order[place:]]
    assert len([piece for piece in pieces(changed) if piece not in before]) <= 2


def test_pieces_are_of_a_size_that_is_soon_read() -> None:
    """Some hundreds of names each, whatever the numbers."""
    order = [number * 262_139 % 2**26 for number in range(50_000)]
    sizes = [len(piece) for piece in pieces(order)]
    assert 50 < len(sizes) < 200
    assert max(sizes) < 5_000
