"""What the registry answers to pages: each question asked once a build, each answer known by a digest.

A page of the last build still holds when the digests of all that it read are what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import Enum
from functools import wraps
from hashlib import blake2b
from typing import Concatenate, ParamSpec, TypeVar

from bangvang.pages.page import Link
from bangvang.records import KINDS, Site
from bangvang.registry import Appearance, GivenHonour, Laureate, Registry

Key = tuple[str | int, ...]
"""("honouree", id) for a record, ("laureate", id), ("?question", arguments…) or ("=view", arguments…)."""


GONE = "-"
"""The digest of what is not there."""


def is_question(key: Key) -> bool:
    """Whether a key stands for a question, which anything in the records may have a part in."""
    return str(key[0])[0] == "?"


def is_view(key: Key) -> bool:
    """Whether a key stands for a shared piece, which looked at something in its turn."""
    return str(key[0])[0] == "="


P = ParamSpec("P")
T = TypeVar("T")

_TEXT = {str}
QUESTIONS: dict[str, Callable[..., object]] = {}


def question(function: Callable[Concatenate[Answers, P], T]) -> Callable[Concatenate[Answers, P], T]:
    """Mark a function of the registry that pages may ask; its arguments are texts and numbers."""
    QUESTIONS[f"?{function.__name__}"] = function
    return function


def of_laureate(function: Callable[[Answers, str], T]) -> Callable[[Answers, str], T]:
    """Mark a function of one laureate that looks at nothing beyond what the laureate's own key stands for.

    It is worked out once and needs no key of its own: whoever calls it has noted the laureate.
    """
    name = f"-{function.__name__}"

    @wraps(function)
    def remembered(answers: Answers, id: str) -> T:
        known = answers.own
        key = (name, id)
        found = known.get(key, known)
        if found is known:
            found = known[key] = function(answers, id)
        return found  # type: ignore[return-value]

    return remembered


class Answers:
    """The registry, with a memory."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.day: date = registry.day
        self.site: Site | None = registry.site
        self._answers: dict[Key, object] = {}
        self.own: dict[tuple[str, str], object] = {}
        """What functions of one laureate gave."""
        self._digests: dict[Key, str] = {}
        self._appearances: dict[str, Appearance] = {}
        self.views: dict[Key, object] = {}
        """Pieces that several pages show."""
        self.seen: dict[Key, Collection[Key]] = {}
        """What each piece looked at."""
        self.links: dict[tuple[str, str], Link | None] = {}
        self.memory: dict[str, object] = {}
        """Work shared by questions, such as the great index of who belongs where, and what was handed over."""

    def ask(self, function: Callable[Concatenate[Answers, P], T], *arguments: P.args, **nothing: P.kwargs) -> T:
        """The answer to a question, worked out at most once."""
        key: Key = (f"?{function.__name__}", *arguments)  # type: ignore[arg-type]
        found = self._answers.get(key, self)
        if found is self:
            found = self._answers[key] = function(self, *arguments, **nothing)
        return found  # type: ignore[return-value]

    def appearance(self, laureate: Laureate) -> Appearance:
        """Where a laureate may show."""
        found = self._appearances.get(laureate.id)
        if found is None:
            found = self._appearances[laureate.id] = self.registry.appearance_of(laureate)
        return found

    def world(self) -> str:
        """By which it is known that every question has the answer that it had: all facts, and what was handed over.

        To be asked before any question. Nothing that is made of many records depends on the wording of what one tells.
        """
        facts = [
            f"{kind} {id} {loaded.facts}"
            for kind, known in self.registry.by_kind.items()
            for id, loaded in known.items()
        ]
        return short_digest("\n".join((*facts, repr(self.memory))))

    def forget(self) -> None:
        """Let go of all that can be worked out again: on a large site it takes much room."""
        for known in (self._answers, self._digests, self.own, self.views, self.seen, self.links):
            known.clear()

    def take_view(self, key: Key, piece: object, seen: Collection[Key]) -> None:
        """Keep a piece, and what it looked at."""
        self.views[key] = piece
        self.seen[key] = seen

    def digest(self, key: Key) -> str:
        """What stands behind a key, in sixteen letters; equal digests, equal content."""
        found = self._digests.get(key)
        if found is None:
            found = self._digests[key] = self._work_out(key)
        return found

    def _work_out(self, key: Key) -> str:
        name = str(key[0])
        if is_view(key):
            return short_digest(repr(self.views[key])) if key in self.views else GONE
        if name == "laureate":
            laureate = self.registry.laureate(str(key[1]))
            return self._of_laureate(laureate) if laureate else GONE
        if name in KINDS:
            loaded = self.registry.by_kind[name].get(str(key[1]))
            return loaded.content if loaded else GONE
        function = QUESTIONS.get(name)
        if function is None:
            return GONE
        return short_digest(self._written(self.ask(function, *key[1:])))

    def _of_laureate(self, laureate: Laureate) -> str:
        """Whatever files it comes from are named by id and content, so nothing needs to be read again."""
        sources = dict.fromkeys([f"{one.source.id} {one.source.content}" for one in laureate.given])
        if any(one.due for one in laureate.given):
            sources |= {entry.by.content: None for honour in laureate.honours for entry in honour.amendments}
        profile = laureate.profile.content if laureate.profile else ""
        return short_digest("|".join((laureate.id, profile, *sources, *laureate.merged)))

    def _of_honour(self, honour: GivenHonour) -> str:
        """An honour is made of facts alone; whoever looks at the laureate notes that."""
        laureate = self.registry.laureate(honour.laureate)
        profile = laureate.profile.facts if laureate is not None and laureate.profile else ""
        sources = (honour.source.facts, *[entry.by.facts for entry in honour.amendments])
        return f"{honour.laureate}|{profile}|{'|'.join(sources)}#{honour.anchor}"

    def _written(self, value: object) -> str:
        if type(value) is str:
            return repr(value)
        if isinstance(value, Laureate):
            return self.digest(("laureate", value.id))
        if isinstance(value, GivenHonour):
            return self._of_honour(value)
        if isinstance(value, tuple | list):
            if set(map(type, value)) == _TEXT:
                return repr(value)
            return f"({','.join(map(self._written, value))})"
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{key!r}:{self._written(entry)}' for key, entry in value.items())}}}"
        if isinstance(value, frozenset):
            return ",".join(sorted(map(self._written, value)))
        if value is None or isinstance(value, str | int | float | date | Enum):
            return repr(value)
        written = getattr(value, "__dataclass_fields__", None)
        if written is not None:
            return f"<{','.join(self._written(getattr(value, name)) for name in written)}>"
        raise TypeError(f"an answer holds a {type(value).__name__}, whose content cannot be told apart")


def short_digest(text: str) -> str:
    """By which a text is known again, in sixteen letters."""
    return blake2b(text.encode(), digest_size=8).hexdigest()
