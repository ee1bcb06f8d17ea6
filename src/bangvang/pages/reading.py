"""The registry as one page reads it: every look is noted, so that the page is made anew when what it saw changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from bangvang.pages.answers import Answers, Key
from bangvang.pages.page import Link
from bangvang.records import KINDS, Part
from bangvang.records.kinds import kind_name
from bangvang.registry import Appearance, Laureate, PageForm, appearance

P = ParamSpec("P")
R = TypeVar("R", bound=Part)
T = TypeVar("T")

_VIEWS: dict[str, Callable[..., object]] = {}
_NAME_FIELDS = ("name", "title", "long")
H = ParamSpec("H")


def view(function: Callable[Concatenate[Reading, H], T]) -> Callable[Concatenate[Reading, H], T]:
    """A piece that many pages show: made once; a page that shows it depends on all that the piece looked at."""
    name = f"={function.__name__}"
    _VIEWS[name] = cast("Callable[..., object]", function)

    @wraps(function)
    def seen(reading: Reading, /, *arguments: H.args, **nothing: H.kwargs) -> T:
        key: Key = (name, *arguments)  # type: ignore[arg-type]
        reading.keys.add(key)
        answers = reading.answers
        found = answers.views.get(key, answers)
        if found is answers:
            found = look_at(answers, key)
        return found  # type: ignore[return-value]

    return cast("Callable[Concatenate[Reading, H], T]", seen)


def look_at(answers: Answers, key: Key) -> object:
    """Make the shared piece of a key; what it looked at is noted."""
    reading = Reading(answers)
    piece = _VIEWS[str(key[0])](reading, *key[1:])
    answers.take_view(key, piece, tuple(reading.keys))  # a set takes ten times the room
    return piece


class Reading:
    """What one page looked at."""

    __slots__ = ("answers", "day", "keys", "site")

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.day = answers.day
        self.site = answers.site
        self.keys: set[Key] = set()

    def find(self, model: type[R], id: str | None) -> R | None:
        """A record, whatever its state."""
        if id is None:
            return None
        self.keys.add((kind_name(model), id))
        return self.answers.registry.find(model, id)

    def part(self, kind: str, id: str) -> Part | None:
        """A record of a kind named in words, whatever its state."""
        self.keys.add((kind, id))
        loaded = self.answers.registry.loaded(kind, id)
        return loaded.record if loaded else None

    def laureate(self, id: str) -> Laureate | None:
        """One who was honoured, whatever the state."""
        laureate = self.answers.registry.laureate(id)
        self.keys.add(("laureate", laureate.id if laureate else id))
        return laureate

    def note(self, laureate: Laureate) -> Laureate:
        """Take in a laureate that an answer named."""
        self.keys.add(("laureate", laureate.id))
        return laureate

    def appearance(self, laureate: Laureate) -> Appearance:
        """Where a laureate may show."""
        return self.answers.appearance(self.note(laureate))

    def ask(self, function: Callable[Concatenate[Answers, P], T], *arguments: P.args, **nothing: P.kwargs) -> T:
        """The answer to a question about many records."""
        self.keys.add(cast("Key", (f"?{function.__name__}", *arguments)))
        return self.answers.ask(function, *arguments, **nothing)

    def link(self, kind: str, id: str | None) -> Link | None:
        """A record by name, with its address; None where the public may not see it."""
        if id is None:
            return None
        self.keys.add((kind, id))
        links = self.answers.links
        if (kind, id) not in links:
            links[kind, id] = self._link(kind, id)
        return links[kind, id]

    def _link(self, kind: str, id: str) -> Link | None:
        record = self.part(kind, id)
        if record is None or appearance(record, self.day, self.site).page is not PageForm.FULL:
            return None
        return Link(name_of(record), f"{KINDS[kind].url}/{id}/")

    def links(self, kind: str, ids: tuple[str, ...] | list[str]) -> tuple[Link, ...]:
        """Those of the records that the public may see."""
        return tuple(link for id in ids if (link := self.link(kind, id)))

    def person(self, id: str) -> Link | None:
        """A laureate by name, with the address where there is a page."""
        laureate = self.laureate(id)
        if laureate is None:
            return None
        shown = self.appearance(laureate).page
        if shown in (PageForm.FULL, PageForm.SHORT):
            return Link(laureate.name, f"guong/{laureate.id}/")
        return None


def name_of(record: Part) -> str:
    """What a record is called."""
    for field in _NAME_FIELDS:
        name = getattr(record, field, None)
        if name:
            return str(name)
    return ""
