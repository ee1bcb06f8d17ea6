"""The table of honours: one row for each award given to one honouree, with the names that its codes stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.exports.open_data.contents import Leaving
from bangvang.pages.honours import award_title
from bangvang.pages.membership import honours_shown
from bangvang.pages.people import is_illustrative
from bangvang.pages.reading import Reading
from bangvang.records import Award, Occupation, Place
from bangvang.records.columns import BETWEEN, Cell, Names
from bangvang.records.honour_columns import HONOUR_COLUMNS
from bangvang.records.place import PlaceType
from bangvang.registry import GivenHonour, Laureate, counts_as_living


def honour_rows(leaving: Leaving, laureate: Laureate, address: str, names: Names) -> Iterator[tuple[Cell, ...]]:
    """A row for each honour that the laureate's page tells."""
    reading = Reading(leaving.answers)
    for honour in honours_shown(leaving.answers, laureate.id):
        row = {**_who(reading, laureate, honour), **_what(reading, honour, names)}
        row["honour_id"] = f"{laureate.id}#{honour.anchor}"
        row["url"] = f"{address}guong/{laureate.id}/#{honour.anchor}"
        row["illustrative"] = is_illustrative(laureate) or bool(getattr(honour.source.record, "illustrative", False))
        yield tuple([row[column.key] for column in HONOUR_COLUMNS])


def _who(reading: Reading, laureate: Laureate, honour: GivenHonour) -> dict[str, Cell]:
    subject = honour.subject
    occupation = reading.find(Occupation, subject.occupation)
    place = reading.find(Place, subject.place)
    return {
        "honouree": laureate.id,
        "name": laureate.name,
        "kind": subject.kind.value,
        "sex": subject.sex.value if subject.sex and not counts_as_living(subject, reading.day) else None,
        "role": subject.role,
        "unit": subject.unit,
        "place": subject.place,
        "place_name": place.name if place else subject.place_text,
        "province_name": _province(reading, subject.place),
        "occupation": subject.occupation,
        "occupation_name": occupation.name if occupation else None,
    }


def _what(reading: Reading, honour: GivenHonour, names: Names) -> dict[str, Cell]:
    facts, date = honour.facts, honour.date
    award = reading.find(Award, honour.award)
    authority = names.get(("agency", honour.authority or ""))
    campaign = names.get(("campaign", honour.campaign or ""))
    standing = honour.standing(reading.day)
    return {
        "fields": BETWEEN.join(honour.fields) or None,
        "field_names": BETWEEN.join(names.get(("field", id), id) for id in honour.fields) or None,
        "award": honour.award,
        "award_name": award_title(reading, honour),
        "award_kind": award.kind.value if award else None,
        "award_level": award.level.value if award else None,
        "date": str(date) if date else None,
        "year": date.year if date else None,
        "decision": honour.source.id if honour.decision is not None else None,
        "number": honour.number,
        "authority": honour.authority,
        "authority_name": authority or getattr(facts, "authority_text", None),
        "basis": honour.ground.value if honour.ground else None,
        "campaign": honour.campaign if campaign else None,
        "campaign_name": campaign,
        "reason": facts.reason,
        "posthumous": facts.posthumous,
        "standing": standing.value if standing else None,
    }


def _province(reading: Reading, id: str | None) -> str | None:
    """The province or city that a place lay in."""
    for step in (id, *reading.answers.registry.place_ancestors(id)) if id else ():
        place = reading.find(Place, step)
        if place is not None and place.type in (PlaceType.PROVINCE, PlaceType.CITY):
            return place.name
    return None


def as_mapping(row: tuple[Cell, ...]) -> Mapping[str, Cell]:
    """A row by its columns' keys, without what is empty."""
    return {column.key: value for column, value in zip(HONOUR_COLUMNS, row, strict=True) if value is not None}
