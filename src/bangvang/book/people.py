"""Those honoured, as the book tells of them: at length where a profile may be shown, otherwise in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from bangvang.book.story import Tree, tree
from bangvang.pages.honours import HonourView, award_title, honour_view
from bangvang.pages.membership import honours_shown, valid_honours
from bangvang.pages.people import initials, is_illustrative, role_at, top_honour, years_line
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.records import Award, Honouree, SubjectKind
from bangvang.registry import GivenHonour, Laureate, PageForm, Telling, may_show
from bangvang.vietnamese import initial, name_initial, name_key, text_key

_MOST_UNDER_ONE = 60
UNITS = (SubjectKind.COLLECTIVE, SubjectKind.LOCALITY)
SHAPES = {
    SubjectKind.INDIVIDUAL: "person",
    SubjectKind.COLLECTIVE: "group",
    SubjectKind.HOUSEHOLD: "house",
    SubjectKind.LOCALITY: "group",
}


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photo beside the templates, and what it shows."""

    file: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class PrintedHonour:
    """An honour under a name."""

    year: str
    title: str
    paper: str
    fallen: str
    note: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One who is told of at length."""

    id: str
    name: str
    role: str
    place: str
    years: str
    shape: str
    initials: str
    portrait: Portrait | None
    illustrative: bool
    labels: tuple[str, ...]
    summary: str
    quote: str
    story: Tree
    honours: tuple[PrintedHonour, ...]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortEntry:
    """One who is told of in a few lines."""

    id: str
    name: str
    role: str
    place: str
    award: str
    paper: str
    reason: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Group:
    """People under one heading."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """Short entries under the award that they share."""

    title: str
    entries: tuple[ShortEntry, ...]


def is_told(reading: Reading, laureate: Laureate) -> bool:
    """Whether there is a profile that may be shown and that says something."""
    profile = laureate.shown
    if profile is None or reading.appearance(laureate).page is not PageForm.FULL:
        return False
    return bool(profile.story or profile.summary or profile.quote or profile.photos)


def filed(laureate: Laureate) -> tuple[str, ...]:
    """People stand under their given name, units under their first word."""
    if laureate.kind in UNITS:
        return (*text_key(laureate.name), laureate.id)
    return (*name_key(laureate.name, laureate.subject.sort_name), laureate.id)


def groups(reading: Reading, laureates: list[Laureate], portraits: Mapping[str, Portrait]) -> tuple[Group, ...]:
    """Those told at length, by kind, in the order of their names."""
    found = []
    for kind in SubjectKind:
        of_kind = sorted((one for one in laureates if one.kind is kind), key=filed)
        for title, under in _headings(kind, of_kind):
            found.append(Group(title, tuple(_entry(reading, one, portraits.get(one.id)) for one in under)))
    return tuple(found)


def _headings(kind: SubjectKind, laureates: list[Laureate]) -> Iterable[tuple[str, list[Laureate]]]:
    """One heading for a few people, a heading a letter for many."""
    if len(laureates) <= _MOST_UNDER_ONE:
        return [(kind.label, laureates)] if laureates else []
    return [(f"{kind.label}, vần {letter}", list(under)) for letter, under in groupby(laureates, key=letter_of)]


def letter_of(laureate: Laureate) -> str:
    """The letter that a laureate stands under."""
    if laureate.kind in UNITS:
        return initial(laureate.name)
    return name_initial(laureate.name, laureate.subject.sort_name)


def rolls(reading: Reading, chosen: Mapping[str, tuple[GivenHonour, ...]]) -> tuple[Roll, ...]:
    """Those told in brief, under the highest of the awards that the book is about."""
    by_award: dict[tuple[int, str], list[tuple[Laureate, GivenHonour]]] = {}
    for id, honours in chosen.items():
        laureate = reading.laureate(id)
        top = top_honour(reading, honours)
        if laureate is None or top is None:
            continue
        award = reading.find(Award, top.award)
        heading = (award.rank if award else 10_000, award.name if award else "Các hình thức khen khác")
        by_award.setdefault(heading, []).append((laureate, top))
    return tuple(
        Roll(
            heading[1],
            tuple(_short(reading, one, top) for one, top in sorted(people, key=lambda pair: filed(pair[0]))),
        )
        for heading, people in sorted(by_award.items(), key=lambda item: item[0])
    )


def _entry(reading: Reading, laureate: Laureate, portrait: Portrait | None) -> Entry:
    profile = laureate.shown
    assert profile is not None
    views = [honour_view(reading, honour) for honour in honours_shown(reading.answers, laureate.id)]
    site = reading.site.address if reading.site else ""
    told = profile.story if may_show(profile, Telling.STORY, reading.day) else None
    quoted = profile.quote if may_show(profile, Telling.QUOTE, reading.day) else None
    return Entry(
        id=laureate.id,
        name=laureate.name,
        **_whereabouts(reading, laureate),
        years=years_line(laureate.subject),
        shape=SHAPES[laureate.kind],
        initials=initials(laureate.name),
        portrait=portrait,
        illustrative=is_illustrative(laureate),
        labels=tuple(label.label for label in profile.labels),
        summary=one_line(profile.summary),
        quote=one_line(quoted),
        story=tree(told, site) if told else [],
        honours=tuple(map(_honour, views)),
        facts=_facts(reading, laureate, profile),
        notes=_notes(profile, views),
    )


def _short(reading: Reading, laureate: Laureate, top: GivenHonour) -> ShortEntry:
    date = top.date
    more = len(valid_honours(reading.answers, laureate.id)) - 1
    title = award_title(reading, top)
    award = f"{title}, {date.year}" if date else title
    return ShortEntry(
        id=laureate.id,
        name=laureate.name,
        **_whereabouts(reading, laureate),
        award=f"{award}; {more} khen thưởng khác" if more else award,
        paper=f"QĐ số {top.number}" if top.number else "",
        reason=one_line(top.facts.reason),
        illustrative=is_illustrative(laureate),
    )


def _honour(view: HonourView) -> PrintedHonour:
    paper = view.decision.text if view.decision else f"Số {view.number}" if view.number else ""
    given = view.authority.text if view.authority else ""
    dispute = f"{view.dispute.what}: {'; '.join(claim.text for claim in view.dispute.claims)}" if view.dispute else ""
    return PrintedHonour(
        year=view.year,
        title=view.title,
        paper=", ".join(part for part in (paper, given) if part),
        fallen=view.fallen or "",
        note=one_line(dispute),
    )


def _whereabouts(reading: Reading, laureate: Laureate) -> dict[str, str]:
    line = place_line(reading, laureate.place, laureate.subject.place_text)
    place = line.text if line else ""
    role = role_at(laureate.subject.role, laureate.unit if laureate.unit != laureate.name else None, place)
    return {"role": role, "place": f"{place} (nay là {line.now_text})" if line and line.now else place}


def _facts(reading: Reading, laureate: Laureate, profile: Honouree) -> tuple[tuple[str, str], ...]:
    fields = ", ".join(link.text for link in reading.links("field", profile.fields))
    practices = "; ".join(link.text for link in reading.links("practice", profile.practices))
    members = ", ".join(part for part in (profile.head or "", *profile.members) if part)
    others = "; ".join(other.name for other in profile.names)
    rows = (("Tên khác", others), ("Gia đình", members), ("Lĩnh vực", fields), ("Mô hình, sáng kiến", practices))
    return tuple((label, text) for label, text in rows if text)


def _notes(profile: Honouree, views: list[HonourView]) -> tuple[str, ...]:
    told = [f"{dispute.what}: {'; '.join(claim.text for claim in dispute.claims)}" for dispute in profile.disputes]
    return tuple(map(one_line, told))


def one_line(text: str | None) -> str:
    """A prose without its line ends."""
    return " ".join(text.split()) if text else ""
