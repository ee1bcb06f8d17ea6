"""Which pages can be found, and what makes the entry of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bangvang.pages.answers import Answers
from bangvang.pages.places import days_apart, full_name
from bangvang.pages.reading import Reading
from bangvang.pages.search import KINDS
from bangvang.records import Abbreviation, Award, Campaign, Place, WorkField
from bangvang.search.entry import Entry
from bangvang.search.papers import PAPERS
from bangvang.search.people import person_entry
from bangvang.search.vocabulary import VOCABULARY

EntryBuilder = Callable[[Reading, str], Entry | None]
ENTRIES: Mapping[str, EntryBuilder] = {"honouree": person_entry, **PAPERS, **VOCABULARY}
"""Builder of a page → what makes the entry of what the page is about, by its id."""


class Subject(NamedTuple):
    """What an entry is about: the builder of its page, and an id."""

    builder: str
    id: str


def subjects(answers: Answers) -> Iterator[Subject]:
    """Everything in the records that may have an entry."""
    for id in answers.registry.laureates:
        yield Subject("honouree", id)
    for kind in (*PAPERS, *VOCABULARY):
        for id in answers.registry.by_kind[kind]:
            yield Subject(kind, id)


def entry_of(reading: Reading, subject: Subject) -> Entry | None:
    """The entry, if search may find it."""
    return ENTRIES[subject.builder](reading, subject.id)


def record_entries(answers: Answers) -> Iterator[Entry]:
    """Entries of everything that the records tell, each from a reading of its own."""
    for subject in subjects(answers):
        entry = entry_of(Reading(answers), subject)
        if entry is not None:
            yield entry


def abbreviations(reading: Reading) -> dict[str, str]:
    """Short forms and what they stand for, as the office keeps them."""
    found: dict[str, str] = {}
    for _, one in reading.answers.registry.all(Abbreviation):
        found.setdefault(one.short, one.long)
    return found


def labels(reading: Reading) -> dict[str, dict[str, str]]:
    """Facet → code → what readers call it."""
    registry = reading.answers.registry
    return {
        "kind": {choice.code: choice.label for choice in KINDS},
        "award": {id: award.name for id, award in registry.all(Award)},
        "field": {id: field.name for id, field in registry.all(WorkField)},
        "campaign": {id: campaign.name for id, campaign in registry.public(Campaign)},
        "place": {id: _dated(reading, id, place) for id, place in registry.all(Place)},
        "state": {"current": "Hiện hành", "archive": "Lưu trữ"},
    }


def parents(reading: Reading) -> dict[str, dict[str, str]]:
    """Facet → code → the wider code that it lies in; what is no more at the top lies in what it became."""
    registry = reading.answers.registry
    places = {}
    for id, place in registry.all(Place):
        now = registry.place_now(id)
        if parent := place.parent or (now[0] if len(now) == 1 else None):
            places[id] = parent
    fields = {id: field.parent for id, field in registry.all(WorkField) if field.parent}
    return {"place": places, "field": fields}


def _dated(reading: Reading, id: str, place: Place) -> str:
    """A place with the day that tells it from others of its name; else, if it is no more, until when it was."""
    name, days = full_name(reading, id), days_apart(reading, id)
    days = days or (f"đến {place.to.year}" if place.to else "")
    return f"{name} ({days})" if days else name
