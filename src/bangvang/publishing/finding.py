"""The search index among the files of the site, and which of its entries a change of the records reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from bangvang.pages.answers import Answers, Key, short_digest
from bangvang.pages.reading import Reading
from bangvang.publishing.frame import Frame
from bangvang.publishing.kept_index import Changed, keep_index
from bangvang.publishing.memory import Batch, Memory, Noted, places_of
from bangvang.publishing.rendering import seen_through
from bangvang.publishing.written import written_entry
from bangvang.search import FOLDER, Entry, Index, Words
from bangvang.search.entries import Subject, abbreviations, entry_of, labels, parents, subjects

Put = Callable[[str, bytes], str]
"""Stages a file of the site unless it stands there already, and gives its digest."""
_WRITTEN = "written"


class Catalogue(NamedTuple):
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

    def words(self) -> Words:
        """What the index tells beside its entries."""
        reading = Reading(self.answers)
        return Words(abbreviations(reading), labels(reading), parents(reading))


class MadeIndex(NamedTuple):
    """An index that was made or changed, its files staged."""

    files: Mapping[str, str]
    """Digests by path in the site, of those that stand as they did too."""
    kept: str
    """By which the next build knows what is kept of it."""


class Differences(NamedTuple):
    """What has changed since an index was made."""

    batch: Batch
    """What the entries that were made again looked at."""
    come: tuple[Entry, ...]
    """New ones, and those that say something else."""
    gone: tuple[str, ...]
    """Addresses."""
    standing: Mapping[str, Noted]
    """What is known of the subjects that are still there."""
    words: Words
    """What the index is to tell beside its entries."""


def make_index(catalogue: Catalogue, root: Path, put: Put) -> tuple[Batch, MadeIndex, str]:
    """Make the whole index; with what its entries looked at, and a digest of the words."""
    noting = _Noting(catalogue)
    entries = [entry for subject in catalogue.subjects() if (entry := noting.entry(subject)) is not None]
    words, batch = catalogue.words(), noting.batch()
    catalogue.answers.forget()
    index = Index.of(entries)
    files = index.write(words, lambda path, data: put(FOLDER + path, data)).written
    made = {FOLDER + path: digest for path, digest in files.items()}
    name = _name_of(batch, words)
    keep_index(root, index, name)
    return batch, MadeIndex(made, name), words_digest(words)


def differences(catalogue: Catalogue, old: Memory, changed: set[int]) -> Differences:
    """What is another in the index, given the places of keys behind which something has changed."""
    noting = _Noting(catalogue)
    come, gone = [], []
    here = set()
    for subject in catalogue.subjects():
        name = _name(subject)
        here.add(name)
        noted = old.entries.get(name)
        if noted is not None and subject.builder != _WRITTEN and changed.isdisjoint(noted.keys):
            continue
        entry = noting.entry(subject)
        if entry is not None and (noted is None or _digest(entry) != noted.digest):
            come.append(entry)
        if noted is not None and noted.url and (entry is None or entry.url != noted.url):
            gone.append(noted.url)
    gone += [noted.url for name, noted in old.entries.items() if noted.url and name not in here]
    standing = {name: noted for name, noted in old.entries.items() if name in here}
    return Differences(noting.batch(), tuple(come), tuple(gone), standing, catalogue.words())


def put_changed(changed: Changed, old: Memory, put: Put) -> MadeIndex:
    """Stage what was written anew."""
    standing = {FOLDER + path: old.files[FOLDER + path] for path in changed.standing}
    written = {FOLDER + path: put(FOLDER + path, data) for path, data in changed.written.items()}
    return MadeIndex(standing | written, changed.kept)


class _Noting:
    """Makes entries, and notes what each looked at."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._places: dict[Key, int] = {}
        self._noted: dict[str, Noted] = {}

    def entry(self, subject: Subject) -> Entry | None:
        """The entry of a subject."""
        reading = Reading(self._catalogue.answers)
        entry = self._catalogue.entry(reading, subject)
        keys = places_of([self._places.setdefault(key, len(self._places)) for key in reading.keys])
        self._noted[_name(subject)] = Noted(keys, _digest(entry), entry.url if entry is not None else "")
        return entry

    def batch(self) -> Batch:
        """All that was noted."""
        return seen_through(self._catalogue.answers, self._places, noted=self._noted)


def _name_of(batch: Batch, words: Words) -> str:
    """Of an index made of these entries."""
    digest = blake2b(repr(words).encode(), digest_size=8)
    for subject, noted in batch.entries.items():
        digest.update(f"\n{subject} {noted.digest}".encode())
    return digest.hexdigest()


def words_digest(words: Words) -> str:
    """By which the next build knows whether the index is still to tell the same."""
    return short_digest(repr(words))


def _name(subject: Subject) -> str:
    return f"{subject.builder} {subject.id}"


def _digest(entry: Entry | None) -> str:
    return short_digest(repr(entry)) if entry is not None else ""
