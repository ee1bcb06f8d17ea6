"""What the office did: every save keeps what stood there before, so that any of them can be taken back.

Who did it is not known and not asked for. The change is noted before the file is written, so a process that dies in
between leaves a note of something that never happened: `settle` strikes it out. Old changes go when there are too many.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from bangvang.clock import HO_CHI_MINH
from bangvang.office.workroom import folder_in
from bangvang.whole_file import insist, replacing_durably

MOST_CHANGES = 2_000
MOST_BYTES = 200_000_000
_MOST_WORDS = 12


class Deed(StrEnum):
    """What was done to a record."""

    CREATED = "created"
    EDITED = "edited"
    WITHDRAWN = "withdrawn"
    DELETED = "deleted"
    UNDONE = "undone"


DEEDS = {
    Deed.CREATED: "Tạo mới",
    Deed.EDITED: "Sửa",
    Deed.WITHDRAWN: "Rút",
    Deed.DELETED: "Xóa",
    Deed.UNDONE: "Hoàn tác ở",
}
"""What each is called in a list."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What is about to be done, and to what."""

    deed: Deed
    kind: str
    id: str
    title: str
    path: str
    words: tuple[str, ...] = ()
    """What changes, a sentence each."""
    moved_from: str = ""
    """Where the file was, if it is in another folder now."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, and when."""

    number: int
    when: str
    doing: Doing
    before: str | None
    """The name of the content that the file had; None where there was no file."""
    after: str | None

    @property
    def told(self) -> str:
        """In a few words."""
        return f"{DEEDS[self.doing.deed]} “{self.doing.title}”"


def content_name(data: bytes | None) -> str | None:
    """What a content is called in the history; nothing for no file."""
    return None if data is None else hashlib.blake2b(data, digest_size=16).hexdigest()


class History:
    """The changes of one project, in a folder beside its data."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def note(self, doing: Doing, before: bytes | None, after: bytes | None) -> Change:
        """Keep what stands there now, and say what is about to be done."""
        folder = self._folder()
        if before is not None:
            self._keep(folder, before)
        number = max(self._numbers(), default=0) + 1
        when = datetime.datetime.now(HO_CHI_MINH).isoformat(timespec="seconds")
        doing = replace(doing, words=doing.words[:_MOST_WORDS])
        change = Change(number, when, doing, content_name(before), content_name(after))
        with replacing_durably(folder / f"{number:08}.json") as stream:
            stream.write(json.dumps(asdict(change), ensure_ascii=False).encode())
        return change

    def strike(self, change: Change) -> None:
        """It did not come to that."""
        with suppress(OSError):
            (self._place / f"{change.number:08}.json").unlink()

    def settle(self, content_of: Callable[[str], bytes | None]) -> None:
        """After a process died: a last change that never reached its file is struck out, a file that moved is one."""
        last = next(self.changes(), None)
        if last is None or last.before == last.after:
            return
        now = content_name(content_of(last.doing.path))
        source = last.doing.moved_from
        if now == (None if source else last.before):
            self.strike(last)
        elif source and now == last.after and content_name(content_of(source)) == last.before:
            (self._root / source).unlink()

    def changes(self) -> Iterator[Change]:
        """The latest first; a damaged note is passed over."""
        for number in sorted(self._numbers(), reverse=True):
            change = self.change(number)
            if change is not None:
                yield change

    def change(self, number: int) -> Change | None:
        """One change."""
        try:
            kept = json.loads((self._place / f"{number:08}.json").read_bytes())
            doing = kept.pop("doing")
            words = tuple(map(str, doing.pop("words")))
            return Change(**kept, doing=Doing(Deed(doing.pop("deed")), **doing, words=words))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def before(self, change: Change) -> bytes | None:
        """What the file held before the change; raises `OSError` where that is no longer known."""
        if change.before is None:
            return None
        try:
            data = zlib.decompress((self._place / f"{change.before}.was").read_bytes())
        except zlib.error:
            data = b""
        if content_name(data) != change.before:
            raise OSError(f"{change.before} is damaged")
        return data

    def prune(self) -> None:
        """Keep the history within its bounds."""
        changes = list(self.changes())
        size = 0
        kept = []
        for change in changes[:MOST_CHANGES]:
            with suppress(OSError):
                size += (self._place / f"{change.before}.was").stat().st_size
            if size > MOST_BYTES:
                break
            kept.append(change)
        for change in changes[len(kept) :]:
            self.strike(change)
        wanted = {f"{change.before}.was" for change in kept}
        for name in self._names():
            if name.endswith(".was") and name not in wanted:
                with suppress(OSError):
                    (self._place / name).unlink()

    def forget(self, tells: Callable[[Change, bytes], bool]) -> int:
        """Strike out every change that tells of somebody, with what stood there; how many those were.

        What no note speaks of, or cannot be read any more, goes as well: nobody can say what it tells.
        """
        struck = 0
        for number in self._numbers():
            change = self.change(number)
            if change is None or self._tells(change, tells):
                with suppress(FileNotFoundError):
                    insist((self._place / f"{number:08}.json").unlink)
                struck += 1
        wanted = {f"{change.before}.was" for change in self.changes()}
        for name in self._names():
            if name.endswith((".was", ".new")) and name not in wanted:
                insist((self._place / name).unlink)
        return struck

    def _tells(self, change: Change, tells: Callable[[Change, bytes], bool]) -> bool:
        try:
            return tells(change, self.before(change) or b"")
        except OSError:
            return True

    @property
    def _place(self) -> Path:
        return self._root / ".bangvang/history"

    def _folder(self) -> Path:
        return folder_in(self._root, "history")

    def _keep(self, folder: Path, data: bytes) -> None:
        path = folder / f"{content_name(data)}.was"
        if not path.exists():
            with replacing_durably(path) as stream:
                stream.write(zlib.compress(data))

    def _numbers(self) -> list[int]:
        return [int(name[:-5]) for name in self._names() if name.endswith(".json") and name[:-5].isdigit()]

    def _names(self) -> list[str]:
        try:
            return os.listdir(self._place)
        except OSError:
            return []
