"""Records as lists in English show them: name, summary, what it is, the highest honour."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from bangvang.pages.english.addresses import english_url
from bangvang.pages.english.facts import account_of
from bangvang.pages.english.honours import award_title
from bangvang.pages.english.pieces import place, title_of
from bangvang.pages.membership import valid_honours
from bangvang.pages.people import MEDALS, initials, is_illustrative, top_honour
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.records import Entry
from bangvang.records.english_labels import english_label


class EnglishCard(NamedTuple):
    """One entry of a list."""

    name: str
    url: str
    label: str
    summary: str
    illustrative: bool
    award: str = ""
    place: str = ""
    medal: str = ""
    initials: str = ""


def english_card(reading: Reading, kind: str, id: str) -> EnglishCard:
    """A record that has a page in English, for a list."""
    return _person(reading, id) if kind == "honouree" else _record(reading, kind, id)


def _record(reading: Reading, kind: str, id: str) -> EnglishCard:
    record = reading.part(kind, id)
    assert isinstance(record, Entry)
    return EnglishCard(
        name=title_of(record),
        url=english_url(kind, id),
        label=account_of(reading, record).labels[0],
        summary=record.summary_en or "",
        illustrative=record.illustrative,
    )


def _person(reading: Reading, id: str) -> EnglishCard:
    laureate = reading.laureate(id)
    assert laureate is not None
    profile = laureate.shown
    top = top_honour(reading, valid_honours(reading.answers, id))
    award = award_title(reading, top) if top else Markup()
    return EnglishCard(
        name=laureate.name,
        url=english_url("honouree", id),
        label=english_label(laureate.kind),
        summary=(profile.summary_en or "") if profile else "",
        illustrative=is_illustrative(laureate),
        award=award + f", {top.date.year}" if top and top.date else award,
        place=place(place_line(reading, laureate.place, laureate.subject.place_text)),
        medal=MEDALS[laureate.kind],
        initials=initials(laureate.name),
    )
