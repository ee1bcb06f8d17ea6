"""What the pages of single records share: a notice where there is nothing to show, photos, the frame of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from bangvang.pages.card import Card
from bangvang.pages.charts import Chart
from bangvang.pages.english.addresses import pair_of
from bangvang.pages.frozen_note import frozen_view
from bangvang.pages.honours import brief
from bangvang.pages.page import Alternate, Link, Page, json_file
from bangvang.pages.people import PersonCard, person_card
from bangvang.pages.pictures import Shown, picture
from bangvang.pages.reading import Reading, name_of
from bangvang.pages.tombstone import removal_notice, tombstone
from bangvang.records import KINDS, Record, Removed
from bangvang.records.practice import Measure
from bangvang.records.record import Photo
from bangvang.registry import PageForm, Visibility, appearance, visibility
from bangvang.vietnamese import format_number


class Section(NamedTuple):
    """The part of the site that a kind of record belongs to."""

    kind: str
    tab: str
    front: Link
    """The page that lists all records of the kind."""

    @property
    def crumbs(self) -> tuple[Link, ...]:
        return (self.front,)

    def url(self, id: str) -> str:
        """Where a record of the kind stands."""
        return f"{KINDS[self.kind].url}/{id}/"


class Figure(NamedTuple):
    """A photo with what is said below it."""

    picture: Shown
    alt: str
    credit: str | None


class MeasureLine(NamedTuple):
    """A measured effect as it is read: “1,8 km”."""

    what: str
    amount: str
    as_of: str


def notice(reading: Reading, section: Section, id: str) -> Page | None:
    """What stands at the address of a record that was withdrawn or removed; None while it is public."""
    record = reading.part(section.kind, id)
    if isinstance(record, Removed):
        return removal_notice(section.url(id), section.tab, section.crumbs, record)
    if isinstance(record, Record) and visibility(record, reading.day) is Visibility.WITHDRAWN:
        return tombstone(section.url(id), section.tab, section.crumbs, record)
    return None


def record_page(
    reading: Reading,
    section: Section,
    id: str,
    record: Record,
    *,
    description: str,
    context: Mapping[str, object],
    title: str = "",
    indexed: bool = True,
    data: tuple[Mapping[str, object], ...] = (),
    card: Card | None = None,
    alternates: tuple[Alternate, ...] = (),
    charts: tuple[Chart, ...] = (),
    versioned: bool = False,
) -> Page:
    """The page of a public record of the section."""
    shown = appearance(record, reading.day, reading.site)
    return Page(
        url=section.url(id),
        tab=section.tab,
        title=title or name_of(record),
        description=" ".join((record.summary or description).split()),
        template=f"pages/{section.kind}.html",
        context={
            "record": record,
            "figures": figures(reading, record.photos),
            "updated": record.updated,
            "frozen": frozen_view(reading, section.kind, id),
            **context,
        },
        crumbs=section.crumbs,
        image=section.kind,
        card=card,
        indexed=indexed and shown.indexed,
        updated=record.updated,
        data=data,
        alternates=(json_file(section.kind, id), *alternates) if shown.in_bulk else alternates,
        charts=charts,
        versioned=versioned,
        pair=pair_of(reading.site, section.kind, id, record),
    )


def record_card(
    reading: Reading, section: Section, id: str, record: Record, *, label: str, lines: Sequence[str], title: str = ""
) -> Card:
    """The card of a record of the section."""
    return Card(
        kind=section.kind,
        id=id,
        label=label,
        title=title or name_of(record),
        lines=tuple(line for line in lines if line),
        site=reading.site.name if reading.site else "",
        illustrative=record.illustrative,
    )


def figures(reading: Reading, photos: Sequence[Photo]) -> tuple[Figure, ...]:
    """Those photos that could be made ready."""
    return tuple(
        Figure(found, photo.alt, photo.credit)
        for photo in photos
        if (found := reading.ask(picture, photo.file)) is not None
    )


def measure_lines(measures: Sequence[Measure]) -> tuple[MeasureLine, ...]:
    """Measured effects in figures."""
    return tuple(
        MeasureLine(measure.what, amount(measure.value, measure.unit), brief(measure.as_of)) for measure in measures
    )


def amount(value: Decimal, unit: str | None) -> str:
    """“83%”, “1,8 km”, “46”."""
    number = format_number(value)
    if not unit:
        return number
    return f"{number}%" if unit == "%" else f"{number} {unit}"


def shown_people(reading: Reading, ids: Sequence[str]) -> list[PersonCard]:
    """Cards of those whose pages the public may see."""
    shown: dict[str, None] = {}
    for id in ids:
        laureate = reading.laureate(id)
        if laureate is not None and reading.appearance(laureate).page in (PageForm.FULL, PageForm.SHORT):
            shown[laureate.id] = None
    return [person_card(reading, id) for id in shown]


def was_removed(reading: Reading, id: str | None) -> bool:
    """Whether somebody was taken off the site by right: then no other record may name them either."""
    return id is not None and isinstance(reading.part("honouree", id), Removed)


def address_of(reading: Reading, url: str) -> str | None:
    """A page's whole address."""
    return f"{reading.site.address}{url}" if reading.site else None
