"""Files of a site that are made for programs: open data, feeds, calendars; what is kept of them between builds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bangvang.exports.feeds import Entry
from bangvang.exports.groups import Group, Note, noted
from bangvang.exports.open_data import INDEX, Gathering, Kept, index_file, open_data_groups
from bangvang.exports.open_data.gathering import Person, Unit, Units
from bangvang.exports.subscriptions import subscription_groups
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Publication
from bangvang.pages.open_data import FileFacts
from bangvang.pages.page import OPEN_DATA
from bangvang.publishing.contents import is_feed
from bangvang.publishing.frame import Frame
from bangvang.publishing.vanished import binding_ledger
from bangvang.publishing.written import NEWS, written_day, written_entry
from bangvang.sealed import keep, kept

FOLDER = Path(".cache/bangvang/open-data")
OPEN_INDEX = OPEN_DATA + INDEX
_MAIN = "main"
Put = Callable[[str, bytes], str]
"""Stages a file of the site unless it stands there already, and gives its digest."""


class Settled(NamedTuple):
    """What stands in the site once all have been seen to."""

    digests: dict[str, str]
    """Of each file, by path."""
    listing: bytes
    """The index of the open data."""


class OpenFiles(NamedTuple):
    """All of them, for one build."""

    root: Path
    answers: Answers
    log: Sequence[Publication]
    frame: Frame
    engine: str
    """Names the code that makes them."""
    world: str
    """Stands for all facts of the records, and the log."""

    def put(self, put: Put, standing: Mapping[str, str]) -> Settled:
        """Stage what does not stand yet, given the digests of what does."""
        store = _Store(self.root)
        taken = set(self.frame.files())
        notes: dict[str, Note] = {}
        for group in self._groups(store):
            notes |= _settle(group, store, put, standing, taken)
        index = index_file(notes, self.log)
        notes[OPEN_INDEX] = noted(index)
        if OPEN_INDEX not in taken:
            put(OPEN_INDEX, index)
        store.close()
        return Settled({path: note.sha256 for path, note in notes.items() if path not in taken}, index)

    def _groups(self, store: _Store) -> Iterator[Group]:
        gathering = Gathering(self.answers, store.kept, self.engine)
        yield from open_data_groups(gathering, self.log, self.world)
        owed = [address[1:] for address in binding_ledger(self.root, self.answers.registry) if is_feed(address[1:])]
        yield from subscription_groups(self.answers, news(self.frame), owed, store.kept.shared)


def forget_open_files(root: Path) -> None:
    """For whoever wants everything made anew."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)


def told_in(index: bytes) -> dict[str, FileFacts]:
    """What the index of the open data tells of each file, by path."""
    return {
        one["path"]: FileFacts(
            one["bytes"], one.get("rows"), date.fromisoformat(one["updated"]) if "updated" in one else None
        )
        for one in json.loads(index)["files"]
    }


def news(frame: Frame) -> list[Entry]:
    """The hand-written news, the newest first."""
    posts = [_post(frame, path) for path in frame.files() if path.startswith(NEWS) and path.endswith("/index.html")]
    return sorted([post for post in posts if post], key=lambda post: (post.published, post.url), reverse=True)


def _post(frame: Frame, path: str) -> Entry | None:
    """A piece of news as a feed tells it; none where the page bears no day."""
    html = (frame.site / path).read_text(encoding="utf-8")
    entry, day = written_entry(path, html), written_day(html)
    if entry is None or day is None:
        return None
    return Entry(entry.url, entry.title, entry.text, "tin tức", day, day)


def _settle(
    group: Group, store: _Store, put: Put, standing: Mapping[str, str], taken: Collection[str]
) -> Mapping[str, Note]:
    """See to it that the files of a group stand; what the office wrote in docs/ under their names comes first."""
    key, known = store.groups.get(group.name, ("", {}))
    if key == group.key and all(standing.get(path) == note.sha256 for path, note in known.items() if path not in taken):
        store.seen[group.name] = (key, known)
        return known
    files = group.make()
    notes = {path: noted(data) for path, data in files.items()}
    for path, data in files.items():
        if path not in taken:
            put(path, data)
    store.seen[group.name] = (group.key, notes)
    return notes


class _Store:
    """What was made the last time; damage costs time, never a wrong file, and a folder that cannot be written none."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        shared, people, groups = kept(self._folder / _MAIN) or ("", {}, {})
        self.kept = Kept(shared, {id: Person(*one) for id, one in people.items()}, self._units, self._keep_units)
        self.groups: dict[str, tuple[str, dict[str, Note]]] = {
            name: (key, {path: Note(*note) for path, note in notes.items()}) for name, (key, notes) in groups.items()
        }
        self.seen: dict[str, tuple[str, Mapping[str, Note]]] = {}
        self._before = (shared, dict(self.kept.people), dict(self.groups))

    def close(self) -> None:
        """Keep it for the next time."""
        if self._before != (self.kept.shared, self.kept.people, self.seen):
            people = {id: tuple(one) for id, one in self.kept.people.items()}
            groups = {
                name: (key, {path: tuple(note) for path, note in notes.items()})
                for name, (key, notes) in self.seen.items()
            }
            keep(self._folder / _MAIN, (self.kept.shared, people, groups))

    def _units(self, name: str) -> Units:
        kind, _, shared = name.partition(" ")
        known, units = kept(self._folder / kind) or ("", {})
        return {id: Unit(*one) for id, one in units.items()} if known == shared else {}

    def _keep_units(self, name: str, units: Units) -> None:
        kind, _, shared = name.partition(" ")
        keep(self._folder / kind, (shared, {id: tuple(unit) for id, unit in units.items()}))
