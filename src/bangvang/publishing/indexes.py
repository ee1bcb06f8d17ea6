"""The great indexes of who belongs where and of what is new, kept between builds: a changed sentence changes none."""

from __future__ import annotations

from pathlib import Path

from bangvang.pages.answers import Answers
from bangvang.sealed import keep, kept

FILE = Path(".cache/bangvang/indexes")
_KEPT = ("index", "rings", "items", "items by field", "items by place")
"""As `pages.membership`, `pages.recommendations` and `pages.channels` name theirs."""


def take_up_indexes(root: Path, answers: Answers, made_of: str) -> frozenset[str]:
    """Hand over those of the last build, if they were made of the same; the names of what was handed over."""
    known = kept(root / FILE)
    if known is None or known[0] != made_of:
        return frozenset()
    answers.memory |= known[1]
    return frozenset(known[1])


def keep_indexes(root: Path, answers: Answers, made_of: str, taken_up: frozenset[str]) -> None:
    """For the next build; one that asked for none beyond those taken up leaves what there is."""
    found = {name: answers.memory[name] for name in _KEPT if name in answers.memory}
    if taken_up < found.keys():
        keep(root / FILE, (made_of, found))
