"""What pages of a frozen campaign say of it: since when it is closed, and what was put right since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from bangvang.frozen.archive import Freeze
from bangvang.frozen.errata import Erratum
from bangvang.frozen.wording import field_title
from bangvang.pages.answers import Answers, question
from bangvang.pages.honours import brief
from bangvang.pages.page import Link
from bangvang.pages.paper_names import decision_link
from bangvang.pages.places import lower_first
from bangvang.pages.reading import Reading
from bangvang.records import KINDS
from bangvang.records.dates import date_in_figures
from bangvang.vietnamese import short_date

_MEMORY = "frozen"
FREEZABLE = frozenset({"campaign", "document", "decision", "report"})
"""Kinds of records that a freeze takes in."""


class ErratumNote(NamedTuple):
    """One correction as readers see it; of names and private facts only which field and when."""

    day: str
    kind: str
    """Of the record that was put right; empty where it was the wording of a page."""
    id: str
    item: str
    was: str | None
    now: str | None
    reason: str
    approver: str


class FrozenNote(NamedTuple):
    """Above a page whose record is frozen."""

    day: str
    errata: tuple[ErratumNote, ...] = ()
    removed: int = 0
    """How many honours were taken out by law since."""


class FrozenView(NamedTuple):
    """The same with links to the other records that were put right."""

    day: str
    errata: tuple[tuple[ErratumNote, Link | None], ...]
    removed: int


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


def frozen_view(reading: Reading, kind: str, id: str) -> FrozenView | None:
    """What the page of a record says of its being frozen."""
    note = reading.ask(frozen_note, kind, id) if kind in FREEZABLE else None
    if note is None:
        return None
    own = (kind, id)
    errata = [(one, None if (one.kind, one.id) == own else _record(reading, one)) for one in note.errata]
    return FrozenView(note.day, tuple(errata), note.removed)


def _record(reading: Reading, erratum: ErratumNote) -> Link | None:
    if erratum.kind == "decision":
        return decision_link(reading, erratum.id)
    if erratum.kind == "honouree":
        return reading.person(erratum.id)
    return reading.link(erratum.kind, erratum.id) if erratum.kind else None


def _note(freeze: Freeze, of: str) -> FrozenNote:
    """All corrections stand on the campaign's page, those of a record on its own."""
    manifest = freeze.manifest
    whole = of == f"campaign/{manifest.campaign}"
    errata = [one for one in freeze.errata if whole or one.record == of]
    removed = [gap for gap in manifest.gaps if gap.field.startswith(("recipients.", "honours."))]
    return FrozenNote(short_date(freeze.day), tuple(map(_erratum, errata)), len(removed) if whole else 0)


def _erratum(erratum: Erratum) -> ErratumNote:
    kind, _, id = erratum.record.partition("/")
    of_page = kind not in KINDS
    return ErratumNote(
        short_date(erratum.date),
        "" if of_page else kind,
        "" if of_page else id,
        "câu chữ trên trang" if of_page else lower_first(field_title(kind, erratum.field)),
        _readable(erratum.was),
        _readable(erratum.now),
        erratum.reason.rstrip("."),
        erratum.approver.rstrip("."),
    )


def _readable(text: str | None) -> str | None:
    """A day as people write it, a text without the stars that only records have."""
    if text is None:
        return None
    return brief(date_in_figures(text)) or text.replace("**", "")
