"""The whole of a book before it is set: everything the templates print, as data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bangvang.book.campaigns import CampaignBrief, campaign_briefs
from bangvang.book.decisions import PrintedDecision, printed_decisions
from bangvang.book.figures import Figures, figures
from bangvang.book.indexes import Letter, index_of_names, index_of_units
from bangvang.book.people import Group, Portrait, Roll, groups, is_told, rolls
from bangvang.book.selection import Selection
from bangvang.book.story import Tree, tree
from bangvang.pages.reading import Reading
from bangvang.records import Campaign, Decision, Entry
from bangvang.registry import Laureate
from bangvang.vietnamese import day_in_words, text_key

TITLE = "Kỷ yếu thi đua, khen thưởng"


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes, under what name, as of which day."""

    title: str
    subtitle: str
    owner: str
    site: str
    address: str
    licence: str
    attribution: str
    contact: str
    day: tuple[int, int, int]
    day_in_words: str
    trial: bool


@dataclass(frozen=True, slots=True)
class Volume:
    """Which of several volumes this is."""

    number: int
    of: int
    span: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Something that the book relies on."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All parts in the order in which they stand; an empty part is left out."""

    imprint: Imprint
    volume: Volume | None
    foreword: Tree
    campaigns: tuple[CampaignBrief, ...]
    groups: tuple[Group, ...]
    rolls: tuple[Roll, ...]
    decisions: tuple[PrintedDecision, ...]
    figures: Figures | None
    names: tuple[Letter, ...]
    units: tuple[Letter, ...]
    sources: tuple[SourceLine, ...]


def manuscript(
    reading: Reading, selection: Selection, portraits: Mapping[str, Portrait], *, title: str | None, foreword: str
) -> Manuscript:
    """The book about a selection."""
    laureates = [laureate for id in selection.honours if (laureate := reading.laureate(id))]
    told = [one for one in laureates if is_told(reading, one)]
    at_length = {one.id for one in told}
    brief = {id: honours for id, honours in selection.honours.items() if id not in at_length}
    front = imprint(reading, title or TITLE, selection.subtitle)
    return Manuscript(
        imprint=front,
        volume=None,
        foreword=tree(foreword, front.address),
        campaigns=campaign_briefs(reading, selection),
        groups=groups(reading, told, portraits),
        rolls=rolls(reading, brief),
        decisions=printed_decisions(reading, selection),
        figures=figures(reading, selection),
        names=index_of_names(laureates),
        units=index_of_units(laureates),
        sources=_sources(_records(reading, selection, told)),
    )


def imprint(reading: Reading, title: str, subtitle: str) -> Imprint:
    """What the cover and the last page say of a publication of this site."""
    site, day = reading.site, reading.day
    licence = site.licence if site else None
    contact = site.contact if site else None
    return Imprint(
        title=title,
        subtitle=subtitle or _years(day),
        owner=site.owner.name if site else "",
        site=site.name if site else "",
        address=site.address if site else "",
        licence=licence.name if licence else "",
        attribution=licence.attribution if licence else "",
        contact=", ".join(part for part in (contact.office, contact.address, contact.phone, contact.email) if part)
        if contact
        else "",
        day=(day.year, day.month, day.day),
        day_in_words=day_in_words(day.year, day.month, day.day),
        trial=site is not None and site.trial,
    )


def _years(day: datetime.date) -> str:
    return f"Tính đến {day_in_words(day.year, day.month, day.day)}"


def _records(reading: Reading, selection: Selection, told: Iterable[Laureate]) -> Iterable[Entry]:
    """Every record that the book tells of."""
    for laureate in told:
        if laureate.shown is not None:
            yield laureate.shown
    for model, ids in ((Decision, selection.decisions), (Campaign, selection.campaigns)):
        for id in ids:
            record = reading.find(model, id)
            if record is not None:
                yield record


def _sources(records: Iterable[Entry]) -> tuple[SourceLine, ...]:
    """Each source once."""
    found = {(source.title, source.url or ""): None for record in records for source in record.sources}
    return tuple(
        SourceLine(title, url) for title, url in sorted(found, key=lambda entry: (text_key(entry[0]), entry[1]))
    )
