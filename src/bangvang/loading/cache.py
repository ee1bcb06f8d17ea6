"""The parse cache: content hash → what was parsed there, so that an unchanged file is never parsed again.

A shard is one file: a line with the format and the hash of the rest, then a marshalled table. It is replaced
whole by rename, and one whose hash does not match is ignored; so a killed process, a damaged disk or two
processes at once can cost time but never a wrong record. Not pickle: a cache must not be able to run code.
"""

from __future__ import annotations

import hashlib
import marshal
from functools import cache
from pathlib import Path

from pydantic import VERSION

from bangvang.loading.outline import Outline
from bangvang.loading.parsed import Parsed
from bangvang.whole_file import replacing

FORMAT = "bangvang-cache-3"
SHARDS = "0123456789abcdef"
_STALE_SHARE = 0.5
_ENGINE = Path(__file__).parents[1]
_JUDGES = ("loading", "records", "vietnamese")


class ParseCache:
    """Read at the start, asked during loading, written at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, Parsed]] = {}
        self._used: dict[str, dict[str, Parsed]] = {shard: {} for shard in SHARDS}
        self._fresh: set[str] = set()

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return any((self._folder / f"{shard}.cache").exists() for shard in SHARDS)

    def get(self, key: str) -> Parsed | None:
        """What was parsed from the content, if it is kept."""
        shard = key[0]
        entries = self._known.get(shard)
        if entries is None:
            entries = self._known[shard] = _read_shard(self._folder / f"{shard}.cache")
        found = entries.get(key)
        if found is not None:
            self._used[shard][key] = found
        return found

    def put(self, key: str, parsed: Parsed) -> None:
        """Keep content that was parsed just now."""
        self._used[key[0]][key] = parsed
        self._fresh.add(key[0])

    def save(self) -> None:
        """Write the shards that changed; what nobody asked for goes. A folder that cannot be written is no error."""
        for shard, entries in self._used.items():
            known = len(self._known.get(shard, ()))
            if shard in self._fresh or len(entries) < known * _STALE_SHARE:
                try:
                    _write_shard(self._folder / f"{shard}.cache", entries)
                except OSError:
                    return


def _read_shard(path: Path) -> dict[str, Parsed]:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _head(body):
            return {}
        judge, rows = marshal.loads(body)
        if judge != _judge():  # what was good in its eyes need not be so by now
            return {key: Parsed(facts, tree) for key, facts, tree, _, _ in rows}
        return {
            key: Parsed(facts, tree, kind, tuple(map(Outline._make, outlines)))
            for key, facts, tree, kind, outlines in rows
        }
    except (OSError, ValueError, TypeError, EOFError):
        return {}


def _write_shard(path: Path, entries: dict[str, Parsed]) -> None:
    rows = [
        (key, one.facts, one.tree, one.good_as, tuple(map(tuple, one.outlines))) for key, one in sorted(entries.items())
    ]
    body = marshal.dumps((_judge(), rows))
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as stream:
        stream.write(_head(body) + b"\n" + body)


@cache
def _judge() -> str:
    """What says whether a record is good: the models, all that they are made with, and this package."""
    digest = hashlib.blake2b(VERSION.encode(), digest_size=16)
    for package in _JUDGES:
        for path in sorted((_ENGINE / package).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _head(body: bytes) -> bytes:
    return f"{FORMAT} {hashlib.blake2b(body, digest_size=32).hexdigest()}".encode("ascii")
