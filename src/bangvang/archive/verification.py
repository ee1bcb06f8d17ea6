"""Verification: is a bag complete, unaltered, and signed by whom."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bangvang.archive.bag import (
    DECLARATION,
    INFO,
    MANIFEST,
    PAYLOAD,
    SIGNATURE,
    TAG_MANIFEST,
    Listed,
    Unclear,
    is_declared,
    oxum,
    read_info,
    read_manifest,
)
from bangvang.archive.findings import Finding, Sort
from bangvang.archive.opened import Damaged, Opened, opened
from bangvang.publishing.names import leads_outside
from bangvang.signatures import KeyFault, is_signed, public_key, public_text

Tell = Callable[[int, int], None]
"""How many files of how many were read."""
SIGNED_BY = "Signing-Key"
"""In bag-info: the public key of whoever signed, as one line."""
_MOST = 64 << 20
"""No tag file that is read whole is larger."""
_FETCH = "fetch.txt"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What verification found."""

    place: str
    findings: tuple[Finding, ...]
    info: Mapping[str, str]
    files: int
    size: int
    signer: str | None
    """The public key whose signature holds."""
    known: bool
    """Whether it is one of those that were asked for."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify(place: Path, keys: Sequence[Ed25519PublicKey] = (), tell: Tell = lambda done, all: None) -> Judgement:
    """Look at a whole bag, which one of the keys must have signed if any are given; raises NotABag."""
    with opened(place) as bag:
        return _Verification(bag, keys, tell).run(str(place))


@dataclass(frozen=True, slots=True)
class _Seen:
    digest: str
    size: int


class _Verification:
    def __init__(self, bag: Opened, keys: Sequence[Ed25519PublicKey], tell: Tell) -> None:
        self._bag = bag
        self._keys = keys
        self._tell = tell
        self._paths = list(bag.paths)
        self._findings = list(bag.findings)
        self._seen: dict[str, _Seen] = {}

    def run(self, place: str) -> Judgement:
        self._read_all()
        self._declared()
        payload, tags = self._listed(MANIFEST), self._listed(TAG_MANIFEST)
        self._compare(payload, [path for path in self._paths if path.startswith(PAYLOAD)], wanted=MANIFEST)
        beside = [path for path in self._paths if not path.startswith(PAYLOAD)]
        self._compare(tags, [path for path in beside if path not in (TAG_MANIFEST, SIGNATURE)], wanted=TAG_MANIFEST)
        info = self._info()
        self._count(info)
        signer = self._signer(info)
        findings = tuple(dict.fromkeys(self._findings))
        sizes = [seen.size for path, seen in self._seen.items() if path.startswith(PAYLOAD)]
        known = signer is not None and bool(self._keys)
        return Judgement(place, findings, info, len(sizes), sum(sizes), signer, known)

    def _read_all(self) -> None:
        for number, path in enumerate(self._paths):
            self._tell(number, len(self._paths))
            digest, size = hashlib.sha512(), 0
            try:
                for part in self._bag.parts(path):
                    digest.update(part)
                    size += len(part)
            except Damaged as damage:
                self._findings.append(Finding(Sort.DAMAGED, path, str(damage)))
            else:
                self._seen[path] = _Seen(digest.hexdigest(), size)
        self._tell(len(self._paths), len(self._paths))

    def _declared(self) -> None:
        if not is_declared(self._whole(DECLARATION)):
            self._findings.append(Finding(Sort.UNCLEAR, DECLARATION, "không ghi đúng phiên bản BagIt"))
        if _FETCH in self._paths:
            self._findings.append(Finding(Sort.FETCH, _FETCH, "có tệp phải tải thêm từ mạng"))

    def _listed(self, name: str) -> dict[str, str]:
        """A manifest by path; a line that cannot be trusted is a finding."""
        if name not in self._paths:
            self._findings.append(Finding(Sort.MISSING, name, "không có bản kê thì không kiểm tra được"))
            return {}
        try:
            lines = read_manifest(name, self._whole(name))
        except Unclear as fault:
            self._findings.append(Finding(Sort.UNCLEAR, name, str(fault)))
            return {}
        return dict(self._trusted(name, lines))

    def _trusted(self, name: str, lines: Iterable[Listed]) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for path, digest in lines:
            if leads_outside(path) or path.startswith(PAYLOAD) is not (name == MANIFEST):
                self._findings.append(Finding(Sort.UNSAFE, path, f"{name} nhắc tới tệp ngoài chỗ của nó"))
            elif path in seen:
                self._findings.append(Finding(Sort.UNCLEAR, name, f"kê {path} hai lần"))
            else:
                seen.add(path)
                yield path, digest

    def _compare(self, listed: Mapping[str, str], there: list[str], *, wanted: str) -> None:
        if not listed and any(finding.path == wanted for finding in self._findings):
            return
        here = frozenset(there)
        missing = [path for path in listed if path not in here]
        added = [path for path in there if path not in listed]
        moved = self._renamed(listed, missing, added)
        for path in missing:
            if path not in moved:
                self._findings.append(Finding(Sort.MISSING, path, f"có trong {wanted} mà không có tệp"))
        arrived = frozenset(moved.values())
        for path in added:
            if path not in arrived:
                self._findings.append(Finding(Sort.ADDED, path, f"không có trong {wanted}"))
        for path, digest in listed.items():
            if path in self._seen and self._seen[path].digest != digest:
                self._findings.append(Finding(Sort.ALTERED, path, "nội dung không khớp mã băm"))

    def _renamed(self, listed: Mapping[str, str], missing: list[str], added: list[str]) -> dict[str, str]:
        """A file that is gone and a new one of the same content are one that was renamed."""
        by_digest = {self._seen[path].digest: path for path in reversed(added) if path in self._seen}
        moved: dict[str, str] = {}
        for path in missing:
            new = by_digest.get(listed[path])
            if new is not None:
                del by_digest[listed[path]]
                moved[path] = new
                self._findings.append(Finding(Sort.RENAMED, path, f"nay là {new}"))
        return moved

    def _info(self) -> dict[str, str]:
        if INFO not in self._paths:
            return {}
        try:
            return dict(read_info(self._whole(INFO)))
        except Unclear as fault:
            self._findings.append(Finding(Sort.UNCLEAR, INFO, str(fault)))
            return {}

    def _count(self, info: Mapping[str, str]) -> None:
        told = info.get("Payload-Oxum")
        there = oxum([seen.size for path, seen in self._seen.items() if path.startswith(PAYLOAD)])
        if told is not None and told != there:
            self._findings.append(Finding(Sort.COUNT, INFO, f"ghi {told}, thực có {there}"))

    def _signer(self, info: Mapping[str, str]) -> str | None:
        """The key whose signature holds; without a key to ask for, the one that the bag names."""
        named = info.get(SIGNED_BY)
        if SIGNATURE not in self._paths:
            if self._keys or named is not None:
                self._findings.append(Finding(Sort.UNSIGNED, SIGNATURE))
            return None
        signature = self._whole(SIGNATURE).decode("ascii", "replace")
        data = self._whole(TAG_MANIFEST)
        for key in self._keys:
            if is_signed(key, data, signature):
                return public_text(key)
        by_named = _own_key(named)
        if by_named is None or not is_signed(by_named, data, signature):
            self._findings.append(Finding(Sort.FORGED, SIGNATURE, "không khớp với bản kê"))
            return None
        if self._keys:
            self._findings.append(Finding(Sort.OTHER_KEY, SIGNATURE, f"khóa ghi trong gói lưu trữ là {named}"))
            return None
        return named

    def _whole(self, path: str) -> bytes:
        if path not in self._seen or self._seen[path].size > _MOST:
            return b""
        return b"".join(self._bag.parts(path))


def _own_key(named: str | None) -> Ed25519PublicKey | None:
    try:
        return public_key(named) if named else None
    except KeyFault:
        return None
