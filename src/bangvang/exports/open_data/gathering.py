"""Every record that may leave, made into rows; what has not changed since the last time is not made again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from bangvang.exports.open_data.contents import Content, Leaving, laureate_content, record_content
from bangvang.exports.open_data.honours import as_mapping, honour_rows
from bangvang.exports.open_data.tables import Row, written
from bangvang.pages.answers import Answers
from bangvang.pages.reading import name_of
from bangvang.records import OPEN_KINDS, Decision, Kind
from bangvang.records.columns import Cell, Column, cell, flat_columns
from bangvang.registry import (
    Laureate,
    appearance,
    as_spoken,
    mentions,
    names_held_back,
    redacted,
    signers,
    without_capitals,
)

_PEOPLE = "honouree"
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Names = Mapping[tuple[str, str], str]


class Unit(NamedTuple):
    """What one record comes to, before names are held back from its texts."""

    digest: str
    row: Row
    honours: tuple[Row, ...]
    mentions: frozenset[str]
    let: frozenset[str]
    """What it leads to because that may leave."""
    kept_back: frozenset[str]
    """What it does not lead to because that may not."""


class Person(NamedTuple):
    """Whether one laureate may leave, and the names that decide about texts."""

    digest: str
    leaves: bool
    names: frozenset[str]
    """As texts are searched for them."""
    plain: frozenset[str]
    """Those that no capital letters show."""


@dataclass
class Kept:
    """What was made the last time, good as long as the same is true of all that several records share."""

    shared: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)
    fixed: dict[str, bytes] = field(default_factory=dict)
    """Files that depend on nothing but the engine."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows by table, and which records have a file of their own."""

    rows: Mapping[str, list[Row]]
    honours: list[Row]
    single: Mapping[str, Mapping[str, str]]
    """By kind and id the JSON of records that are files of data/."""
    left_out: int


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns of a kind's table."""
    head = [Column("record_id", "string", "Mã", "Mã không đổi của hồ sơ.", "Id", ("record_id",))]
    tail = []
    if kind.url:
        tail.append(Column("url", "string", "Địa chỉ", "Trang của hồ sơ trên trang này.", "Web address", ("url",)))
    if kind.name == _PEOPLE:
        tail.append(
            Column(
                "decisions", "string", "Quyết định", "Mã các quyết định có tên.", "Decisions", ("decisions",), many=True
            )
        )
    if kind.name == "decision":
        help = "Số dòng không xuất hàng loạt: người còn sống chưa được phép, hoặc đã gỡ tên."
        tail.append(Column("recipients_withheld", "integer", "Số dòng để trống", help, "Rows withheld", ("withheld",)))
    return (*head, *flat_columns(kind.model), *tail)


def gather(answers: Answers, kept: Kept, engine: str) -> Gathered:
    """All rows; `kept` is brought up to date. `engine` names the engine and all settings that a row depends on."""
    names = _names(answers)
    shared = _shared(answers, names, engine)
    if kept.shared != shared:
        kept.shared = shared
        kept.people, kept.units, kept.fixed = {}, {}, {}
    kept.people = {id: _person(answers, one, kept) for id, one in answers.registry.laureates.items()}
    leaving = _leaving(answers, kept)
    kept.units = dict(_units(answers, kept, leaving, names))
    held_back = _held_back(answers, kept)
    plain = frozenset[str]().union(*[person.plain for person in kept.people.values()])
    rows: dict[str, list[Row]] = {kind.name: [] for kind in OPEN_KINDS}
    single: dict[str, dict[str, str]] = {kind.name: {} for kind in OPEN_KINDS if kind.is_folder}
    honours: list[Row] = []
    for (kind, id), unit in sorted(kept.units.items()):
        found = unit.mentions & held_back
        row = _clean(unit.row, found, plain)
        rows[kind].append(row)
        honours += [_clean(one, found, plain) for one in unit.honours]
        if kind in single and (kind != _PEOPLE or answers.registry.laureates[id].shown is not None):
            single[kind][id] = row.line
    everything = len(kept.people) + sum(
        len(answers.registry.by_kind[kind.name]) for kind in OPEN_KINDS if kind.name != _PEOPLE
    )
    return Gathered(rows, honours, single, everything - len(kept.units))


def _leaving(answers: Answers, kept: Kept) -> frozenset[str]:
    """Everybody and everything that may leave, as `Leaving` names them."""
    people = [id for id, person in kept.people.items() if person.leaves]
    records = [
        f"{kind.name}/{id}"
        for kind in OPEN_KINDS
        if kind.name != _PEOPLE
        for id, loaded in answers.registry.by_kind[kind.name].items()
        if appearance(loaded.record, answers.day, answers.site).in_bulk
    ]
    return frozenset(people + records)


