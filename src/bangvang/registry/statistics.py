"""Figures: every honour counted once, with what is known, what is not, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from bangvang.records import Award, Occupation, Part, SubjectKind
from bangvang.registry.laureates import GivenHonour
from bangvang.registry.registry import Registry
from bangvang.registry.states import Visibility, appearance, visibility

UNSEEN = "chưa công bố"
ILLUSTRATIVE = "minh họa"


@dataclass(slots=True)
class Tally:
    """A count by some heading. `known` + `unknown` is what was counted; `excluded` says what was not, by reason."""

    known: dict[str, int] = field(default_factory=dict)
    unknown: int = 0
    excluded: dict[str, int] = field(default_factory=dict)

    @property
    def counted(self) -> int:
        return sum(self.known.values()) + self.unknown

    @property
    def total(self) -> int:
        return self.counted + sum(self.excluded.values())


class Share(NamedTuple):
    """A part of a whole, with those of whom it is not known whether they belong to the part."""

    numerator: int
    denominator: int
    unknown: int

    @property
    def percent(self) -> float | None:
        """Of those of whom it is known."""
        return 100 * self.numerator / self.denominator if self.denominator else None


@dataclass(slots=True)
class Counted:
    """The honours that figures count, and how many they leave out, by reason."""

    honours: list[GivenHonour] = field(default_factory=list)
    excluded: dict[str, int] = field(default_factory=dict)


def counted(registry: Registry, honours: Iterable[GivenHonour]) -> Counted:
    """Sort honours into what counts and what does not; an award shared by several is one award."""
    result = Counted()
    seen: set[object] = set()
    states: dict[int, str | None] = {}
    for honour in honours:
        same = once(honour)
        if same in seen:
            continue
        seen.add(same)
        reason = reason_left_out(registry, honour, states)
        if reason is None:
            result.honours.append(honour)
        else:
            result.excluded[reason] = result.excluded.get(reason, 0) + 1
    return result


def tally(counting: Counted, heading: Callable[[GivenHonour], str | None]) -> Tally:
    """Count honours by a heading."""
    result = Tally(excluded=dict(counting.excluded))
    for honour in counting.honours:
        name = heading(honour)
        if name is None:
            result.unknown += 1
        else:
            result.known[name] = result.known.get(name, 0) + 1
    return result


def award_level(registry: Registry) -> Callable[[GivenHonour], str | None]:
    """A heading: the level of the award."""

    def heading(honour: GivenHonour) -> str | None:
        award = registry.find(Award, honour.award)
        return str(award.level) if award else None

    return heading


def by_kind(honour: GivenHonour) -> str | None:
    """A heading: individual, collective, household or locality."""
    return str(honour.subject.kind)


def by_sex(honour: GivenHonour) -> str | None:
    """A heading: the sex of individuals, where known."""
    return honour.subject.sex.value if honour.subject.sex else None


def by_year(honour: GivenHonour) -> str | None:
    """A heading: the year of the honour."""
    return str(honour.date.year) if honour.date else None


def direct_worker_share(registry: Registry, honours: Iterable[GivenHonour]) -> Share:
    """How many of the individuals honoured do direct labour."""
    direct = other = unknown = 0
    for honour in honours:
        subject = honour.subject
        if subject.kind is not SubjectKind.INDIVIDUAL:
            continue
        occupation = registry.find(Occupation, subject.occupation)
        if occupation is None or occupation.direct_worker is None:
            unknown += 1
        elif occupation.direct_worker:
            direct += 1
        else:
            other += 1
    return Share(direct, direct + other, unknown)


def once(honour: GivenHonour) -> object:
    """By which an honour is known as one: those who share one award are one honour in the figures."""
    partners = honour.facts.shared_with
    if not partners:
        return (honour.source.path, honour.row)
    return (honour.source.path, honour.award, frozenset({honour.laureate, *partners}))


def reason_left_out(registry: Registry, honour: GivenHonour, known: dict[int, str | None]) -> str | None:
    """Why figures leave an honour out; `known` keeps what was found about its file."""
    return _source_excluded(registry, honour, known) or _standing_excluded(registry, honour)


def _source_excluded(registry: Registry, honour: GivenHonour, known: dict[int, str | None]) -> str | None:
    """Why the file an honour comes from is not counted; worked out once per file."""
    record: Part = honour.source.record
    key = id(record)
    if key not in known:
        state = visibility(record, registry.day)
        if state is Visibility.PUBLIC:
            counted = appearance(record, registry.day, registry.site).counted
            known[key] = None if counted else ILLUSTRATIVE
        else:
            known[key] = state.label if state is Visibility.WITHDRAWN else UNSEEN
    return known[key]


def _standing_excluded(registry: Registry, honour: GivenHonour) -> str | None:
    state = honour.standing(registry.day)
    return state.label if state else None
