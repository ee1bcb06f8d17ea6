"""Photos as pages show them: made ready before the pages, known here by the name of their file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from bangvang.pages.answers import Answers, question


@dataclass(frozen=True, slots=True)
class Shown:
    """One photo in the sizes that browsers choose from."""

    src: str
    width: int
    height: int
    jpeg: str
    """The `srcset` in JPEG, addresses from the site's root."""
    webp: str


def hand_over(answers: Answers, pictures: Mapping[str, Shown]) -> None:
    """Give pages the photos that are ready."""
    answers.memory["pictures"] = pictures


@question
def picture(answers: Answers, file: str) -> Shown | None:
    """The photo of this file name."""
    pictures = cast("Mapping[str, Shown]", answers.memory.get("pictures", {}))
    return pictures.get(file)
