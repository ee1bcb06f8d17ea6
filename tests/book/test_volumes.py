"""Volumes hold everything once; what cannot be set is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.book.culprit import culprit
from bangvang.book.manuscript import Manuscript, manuscript
from bangvang.book.people import Portrait, ShortEntry
from bangvang.book.pieces import Piece, pieces_of, with_pieces
from bangvang.book.portraits import Album
from bangvang.book.press import Wishes, print_volumes
from bangvang.book.selection import Scope, select
from bangvang.book.volumes import volumes
from bangvang.publishing.error import Failure
from tests.book.conftest import Project

PIECES = [
    Piece("Giấy khen", ShortEntry(f"id-{number}", f"Tên {number}", "", "", "", "", "", False)) for number in range(40)
]


def _book(project: Project, portraits: dict[str, Portrait] | None = None) -> Manuscript:
    reading = project.reading
    return manuscript(reading, select(reading.answers, Scope()), portraits or {}, title=None, foreword="Lời đầu.")


@pytest.mark.parametrize("count", [1, 2, 3, 99])
def test_volumes_hold_everything_once_and_in_order(project_of: Callable[..., Project], count: int) -> None:
    """However many are asked for; none of them is empty."""
    book = _book(project_of())
    found = volumes(book, count)
    assert [piece for volume in found for piece in pieces_of(volume)] == pieces_of(book)
    assert all(pieces_of(volume) for volume in found)
    assert len(found) == min(count, len(pieces_of(book)))


def test_the_first_volume_opens_and_the_last_one_closes(project_of: Callable[..., Project]) -> None:
    """Foreword first; figures, indexes and sources last."""
    first, last = volumes(_book(project_of()), 2)
    assert first.foreword
    assert not last.foreword
    assert (first.figures, first.names, first.units) == (None, (), ())
    assert last.figures
    assert last.names
    assert last.volume
    assert (last.volume.number, last.volume.of) == (2, 2)


def test_a_thin_book_is_one(project_of: Callable[..., Project]) -> None:
    """Nobody asked for volumes."""
    book = _book(project_of())
    assert volumes(book, None) == (book,)


def test_a_book_put_together_again_is_the_same(project_of: Callable[..., Project]) -> None:
    """Taken apart, it has lost nothing."""
    book = _book(project_of())
    assert with_pieces(book, pieces_of(book)) == book


@given(st.sets(st.integers(0, 39), min_size=1))
def test_the_culprit_is_one_of_those_that_fail_alone(bad: set[int]) -> None:
    """However many there are."""
    names = {f"Tên {number}" for number in bad}
    found = culprit(PIECES, lambda pieces: not any(piece.item.name in names for piece in pieces))
    assert found is not None
    assert found.item.name in names


def test_nobody_is_blamed_where_each_can_be_set_alone() -> None:
    """Then the fault lies elsewhere."""
    assert culprit(PIECES, lambda pieces: len(pieces) < 30) is None


def test_what_cannot_be_set_is_told_with_its_record(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """A picture that was damaged after it was looked at, say."""
    project = project_of()
    (tmp_path / "hong.jpg").write_bytes(b"khong phai anh")
    portraits = {"k7m2q9": Portrait("hong.jpg", "Chân dung", "")}
    photos = Album(portraits, {"hong.jpg": tmp_path / "hong.jpg"}, ())
    with pytest.raises(Failure, match=r"Nguyễn Văn Thử \(data/honourees/k7m2q9\.yml\)"):
        print_volumes(_book(project, portraits), Wishes(Scope()), photos, project.registry)
