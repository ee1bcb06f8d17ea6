"""All frozen campaigns of a project, with what is wrong with their files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from bangvang.frozen.errata import BadErrata, Erratum, read_errata
from bangvang.frozen.keys import KEYS, BadKeys, known_keys
from bangvang.frozen.manifest import (
    FOLDER,
    SIGNATURE,
    DamagedManifest,
    Manifest,
    frozen_campaigns,
    read_manifest,
    read_signature,
)
from bangvang.loading import Problem

UNSIGNED = "frozen-signature"


class Freeze(NamedTuple):
    """A frozen campaign, and what was put right in it since."""

    manifest: Manifest
    errata: tuple[Erratum, ...]

    @property
    def day(self) -> date:
        return self.manifest.day

    @property
    def mark(self) -> str:
        """Differs where anything that is held against the site does."""
        return f"{self.manifest.root} {len(self.manifest.leaves)} {self.errata!r}"

    def errata_of(self, kind: str, id: str) -> tuple[Erratum, ...]:
        """Those of one record."""
        return tuple(one for one in self.errata if one.record == f"{kind}/{id}")


class Archive(NamedTuple):
    """What data/archive/ holds of frozen campaigns."""

    freezes: tuple[Freeze, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_archive(root: Path) -> Archive:
    """Every frozen campaign that can be read, and why another could not."""
    freezes: list[Freeze] = []
    known, problems = _known(root)
    for campaign in frozen_campaigns(root):
        try:
            manifest = read_manifest(root, campaign)
            problems += _unsigned(root, manifest, known)
            freezes.append(Freeze(manifest, read_errata(root, campaign)))
        except DamagedManifest as damaged:
            problems.append(damaged.problem)
        except BadErrata as bad:
            problems += bad.problems
    return Archive(tuple(freezes), tuple(problems))


def _known(root: Path) -> tuple[frozenset[str] | None, list[Problem]]:
    """The office's keys, and why they cannot be told."""
    try:
        return known_keys(root), []
    except BadKeys as bad:
        return None, [bad.problem]


def _unsigned(root: Path, manifest: Manifest, known: frozenset[str] | None) -> list[Problem]:
    """A seal that names a key must bear that key's signature, and the key must be the office's."""
    what = _wrong_signature(root, manifest, known)
    remedy = "Chép lại tệp khóa và chữ ký từ bản sao lưu hoặc từ Git."
    return [Problem(f"{FOLDER}/{manifest.campaign}{SIGNATURE}", 1, 1, what, remedy, UNSIGNED)] if what else []


def _wrong_signature(root: Path, manifest: Manifest, known: frozenset[str] | None) -> str:
    signature = read_signature(root, manifest.campaign)
    if not manifest.key:
        return "có chữ ký, nhưng tệp khóa không ghi khóa nào: tệp khóa đã bị thay" if signature else ""
    from bangvang.signatures import KeyFault, is_signed, public_key

    try:
        signed = is_signed(public_key(manifest.key), manifest.seal_text().encode(), signature)
    except KeyFault:
        signed = False
    if not signed:
        return "chữ ký của hồ sơ đã khóa bị mất, hoặc không phải của khóa ghi trong tệp khóa"
    return "" if known is None or manifest.key in known else f"khóa đã ký không có trong {KEYS}"
