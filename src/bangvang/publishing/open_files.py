"""Files of a site that are made for programs: open data, feeds, calendars; what is kept of them between builds."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from bangvang.exports.feeds import Entry
from bangvang.exports.open_data import Kept, open_data
from bangvang.exports.open_data.gathering import Person, Unit
from bangvang.exports.open_data.tables import Row
from bangvang.exports.subscriptions import subscriptions
from bangvang.pages.answers import Answers
from bangvang.pages.changes import Publication
from bangvang.pages.page import OPEN_DATA
from bangvang.publishing.contents import is_feed
from bangvang.publishing.frame import Frame
from bangvang.publishing.vanished import binding_ledger
from bangvang.publishing.written import NEWS, written_day, written_entry
from bangvang.whole_file import replacing

FILE = Path(".cache/bangvang/open-data")
_SEAL = 16


def open_files(
    root: Path, answers: Answers, log: Sequence[Publication], frame: Frame, engine: str
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each. `engine` names the code that makes them."""
    owed = [address[1:] for address in binding_ledger(root, answers.registry) if is_feed(address[1:])]
    yield from subscriptions(answers, news(frame), owed)
    kept, before = recall(root)
    for path, data in open_data(answers, log, kept, engine).files.items():
        yield OPEN_DATA + path, data
    remember(root, kept, before)


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


def recall(root: Path) -> tuple[Kept, bytes]:
    """What was made the last time, and by what it is known; damage costs time, never a wrong file."""
    try:
        whole = (root / FILE).read_bytes()
        seal, data = whole[:_SEAL], whole[_SEAL:]
        if seal != _sealed(data):
            return Kept(), b""
        shared, people, units, fixed = marshal.loads(data)
        return Kept(
            shared,
            {id: Person(*one) for id, one in people.items()},
            {
                key: Unit(digest, Row(*row), tuple([Row(*one) for one in honours]), *sets)
                for key, (digest, row, honours, *sets) in units.items()
            },
            fixed,
        ), seal
    except (OSError, ValueError, TypeError, EOFError):
        return Kept(), b""


def remember(root: Path, kept: Kept, before: bytes) -> None:
    """Keep it, unless it is what is kept already; a folder that cannot be written is no error."""
    people = {id: tuple(one) for id, one in kept.people.items()}
    units = {
        key: (unit.digest, tuple(unit.row), tuple([tuple(one) for one in unit.honours]), *unit[3:])
        for key, unit in kept.units.items()
    }
    data = marshal.dumps((kept.shared, people, units, kept.fixed))
    seal = _sealed(data)
    if seal != before:
        with suppress(OSError), replacing(root / FILE) as stream:
            stream.writelines((seal, data))


def _sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()
