"""A book in volumes: no thicker than can be bound, and than the memory of an office's machine can set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bangvang.book.manuscript import Manuscript, Volume
from bangvang.book.people import Entry, ShortEntry
from bangvang.book.pieces import Piece, pieces_of, with_pieces
from bangvang.book.typesetting import as_json

THICKEST = 1_600_000
"""Characters of data in one volume: some four hundred pages of A4, set in about a gigabyte."""


def volumes(book: Manuscript, count: int | None) -> tuple[Manuscript, ...]:
    """The book, whole if it is thin enough, otherwise in volumes; `count` says how many whatever its size.

    The foreword opens the first; figures, indexes and sources close the last.
    """
    pieces = pieces_of(book)
    weights = [len(as_json(piece)) for piece in pieces]
    wanted = min(count or -(-sum(weights) // THICKEST) or 1, max(len(pieces), 1))
    if wanted == 1:
        return (book,)
    parts = _shared_out(pieces, weights, wanted)
    return tuple(_volume(book, part, number, len(parts)) for number, part in enumerate(parts, 1))


def _shared_out(pieces: list[Piece], weights: list[int], count: int) -> list[list[Piece]]:
    """Consecutive parts of about the same weight, none of them empty."""
    total, passed = sum(weights), 0
    parts: list[list[Piece]] = [[]]
    for index, (piece, weight) in enumerate(zip(pieces, weights, strict=True)):
        missing = count - len(parts)
        due = passed >= total * len(parts) / count or len(pieces) - index == missing
        if parts[-1] and missing and due:
            parts.append([])
        parts[-1].append(piece)
        passed += weight
    return parts


def _volume(book: Manuscript, pieces: Sequence[Piece], number: int, of: int) -> Manuscript:
    part = replace(with_pieces(book, pieces), volume=Volume(number, of, _span(pieces)))
    if number > 1:
        part = replace(part, foreword=[])
    if number < of:
        part = replace(part, figures=None, names=(), units=(), sources=())
    return part


def _span(pieces: Sequence[Piece]) -> str:
    """From whom to whom: “Những tấm gương, từ Nguyễn Văn An đến Lê Thị Bình”."""
    told = []
    for kind, title in ((Entry, "Những tấm gương"), (ShortEntry, "Danh sách được khen thưởng")):
        names = [piece.item.name for piece in pieces if isinstance(piece.item, kind)]
        if names:
            told.append(f"{title}, từ {names[0]} đến {names[-1]}" if len(names) > 1 else f"{title}: {names[0]}")
    return ". ".join(told)
