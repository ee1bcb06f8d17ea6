"""Entries of the pages of awards, fields of work, places and agencies."""

from __future__ import annotations

from bangvang.pages.lineage import predecessors
from bangvang.pages.places import PlaceLine, days_apart, full_name, place_line
from bangvang.pages.reading import Reading
from bangvang.records import Agency, Award, Place, WorkField
from bangvang.search.entry import Entry
from bangvang.search.people import award_words, field_words, place_words, spoken_place
from bangvang.search.places import nearest, place_facts
from bangvang.search.words import agency_words, joined_words, row_text

_WEIGHT = 1_800


def award_entry(reading: Reading, id: str) -> Entry | None:
    """An award by all its names."""
    award = reading.find(Award, id)
    if award is None:
        return None
    return Entry(
        url=f"danh-hieu/{id}/",
        kind="award",
        title=award.name,
        line=f"{award.kind.label}, {award.level.label.lower()}",
        text=row_text(award.note),
        names=award.aliases,
        meta=joined_words(award.kind.label, award.level.label, award_words(reading, id)),
        body=joined_words(award.note, award.legal_basis),
        facts={"kind": ("award",), "award": (id,), "state": ("archive" if _past(reading, award.to) else "current",)},
        weight=_WEIGHT,
        illustrative=award.illustrative,
    )


def field_entry(reading: Reading, id: str) -> Entry | None:
    """A field of work by all its names."""
    field = reading.find(WorkField, id)
    if field is None:
        return None
    return Entry(
        url=f"linh-vuc/{id}/",
        kind="field",
        title=field.name,
        line="Lĩnh vực",
        text=row_text(field.note),
        names=field.aliases,
        meta=joined_words("Lĩnh vực", field_words(reading, id)),
        body=joined_words(field.note),
        facts={"kind": ("field",), "field": (id,), "state": ("current",)},
        weight=_WEIGHT,
        illustrative=field.illustrative,
    )


def place_entry(reading: Reading, id: str) -> Entry | None:
    """A place by its name, by what it is called now, and by what it was made of."""
    place = reading.find(Place, id)
    if place is None:
        return None
    days = days_apart(reading, id)
    earlier = [former.name for one in reading.ask(predecessors, id) if (former := reading.find(Place, one))]
    return Entry(
        url=f"dia-phuong/{id}/",
        kind="place",
        title=place.name,
        line=f"{place.type.label}, {days}" if days else place.type.label,
        place=_whereabouts(place_line(reading, id, None)),
        text=row_text(place.note),
        meta=joined_words(place.type.label, place_words(reading, id), full_name(reading, id), *earlier),
        body=joined_words(place.note),
        facts={
            "kind": ("place",),
            "place": place_facts(reading, (id,)),
            "state": ("archive" if place.became else "current",),
        },
        near=nearest(reading, id),
        weight=_WEIGHT,
        illustrative=place.illustrative,
    )


def _whereabouts(line: PlaceLine | None) -> str:
    """What a place lies in and what it is now; its own name stands above."""
    if line is None:
        return ""
    above = line.text.partition(", ")[2]
    now = f"nay là {line.now_text}" if line.now else ""
    told = f"{above} ({now})" if above and now else above or now
    return told[:1].upper() + told[1:]


def agency_entry(reading: Reading, id: str) -> Entry | None:
    """An agency by its name and its short one."""
    agency = reading.find(Agency, id)
    if agency is None:
        return None
    return Entry(
        url=f"co-quan/{id}/",
        kind="agency",
        title=agency.name,
        line=_agency_line(agency),
        place=spoken_place(place_line(reading, agency.place, None)),
        text=row_text(agency.note),
        names=(agency.short,) if agency.short and agency.short != agency.name else (),
        meta=joined_words(
            "Cơ quan", agency_words(reading, id), place_words(reading, agency.place) if agency.place else None
        ),
        body=joined_words(agency.note),
        facts={
            "kind": ("agency",),
            "place": place_facts(reading, (agency.place,)),
            "state": ("archive" if agency.became else "current",),
        },
        near=nearest(reading, agency.place),
        weight=_WEIGHT,
        illustrative=agency.illustrative,
    )


def _agency_line(agency: Agency) -> str:
    """What it is and of which level; the lowest level is called “Cơ quan, đơn vị” itself."""
    level = agency.level.label.lower() if agency.level else ""
    return f"Cơ quan, {level.removeprefix('cơ quan, ')}" if level else "Cơ quan"


def _past(reading: Reading, end: object) -> bool:
    last = getattr(end, "last", None)
    return last is not None and last < reading.day


VOCABULARY = {"agency": agency_entry, "award": award_entry, "field": field_entry, "place": place_entry}
"""Kind → what makes its entries."""
