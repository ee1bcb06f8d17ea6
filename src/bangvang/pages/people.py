"""People and units as lists and cards show them: a medallion, a name, the highest honour, where from."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.honours import award_year
from bangvang.pages.membership import valid_honours
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading, view
from bangvang.records import Award, Subject, SubjectKind
from bangvang.registry import GivenHonour, Laureate, PageForm

MEDALS = {
    SubjectKind.INDIVIDUAL: "m-person",
    SubjectKind.COLLECTIVE: "m-group",
    SubjectKind.HOUSEHOLD: "m-house",
    SubjectKind.LOCALITY: "m-group",
}
_UNTOLD = frozenset({"và", "của", "các", "tại", "-", "–"})


class PersonCard(NamedTuple):
    """One entry of a list."""

    id: str
    name: str
    url: str
    medal: str
    initials: str
    role: str
    award: str
    more: int
    """Further honours beside the one that is named."""
    place: PlaceLine | None
    summary: str
    illustrative: bool


@view
def person_card(reading: Reading, id: str) -> PersonCard:
    """A laureate for a list."""
    laureate = reading.laureate(id)
    assert laureate is not None
    honours = valid_honours(reading.answers, laureate.id)
    top = top_honour(reading, honours)
    record = laureate.shown
    told = record is not None and reading.appearance(laureate).page is PageForm.FULL
    return PersonCard(
        id=laureate.id,
        name=laureate.name,
        url=f"guong/{laureate.id}/",
        medal=MEDALS[laureate.kind],
        initials=initials(laureate.name),
        role=role_line(laureate),
        award=award_year(reading, top) if top else "",
        more=max(0, len(honours) - 1),
        place=place_line(reading, laureate.place, laureate.subject.place_text),
        summary=(record.summary or "") if record is not None and told else "",
        illustrative=is_illustrative(laureate),
    )


def top_honour(reading: Reading, honours: tuple[GivenHonour, ...]) -> GivenHonour | None:
    """The honour that a single line names: the highest of the catalogue, the latest among equals."""

    def height(honour: GivenHonour) -> tuple[int, str]:
        award = reading.find(Award, honour.award)
        return (-award.rank if award else -10_000, str(honour.date or ""))

    return max(honours, key=height, default=None)


def years_line(subject: Subject) -> str:
    """“1920–1952”, “sinh năm 1920”, “mất năm 1952”; of what is no person, “thành lập năm”, “đến năm”."""
    born, died = subject.born, subject.died
    person = subject.kind is SubjectKind.INDIVIDUAL
    if born and died:
        return f"{born.year}–{died.year}"
    if died:
        return f"mất năm {died.year}" if person else f"đến năm {died.year}"
    return f"{'sinh' if person else 'thành lập'} năm {born.year}" if born else ""


def role_line(laureate: Laureate) -> str:
    """“Trưởng thôn, Thôn Mẫu Một”."""
    unit = laureate.unit
    return role_at(laureate.subject.role, None if unit == laureate.name else unit, "")


def role_at(role: str | None, unit: str | None, place: str) -> str:
    """“Trưởng thôn, Thôn Mẫu Một”; a unit that the place begins with is not said twice."""
    twice = unit is not None and place.casefold().startswith(unit.casefold())
    if role and unit and not twice:
        return _run_together(role, unit)
    return ", ".join(part for part in (role, None if twice else unit) if part)


def _run_together(role: str, unit: str) -> str:
    """“Cán bộ Công an xã” at “Công an xã Mẫu” is “Cán bộ Công an xã Mẫu”."""
    if unit.partition(" ")[0].casefold() not in role.casefold():
        return f"{role}, {unit}"
    first, then = role.split(), unit.split()
    for length in range(min(len(first), len(then)), 1, -1):
        if [word.casefold() for word in first[-length:]] == [word.casefold() for word in then[:length]]:
            return " ".join([*first, *then[length:]])
    return f"{role}, {unit}"


def is_illustrative(laureate: Laureate) -> bool:
    """Whether any source of what is shown is marked as invented."""
    told = laureate.profile if laureate.told else None
    sources = [told] if told else [honour.source for honour in laureate.honours if honour.public]
    return any(getattr(source.record, "illustrative", False) for source in sources)


def initials(name: str) -> str:
    """Two letters for a medallion: the family name's and the given name's."""
    words = [word for word in name.split() if word.lower() not in _UNTOLD and word[0].isalpha()]
    if not words:
        return name[:1].upper()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
