"""Finding a record as somebody types, without accents: by names, numbers, titles and ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from bangvang.loading import Loaded
from bangvang.office.edits import Data
from bangvang.office.validity import has_ended, validity_in_words
from bangvang.records import KINDS, Part
from bangvang.registry import Laureate, Registry
from bangvang.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that may be meant."""

    kind: str
    id: str
    title: str
    where: str
    """What tells records of one title apart: unit, number, years."""
    has_file: bool = True
    """False for people who stand in lists only: they can be referred to, not opened."""
    has_ended: bool = False
    """Whether it is no more: what still is comes before it."""

    @property
    def called(self) -> str:
        """Title and what tells it apart, as a form shows it."""
        return ", ".join(filter(None, (self.title, self.where)))


@dataclass(frozen=True, slots=True)
class _Entry:
    hit: Hit
    title: str
    text: str


class _Made(NamedTuple):
    upon: list[object]
    """What the entry was made of."""
    entry: _Entry


class Finder:
    """All records of a registry, ready to be searched; what an earlier finder knew of unchanged ones is used again."""

    def __init__(self, registry: Registry, earlier: Finder | None = None) -> None:
        known = earlier._made if earlier else {}
        self._made: dict[tuple[str, str], _Made] = {}
        for kind, id, upon, make in _all(registry):
            made = known.get((kind, id))
            self._made[kind, id] = made if made is not None and made.upon == upon else _Made(upon, make())
        self._entries = [made.entry for made in self._made.values()]

    def find(self, typed: str, kinds: Collection[str] = (), limit: int = 20) -> list[Hit]:
        """Every word typed stands in the record, perhaps begun only; the likeliest first."""
        wanted = fold(typed).split()
        if not wanted:
            return []
        whole = " ".join(wanted)
        found = [
            (self._rank(entry, wanted, whole), entry.hit.has_ended, entry.title, entry.hit.id, entry.hit)
            for entry in self._entries
            if (not kinds or entry.hit.kind in kinds) and all(word in entry.text for word in wanted)
        ]
        found.sort(key=lambda one: one[:4])
        return [hit for *_, hit in found[:limit]]

    def meant(self, typed: str, kinds: Collection[str]) -> list[Hit]:
        """The records of just this id, title or name; where there are none, those that hold every word, whole:
        “Xã An” is not “Xã Anh Sơn”, and nobody may look who would see it.
        """
        whole = " ".join(fold(typed).split())
        among = [entry for entry in self._entries if entry.hit.kind in kinds]
        exactly = [entry.hit for entry in among if typed == entry.hit.id] or [
            entry.hit for entry in among if whole and whole in (entry.title, fold(entry.hit.called))
        ]
        words = [f" {word} " for word in whole.split()]
        return exactly or [entry.hit for entry in among if words and all(word in entry.text for word in words)]

    def listed(self, kinds: Collection[str] = ()) -> list[Hit]:
        """All of some kinds in alphabetical order."""
        return [hit for hit in self._in_order if not kinds or hit.kind in kinds]

    @cached_property
    def _in_order(self) -> list[Hit]:
        """Sorted when a list is first looked at: a page of it is fifty of thousands."""
        return [entry.hit for entry in sorted(self._entries, key=lambda entry: (entry.title, entry.hit.id))]

    def hit(self, kinds: Iterable[str], id: str) -> Hit | None:
        """The record of this id."""
        return next((made.entry.hit for kind in kinds if (made := self._made.get((kind, id)))), None)

    def bearing(self, id: str) -> Hit | None:
        """The one record that bears an id, of whatever kind; None also where there are several."""
        found = [made.entry.hit for kind in KINDS if (made := self._made.get((kind, id)))]
        return found[0] if len(found) == 1 else None

    @staticmethod
    def _rank(entry: _Entry, wanted: list[str], whole: str) -> int:
        if entry.title == whole or entry.hit.id == whole.replace(" ", "-"):
            return 0
        if entry.title.startswith(whole):
            return 1
        if f" {whole}" in f" {entry.title}":
            return 2
        begun = all(f" {word}" in entry.text for word in wanted)
        return 3 if begun else 4


def title_of(kind: str, id: str, record: Part | None) -> str:
    """What a record is called."""
    for key in ("name", "title", "short", "from_"):
        if named := getattr(record, key, None):
            return str(named)
    return "Trang" if kind == "site" else f"{KINDS[kind].label} {id}"


def title_in(kind: str, id: str, tree: Data) -> str:
    """What a record is called by its data, which need not be right."""
    for key in ("name", "title", "short", "from"):
        if isinstance(tree, dict) and isinstance(tree.get(key), str) and tree[key]:
            return str(tree[key])
    return title_of(kind, id, None)


def _all(registry: Registry) -> Iterator[tuple[str, str, list[object], Callable[[], _Entry]]]:
    for laureate in registry.laureates.values():
        made_of: list[object] = [laureate.profile, laureate.told]
        for honour in laureate.honours:
            made_of += (honour.source, honour.facts, honour.public)
        yield "honouree", laureate.id, made_of, partial(_of_laureate, laureate)
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            if kind != "honouree" or id not in registry.laureates:
                yield kind, id, [loaded], partial(_of_record, loaded)


def _of_laureate(laureate: Laureate) -> _Entry:
    where = ", ".join(filter(None, (laureate.subject.role, laureate.unit or laureate.subject.place_text)))
    return _entry(Hit("honouree", laureate.id, laureate.name, where, laureate.profile is not None), laureate.names[1:])


def _of_record(loaded: Loaded) -> _Entry:
    record = loaded.record
    title = title_of(loaded.kind, loaded.id, record)
    validity = validity_in_words(record)
    where = _number(record) if validity is None else validity
    hit = Hit(loaded.kind, loaded.id, title, where, has_ended=has_ended(record))
    return _entry(hit, (*map(str, getattr(record, "aliases", ())), _number(record)))


def _entry(hit: Hit, more: tuple[str, ...]) -> _Entry:
    title = fold(hit.title)
    words = " ".join(fold(text) for text in (hit.where, hit.id, *more) if text)
    return _Entry(hit, title, f" {title} {words} ")


def _number(record: Part) -> str:
    return str(getattr(record, "number_reading", None) or getattr(record, "number", None) or "")
