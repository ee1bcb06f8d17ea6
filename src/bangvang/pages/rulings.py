"""Rulings: what papers did to honours after these were given, by paper and by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.honours import award_title, brief
from bangvang.pages.page import Link
from bangvang.pages.paper_names import decision_link, document_link
from bangvang.pages.reading import Reading
from bangvang.records import PartialDate, StandingState
from bangvang.registry import GivenHonour

_RULED = {
    StandingState.CANCELLED: "Hủy bỏ",
    StandingState.STRIPPED: "Tước",
    StandingState.RESTORED: "Khôi phục",
}


class Ruling(NamedTuple):
    """What a paper did to an honour."""

    laureate: str
    anchor: str
    state: StandingState
    date: PartialDate


class Told(NamedTuple):
    """A ruling in words."""

    on: date
    """Its first day where only a month or a year is known."""
    day: str
    anchor: str
    what: str
    who: Link
    by: Link | None

    @property
    def plain(self) -> str:
        """Without links."""
        return f"{self.what}: {self.who.text}{f', theo {self.by.text}' if self.by else ''}."


@question
def rulings_by(answers: Answers, paper: str) -> tuple[Ruling, ...]:
    """The honours that a paper cancelled, stripped or restored, as far as the public may see them."""
    return tuple(
        Ruling(honour.laureate, honour.anchor, turn.state, turn.date)
        for kind, id in _ruled_records(answers).get(paper, ())
        for honour in _honours_in(answers, kind, id)
        if answers.registry.visible(honour)
        for turn in honour.facts.standing
        if turn.decision == paper and turn.date.first <= answers.day
    )


@question
def latest_rulings(answers: Answers, year: str, most: int) -> tuple[Told, ...]:
    """The last rulings of all papers, or those of a year, the newest first."""
    reading = Reading(answers)
    records = dict.fromkeys(record for found in _ruled_records(answers).values() for record in found)
    told = [
        one
        for kind, id in records
        for honour in _honours_in(answers, kind, id)
        if answers.registry.visible(honour)
        for one in _told(reading, honour)
        if not year or str(one.on.year) == year
    ]
    return tuple(sorted(told, key=lambda one: (one.on, one.anchor), reverse=True)[:most])


def ruled(state: StandingState) -> str:
    """“Hủy bỏ”, “Tước”, “Khôi phục”."""
    return _RULED[state]


def _told(reading: Reading, honour: GivenHonour) -> Iterator[Told]:
    who = reading.person(honour.laureate)
    if who is None:
        return
    for turn in honour.facts.standing:
        if turn.date.first <= reading.day:
            by = decision_link(reading, turn.decision) or document_link(reading, turn.decision)
            what = f"{ruled(turn.state)} {award_title(reading, honour)}"
            anchor = f"{turn.date}-{turn.state.value}-{honour.laureate}-{honour.anchor}"
            yield Told(turn.date.first, brief(turn.date), anchor, what, who, by)


def _ruled_records(answers: Answers) -> Mapping[str, Sequence[tuple[str, str]]]:
    """By paper the records whose honours it ruled on; under no name, those that nobody named a paper for."""
    known = answers.own.get(("rulings", "by paper"))
    if known is None:
        known = answers.own["rulings", "by paper"] = _by_paper(answers)
    return cast("Mapping[str, Sequence[tuple[str, str]]]", known)


def _by_paper(answers: Answers) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ("honouree", "decision"):
        for id, loaded in answers.registry.by_kind[kind].items():
            for paper in loaded.outline.rulings:
                found.setdefault(paper, []).append((kind, id))
    return found


def _honours_in(answers: Answers, kind: str, id: str) -> Iterable[GivenHonour]:
    if kind == "decision":
        return answers.registry.honours_of_decision(id).values()
    laureate = answers.registry.laureates.get(id)
    return [honour for honour in laureate.honours if honour.decision is None] if laureate else ()
