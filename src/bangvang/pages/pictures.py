"""Photos as pages show them: made ready before the pages, known here by the name of their file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question


class Source(NamedTuple):
    """A photo at one size, by its addresses in both formats."""

    webp: str
    jpeg: str
    width: int
    height: int


class Shown(NamedTuple):
    """One photo in the sizes that browsers choose from, narrow before wide."""

    srcs: tuple[Source, ...]


def hand_over(answers: Answers, pictures: Mapping[str, Shown]) -> None:
    """Give pages the photos that are ready."""
    answers.memory["pictures"] = pictures


@question
def picture(answers: Answers, file: str) -> Shown | None:
    """The photo of this file name."""
    pictures = cast("Mapping[str, Shown]", answers.memory.get("pictures", {}))
    return pictures.get(file)
