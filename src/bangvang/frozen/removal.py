"""Removal by law: what manifests and errata say of somebody goes for good; the seals hold for all that stays."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bangvang.frozen.errata import Erratum, errata_path, read_errata
from bangvang.frozen.facts import Fact
from bangvang.frozen.manifest import FACTS, FOLDER, frozen_campaigns, read_manifest
from bangvang.vietnamese import Names
from bangvang.whole_file import replacing_durably
from bangvang.yaml_writer import Fields, to_yaml

_OWN_NAMES = frozenset({"id", "name", "head"})
"""Parts of an honour that call whoever bears it."""


def forget_in_archive(root: Path, id: str, names: Collection[str]) -> tuple[str, ...]:
    """Take somebody out of every frozen campaign; the files that changed. Raises DamagedManifest, BadErrata.

    Their honours go by id; wording goes where it says one of the names, also that of an honour of somebody else.
    Whoever signs, or is honoured under another id, may bear the same name and stays.
    """
    changed = []
    for campaign in frozen_campaigns(root):
        manifest, errata = read_manifest(root, campaign), read_errata(root, campaign)
        said = _Said(id, names)
        gone = [leaf.fact for leaf in manifest.leaves if said.by(leaf.fact)]
        if gone:
            changed.append(_put(root, f"{FOLDER}/{campaign}{FACTS}", manifest.without(said.by).facts_text()))
        stay = tuple(one for one in errata if not _goes(one, gone, said))
        if stay != errata:
            changed.append(_put(root, errata_path(campaign), _text(stay)))
    return tuple(changed)


class _Said:
    """Whether something speaks of the person."""

    def __init__(self, id: str, names: Collection[str]) -> None:
        self._id = id
        self._names = Names(names)

    def by(self, fact: Fact) -> bool:
        """By a fact or a passage."""
        if not isinstance(fact.value, str):
            told = (text for part, text in fact.value.items() if part not in _OWN_NAMES)
            return fact.honouree == self._id or any(map(self.in_text, told))
        return fact.value == self._id or (not fact.field.startswith("signer") and self.in_text(fact.value))

    def in_text(self, text: str) -> bool:
        """By some words."""
        return self._names.are_in(text)


def _goes(erratum: Erratum, gone: Collection[Fact], said: _Said) -> bool:
    """Whether an erratum is about what goes, or says a name."""
    about = any(erratum.record == fact.of and f"{erratum.field}.".startswith(f"{fact.field}.") for fact in gone)
    return about or any(said.in_text(text) for text in (erratum.was, erratum.now, erratum.reason) if text)


def _text(errata: Collection[Erratum]) -> str:
    fields: list[Fields] = [one.model_dump(mode="json", exclude_none=True) for one in errata]
    return to_yaml(fields) if fields else "[]\n"


def _put(root: Path, name: str, text: str) -> str:
    with replacing_durably(root / name) as stream:
        stream.write(text.encode())
    return name
