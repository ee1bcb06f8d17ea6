"""Drafts: records that cannot be saved yet, kept outside data/ rather than lost."""

from __future__ import annotations

import datetime
import json
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from bangvang.clock import HO_CHI_MINH
from bangvang.office.edits import Data
from bangvang.office.workroom import WORKROOM, folder_in
from bangvang.whole_file import insist, replacing_durably

_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as it was typed."""

    name: str
    kind: str
    id: str
    """Empty for a record that is not yet in data/."""
    title: str
    when: str
    seen: str
    """The state of the record that it was typed over; empty for a new one."""
    tree: Data
    problems: tuple[str, ...]
    """Why it could not be saved, a sentence each."""


class Drafts:
    """The drafts of one project."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, draft: Draft) -> Draft:
        """Write it down, over the last one of the same name or of the same record."""
        name = draft.name or (f"{draft.kind}-{draft.id}" if draft.id else f"{draft.kind}-moi-{secrets.token_hex(3)}")
        when = datetime.datetime.now(HO_CHI_MINH).isoformat(timespec="seconds")
        kept = Draft(name, draft.kind, draft.id, draft.title, when, draft.seen, draft.tree, draft.problems)
        with replacing_durably(folder_in(self._root, "drafts") / f"{name}.json") as stream:
            stream.write(json.dumps(asdict(kept), ensure_ascii=False).encode())
        return kept

    def all(self) -> list[Draft]:
        """The latest first."""
        try:
            names = os.listdir(self._place)
        except OSError:
            return []
        found = [self.open(name.removesuffix(".json")) for name in names if name.endswith(".json")]
        return sorted((draft for draft in found if draft), key=lambda draft: (draft.when, draft.name), reverse=True)

    def open(self, name: str) -> Draft | None:
        """One draft; None if there is no such one, or it is damaged."""
        if not _NAME.fullmatch(name):
            return None
        try:
            kept = json.loads((self._place / f"{name}.json").read_bytes())
            return Draft(**(kept | {"problems": tuple(kept["problems"])}))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def drop(self, name: str) -> None:
        """It is no longer needed."""
        if _NAME.fullmatch(name):
            with suppress(OSError):
                (self._place / f"{name}.json").unlink()

    def forget(self, tells: Callable[[Draft | None, bytes], bool]) -> int:
        """Drop every draft whose text tells of somebody, None for what is no draft; how many those were."""
        dropped = 0
        for path in sorted(self._place.iterdir()) if self._place.is_dir() else ():
            if tells(self.open(path.stem), path.read_bytes()):
                insist(path.unlink)
                dropped += 1
        return dropped

    def of(self, kind: str, id: str) -> Draft | None:
        """The draft of a record."""
        return self.open(f"{kind}-{id}")

    @property
    def _place(self) -> Path:
        return self._root / WORKROOM / "drafts"
