"""A book taken apart into what can stand alone, and put together again: for volumes, and to find what cannot be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from bangvang.book.campaigns import CampaignBrief
from bangvang.book.decisions import PrintedDecision
from bangvang.book.manuscript import Manuscript
from bangvang.book.people import Entry, Group, Roll, ShortEntry

Item: TypeAlias = CampaignBrief | Entry | ShortEntry | PrintedDecision


@dataclass(frozen=True, slots=True)
class Piece:
    """One item under its heading; campaigns and decisions have none."""

    heading: str
    item: Item


def pieces_of(book: Manuscript) -> list[Piece]:
    """The items of a book in printed order."""
    return [
        *(Piece("", campaign) for campaign in book.campaigns),
        *(Piece(group.title, entry) for group in book.groups for entry in group.entries),
        *(Piece(roll.title, entry) for roll in book.rolls for entry in roll.entries),
        *(Piece("", decision) for decision in book.decisions),
    ]


def with_pieces(book: Manuscript, pieces: Sequence[Piece]) -> Manuscript:
    """The book with these items only, and all else that it had."""
    at_length = [piece for piece in pieces if isinstance(piece.item, Entry)]
    in_brief = [piece for piece in pieces if isinstance(piece.item, ShortEntry)]
    return replace(
        book,
        campaigns=tuple(piece.item for piece in pieces if isinstance(piece.item, CampaignBrief)),
        groups=tuple(
            Group(title, tuple(piece.item for piece in under if isinstance(piece.item, Entry)))
            for title, under in groupby(at_length, key=_heading)
        ),
        rolls=tuple(
            Roll(title, tuple(piece.item for piece in under if isinstance(piece.item, ShortEntry)))
            for title, under in groupby(in_brief, key=_heading)
        ),
        decisions=tuple(piece.item for piece in pieces if isinstance(piece.item, PrintedDecision)),
    )


def _heading(piece: Piece) -> str:
    return piece.heading
