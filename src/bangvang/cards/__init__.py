"""Cards as pictures: what a page's card says, drawn on the lacquer plaque that all share pictures have."""

from bangvang.cards.drawing import draw_card

__all__ = ["draw_card"]
