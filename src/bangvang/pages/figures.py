"""What is counted for the whole site, a campaign, a year or a place; who stands on its list is who is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.membership import CAMPAIGN, PLACE, YEAR, listed, place_lines
from bangvang.pages.places import place_chain
from bangvang.pages.provinces import PROVINCES
from bangvang.records import SubjectKind
from bangvang.registry.census import DIRECT, OTHER, Counted, census, each_once

SITE = "site"
FEWEST = 5
"""Fewer honours are told in a sentence; a page of charts would say less with more."""
_ON_MAP = frozenset(id for province in PROVINCES for id in province.ids)
_INDIVIDUAL = SubjectKind.INDIVIDUAL.value
_KINDS = tuple(kind.value for kind in SubjectKind)
_WHO_KNOWS = ("",)
_Census = dict[tuple[str, str], list[Counted]]


def on_the_map(places: Numbers) -> bool:
    """Whether so many provinces are told apart that a map says something."""
    return len(_ON_MAP & places.known.keys()) > 1


class Numbers(NamedTuple):
    """Counts by heading; what is not known is counted under the empty heading."""

    headings: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def known(self) -> dict[str, int]:
        """By heading."""
        return {heading: count for heading, count in zip(self.headings, self.counts, strict=True) if heading}

    @property
    def unknown(self) -> int:
        """So many without a heading."""
        return dict(zip(self.headings, self.counts, strict=True)).get("", 0)

    @property
    def by_size(self) -> list[tuple[str, int]]:
        """The known ones, most first."""
        return sorted(self.known.items(), key=lambda entry: (-entry[1], entry[0]))


class Figures(NamedTuple):
    """Every count. Awards are counted once each, however many share them; laureates as often as they received."""

    counted: int
    excluded: Numbers
    years: Numbers
    months: Numbers
    """Of a year; otherwise none."""
    kinds: Numbers
    awards: Numbers
    levels: Numbers
    fields: Numbers
    places: Numbers
    groups: Numbers
    """Groups of occupations, of individuals."""
    sexes: Numbers
    areas: Numbers
    """Honours by class of area, of which a place may have several; under the empty heading those of unknown place."""
    in_areas: int
    """Honours of places that were in any class of area."""
    direct: tuple[int, int, int]
    """Those who do direct labour, those of whom it is known whether they do, those of whom it is not."""
    kinds_by_award: tuple[tuple[str, tuple[int, ...]], ...]
    kinds_by_year: tuple[tuple[str, Numbers], ...]
    """Only of all together."""
    held: Numbers
    """How many laureates received so many times."""
    top: tuple[int, int]
    """A tenth of the laureates, those who received most; and how often they did."""

    @property
    def people(self) -> int:
        """So many laureates."""
        return sum(self.held.counts)

    @property
    def receipts(self) -> int:
        """How often laureates received; an award shared by two was received twice."""
        return sum(int(times) * people for times, people in self.held.known.items())

    @property
    def again(self) -> int:
        """So many received more than once."""
        return sum(people for times, people in self.held.known.items() if int(times) > 1)


@question
def figures(answers: Answers, dimension: str, key: str) -> Figures:
    """Everything that is counted for one list, or with SITE for all."""
    entries = _census(answers).get((dimension, key), [])
    left_out = each_once(entry for entry in entries if entry.excluded)
    valid = [entry for entry in entries if not entry.excluded] if left_out else entries
    once = each_once(valid)
    alone = [entry for entry in once if entry.kind == _INDIVIDUAL]
    work = Counter([entry.work for entry in alone])
    columns: dict[str, tuple[str, ...]] = dict(zip(Counted._fields, zip(*once, strict=True), strict=False))

    placed = [entry for entry in once if entry.areas != ()]

    def column(name: str) -> tuple[str, ...]:
        return columns.get(name, ())

    held = Counter(Counter([entry.laureate for entry in valid]).values())
    return Figures(
        len(once),
        _numbers(entry.excluded for entry in left_out),
        _numbers(column("year")),
        _numbers([entry.month for entry in once if dimension == YEAR]),
        _numbers(column("kind")),
        _numbers(column("award")),
        _numbers(column("level")),
        _numbers(column("field")),
        _places(answers, dimension, key, column("place")),
        _numbers([entry.group for entry in alone]),
        _numbers([entry.sex for entry in alone]),
        _numbers([area for entry in placed for area in (_WHO_KNOWS if entry.areas is None else entry.areas)]),
        len([entry for entry in placed if entry.areas]),
        (work[DIRECT], work[DIRECT] + work[OTHER], work[""]),
        _kinds_by_award(column("award"), column("kind")),
        _kinds_by_year(once) if dimension == SITE else (),
        Numbers(tuple(str(times) for times in sorted(held)), tuple(held[times] for times in sorted(held))),
        _top(held),
    )


@question
def told_apart(answers: Answers, dimension: str) -> tuple[str, ...]:
    """The lists of a dimension with so many honours that their figures have a page.

    A place that is no more has none: the page of the place that it became tells it apart.
    """
    return tuple(
        sorted(
            key
            for (other, key), entries in _census(answers).items()
            if other == dimension
            and sum(not entry.excluded for entry in entries) >= FEWEST
            and not (dimension == PLACE and answers.registry.place_successors(key))
        )
    )


@question
def is_told_apart(answers: Answers, dimension: str, key: str) -> bool:
    """Whether the figures of a list have a page."""
    return key in answers.ask(told_apart, dimension)


def province_of(answers: Answers, place: str) -> str:
    """The province of today that a place lies in, or what else lies highest; empty where no place is known."""
    line = answers.ask(place_lines, place) if place else ()
    return next((node for node in line if node in _ON_MAP), line[-1] if line else "")


def _census(answers: Answers) -> _Census:
    """Every honour by the lists that it belongs to."""
    known = answers.memory.get("census")
    if known is None:
        known = answers.memory["census"] = _sorted_in(answers)
    return cast("_Census", known)


def _sorted_in(answers: Answers) -> _Census:
    found: _Census = defaultdict(list)
    for entry in census(answers.registry, frozenset(answers.ask(listed))):
        found[SITE, ""].append(entry)
        found[YEAR, entry.year].append(entry)
        if entry.campaign:
            found[CAMPAIGN, entry.campaign].append(entry)
        if entry.place:
            for place in answers.ask(place_lines, entry.place):
                found[PLACE, place].append(entry)
    found.pop((YEAR, ""), None)
    return found


def _numbers(headings: Iterable[str]) -> Numbers:
    found = sorted(Counter(headings).items())
    return Numbers(tuple(heading for heading, _ in found), tuple(count for _, count in found))


def _places(answers: Answers, dimension: str, key: str, places: Sequence[str]) -> Numbers:
    """By province, or in one province by what lies directly below it, as of a place; of a campaign as told."""
    counts = Counter(places)
    if dimension == PLACE:
        return _regrouped(counts, lambda place: _below(answers, key, place))
    if dimension == CAMPAIGN:
        return _regrouped(counts, lambda place: place)
    provinces = _regrouped(counts, lambda place: province_of(answers, place))
    if len(provinces.known) == 1:
        (only,) = provinces.known
        return _regrouped(counts, lambda place: _below(answers, only, place))
    return provinces


def _regrouped(counts: Mapping[str, int], heading: Callable[[str], str]) -> Numbers:
    """Counts under other headings; what is not known stays unknown."""
    found: Counter[str] = Counter()
    for place, count in counts.items():
        found[heading(place) if place else ""] += count
    headings = sorted(found)
    return Numbers(tuple(headings), tuple(found[name] for name in headings))


def _below(answers: Answers, above: str, place: str) -> str:
    """The part of a place that another lies in; the other itself where it only became part of it."""
    if place == above:
        return ""
    line = answers.ask(place_chain, place)
    return line[line.index(above) - 1] if above in line else place


def _kinds_by_award(given: Sequence[str], kinds: Sequence[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """For every kind of award, how many went to each kind of honouree."""
    counts = Counter(zip(given, kinds, strict=True))
    totals = Counter(given)
    awards = sorted(totals, key=lambda award: (not award, -totals[award], award))
    return tuple((award, tuple(counts[award, kind] for kind in _KINDS)) for award in awards)


def _kinds_by_year(once: Sequence[Counted]) -> tuple[tuple[str, Numbers], ...]:
    """For every kind of honouree, how many honours each year brought."""
    found: dict[str, list[str]] = {}
    for entry in once:
        if entry.year:
            found.setdefault(entry.kind, []).append(entry.year)
    return tuple((kind, _numbers(found[kind])) for kind in _KINDS if kind in found)


def _top(held: Counter[int]) -> tuple[int, int]:
    """The tenth that received most, rounded up, and how often they did."""
    people = -(-sum(held.values()) // 10)
    left, receipts = people, 0
    for times in sorted(held, reverse=True):
        taken = min(left, held[times])
        receipts += taken * times
        left -= taken
    return people, receipts
