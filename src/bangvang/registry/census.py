"""The census: what figures ask of every honour that the public may know of, worked out once."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from bangvang.records import Award, Occupation, Place, SubjectKind
from bangvang.records.place import AreaClassPeriod, PlaceType
from bangvang.registry.laureates import GivenHonour, Laureate
from bangvang.registry.registry import Registry
from bangvang.registry.states import Visibility, within
from bangvang.registry.statistics import UNSEEN, once, reason_left_out

DIRECT, OTHER = "direct", "other"
_NOTHING = ("", "")


class Counted(NamedTuple):
    """One honour as figures see it; what no record says is empty."""

    laureate: str
    excluded: str
    """Why it does not count."""
    once: object
    """By which an award shared by several is known as one; None where nobody shares it."""
    year: str
    month: str
    kind: str
    award: str
    """The kind of the award."""
    level: str
    field: str
    group: str
    """Of occupations; only individuals have one."""
    work: str
    """DIRECT or OTHER."""
    sex: str
    place: str
    """As it was, otherwise where the laureate is from."""
    areas: tuple[str, ...] | None
    """The classes of area that the place was in on the day; None where place or day is not known."""
    campaign: str


def census(registry: Registry, listed: Collection[str]) -> Iterator[Counted]:
    """Every honour but those that are not yet public; `listed` are the ids of those who may stand in lists."""
    look = _Look(registry)
    for laureate in registry.laureates.values():
        for honour in laureate.honours:
            reason = look.reason(honour) or ("" if laureate.id in listed else _unlisted(laureate))
            if reason != UNSEEN:
                yield look.counted(laureate, honour, reason)


def each_once(entries: Iterable[Counted]) -> list[Counted]:
    """An award shared by several is one award."""
    seen: set[object] = set()

    def first(entry: Counted) -> bool:
        if entry.once in seen:
            return False
        seen.add(entry.once)
        return True

    return [entry for entry in entries if entry.once is None or first(entry)]


def areas_on(registry: Registry, place: str, day: datetime.date) -> tuple[str, ...]:
    """The classes of area that a place was in on a day; a village without any of its own is in those of its commune."""
    for periods in _classed(registry, place):
        classes = [period.class_.value for period in periods if within(day, period.from_, period.to)]
        if classes:
            return tuple(dict.fromkeys(classes))
    return ()


def _classed(registry: Registry, place: str) -> Iterator[tuple[AreaClassPeriod, ...]]:
    """The classes of a place; of a village also those of what it lies in, as far as its commune."""
    for node in (place, *registry.place_ancestors(place)):
        found = registry.find(Place, node)
        if found is None:
            return
        yield found.area_classes
        if found.type is not PlaceType.VILLAGE:
            return


def _unlisted(laureate: Laureate) -> str:
    """Somebody whose page was taken back is on no list, and counts in no figure."""
    return Visibility.WITHDRAWN.label if laureate.told else UNSEEN


class _Work(NamedTuple):
    group: str
    direct: str


_UNKNOWN_WORK = _Work("", "")


class _Look:
    """Looks at honours; what many share is looked up once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._states: dict[int, str | None] = {}
        self._award = cache(self._find_award)
        self._work = cache(self._find_work)
        self._areas = cache(partial(areas_on, registry))
        self._has_areas = cache(self._find_areas)

    def reason(self, honour: GivenHonour) -> str:
        """Why an honour does not count; empty where it does."""
        return reason_left_out(self.registry, honour, self._states) or ""

    def counted(self, laureate: Laureate, honour: GivenHonour, reason: str) -> Counted:
        """An honour with all that figures ask."""
        subject, date = honour.subject, honour.date
        kind, level = self._award(honour.award)
        alone = subject.kind is SubjectKind.INDIVIDUAL
        group, work = self._work(subject.occupation) if alone else _NOTHING
        fields = honour.fields or subject.fields
        place = subject.place or laureate.place or ""
        return Counted(
            laureate.id,
            reason,
            once(honour) if honour.facts.shared_with else None,
            str(date.year) if date else "",
            str(date.month or "") if date else "",
            subject.kind.value,
            kind,
            level,
            fields[0] if fields else "",
            group,
            work,
            subject.sex.value if alone and subject.sex else "",
            place,
            self._areas_then(place, date.first if date else None),
            honour.campaign or "",
        )

    def _areas_then(self, place: str, day: datetime.date | None) -> tuple[str, ...] | None:
        if not place:
            return None
        if not self._has_areas(place):
            return ()
        return self._areas(place, day) if day else None

    def _find_award(self, id: str | None) -> tuple[str, str]:
        award = self.registry.find(Award, id)
        return (award.kind.value, award.level.value) if award else _NOTHING

    def _find_work(self, id: str | None) -> tuple[str, str]:
        occupation = self.registry.find(Occupation, id)
        if occupation is None:
            return _NOTHING
        return occupation.group.value, {True: DIRECT, False: OTHER, None: ""}[occupation.direct_worker]

    def _find_areas(self, place: str) -> bool:
        return any(_classed(self.registry, place))
