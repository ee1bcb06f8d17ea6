"""Where a name that was corrected still stands as it was: in the record's own texts, in rows of decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bangvang.office.differences import place_in_words
from bangvang.office.edits import Data
from bangvang.records import KINDS, Honouree, Loc
from bangvang.registry import GivenHonour, Laureate, Registry
from bangvang.vietnamese import around

_NAMES = ("name", "head")
_PROSE = frozenset({"summary", "story", "quote", "alt", "reason", "topic", "head", "members", "role", "unit"})
_PROSE_OF_PRACTICES = frozenset({"summary", "problem", "way", "text", "steps", "alt"})


@dataclass(frozen=True, slots=True)
class Trace:
    """One place."""

    kind: str
    id: str
    loc: Loc
    where: str
    """In words: Bài viết; dòng 3 của quyết định 15/QĐ-UBND."""
    passage: str
    """What stands there, with a little around it."""

    @property
    def is_printed(self) -> bool:
        """A row tells what the paper says: perhaps the paper itself is wrong."""
        return self.kind == "decision"


def former_names(befores: Iterable[Data], now: Data) -> tuple[str, ...]:
    """The names that earlier states of a record bore and this one does not, nor lists among its other names."""
    if not isinstance(now, dict):
        return ()
    others = now.get("names")
    listed = [one.get("name") for one in others if isinstance(one, dict)] if isinstance(others, list) else []
    kept = {now.get(key) for key in _NAMES} | set(listed)
    found = [before.get(key) for before in befores if isinstance(before, dict) for key in _NAMES]
    return tuple(dict.fromkeys(name for name in found if isinstance(name, str) and name.strip() and name not in kept))


def traces(registry: Registry, id: str, tree: Data, former: Iterable[str]) -> tuple[Trace, ...]:
    """Where an honouree's former names still stand, each place once."""
    laureate = registry.laureates.get(id)
    name = tree.get("name") if isinstance(tree, dict) else None
    if laureate is None or not isinstance(name, str):
        return ()
    found = [trace for old in former for trace in _traces(registry, laureate, tree, old, name)]
    return tuple({(one.kind, one.id, one.loc): one for one in found}.values())


def _traces(registry: Registry, laureate: Laureate, tree: Data, old: str, name: str) -> Iterator[Trace]:
    wanted = _pattern(old, name)
    for loc, text in _texts(tree, _PROSE):
        if found := wanted.search(text):
            yield Trace("honouree", laureate.id, loc, place_in_words(Honouree, loc), around(text, found))
    for honour in laureate.honours:
        if honour.decision is not None and honour.subject.name == old:
            yield _printed(honour, old)
    for practice in laureate.record.practices if laureate.record else ():
        loaded = registry.loaded("practice", practice)
        told: Data = loaded.record.model_dump(mode="json") if loaded else {}
        for loc, text in _texts(told, _PROSE_OF_PRACTICES):
            if found := wanted.search(text):
                where = f"{KINDS['practice'].label} “{told['name'] if isinstance(told, dict) else practice}”"
                yield Trace("practice", practice, loc, where, around(text, found))


def _printed(honour: GivenHonour, old: str) -> Trace:
    decision = honour.decision
    number = f" {decision.number}" if decision and decision.number else ""
    where = f"dòng {honour.row + 1} của quyết định{number}"
    return Trace("decision", honour.source.id, ("recipients", honour.row, "name"), where, old)


def _pattern(old: str, name: str) -> re.Pattern[str]:
    """The whole old name, or a word of it that was corrected: stories call people by the last word of their names."""
    changed = [word for word in old.split() if word not in name.split() and len(word) > 1]
    listed = "|".join(map(re.escape, (old, *changed)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _texts(tree: Data, keys: frozenset[str], loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The prose of a record, by paths."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _texts(value, keys, (*loc, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _texts(value, keys, (*loc, index))
    elif isinstance(tree, str) and any(step in keys for step in loc):
        yield loc, tree
