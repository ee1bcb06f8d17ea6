"""The search index among the files of the site, and which of its entries a change of the records reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bangvang.pages.answers import Answers, Key
from bangvang.pages.reading import Reading
from bangvang.publishing.frame import Frame
from bangvang.publishing.memory import Batch, Memory, Noted, file_digest
from bangvang.publishing.rendering import seen_through
from bangvang.publishing.staging import put_file, writing
from bangvang.publishing.written import written_entry
from bangvang.search import FOLDER, Entry, index_files
from bangvang.search.entries import Subject, abbreviations, entry_of, labels, subjects

_WRITTEN = "written"


@dataclass(frozen=True)
class Catalogue:
    """All that can be found, as the records and the hand-written pages tell it."""

    answers: Answers
    frame: Frame

    def subjects(self) -> Iterator[Subject]:
        """Everything that may have an entry."""
        yield from subjects(self.answers)
        yield from (Subject(_WRITTEN, path) for path in sorted(self.frame.files()) if path.endswith(".html"))

    def entry(self, reading: Reading, subject: Subject) -> Entry | None:
        """The entry of a subject, if the public may find it."""
        if subject.builder == _WRITTEN:
            return written_entry(subject.id, (self.frame.site / subject.id).read_text(encoding="utf-8"))
        return entry_of(reading, subject)

    def index(self, entries: list[Entry]) -> dict[str, bytes]:
        """The files of the index by path in the site."""
        reading = Reading(self.answers)
        files = index_files(entries, abbreviations(reading), labels(reading))
        return {FOLDER + path: data for path, data in files.items()}

    def words(self) -> str:
        """A digest of what the index tells beside its entries."""
        reading = Reading(self.answers)
        return _short(f"{sorted(abbreviations(reading).items())}{labels(reading)}")


@dataclass(frozen=True)
class Index:
    """An index that was made and staged."""

    batch: Batch
    files: Mapping[str, str]
    words: str


def make_index(catalogue: Catalogue, stage: Path, site: Path, standing: Mapping[str, str]) -> Index:
    """Make the whole index, and stage those of its files that do not stand in the site already."""
    places: dict[Key, int] = {}
    noted: dict[str, Noted] = {}
    entries = []
    for subject in catalogue.subjects():
        reading = Reading(catalogue.answers)
        entry = catalogue.entry(reading, subject)
        keys = tuple([places.setdefault(key, len(places)) for key in reading.keys])
        noted[_name(subject)] = Noted(keys, _digest(entry))
        if entry is not None:
            entries.append(entry)
    files = {}
    with writing(site):
        for path, data in catalogue.index(entries).items():
            files[path] = file_digest(data)
            if standing.get(path) != files[path]:
                put_file(stage, path, data)
    return Index(seen_through(catalogue.answers, places, noted=noted), files, catalogue.words())


def still_holds(catalogue: Catalogue, old: Memory, changed: set[int]) -> Batch | None:
    """What the entries of the last index looked at, if every one of them still says the same; otherwise None."""
    if catalogue.words() != old.words:
        return None
    places: dict[Key, int] = {}
    again: dict[str, Noted] = {}
    names = set()
    for subject in catalogue.subjects():
        name = _name(subject)
        names.add(name)
        noted = old.entries.get(name)
        if noted is not None and subject.builder != _WRITTEN and changed.isdisjoint(noted.keys):
            continue
        reading = Reading(catalogue.answers)
        digest = _digest(catalogue.entry(reading, subject))
        if digest != (noted.digest if noted else ""):
            return None
        again[name] = Noted(tuple([places.setdefault(key, len(places)) for key in reading.keys]), digest)
    if any(noted.digest for name, noted in old.entries.items() if name not in names):
        return None
    return seen_through(catalogue.answers, places, noted=again)


def _name(subject: Subject) -> str:
    return f"{subject.builder} {subject.id}"


def _digest(entry: Entry | None) -> str:
    return _short(repr(entry)) if entry is not None else ""


def _short(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
