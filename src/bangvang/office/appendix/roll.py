"""What the roll knows that an appendix may speak of: awards, places, and people of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from bangvang.records import Abbreviation, Award, PartialDate, Place
from bangvang.registry import Laureate, Registry
from bangvang.vietnamese import canon, fold

_BEFORE_AWARD = re.compile(
    r"^(?:de nghi )?(?:tang thuong|truy tang|tang|cong nhan|khen thuong|danh hieu|hinh thuc)? ?(?:danh hieu )?"
)
_MOST = 8


class Roll:
    """The registry, looked up by what a cell says."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def award_name(self, id: str) -> str:
        """As the catalogue has it."""
        award = self._registry.find(Award, id)
        return award.name if award else id

    def place_name(self, id: str) -> str:
        """As the vocabulary has it, with where it lies."""
        found = (self._registry.find(Place, one) for one in (id, *self._registry.place_ancestors(id)[:1]))
        names = [place.name for place in found if place]
        return ", ".join(names) or id

    def awards_called(self, text: str) -> list[str]:
        """Awards of exactly this name or alias; where there is none, those whose names begin with it."""
        plain = fold(text)
        for said in dict.fromkeys((plain, _BEFORE_AWARD.sub("", plain), self._expanded(plain))):
            if found := self._awards.get(said):
                return self._in_force(found)
        said = _BEFORE_AWARD.sub("", plain)
        begun = [id for name, ids in self._awards.items() if said and name.startswith(f"{said} ") for id in ids]
        return self._in_force(dict.fromkeys(begun))

    def awards_told(self, text: str) -> list[str]:
        """Awards that a heading speaks of; the longest name counts."""
        plain = f" {fold(text)} "
        told = [name for name in self._awards if f" {name} " in plain]
        longest = max(map(len, told), default=0)
        return self._in_force([id for name in told if len(name) == longest for id in self._awards[name]])

    def places_called(self, text: str) -> list[str]:
        """Places of exactly this name; where there is none, those whose name an address ends with."""
        plain = fold(text)
        if found := self._places.get(plain):
            return self._existing(found)
        parts = [fold(part) for part in text.split(",")]
        for part in parts:
            if found := self._places.get(part):
                return self._existing(found)
        words = plain.split()
        for start in range(1, len(words)):
            if found := self._places.get(" ".join(words[start:])):
                return self._existing(found)
        return []

    def alike(self, name: str) -> list[Laureate]:
        """Everybody entered under this name; the middle name Thị may be missing."""
        return [self._registry.laureates[id] for id in self._people.get(name_key(name), ())]

    def _expanded(self, plain: str) -> str:
        """With the short forms that the vocabulary knows spelt out."""
        return " ".join(self._short_forms.get(word, word) for word in plain.split())

    @cached_property
    def _short_forms(self) -> Mapping[str, str]:
        return {fold(entry.short): fold(entry.long) for _, entry in self._registry.all(Abbreviation)}

    @cached_property
    def _awards(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, award in self._registry.all(Award):
            for name in dict.fromkeys(map(fold, (award.name, *award.aliases))):
                found.setdefault(name, []).append(id)
        return found

    @cached_property
    def _places(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, place in self._registry.all(Place):
            found.setdefault(fold(place.name), []).append(id)
        return found

    @cached_property
    def _people(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, laureate in self._registry.laureates.items():
            if laureate.profile is None or laureate.record is not None:
                for key in dict.fromkeys(map(name_key, laureate.names)):
                    found.setdefault(key, []).append(id)
        return found

    def _in_force(self, ids: Iterable[str]) -> list[str]:
        """Without those that ended before today, unless nothing else is left."""
        awards = {id: self._registry.find(Award, id) for id in ids}
        return self._lasting({id: award.to if award else None for id, award in awards.items()})

    def _existing(self, ids: Iterable[str]) -> list[str]:
        places = {id: self._registry.find(Place, id) for id in ids}
        return self._lasting({id: place.to if place else None for id, place in places.items()})

    def _lasting(self, ends: Mapping[str, PartialDate | None]) -> list[str]:
        now = [id for id, end in ends.items() if end is None or end.last >= self._registry.day]
        return (now or list(ends))[:_MOST]


def name_key(name: str) -> str:
    """Equal for one name however it is spelt, its marks kept; Thị may be missing."""
    words = canon(name).split()
    return " ".join(word for word in words if word != _THI) if len(words) > 2 else " ".join(words)


_THI = canon("thị")
