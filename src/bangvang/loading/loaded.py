"""A record with the file it came from; it is read when somebody looks at it for the first time."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter

from bangvang.loading.outline import Outline, outline_of, outline_of_entry
from bangvang.loading.parsed import Parsed
from bangvang.loading.tree import RecordFile
from bangvang.records import Kind, Loc, Part, Removed, Status

_HINT_OF_REMOVAL = b'"status":"removed"'
_NOTHING_NOTED: set[str] = set()


class Loaded:
    """One record, with the file and the place in the file that it came from."""

    __slots__ = ("_read", "_record", "content", "facts", "id", "kind", "loc", "outline", "path")

    def __init__(
        self,
        file: RecordFile,
        outline: Outline,
        read: Callable[[], Part],
        *,
        loc: Loc = (),
        content: str = "",
        facts: str = "",
    ) -> None:
        self.kind = file.kind.name
        self.path = file.path
        self.loc = loc
        self.id = outline.id or ("site" if self.kind == "site" else file.stem)
        self.outline = outline
        self.content = content
        """Equal content, equal record."""
        self.facts = facts
        """Equal facts, equal record but for the wording of what it tells."""
        self._read: Callable[[], Part] | None = read
        self._record: Part | None = None

    @property
    def record(self) -> Part:
        """The record itself."""
        if self._record is None:
            read = self._read
            made = read() if read is not None else None
            # Two threads that look at once have to get the same one: nothing may come between the next two lines.
            if self._record is None:
                self._record, self._read = made, None
        assert self._record is not None
        return self._record

    def read(self) -> None:
        """Read the record now rather than when somebody looks at it."""
        assert self.record is not None

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id} in {self.path}>"


class _Content:
    """What a file holds, validated when somebody asks."""

    def __init__(self, kind: Kind, tree: bytes) -> None:
        self._kind = kind
        self._tree = tree
        self._value: Any = None

    def whole(self) -> Any:
        """The record, or all entries of a list; raises pydantic's ValidationError."""
        if self._value is None:
            self._value = _adapter(self._kind, not self._kind.is_list and _is_removed(self._tree)).validate_json(
                self._tree
            )
            self._tree = b""
            _lighten(self._value)
        return self._value

    def entry(self, place: int) -> Part:
        """One entry of a list."""
        entry: Part = self.whole()[place]
        return entry

    def outlines(self) -> tuple[Outline, ...]:
        """Of the record, or of each entry."""
        if not self._kind.is_list:
            return (outline_of(self.whole()),)
        trees = json.loads(self._tree)
        return tuple([outline_of_entry(entry, place, trees[place]) for place, entry in enumerate(self.whole())])


def load_file(file: RecordFile, key: str, found: Parsed) -> list[Loaded]:
    """The records of a file; raises pydantic's ValidationError, unless it is known that they are good."""
    content = _Content(file.kind, found.tree)
    outlines = found.outlines if found.good_as == file.kind.name else content.outlines()
    if not file.kind.is_list:
        return [Loaded(file, outlines[0], content.whole, content=key, facts=found.facts)]
    return [
        Loaded(file, one, partial(content.entry, place), loc=(place,), content=one.content, facts=found.facts)
        for place, one in enumerate(outlines)
    ]


def load_entry(file: RecordFile, place: int, tree: Any) -> Loaded:
    """One good entry of a list that holds bad ones."""
    record = file.kind.model.model_validate(tree)
    return Loaded(file, outline_of_entry(record, place, tree), lambda: record, loc=(place,))


def _lighten(value: Any) -> None:
    """Of each model pydantic notes which fields were given, in a set that nobody asks for and that takes much room."""
    for record in value if isinstance(value, tuple) else (value,):
        for part in (record, *getattr(record, "recipients", ())):
            object.__setattr__(part, "__pydantic_fields_set__", _NOTHING_NOTED)


def _is_removed(tree: bytes) -> bool:
    """Of the file itself: a row of it may be removed too."""
    if _HINT_OF_REMOVAL not in tree:
        return False
    value = json.loads(tree)
    return isinstance(value, dict) and value.get("status") == Status.REMOVED


@cache
def _adapter(kind: Kind, removed: bool) -> TypeAdapter[Any]:
    if removed:
        return TypeAdapter(Removed)
    return TypeAdapter(tuple[kind.model, ...] if kind.is_list else kind.model)  # type: ignore[name-defined]
