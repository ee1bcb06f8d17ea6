"""The search index kept between builds: a whole one, and what has changed since; to keep it whole takes long."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bangvang.pages.answers import short_digest
from bangvang.sealed import keep, kept
from bangvang.search import Entry, Index, Words
from bangvang.search.entry import values_of
from bangvang.whole_file import replacing

_WHOLE = Path(".cache/bangvang/index")
_SINCE = Path(".cache/bangvang/index-since")
_MOST_SINCE = 32
"""So many entries change before it is kept whole again."""
_SEAL = sha256().digest_size
"""So long is the digest at the end of what is kept."""
_NAME = 16
"""So long is the name at its beginning."""


class Change(NamedTuple):
    """What is to be done to a kept index."""

    come: tuple[Entry, ...]
    gone: tuple[str, ...]
    words: Words
    kept: str
    """By which it is known."""


class Changed(NamedTuple):
    """A kept index that was brought up to date: its files below the index's folder."""

    written: Mapping[str, bytes]
    standing: Sequence[str]
    """Those that no change since the index was kept whole has touched."""
    kept: str


class _Since(NamedTuple):
    """How the index differs from the whole one that is kept."""

    come: Mapping[str, Entry]
    gone: frozenset[str]

    def then(self, change: Change) -> _Since:
        come = {url: entry for url, entry in self.come.items() if url not in change.gone}
        come |= {entry.url: entry for entry in change.come}
        return _Since(come, self.gone.union(change.gone) - come.keys())


def take_up_index(root: Path) -> Generator[Changed | None, Change, None]:
    """Take up the kept index; what is sent brings it up to date, or gives None where it is another or none.

    The new index is kept for the next build after that has been told: to keep it whole takes as long as the rest.
    """
    whole, data = _whole(root)
    index = Index.load(data) if whole else None
    known, since = _since(root, whole if index is not None else "")
    if index is not None and (since.come or since.gone):
        index.change(since.come.values(), since.gone)
    change = yield None
    if index is None or change.kept != known:
        yield None
        return
    since = since.then(change)
    index.change(change.come, change.gone)
    files = index.files(change.words)
    name = short_digest(repr(change))
    yield Changed(files.written, files.kept, name)
    if len(since.come) + len(since.gone) > _MOST_SINCE:
        keep_index(root, index, name)
    else:
        keep(root / _SINCE, (whole, name, [values_of(entry) for entry in since.come.values()], sorted(since.gone)))


def keep_index(root: Path, index: Index, name: str) -> None:
    """Keep an index whole for the next build under a name; a folder that cannot be written is no error."""
    digest = sha256()
    with suppress(OSError), replacing(root / _WHOLE) as stream:
        for data in (name.encode(), *index.dump()):
            digest.update(data)
            stream.write(data)
        stream.write(digest.digest())
    with suppress(OSError):
        (root / _SINCE).unlink()


def forget_index(root: Path) -> None:
    """For whoever wants everything made anew."""
    for path in (_SINCE, _WHOLE):
        with suppress(OSError):
            (root / path).unlink()


def _whole(root: Path) -> tuple[str, memoryview]:
    """The name of the kept index, and the index; nothing where it is not there, or damaged."""
    try:
        found = memoryview((root / _WHOLE).read_bytes())
    except OSError:
        return "", memoryview(b"")
    data, seal = found[:-_SEAL], found[-_SEAL:]
    if seal != sha256(data).digest():
        return "", memoryview(b"")
    return data[:_NAME].tobytes().decode(), data[_NAME:]


def _since(root: Path, whole: str) -> tuple[str, _Since]:
    """By which the index is known with what has changed since it was kept whole, and that."""
    found = kept(root / _SINCE)
    if found is None or found[0] != whole:
        return whole, _Since({}, frozenset())
    _, name, come, gone = found
    return name, _Since({values[0]: Entry(*values) for values in come}, frozenset(gone))
