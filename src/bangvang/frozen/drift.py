"""Drift: where the records of a frozen campaign say something else than on the day it was closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bangvang.frozen.errata import Erratum
from bangvang.frozen.facts import Fact, Value, honour_facts, record_facts
from bangvang.frozen.manifest import Leaf, Manifest, sealed
from bangvang.loading import Loaded
from bangvang.records import KINDS, Decision, Removed
from bangvang.registry import Registry, Visibility, is_private

_ON_ALL_ROWS = {"number": "number", "date": "date", "authority": "issuer", "award": "award", "class": "class_"}
GONE = ""
"""In place of a field: the whole record is no longer there for the public."""


class Drift(NamedTuple):
    """One difference that no erratum explains."""

    of: str
    field: str
    was: str | None
    now: str | None
    seal: str
    """Of what stands there now, for an erratum that may not repeat it."""
    private: bool = False
    """Whether neither may be repeated."""


class Compared(NamedTuple):
    """What comparing a manifest with the records gave."""

    drifts: tuple[Drift, ...]
    left: tuple[str, ...]
    """Ids of those who were removed by law and whom the manifest still names."""
    strays: tuple[Erratum, ...] = ()
    """Errata of what is neither frozen nor there: readers would be told of a correction that never was."""


def compare(manifest: Manifest, errata: Sequence[Erratum], registry: Registry) -> Compared:
    """Everything in which the records differ from the manifest and its errata."""
    settled = Settled(errata)
    honours = {(fact.of, fact.field): fact.value for fact in honour_facts(registry, manifest.campaign)}
    frozen = [leaf for leaf in manifest.facts if leaf.fact.honouree]
    lawful = {(leaf.fact.of, leaf.fact.field) for leaf in frozen if _was_removed(registry, leaf.fact)}
    standing = [leaf for leaf in frozen if (leaf.fact.of, leaf.fact.field) not in lawful and _is_public(registry, leaf)]
    drifts = [
        *_records(manifest, registry),
        *_honours(manifest, standing, honours, registry),
        *_added(manifest, registry, honours),
    ]
    left = dict.fromkeys(leaf.fact.honouree for leaf in frozen if (leaf.fact.of, leaf.fact.field) in lawful)
    unexplained = tuple(drift for drift in drifts if not settled.explains(drift))
    return Compared(unexplained, tuple(left), tuple(_strays(manifest, errata, registry)))


class Settled:
    """The errata by what they put right; the last of one place counts."""

    def __init__(self, errata: Iterable[Erratum]) -> None:
        self._by_place = {(one.record, one.field): one for one in errata}

    def explains(self, drift: Drift) -> bool:
        """Whether what stands there now is what an erratum says."""
        erratum = self._by_place.get((drift.of, drift.field or "status"))
        if erratum is None:
            return False
        if erratum.seal is not None:
            return erratum.seal == drift.seal
        return not drift.private and erratum.now == (drift.now.strip() if drift.now else None)


def _strays(manifest: Manifest, errata: Iterable[Erratum], registry: Registry) -> Iterator[Erratum]:
    known = {leaf.fact.of for leaf in manifest.leaves} | {gap.of for gap in manifest.gaps}
    for erratum in errata:
        kind, id = _kind_and_id(erratum.record)
        if erratum.record not in known and (kind not in KINDS or registry.loaded(kind, id) is None):
            yield erratum


def _records(manifest: Manifest, registry: Registry) -> Iterator[Drift]:
    """What campaign, papers, decisions and reports say of themselves."""
    by_record: dict[str, dict[str, Leaf]] = {}
    gaps = {(gap.of, gap.field) for gap in manifest.gaps}
    for leaf in manifest.facts:
        own = by_record.setdefault(leaf.fact.of, {})
        if not leaf.fact.honouree:
            own[leaf.fact.field] = leaf
    for of, leaves in by_record.items():
        kind, id = _kind_and_id(of)
        state = registry.state_of(*_kind_and_id(of))
        if state is Visibility.REMOVED:
            continue
        if state is not Visibility.PUBLIC:
            yield Drift(of, GONE, Visibility.PUBLIC.label, state.label if state else None, sealed(manifest.root, None))
            continue
        if kind == "honouree":
            continue
        now = {fact.field: fact.value for fact in record_facts(registry, kind, id)}
        for field in dict.fromkeys((*leaves, *now)):
            known = leaves.get(field)
            was = known.fact.value if known is not None else None
            if was != now.get(field) and (of, field) not in gaps:
                salt = known.salt if known is not None else manifest.root
                yield Drift(of, field, _shown(was), _shown(now.get(field)), sealed(salt, now.get(field)))


def _honours(
    manifest: Manifest, frozen: Iterable[Leaf], honours: Mapping[tuple[str, str], Value], registry: Registry
) -> Iterator[Drift]:
    """The honours, part by part. Rows of a decision keep their order; one in a profile may come after a later one."""
    same = {(of, field if of.startswith("decision/") else "", _key(value)) for (of, field), value in honours.items()}
    told = {(leaf.fact.of, leaf.fact.field): leaf.fact.value for leaf in manifest.facts if not leaf.fact.honouree}
    for leaf in frozen:
        of, field, was = leaf.fact
        if isinstance(was, str) or not same.isdisjoint(((of, field, _key(was)), (of, "", _key(was)))):
            continue
        now = honours.get((of, field), {})
        if isinstance(now, str) or not now:
            yield Drift(of, field, None, None, leaf.seal_of(None), True)
            continue
        loaded = registry.loaded(*_kind_and_id(of))
        for name in dict.fromkeys((*was, *now)):
            value = now.get(name)
            if _still(name, was.get(name), value) or _of_all_rows(loaded, name, value, told, was.get(name)):
                continue
            private = name == "id" or is_private(name)
            yield Drift(of, f"{field}.{name}", was.get(name), value, leaf.seal_of(value), private)


def _of_all_rows(
    loaded: Loaded | None, name: str, now: str | None, told: Mapping[tuple[str, str], Value], was: str | None
) -> bool:
    """Whether a decision says it for all its rows, so that it is told once, of the decision."""
    if loaded is None or not isinstance(loaded.record, Decision):
        return False
    field = _ON_ALL_ROWS.get(name)
    if field is None:
        return False
    value = getattr(loaded.record, field)
    own = "class" if name == "class" else field
    return was == told.get((f"decision/{loaded.id}", own)) and now == (None if value is None else str(value))


def _still(name: str, was: str | None, now: str | None) -> bool:
    """An honour may be revoked and restored afterwards: what is added to its fate is no drift."""
    if name == "standing" and now is not None:
        return now == was or was is None or now.startswith(f"{was}; ")
    return was == now


def _added(manifest: Manifest, registry: Registry, honours: Mapping[tuple[str, str], Value]) -> Iterator[Drift]:
    """Honours that were not there, and reports."""
    facts = [leaf.fact for leaf in manifest.facts]
    places = {(fact.of, fact.field) for fact in facts} | {(gap.of, gap.field) for gap in manifest.gaps}
    known = {(fact.of, _key(fact.value)) for fact in facts if fact.honouree}
    for (of, field), value in honours.items():
        moved = not of.startswith("decision/") and (of, _key(value)) in known
        if (of, field) not in places and not moved:
            yield Drift(of, field, None, None, sealed(manifest.root, value), True)
    records = {of for of, _ in places}
    for id in registry.reports_of_campaign(manifest.campaign):
        of = f"report/{id}"
        if of not in records and registry.state_of(*_kind_and_id(of)) is Visibility.PUBLIC:
            yield Drift(of, "campaigns", None, manifest.campaign, sealed(manifest.root, manifest.campaign))


def _key(value: Value) -> tuple[tuple[str, str], ...]:
    """An honour as it can be looked up."""
    parts = {"": value} if isinstance(value, str) else value
    return tuple(sorted(parts.items()))


def _is_public(registry: Registry, leaf: Leaf) -> bool:
    return registry.state_of(*_kind_and_id(leaf.fact.of)) is Visibility.PUBLIC


def _kind_and_id(of: str) -> tuple[str, str]:
    kind, _, id = of.partition("/")
    return kind, id


def _was_removed(registry: Registry, fact: Fact) -> bool:
    """Whether the person was taken off by right: as a whole, or in this row."""
    kind, id = _kind_and_id(fact.of)
    loaded = registry.loaded(kind, id)
    if registry.was_removed(fact.honouree) or (loaded is not None and isinstance(loaded.record, Removed)):
        return True
    if loaded is None or kind != "decision":
        return False
    place = int(fact.field.rpartition(".")[2])
    rows = loaded.outline.recipients
    return place < len(rows) and not rows[place]


def _shown(value: Value | None) -> str | None:
    return value if value is None or isinstance(value, str) else ", ".join(value.values())
