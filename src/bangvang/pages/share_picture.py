"""Which picture stands beside a link to a page: its own card where that is drawn, otherwise that of its kind."""

from __future__ import annotations

from collections.abc import Collection

from bangvang.pages.answers import Answers, question
from bangvang.pages.page import Page
from bangvang.pages.reading import Reading


def hand_over_cards(answers: Answers, ready: Collection[str]) -> None:
    """Give pages the pictures that are drawn."""
    answers.memory["cards"] = dict.fromkeys(sorted(ready))


@question
def cards_ready(answers: Answers) -> bool:
    """Whether any picture is drawn; in most builds none is, and no page needs to ask on."""
    return bool(answers.memory.get("cards"))


@question
def card_ready(answers: Answers, path: str) -> bool:
    """Whether the picture of this address is drawn."""
    ready = answers.memory.get("cards")
    return isinstance(ready, dict) and path in ready


ASKED = f"?{card_ready.__name__}"
"""By which the memory of a build knows the cards of its pages."""


def drawn_card(reading: Reading, page: Page) -> str | None:
    """The address of the page's own picture, if it has one and that is drawn."""
    if page.card is None or not reading.ask(cards_ready) or not reading.ask(card_ready, page.card.path):
        return None
    return f"/{page.card.path}"