def _units(
    answers: Answers, kept: Kept, leaving: frozenset[str], names: Names
) -> Iterator[tuple[tuple[str, str], Unit]]:
    for kind in OPEN_KINDS:
        columns = columns_of(kind)
        people = kind.name == _PEOPLE
        ids = [id for id, one in kept.people.items() if one.leaves] if people else answers.registry.by_kind[kind.name]
        for id in ids:
            key = (kind.name, id)
            digest = _digest(answers, kept, kind, id)
            known = kept.units.get(key)
            if known is not None and known.digest == digest and _holds(known, leaving):
                yield key, known
            elif (made := _unit(Leaving(answers, leaving), kind, id, columns, names)) is not None:
                yield key, made._replace(digest=digest)


def _holds(unit: Unit, leaving: frozenset[str]) -> bool:
    """Whether all that it leads to may still leave, and nothing more."""
    return unit.let <= leaving and unit.kept_back.isdisjoint(leaving)


def _digest(answers: Answers, kept: Kept, kind: Kind, id: str) -> str:
    """Of what the record alone says; entries of a list are covered by what all records share."""
    if kind.name == _PEOPLE:
        return kept.people[id].digest
    return "" if kind.is_list else answers.registry.by_kind[kind.name][id].content


def _unit(leaving: Leaving, kind: Kind, id: str, columns: tuple[Column, ...], names: Names) -> Unit | None:
    answers = leaving.answers
    address = answers.site.address if answers.site else ""
    honours: tuple[Row, ...] = ()
    if kind.name == _PEOPLE:
        laureate = answers.registry.laureates[id]
        content: Content | None = laureate_content(leaving, laureate)
        honours = tuple(Row(_compact(as_mapping(row)), written(row)) for row in honour_rows(leaving, laureate, address))
    else:
        content = record_content(leaving, kind.name, id, answers.registry.by_kind[kind.name][id].record)
    if content is None:
        return None
    if kind.url:
        content["url"] = f"{address}{kind.url}/{id}/"
    line = _compact(content)
    row = Row(line, written(_cells(columns, content, names)))
    texts = (line, *(text for one in (row, *honours) for text in one.cells if isinstance(text, str)))
    asked = leaving.asked
    return Unit(
        "",
        row,
        honours,
        mentions("\n".join(texts)),
        frozenset([id for id, leaves in asked.items() if leaves]),
        frozenset([id for id, leaves in asked.items() if not leaves]),
    )


def _cells(columns: tuple[Column, ...], content: Content, names: Names) -> Iterator[Cell]:
    told: dict[str, Any] = content
    if "recipients" in content:
        told = content | {"withheld": sum("withheld" in row for row in content["recipients"])}
    return (cell(column, told, names) for column in columns)


def _person(answers: Answers, laureate: Laureate, kept: Kept) -> Person:
    digest = answers.digest(("laureate", laureate.id))
    known = kept.people.get(laureate.id)
    if known is not None and known.digest == digest:
        return known
    leaves = answers.appearance(laureate).in_bulk
    names = laureate.names if leaves else names_held_back(laureate)
    return Person(digest, leaves, as_spoken(names), frozenset() if leaves else without_capitals(names))


def _held_back(answers: Answers, kept: Kept) -> frozenset[str]:
    """Names that no text may hold; not those that somebody else bears who may be named."""
    held: set[str] = set().union(*[person.names for person in kept.people.values() if not person.leaves])
    free = set().union(*[person.names for person in kept.people.values() if person.leaves])
    return frozenset(held - free - as_spoken(signers(answers.registry)))


def _clean(row: Row, names: frozenset[str], plain: frozenset[str]) -> Row:
    if plain:
        text = row.line.casefold()
        names |= {name for name in plain if name in text}
    if not names:
        return row
    cells = tuple([redacted(one, names) if isinstance(one, str) else one for one in row.cells])
    return Row(redacted(row.line, names), cells)


def _names(answers: Answers) -> dict[tuple[str, str], str]:
    """What records are called that others may name in a cell."""
    registry = answers.registry
    return {
        (kind.name, id): name_of(loaded.record)
        for kind in OPEN_KINDS
        if kind.name not in (_PEOPLE, "decision")
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
    parts = (engine, answers.day, site.content if site else "", sorted(lists), sorted(names.items()), decisions)
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()
