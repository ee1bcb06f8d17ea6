"""Honours in English: the award, when, by whom, where, and whether it still stands."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup, escape

from bangvang.pages.addresses import ENGLISH, ROOT
from bangvang.pages.english.pieces import agency, entry_name, place, vietnamese
from bangvang.pages.english.words import class_name, date_text, ordinal
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.records import Award, Honour
from bangvang.records.award import AwardLevel
from bangvang.records.english_labels import english_label
from bangvang.registry import GivenHonour


class EnglishHonour(NamedTuple):
    """One honour, in brief."""

    title: Markup
    award: str | None
    """Its place in the glossary."""
    year: str
    day: str
    authority: Markup
    place: Markup
    anchor: str
    """Of the same honour on the Vietnamese page."""
    fallen: str
    """What has become of it, where it no longer stands."""
    disputed: bool
    top: bool

    @property
    def linked(self) -> Markup:
        """The title, leading to the glossary."""
        return Markup(f'<a href="{ROOT}{self.award}">{self.title}</a>') if self.award else self.title


def english_honour(reading: Reading, honour: GivenHonour) -> EnglishHonour:
    """An honour as readers abroad meet it."""
    award = reading.find(Award, honour.award)
    fallen = _fallen(reading, honour)
    return EnglishHonour(
        title=award_title(reading, honour),
        award=f"{ENGLISH}awards/#{honour.award}" if award else None,
        year=str(honour.date.year) if honour.date else "",
        day=date_text(honour.date),
        authority=_authority(reading, honour),
        place=place(place_line(reading, honour.subject.place, honour.subject.place_text) if honour.decision else None),
        anchor=honour.anchor,
        fallen=fallen,
        disputed=honour.facts.dispute is not None,
        top=award is not None and award.level is AwardLevel.STATE and not fallen,
    )


def award_title(reading: Reading, honour: GivenHonour) -> Markup:
    """“Labour Order, Second Class (2nd time, posthumous)”; Vietnamese where there is no English name."""
    facts = honour.facts
    award = reading.find(Award, honour.award)
    if award is None:
        name = vietnamese(facts.award_text) if facts.award_text else Markup("Honour")
    else:
        name = entry_name(award)
        if facts.award_text and facts.award_text != award.name:
            name += Markup(" (") + vietnamese(facts.award_text) + Markup(")")
    decision = honour.decision
    rank = facts.class_ or (decision.class_ if decision and not facts.award else None)
    if rank and not (award and award.class_):
        name += escape(f", {class_name(rank)}")
    marks = []
    if facts.times:
        marks.append(f"{ordinal(facts.times)} time")
    if facts.posthumous:
        marks.append("posthumous")
    return name + escape(f" ({', '.join(marks)})") if marks else name


def _authority(reading: Reading, honour: GivenHonour) -> Markup:
    found = agency(reading, honour.authority)
    text = honour.facts.authority_text if isinstance(honour.facts, Honour) else None
    return found or (vietnamese(text) if text else Markup())


def _fallen(reading: Reading, honour: GivenHonour) -> str:
    state = honour.standing(reading.day)
    return english_label(state) if state else ""
