"""What a project knows already: who and what may be referred to, and by which names a clerk may call it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bangvang.loading import Project, load_project, project_cache
from bangvang.office.minting import mint_id, remembered_text
from bangvang.office.validity import validity_in_words
from bangvang.records import Abbreviation, Recipient
from bangvang.records.base import Part
from bangvang.records.decision import Decision
from bangvang.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Named:
    """Something that may be referred to."""

    names: tuple[str, ...]
    """The one to show first."""
    where: str = ""
    """What tells people, places or agencies of one name apart."""

    def shown(self) -> str:
        """As a clerk knows it."""
        return ", ".join(filter(None, (self.names[0], self.where)))


@dataclass(frozen=True)
class Known:
    """All of it, by kind and id; what is made meanwhile is added."""

    by_kind: dict[str, dict[str, Named]] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short form → long form, both folded."""
    remembered: str = ""
    """Everything that is still known of ids once given."""

    def of(self, kinds: Iterable[str]) -> dict[str, Named]:
        """Everything of some kinds."""
        return {id: named for kind in kinds for id, named in self.by_kind.get(kind, {}).items()}

    def ids(self, kind: str) -> Collection[str]:
        """All ids of a kind, those that are added later included."""
        return self.by_kind.setdefault(kind, {}).keys()

    def add(self, kind: str, id: str, named: Named) -> None:
        """What comes first stays."""
        self.by_kind.setdefault(kind, {}).setdefault(id, named)

    def meant_by(self, typed: str, kinds: Iterable[str]) -> dict[str, Named]:
        """What is called just so; where nothing is, what has that in its name."""
        plain = fold(typed)
        if not plain:
            return {}
        wanted = {plain, self._expanded(plain)}
        spelt = {id: (named, self._spellings(named)) for id, named in self.of(kinds).items()}
        exactly = {id: named for id, (named, spellings) in spelt.items() if wanted & spellings}
        return exactly or {
            id: named
            for id, (named, spellings) in spelt.items()
            if any(part in whole for part in wanted for whole in spellings)
        }

    def same_name(self, name: str) -> dict[str, Named]:
        """People and collectives who bear a name, accents aside."""
        return {id: named for id, named in self.of(("honouree",)).items() if fold(name) in map(fold, named.names)}

    def mint(self) -> str:
        """An id that says nothing and that nobody ever had."""
        people = self.by_kind.get("honouree", {})
        return mint_id(lambda id: id in people or id in self._remembered_ids)

    @cached_property
    def _remembered_ids(self) -> frozenset[str]:
        return frozenset(re.findall("[a-z0-9]+", self.remembered))

    def _spellings(self, named: Named) -> set[str]:
        plain = {fold(name) for name in named.names}
        return plain | {self._expanded(name) for name in plain}

    def _expanded(self, plain: str) -> str:
        return self._short_forms.sub(lambda found: self.abbreviations[found[0]], plain)

    @cached_property
    def _short_forms(self) -> re.Pattern[str]:
        """Whole words only, longer ones first; without any, what never matches."""
        listed = "|".join(map(re.escape, sorted(self.abbreviations, key=len, reverse=True)))
        return re.compile(rf"\b(?:{listed})\b" if listed else r"(?!)")


def known_of(root: Path) -> Known:
    """What a project knows, also of records that could not be read and of people who stand in lists only."""
    return known_in(load_project(root, cache=project_cache(root)))


def known_in(project: Project) -> Known:
    """The same, of a project that was loaded already."""
    known = Known({}, _abbreviations(project), remembered_text(project.root))
    for loaded in project.loaded:
        known.add(loaded.kind, loaded.id, Named(tuple(_names(loaded.record)) or (loaded.id,), _where(loaded.record)))
        for row in loaded.record.recipients if isinstance(loaded.record, Decision) else ():
            if isinstance(row, Recipient):
                known.add("honouree", row.id, Named((row.name,), _where(row)))
    for kind, ids in project.broken.items():
        for id in ids:
            known.add(kind, id, Named((id,)))
    return known


def _abbreviations(project: Project) -> dict[str, str]:
    entries = [loaded.record for loaded in project.loaded if isinstance(loaded.record, Abbreviation)]
    return {fold(entry.short): fold(entry.long) for entry in entries if fold(entry.short)}


def _names(record: Part) -> Iterator[str]:
    for key in ("name", "title", "short"):
        if name := getattr(record, key, None):
            yield str(name)
    yield from map(str, getattr(record, "aliases", ()))


def _where(record: Part) -> str:
    """A person's unit; of a place, an agency or an award, since when and until when there is such a one."""
    validity = validity_in_words(record)
    return str(getattr(record, "unit", None) or "") if validity is None else validity
