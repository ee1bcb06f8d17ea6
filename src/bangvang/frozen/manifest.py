"""The manifest of a freeze: every frozen fact and passage a line, and a seal that names them all by one digest.

Each line is named by a digest with a salt of its own. So a line can be taken out by law, its digest alone staying, and
the seal with its signature still holds for all others; the digest of what is gone tells nothing.
"""

from __future__ import annotations

import json
import os
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from bangvang.frozen.facts import Fact, Value
from bangvang.loading import Problem
from bangvang.records import KINDS
from bangvang.whole_file import read_plain, replacing_durably

FOLDER = "data/archive"
SEAL, FACTS, SIGNATURE = ".seal.txt", ".facts.json", ".seal.txt.sig"
"""What a frozen campaign's files are called after its id."""
CHECK = "frozen-manifest"
_HEAD = "Bảng Vàng: hồ sơ phong trào đã khóa"
_LINE = re.compile(r"([a-z]+): (.+)")
_RESTORE = "Chép lại tệp này từ bản sao lưu hoặc từ Git; tệp do lệnh bangvang archive freeze ghi, đừng sửa tay."
_AGAIN = (
    "Chép lại tệp này từ bản sao lưu hoặc từ Git; nếu lần khóa bị ngắt giữa chừng thì chạy lại bangvang archive freeze."
)
_MOST, _MOST_SIGNED = 1 << 28, 1 << 12
"""No list of what was frozen is larger, no signature."""
_PAGES, _REMOVED, _PROFILE = "page/", "removed", "honouree"


_RECORD = re.compile(f"(?:{'|'.join(KINDS)})/[^/]+")
_PAGE = re.compile(f"{_PAGES}(?:{'|'.join(kind.url for kind in KINDS.values() if kind.url)})/[^/]+/")
_ROW = re.compile(r"(?:recipients|honours)\.[0-9]{1,6}")


class DamagedManifest(Exception):
    """A manifest that cannot be used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.told())
        self.problem = problem


class Leaf(NamedTuple):
    """One frozen fact, or one passage of a page, with its salt."""

    fact: Fact
    salt: str

    def digest(self) -> str:
        """By which the seal names it."""
        return sha256(_compact([self.fact.of, self.fact.field, self.fact.value, self.salt]).encode()).hexdigest()

    def seal_of(self, value: Value | None) -> str:
        """Stands for another value in an erratum that may not repeat it."""
        return sealed(self.salt, value)


class Gap(NamedTuple):
    """Where a line was taken out by law: its place and its digest."""

    of: str
    field: str
    digest: str


@dataclass(frozen=True)
class Manifest:
    """One frozen campaign."""

    campaign: str
    day: date
    by: str
    key: str
    """The public key of whoever signed; empty where nobody did."""
    leaves: tuple[Leaf, ...]
    gaps: tuple[Gap, ...] = ()
    root: str = field(init=False)
    """One digest for all that was frozen, what is gone by now too."""

    def __post_init__(self) -> None:
        digests = sorted((*(leaf.digest() for leaf in self.leaves), *(gap.digest for gap in self.gaps)))
        object.__setattr__(self, "root", sha256("\n".join(digests).encode()).hexdigest())

    @property
    def facts(self) -> tuple[Leaf, ...]:
        return tuple(leaf for leaf in self.leaves if not leaf.fact.of.startswith(_PAGES))

    @property
    def pages(self) -> Mapping[str, tuple[Leaf, ...]]:
        """Frozen passages by the address of their page."""
        found: dict[str, list[Leaf]] = {}
        for leaf in self.leaves:
            if leaf.fact.of.startswith(_PAGES):
                found.setdefault(leaf.fact.of.removeprefix(_PAGES), []).append(leaf)
        return {url: tuple(leaves) for url, leaves in found.items()}

    def seal_text(self) -> str:
        """What is signed."""
        lines = [
            _HEAD,
            f"campaign: {self.campaign}",
            f"frozen: {self.day.isoformat()}",
            f"by: {self.by}",
            f"lines: {len(self.leaves) + len(self.gaps)}",
            f"digest: sha256 {self.root}",
            *([f"key: ed25519 {self.key}"] if self.key else []),
        ]
        return "\n".join(lines) + "\n"

    def facts_text(self) -> str:
        """All that was frozen, a line each, so that two versions compare line by line."""
        lines = [_line(leaf) for leaf in self.leaves]
        gaps = [_compact({"of": gap.of, "at": gap.field, _REMOVED: gap.digest}) for gap in self.gaps]
        return "[\n" + ",\n".join([*lines, *gaps]) + "\n]\n"

    def without(self, gone: Callable[[Fact], bool]) -> Manifest:
        """The same seal over what stays; of what goes, its digest and its place, though not in whose profile."""
        stay = tuple(leaf for leaf in self.leaves if not gone(leaf.fact))
        gaps = [
            Gap(_PROFILE if leaf.fact.of.startswith(f"{_PROFILE}/") else leaf.fact.of, leaf.fact.field, leaf.digest())
            for leaf in self.leaves
            if gone(leaf.fact)
        ]
        return replace(self, leaves=stay, gaps=(*self.gaps, *gaps))


def frozen_now(campaign: str, day: date, by: str, key: str, facts: Iterable[Fact]) -> Manifest:
    """A new manifest: every line gets a salt of its own."""
    return Manifest(campaign, day, by, key, tuple(Leaf(fact, _salt()) for fact in facts))


def _salt() -> str:
    """Sixteen letters that nobody guesses."""
    return urlsafe_b64encode(os.urandom(12)).decode()


def passage(url: str, place: int, text: str) -> Fact:
    """A passage of a page, as a fact."""
    return Fact(f"{_PAGES}{url}", str(place), text)


def sealed(salt: str, value: Value | None) -> str:
    """A value under a salt: enough to know it again, nothing to read it from."""
    return sha256(_compact([salt, value]).encode()).hexdigest()[:32]


def put_manifest(root: Path, manifest: Manifest, signature: str) -> None:
    """Write a manifest: the seal last, for without it nothing is frozen."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    parts = [(FACTS, manifest.facts_text()), (SIGNATURE, signature), (SEAL, manifest.seal_text())]
    if not signature:
        (folder / f"{manifest.campaign}{SIGNATURE}").unlink(missing_ok=True)  # left of a freeze that was broken off
    for suffix, text in parts:
        if text:
            with replacing_durably(folder / f"{manifest.campaign}{suffix}") as stream:
                stream.write(text.encode())


