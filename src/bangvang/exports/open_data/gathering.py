"""Every record that may leave, made into rows; what has not changed since the last time is not made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from bangvang.exports.open_data.contents import Content, Leaving, laureate_content, names_told, record_content
from bangvang.exports.open_data.honours import as_mapping, honour_rows
from bangvang.exports.open_data.tables import Row, written
from bangvang.pages.answers import Answers
from bangvang.pages.reading import name_of
from bangvang.records import OPEN_KINDS, Consultation, Decision, Kind
from bangvang.records.columns import Column, Names, cells_of, flat_columns
from bangvang.registry import (
    HeldNames,
    Laureate,
    appearance,
    as_spoken,
    candidates_held_back,
    names_held_back,
    runs,
    without_capitals,
)

PEOPLE = "honouree"
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Unit(NamedTuple):
    """What one record comes to, before names are held back from its texts."""

    digest: str
    line: str
    cells: tuple[str | int | None, ...]
    honours: tuple[tuple[str, tuple[str | int | None, ...]], ...]
    """Lines and cells of the honours of a laureate."""
    runs: tuple[str, ...]
    """Whatever in its texts may be a name."""
    let: frozenset[str]
    """What it leads to because that may leave."""
    kept_back: frozenset[str]
    """What it does not lead to because that may not."""
    own: frozenset[str]
    """Names of those whom it is about and who may be named: they stay, though somebody else bear them too."""


class Person(NamedTuple):
    """Whether one laureate may leave, and the names that decide about texts."""

    digest: str
    leaves: bool
    names: frozenset[str]
    """As texts are searched for them."""
    plain: frozenset[str]
    """Those that no capital letters show."""


Units = dict[str, Unit]


@dataclass
class Kept:
    """What was made the last time, good as long as the same is true of all that several records share."""

    shared: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    load: Callable[[str], Units] = lambda kind: {}
    """The units of a kind."""
    save: Callable[[str, Units], None] = lambda kind, units: None


class Rows(NamedTuple):
    """The rows of a kind's table, those of its honours, and which records have a file of their own."""

    rows: list[Row]
    honours: list[Row]
    single: Mapping[str, str]
    """Line by id."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns of a kind's table."""
    head = [Column("record_id", "string", "Mã", "Mã không đổi của hồ sơ.", "Id", ("record_id",))]
    tail = []
    if kind.url:
        tail.append(Column("url", "string", "Địa chỉ", "Trang của hồ sơ trên trang này.", "Web address", ("url",)))
    if kind.name == PEOPLE:
        help = "Mã các quyết định có tên."
        tail.append(Column("decisions", "string", "Quyết định", help, "Decisions", ("decisions",), many=True))
    if kind.name == "decision":
        help = "Số dòng không xuất hàng loạt: người còn sống chưa được phép, hoặc đã gỡ tên."
        tail.append(Column("recipients_withheld", "integer", "Số dòng để trống", help, "Rows withheld", ("withheld",)))
    return (*head, *flat_columns(kind.model), *tail)


class Gathering:
    """All that may leave on a day. `engine` names the engine and all settings that a row depends on."""

    def __init__(self, answers: Answers, kept: Kept, engine: str) -> None:
        self.answers = answers
        self.engine = engine
        self.address = answers.site.address if answers.site else ""
        self._kept = kept
        names = _names(answers)
        shared = _shared(answers, names, engine)
        if kept.shared != shared:
            kept.shared, kept.people = shared, {}
        kept.people = {id: _person(answers, one, kept.people.get(id)) for id, one in answers.registry.laureates.items()}
        self.people = [id for id, person in kept.people.items() if person.leaves]
        self.leaving = frozenset([*self.people, *_records(answers)])
        self.held = _held(answers, kept)
        self.names: Names = {key: self.held.taken_out_of(name) for key, name in names.items()}
        # A name that a cell gives may be one to hold back by now, though neither record has changed.
        self._units_of = short(repr((shared, sorted(self.names.items()))))
        self._common = short(repr((shared, sorted(self.leaving), sorted(self.held.names), sorted(self.held.plain))))

    @cached_property
    def left_out(self) -> int:
        """How many people and other records could not leave."""
        registry = self.answers.registry
        others = sum(len(registry.by_kind[kind.name]) for kind in OPEN_KINDS if kind.name != PEOPLE)
        return len(registry.laureates) + others - len(self.leaving)

    def ids(self, kind: Kind) -> list[str]:
        """Of the records of a kind that may leave, in order."""
        if kind.name == PEOPLE:
            return sorted(self.people)
        return sorted(id for id in self.answers.registry.by_kind[kind.name] if f"{kind.name}/{id}" in self.leaving)

    def key(self, kind: Kind) -> str:
        """Equal keys, equal rows."""
        return short(repr((self._common, [(id, self._digest(kind, id)) for id in self.ids(kind)])))

    def rows(self, kind: Kind) -> Rows:
        """The rows of a kind."""
        units = self._units(kind)
        rows, honours, single = [], [], {}
        laureates = self.answers.registry.laureates
        for id, unit in units.items():
            found = self.held.found_in(unit.runs, unit.line) - unit.own
            row = _clean(Row(unit.line, unit.cells), self.held, found)
            rows.append(row)
            honours += [_clean(Row(*one), self.held, found) for one in unit.honours]
            if kind.is_folder and (kind.name != PEOPLE or laureates[id].shown is not None):
                single[id] = row.line
        return Rows(rows, honours, single)

    def _units(self, kind: Kind) -> Units:
        known = self._kept.load(f"{kind.name} {self._units_of}")
        make = _Maker(self, kind)
        units, same = {}, True
        for id in self.ids(kind):
            digest = self._digest(kind, id)
            unit = known.get(id)
            if unit is None or unit.digest != digest or not _holds(unit, self.leaving):
                unit, same = make.unit(id, digest), False
            units[id] = unit
        if not same or len(units) != len(known):
            self._kept.save(f"{kind.name} {self._units_of}", units)
        return units

    def _digest(self, kind: Kind, id: str) -> str:
        """Of what the record alone says; entries of a list are covered by what all records share."""
        if kind.name == PEOPLE:
            return self._kept.people[id].digest
        if kind.is_list:
            return ""
        registry = self.answers.registry
        loaded = registry.by_kind[kind.name][id]
        if kind.name != "consultation" or not isinstance(loaded.record, Consultation):
            return loaded.content
        known = [one.id for one in loaded.record.candidates if one.id and registry.laureate(one.id) is not None]
        return f"{loaded.content} {known}"


