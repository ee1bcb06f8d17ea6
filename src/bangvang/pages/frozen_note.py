"""What pages of a frozen campaign say of it: since when it is closed, and what was put right since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from bangvang.frozen.archive import Freeze
from bangvang.frozen.errata import Erratum
from bangvang.frozen.wording import field_title
from bangvang.pages.answers import Answers, question
from bangvang.pages.page import Link
from bangvang.pages.places import lower_first
from bangvang.records import KINDS
from bangvang.vietnamese import short_day

_MEMORY = "frozen"
FREEZABLE = frozenset({"campaign", "document", "decision", "report"})
"""Kinds of records that a freeze takes in."""


@dataclass(frozen=True, slots=True)
class ErratumNote:
    """One correction as readers see it; of names and private facts only which field and when."""

    day: str
    item: str
    record: Link | None
    was: str | None
    now: str | None
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class FrozenNote:
    """Above a page whose record is frozen."""

    day: str
    errata: tuple[ErratumNote, ...] = ()
    removed: int = 0
    """How many honours were taken out by law since."""


def hand_over_freezes(answers: Answers, freezes: Sequence[Freeze]) -> None:
    """Give pages what is frozen, the earliest freeze of a record first."""
    found: dict[str, FrozenNote] = {}
    for freeze in sorted(freezes, key=lambda one: (one.day, one.manifest.campaign)):
        for of in dict.fromkeys(leaf.fact.of for leaf in freeze.manifest.facts):
            found.setdefault(of, _note(freeze, of))
    answers.memory[_MEMORY] = found


@question
def frozen_note(answers: Answers, kind: str, id: str) -> FrozenNote | None:
    """The note of a record; None where it is not frozen."""
    return cast("Mapping[str, FrozenNote]", answers.memory.get(_MEMORY, {})).get(f"{kind}/{id}")


def _note(freeze: Freeze, of: str) -> FrozenNote:
    """All corrections stand on the campaign's page, those of a record on its own."""
    manifest = freeze.manifest
    whole = of == f"campaign/{manifest.campaign}"
    errata = [one for one in freeze.errata if whole or one.record == of]
    removed = [gap for gap in manifest.gaps if gap.field.startswith(("recipients.", "honours."))]
    return FrozenNote(_day(freeze.day), tuple(map(_erratum, errata)), len(removed) if whole else 0)


def _erratum(erratum: Erratum) -> ErratumNote:
    kind, _, id = erratum.record.partition("/")
    of_page = kind not in KINDS
    item = "câu chữ trên trang" if of_page else lower_first(field_title(kind, erratum.field))
    link = None if of_page else Link(f"{KINDS[kind].label} {id}", f"{KINDS[kind].url}/{id}/")
    private = erratum.seal is not None and erratum.was is None
    return ErratumNote(
        _day(erratum.date),
        item,
        link,
        None if private else erratum.was,
        None if private else erratum.now,
        erratum.reason,
        erratum.approver,
    )


def _day(day: date) -> str:
    return short_day(day.year, day.month, day.day)
