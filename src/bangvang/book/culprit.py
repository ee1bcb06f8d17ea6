"""When a book cannot be set: which of its items is to blame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bangvang.book.pieces import Piece

Sets = Callable[[Sequence[Piece]], bool]
"""Whether a book of these items alone can be set."""


def culprit(pieces: Sequence[Piece], sets: Sets) -> Piece | None:
    """The first item that cannot be set even alone; None where each of them can."""
    suspects = list(pieces)
    while len(suspects) > 1:
        half = len(suspects) // 2
        if not sets(suspects[:half]):
            suspects = suspects[:half]
        elif not sets(suspects[half:]):
            suspects = suspects[half:]
        else:
            return None
    return suspects[0] if suspects and not sets(suspects) else None
