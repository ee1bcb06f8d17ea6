"""Who is to be removed: every id and every name that the project knows them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.records import Consultation, Decision, Honouree, Recipient, Subject
from bangvang.registry import Registry, is_private
from bangvang.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Person:
    """One person, collective, household or locality."""

    id: str
    ids: tuple[str, ...]
    """With those that were found to be the same."""
    names: tuple[str, ...]
    photos: tuple[str, ...] = ()
    """Pictures that no other record shows."""
    shared_photos: tuple[str, ...] = ()
    """Those that others show as well."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody else of the same name."""

    id: str
    name: str
    unit: str

    def told(self) -> str:
        """For the terminal."""
        return f"{self.id} ({self.name}{f', {self.unit}' if self.unit else ''})"


def find_person(registry: Registry, typed: str) -> Person | None:
    """Who bears the id, or bore it before two records were found to be one; None where nobody does."""
    id = registry.merged_ids.get(typed, typed)
    if id not in registry.laureates and not registry.was_removed(id):
        return None
    ids = (id, *sorted(old for old, new in registry.merged_ids.items() if new == id))
    names = tuple(dict.fromkeys(" ".join(name.split()) for name in _names(registry, frozenset(ids)) if name.strip()))
    return Person(id, ids, names, *_photos(registry, frozenset(ids)))


def bearers(registry: Registry, name: str) -> list[Namesake]:
    """Everybody of a name, accents aside."""
    wanted = fold(name)
    found = [one for one in registry.laureates.values() if wanted in map(fold, one.names)] if wanted else []
    return [Namesake(one.id, one.name, one.unit or "") for one in found]


def namesakes(registry: Registry, person: Person) -> list[Namesake]:
    """Everybody else who bears one of the person's names, letter by letter."""
    names = frozenset(person.names)
    return [
        Namesake(one.id, one.name, one.unit or "")
        for one in registry.laureates.values()
        if one.id not in person.ids and not names.isdisjoint(one.names)
    ]


def _names(registry: Registry, ids: frozenset[str]) -> Iterator[str]:
    for id in sorted(ids):
        loaded = registry.loaded("honouree", id)
        if loaded is not None and isinstance(loaded.record, Honouree):
            yield from _of_subject(loaded.record)
            yield from (other.name for other in loaded.record.names)
    for _, decision in registry.all(Decision):
        for row in decision.recipients:
            if isinstance(row, Recipient) and row.id in ids:
                yield from _of_subject(row)
        for correction in decision.corrects:
            if correction.recipient in ids and is_private(correction.field):
                yield from (name for name in (correction.now, correction.was) if name and " " in name.strip())
    for _, consultation in registry.all(Consultation):
        for candidate in consultation.candidates:
            if candidate.id in ids:
                yield from _of_subject(candidate)


def _of_subject(subject: Subject) -> Iterator[str]:
    yield subject.name
    yield from (name for name in (subject.sort_name, subject.head) if name)
    yield from subject.members


def _photos(registry: Registry, ids: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of their own, and those that other records show, too."""
    own: dict[str, None] = {}
    others = set()
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            if not loaded.outline.has_photos:
                continue
            files = [photo.file for photo in getattr(loaded.record, "photos", ())]
            if kind == "honouree" and id in ids:
                own.update(dict.fromkeys(files))
            else:
                others.update(files)
    return tuple(file for file in own if file not in others), tuple(file for file in own if file in others)
