"""Checking again: where only the wording of stories has changed since the last check, most findings are known.

What is kept is of a project without errors, by the facts of all its records and by all else that a check looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bangvang.checking.finding import Finding
from bangvang.checking.frozen import check_frozen
from bangvang.checking.memory import Memory
from bangvang.checking.privacy import told_too_much
from bangvang.checking.run import of_facts, unwaived, verdict
from bangvang.loading import Loaded, Project, Severity
from bangvang.records import Loc
from bangvang.registry import Registry
from bangvang.remembered import surroundings
from bangvang.sealed import keep, kept
from bangvang.verdict import Verdict

FILE = Path(".cache/bangvang/findings")


class _Noted(NamedTuple):
    """A finding in plain values."""

    kind: str
    id: str
    loc: Loc
    what: str
    remedy: str
    check: str
    severity: str


class KnownFindings(NamedTuple):
    """What a check found, waived warnings too."""

    world: str
    """By which it is known that whatever does not hang on wording is as it was."""
    of_facts: tuple[_Noted, ...] = ()
    of_wording: tuple[_Noted, ...] = ()
    contents: Mapping[tuple[str, str], str] = {}
    """Of the records whose wording was looked at, by kind and id."""


def known_findings(project: Project, registry: Registry) -> KnownFindings | None:
    """What the last check found, if only wording can have changed since."""
    found = kept(project.root / FILE)
    world = _world(project, registry)
    if not isinstance(found, tuple) or not world or found[0] != world:
        return None
    _, of_facts, of_wording, contents = found
    return KnownFindings(world, tuple(map(_Noted._make, of_facts)), tuple(map(_Noted._make, of_wording)), contents)


def check_again(project: Project, registry: Registry, known: KnownFindings | None) -> Verdict:
    """Everything wrong with the project; what was found is kept for the next check."""
    started = perf_counter()
    if known is None:
        facts = list(of_facts(project, registry, Memory()))
        wording = [finding for _, loaded in _by_key(registry) for finding in told_too_much(loaded)]
    else:
        facts = [_taken_up(registry, noted) for noted in known.of_facts]
        wording = list(_wording(registry, known))
    told = verdict(project, unwaived(registry, chain(facts, wording, check_frozen(registry, project.root))), started)
    if not told.errors:
        contents = {key: loaded.content for key, loaded in _by_key(registry)}
        if known is None or contents != known.contents:
            keep(project.root / FILE, (_world(project, registry), _noted(facts), _noted(wording), contents))
    return told


def _wording(registry: Registry, known: KnownFindings) -> Iterator[Finding]:
    before = known.contents
    changed = {key: loaded for key, loaded in _by_key(registry) if before.get(key) != loaded.content}
    for noted in known.of_wording:
        if (noted.kind, noted.id) not in changed:
            yield _taken_up(registry, noted)
    for loaded in changed.values():
        yield from told_too_much(loaded)


def _by_key(registry: Registry) -> Iterator[tuple[tuple[str, str], Loaded]]:
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            yield (kind, id), loaded


def _noted(findings: Iterable[Finding]) -> list[tuple[object, ...]]:
    return [
        (one.where.kind, one.where.id, one.loc, one.what, one.remedy, one.check, one.severity.value) for one in findings
    ]


def _taken_up(registry: Registry, noted: _Noted) -> Finding:
    where = registry.by_kind[noted.kind][noted.id]
    return Finding(where, noted.loc, noted.what, noted.remedy, noted.check, Severity(noted.severity))


def _world(project: Project, registry: Registry) -> str:
    """Empty where there are files that could not be read."""
    if project.broken or project.unread_lists:
        return ""
    digest = blake2b(digest_size=16)
    digest.update(f"{registry.day} {project.root} {surroundings(project.root)}".encode(errors="surrogateescape"))
    for loaded in project.loaded:
        digest.update(f"\n{loaded.kind} {loaded.id} {loaded.path} {loaded.loc} {loaded.facts}".encode())
    return digest.hexdigest()