def frozen_campaigns(root: Path) -> tuple[str, ...]:
    """The ids of all frozen campaigns; a file of facts without its seal counts, so that the loss is told."""
    try:
        names = sorted(path.name for path in (root / FOLDER).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    found = [name.removesuffix(suffix) for name in names for suffix in (SEAL, FACTS) if name.endswith(suffix)]
    return tuple(dict.fromkeys(found))


def read_manifest(root: Path, campaign: str) -> Manifest:
    """The manifest of a frozen campaign, whole and unaltered; raises DamagedManifest."""
    seal_name, facts_name = f"{FOLDER}/{campaign}{SEAL}", f"{FOLDER}/{campaign}{FACTS}"
    return _sound(campaign, _read(root, seal_name, _AGAIN), _read(root, facts_name))


@lru_cache(maxsize=16)
def _sound(campaign: str, seal_text: str, facts_text: str) -> Manifest:
    """A build looks at the same texts several times."""
    seal_name, facts_name = f"{FOLDER}/{campaign}{SEAL}", f"{FOLDER}/{campaign}{FACTS}"
    seal = _fields(seal_name, seal_text)
    leaves, gaps = _leaves(facts_name, facts_text)
    try:
        key = seal.get("key", "").removeprefix("ed25519 ")
        manifest = Manifest(seal["campaign"], date.fromisoformat(seal["frozen"]), seal["by"], key, leaves, gaps)
    except (KeyError, ValueError):
        raise _damaged(seal_name, "tệp khóa thiếu phong trào, ngày khóa hoặc người khóa") from None
    if manifest.campaign != campaign:
        raise _damaged(seal_name, f"tệp khóa này là của phong trào {manifest.campaign}")
    if manifest.seal_text() != seal_text:
        raise _damaged(facts_name, "nội dung đã khóa bị sửa, thêm hoặc bớt: mã băm không khớp với tệp khóa")
    return manifest


def read_signature(root: Path, campaign: str) -> str:
    """The signature beside a seal; empty where there is none."""
    try:
        return read_plain(root / FOLDER / f"{campaign}{SIGNATURE}", _MOST_SIGNED).decode("ascii", "replace")
    except OSError:
        return ""


def _line(leaf: Leaf) -> str:
    fact = leaf.fact
    return _compact({"of": fact.of, "at": fact.field, "is": fact.value, "salt": leaf.salt})


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _read(root: Path, name: str, remedy: str = "") -> str:
    try:
        return read_plain(root / name, _MOST).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise _damaged(name, "hồ sơ đã khóa bị mất tệp này", remedy) from None
    except UnicodeDecodeError:
        raise _damaged(name, "tệp bị hỏng nên không đọc được") from None
    except OSError as error:
        raise _damaged(name, f"không mở được tệp ({error.strerror})") from error


def _fields(name: str, text: str) -> dict[str, str]:
    head, *lines = text.splitlines() or [""]
    matches = [_LINE.fullmatch(line) for line in lines]
    if head != _HEAD or not all(matches):
        raise _damaged(name, "đây không phải là tệp khóa")
    return {match[1]: match[2] for match in matches if match}


def _leaves(name: str, text: str) -> tuple[tuple[Leaf, ...], tuple[Gap, ...]]:
    try:
        entries = json.loads(text)
        gaps = tuple(
            Gap(_word(entry["of"]), _word(entry["at"]), _word(entry[_REMOVED]))
            for entry in entries
            if _REMOVED in entry
        )
        return tuple(_leaf(entry) for entry in entries if _REMOVED not in entry), gaps
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(name, "tệp bị hỏng nên không đọc được") from None


def _leaf(entry: Any) -> Leaf:
    of, at, value = _word(entry["of"]), _word(entry["at"]), entry["is"]
    if not (_RECORD.fullmatch(of) or _PAGE.fullmatch(of)):
        raise ValueError(of)
    if isinstance(value, dict):
        if not (_RECORD.fullmatch(of) and _ROW.fullmatch(at)):
            raise ValueError(at)
        value = {_word(name): _word(part) for name, part in value.items()}
        _word(value["id"])
    else:
        _word(value)
    return Leaf(Fact(of, at, value), _word(entry["salt"]))


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _damaged(name: str, what: str, remedy: str = "") -> DamagedManifest:
    return DamagedManifest(Problem(name, 1, 1, what, remedy or _RESTORE, CHECK))