class _Maker:
    """Makes the units of one kind."""

    def __init__(self, gathering: Gathering, kind: Kind) -> None:
        self._all = gathering
        self._kind = kind
        self._cells = cells_of(columns_of(kind), gathering.names)

    def unit(self, id: str, digest: str) -> Unit:
        """What a record comes to."""
        kind, answers = self._kind, self._all.answers
        leaving = Leaving(answers, self._all.leaving)
        honours: list[tuple[str, tuple[str | int | None, ...]]] = []
        if kind.name == PEOPLE:
            laureate = answers.registry.laureates[id]
            content = laureate_content(leaving, laureate)
            given = honour_rows(leaving, laureate, self._all.address, self._all.names)
            honours += [(_compact(as_mapping(row)), written(row)) for row in given]
        else:
            content = record_content(leaving, kind.name, id, answers.registry.by_kind[kind.name][id].record)
        if kind.url:
            content["url"] = f"{self._all.address}{kind.url}/{id}/"
        line = _compact(content)
        return Unit(
            digest,
            line,
            written(self._cells(_counted(content))),
            tuple(honours),
            tuple(runs("\n".join((line, *[one for one, _ in honours])))),
            frozenset([name for name, leaves in leaving.asked.items() if leaves]),
            frozenset([name for name, leaves in leaving.asked.items() if not leaves]),
            as_spoken(names_told(content)),
        )


def short(text: str) -> str:
    """A digest of a text."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _counted(content: Content) -> Mapping[str, Any]:
    if "recipients" not in content:
        return content
    return content | {"withheld": sum("withheld" in row for row in content["recipients"])}


def _holds(unit: Unit, leaving: frozenset[str]) -> bool:
    """Whether all that it leads to may still leave, and nothing more."""
    return unit.let <= leaving and unit.kept_back.isdisjoint(leaving)


def _records(answers: Answers) -> Iterator[str]:
    """Every record but people that may leave, as `Leaving` names them."""
    for kind in OPEN_KINDS:
        if kind.name != PEOPLE:
            for id, loaded in answers.registry.by_kind[kind.name].items():
                if appearance(loaded.record, answers.day, answers.site).in_bulk:
                    yield f"{kind.name}/{id}"


def _person(answers: Answers, laureate: Laureate, known: Person | None) -> Person:
    digest = answers.digest(("laureate", laureate.id))
    if known is not None and known.digest == digest:
        return known
    leaves = answers.appearance(laureate).in_bulk
    names = laureate.names if leaves else names_held_back(laureate)
    return Person(digest, leaves, as_spoken(names), frozenset() if leaves else without_capitals(names))


def _held(answers: Answers, kept: Kept) -> HeldNames:
    """Names that no text may hold, whoever else bears them: a text does not say whom it means."""
    people = kept.people.values()
    proposed = tuple(candidates_held_back(answers.registry))
    held = as_spoken(proposed).union(*[person.names for person in people if not person.leaves])
    plain = without_capitals(proposed).union(*[person.plain for person in people if person.plain])
    return HeldNames(held, plain)


def _clean(row: Row, held: HeldNames, names: Collection[str]) -> Row:
    if not names:
        return row
    cells = tuple([held.redacted(one, names) if isinstance(one, str) else one for one in row.cells])
    return Row(held.redacted(row.line, names), cells)


def _names(answers: Answers) -> dict[tuple[str, str], str]:
    """What records are called that others may name in a cell."""
    registry = answers.registry
    return {
        (kind.name, id): name_of(loaded.record)
        for kind in OPEN_KINDS
        if kind.name not in (PEOPLE, "decision")
        for id, loaded in registry.by_kind[kind.name].items()
        if appearance(loaded.record, answers.day, answers.site).in_bulk
    }


def _shared(answers: Answers, names: Names, engine: str) -> str:
    """A digest of all that rows of different records depend on."""
    registry = answers.registry
    lists = {loaded.content for kind in OPEN_KINDS if kind.is_list for loaded in registry.by_kind[kind.name].values()}
    decisions = [
        loaded.content
        for loaded in registry.by_kind["decision"].values()
        if isinstance(loaded.record, Decision) and loaded.record.corrects
    ]
    site = registry.loaded("site", "site")
    removed = sorted(id for id in registry.by_kind[PEOPLE] if registry.was_removed(id))
    told = (sorted(lists), sorted(names.items()), decisions, removed, sorted(registry.merged_ids.items()))
    parts = (engine, answers.day, site.content if site else "", *told)
    return short(repr(parts))
