"""Finding a record as somebody types, without accents: by names, numbers, titles and ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bangvang.records import KINDS, Agency, Part, Place, Recipient
from bangvang.registry import Laureate, Registry
from bangvang.vietnamese import fold, short_day


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

    @property
    def called(self) -> str:
        """Title and what tells it apart, as a form shows it."""
        return ", ".join(filter(None, (self.title, self.where)))


@dataclass(frozen=True, slots=True)
class _Entry:
    hit: Hit
    title: str
    text: str


class Finder:
    """All records of a registry, ready to be searched."""

    def __init__(self, registry: Registry) -> None:
        self._entries = [_entry(hit, more) for hit, more in _all(registry)]
        self._by_id = {(entry.hit.kind, entry.hit.id): entry.hit for entry in self._entries}

    def find(self, typed: str, kinds: Collection[str] = (), limit: int = 20) -> list[Hit]:
        """Every word typed stands in the record, perhaps begun only; the likeliest first."""
        wanted = fold(typed).split()
        if not wanted:
            return []
        whole = " ".join(wanted)
        found = [
            (self._rank(entry, wanted, whole), entry.title, entry.hit.id, entry.hit)
            for entry in self._entries
            if (not kinds or entry.hit.kind in kinds) and all(word in entry.text for word in wanted)
        ]
        found.sort(key=lambda one: one[:3])
        return [hit for *_, hit in found[:limit]]

    def meant(self, typed: str, kinds: Collection[str]) -> list[Hit]:
        """The records of just this id, title or name; where there are none, those that hold every word."""
        whole = " ".join(fold(typed).split())
        among = [entry for entry in self._entries if entry.hit.kind in kinds]
        exactly = [entry.hit for entry in among if typed == entry.hit.id] or [
            entry.hit for entry in among if whole and whole in (entry.title, _folded(entry.hit.called))
        ]
        return exactly or self.find(typed, kinds)

    def listed(self, kinds: Collection[str] = ()) -> list[Hit]:
        """All of some kinds in alphabetical order."""
        found = [entry for entry in self._entries if not kinds or entry.hit.kind in kinds]
        return [entry.hit for entry in sorted(found, key=lambda entry: (entry.title, entry.hit.id))]

    def hit(self, kinds: Iterable[str], id: str) -> Hit | None:
        """The record of this id."""
        return next((self._by_id[kind, id] for kind in kinds if (kind, id) in self._by_id), None)

    @staticmethod
    def _rank(entry: _Entry, wanted: list[str], whole: str) -> int:
        if entry.title == whole or entry.hit.id == whole.replace(" ", "-"):
            return 0
        begun = all(f" {word}" in entry.text for word in wanted)
        if f" {whole}" in f" {entry.title}":
            return 1
        return 2 if begun else 3


def title_of(kind: str, id: str, record: Part | None) -> str:
    """What a record is called."""
    for key in ("name", "title", "short", "from_"):
        if named := getattr(record, key, None):
            return str(named)
    return "Trang" if kind == "site" else f"{KINDS[kind].label} {id}"


def _entry(hit: Hit, more: tuple[str, ...]) -> _Entry:
    title = _folded(hit.title)
    words = " ".join(_folded(text) for text in (hit.where, hit.id, *more) if text)
    return _Entry(hit, title, f" {title} {words} ")


def _all(registry: Registry) -> Iterator[tuple[Hit, tuple[str, ...]]]:
    for laureate in registry.laureates.values():
        has_file = laureate.profile is not None
        yield Hit("honouree", laureate.id, _name(laureate), _where_of(laureate), has_file), laureate.names[1:]
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            if kind == "honouree" and id in registry.laureates:
                continue
            record = loaded.record
            more = tuple(str(name) for key in ("aliases", "names") for name in getattr(record, key, ()))
            yield Hit(kind, id, title_of(kind, id, record), _where(record)), (*more, _number(record))


def _name(laureate: Laureate) -> str:
    return laureate.name


def _where_of(laureate: Laureate) -> str:
    subject = laureate.subject
    role = subject.role or ""
    return ", ".join(filter(None, (role, laureate.unit or subject.place_text or "")))


def _where(record: Part) -> str:
    if isinstance(record, Place | Agency):
        if record.to:
            return f"đến {short_day(record.to.year, record.to.month, record.to.day)}"
        return f"từ {short_day(record.from_.year, record.from_.month, record.from_.day)}" if record.from_ else ""
    return _number(record)


def _number(record: Part) -> str:
    if isinstance(record, Recipient):
        return ""
    return str(getattr(record, "number_reading", None) or getattr(record, "number", None) or "")


@lru_cache(maxsize=131072)
def _folded(text: str) -> str:
    return fold(text)
