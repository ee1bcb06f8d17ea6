"""The memory of the last build: what each page was made from, so that the next build makes only what changed.

A memory that is missing, damaged or of another engine, day or setting is no memory: then everything is made.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeAlias

from bangvang.pages.answers import GONE, Key, is_question, is_view
from bangvang.pages.page import Target
from bangvang.sealed import keep, kept

FILE = Path(".cache/bangvang/build")


def file_digest(data: bytes) -> str:
    """By which the bytes of a file are known again, and which is published; processors have this one built in."""
    return sha256(data).hexdigest()


Places: TypeAlias = "array[int]"
"""Numbers of keys: a tuple of them takes eight times as long to be kept."""


def places_of(numbers: Iterable[int]) -> Places:
    """As pages and entries have them."""
    return array("I", numbers)


class MadePage(NamedTuple):
    """One page as it was made."""

    keys: Places
    """Places in the memory's list of keys."""
    digest: str
    """Of its bytes."""
    updated: str
    listed: bool
    indexed: bool
    title: str
    builder: str
    arguments: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()
    """The files that come with it: paths, and digests of their bytes."""


class Noted(NamedTuple):
    """What search knows of one subject."""

    keys: Places
    digest: str
    """Of the entry; empty where there is none."""
    url: str


@dataclass
class Memory:
    """All pages and other files of one build."""

    recipe: str = ""
    """What everything depends on: engine, frame, day, settings."""
    site: str = ""
    """How the site folder looked when the build was done."""
    keys: list[Key] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    views: dict[int, list[int]] = field(default_factory=dict)
    """What shared pieces looked at: places in the list of keys."""
    pages: dict[str, MadePage] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """Every other file, with a digest of its bytes."""
    entries: dict[str, Noted] = field(default_factory=dict)
    """Entries of the search index by subject."""
    made: int = 0
    """So many pages were made in this build."""
    index: str = ""
    """By which the kept index is known."""
    words: str = ""
    """A digest of the words that the search index has beside its entries."""
    world: str = ""
    """By which it is known that every question has the answer that it had."""

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key: place for place, key in enumerate(self.keys)}

    def add(self, batch: Batch) -> None:
        """Take in what a worker made, whose keys have places of their own."""
        self.made += len(batch.pages)
        places = self._places
        moved = []
        for key, digest in zip(batch.keys, batch.digests, strict=True):
            place = places.get(key)
            if place is None:
                place = places[key] = len(self.keys)
                self.keys.append(key)
                self.digests.append(digest)
            else:
                self.digests[place] = digest
            moved.append(place)
        if moved == [*range(len(moved))]:  # as of the first, which is half of all
            self.views |= batch.views
            self.pages |= batch.pages
            self.entries |= batch.entries
            return
        for view, seen in batch.views.items():
            self.views[moved[view]] = [moved[place] for place in seen]
        for url, made in batch.pages.items():
            self.pages[url] = made._replace(keys=places_of(map(moved.__getitem__, made.keys)))
        for subject, noted in batch.entries.items():
            self.entries[subject] = noted._replace(keys=places_of(map(moved.__getitem__, noted.keys)))

    def targets(self) -> list[Target]:
        """All pages, as whoever builds them knows them."""
        return [Target(url, made.builder, made.arguments) for url, made in self.pages.items()]

    def beside(self) -> dict[str, str]:
        """The files that come with pages, with digests of their bytes."""
        return {path: digest for made in self.pages.values() for path, digest in made.beside}

    def standing(self) -> dict[str, str]:
        """The digests of all files of the site by path."""
        return {f"{url}index.html": made.digest for url, made in self.pages.items()} | self.files

    def changed(self, digest: Callable[[Key], str], world: str) -> set[int]:
        """The places of keys behind which there is something else by now.

        In the world of the last build no question needs to be asked. A shared piece is looked at again only if
        something that it saw has changed: it may well look the same.
        """
        same_world = world == self.world
        found = {
            place
            for place, (key, known) in enumerate(zip(self.keys, self.digests, strict=True))
            if not is_view(key) and not (same_world and is_question(key)) and digest(key) != known
        }
        same: set[int] = set()

        @cache
        def is_gone(place: int) -> bool:
            """Of a shared piece: whether anything it saw is gone, so that it may not bear being looked at."""
            key = self.keys[place]
            if is_view(key):
                return any(map(is_gone, self.views[place]))
            return (digest(key) if place in found else self.digests[place]) == GONE

        def is_other(place: int) -> bool:
            if place in self.views and place not in found and place not in same:
                others = any(map(is_other, self.views[place]))
                other = others and (is_gone(place) or digest(self.keys[place]) != self.digests[place])
                (found if other else same).add(place)
            return place in found

        for place in self.views:
            is_other(place)
        return found


_KEPT = tuple(one.name for one in fields(Memory) if one.name != "made")


@dataclass
class Batch:
    """What one worker made."""

    keys: list[Key]
    digests: list[str]
    views: dict[int, list[int]]
    pages: dict[str, MadePage] = field(default_factory=dict)
    entries: dict[str, Noted] = field(default_factory=dict)


def recall(root: Path) -> Memory | None:
    """The memory of the last build."""
    known = kept(root / FILE)
    try:
        return Memory(
            **known
            | {
                "pages": {url: MadePage(array("I", row[0]), *row[1:]) for url, row in known["pages"].items()},
                "entries": {subject: Noted(array("I", row[0]), *row[1:]) for subject, row in known["entries"].items()},
            }
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def forget(root: Path) -> None:
    """Before the site changes: whoever dies in between leaves no memory that is wrong."""
    with suppress(FileNotFoundError):
        (root / FILE).unlink()


def remember(root: Path, memory: Memory) -> None:
    """Keep the memory, whole or not at all; a folder that cannot be written is no error."""
    values = {name: getattr(memory, name) for name in _KEPT}
    values["pages"] = {url: (made.keys.tobytes(), *made[1:]) for url, made in memory.pages.items()}
    values["entries"] = {subject: (noted.keys.tobytes(), *noted[1:]) for subject, noted in memory.entries.items()}
    keep(root / FILE, values)


def look_of(site: Path) -> str:
    """Enough of a site folder to see that it is still the one that was built."""
    try:
        status = site.stat()
        return f"{status.st_ino} {status.st_mtime_ns} {sorted(os.listdir(site))}"
    except OSError:
        return ""


def parse_day(text: str) -> date | None:
    """A day as the memory writes it."""
    return date.fromisoformat(text) if text else None
