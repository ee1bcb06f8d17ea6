"""The parse cache: content hash → plain tree as JSON, so that an unchanged file is never parsed again.

A shard is one file: a line with the format and the hash of the rest, then a line per entry. It is replaced
whole by rename, and one whose hash does not match is ignored; so a killed process, a damaged disk or two
processes at once can cost time but never a wrong record. JSON, not pickle: a cache must not be able to run code.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from bangvang.whole_file import replacing

FORMAT = "bangvang-cache-1"
SHARDS = "0123456789abcdef"
_STALE_SHARE = 0.5


def content_key(data: bytes) -> str:
    """The name under which the parsed form of these bytes is kept."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class ParseCache:
    """Read at the start, asked during loading, written at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, dict[str, bytes]] = {}
        self._used: dict[str, dict[str, bytes]] = {shard: {} for shard in SHARDS}
        self._fresh: set[str] = set()

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return any((self._folder / f"{shard}.cache").exists() for shard in SHARDS)

    def get(self, key: str) -> bytes | None:
        """The JSON kept for the content, if there is any."""
        shard = key[0]
        entries = self._known.get(shard)
        if entries is None:
            entries = self._known[shard] = _read_shard(self._folder / f"{shard}.cache")
        found = entries.get(key)
        if found is not None:
            self._used[shard][key] = found
        return found

    def put(self, key: str, tree: bytes) -> None:
        """Keep the JSON for content that was parsed just now."""
        self._used[key[0]][key] = tree
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


def _read_shard(path: Path) -> dict[str, bytes]:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head != _head(body):
        return {}
    entries = {}
    for line in body.splitlines():
        key, _, tree = line.partition(b" ")
        entries[key.decode("ascii")] = tree
    return entries


def _write_shard(path: Path, entries: dict[str, bytes]) -> None:
    body = b"".join(b"%s %s\n" % (key.encode("ascii"), entries[key]) for key in sorted(entries))
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as stream:
        stream.write(_head(body) + b"\n" + body)


def _head(body: bytes) -> bytes:
    return f"{FORMAT} {hashlib.blake2b(body, digest_size=32).hexdigest()}".encode("ascii")
