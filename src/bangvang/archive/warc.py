"""WARC records of what a site's files hold: `resource` records, for nobody captured an HTTP answer."""

from __future__ import annotations

import hashlib
import uuid
import zlib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from bangvang.exports.servers.settings import TYPES

_VERSION = b"WARC/1.1\r\n"
_TEXTS = frozenset(
    {"text/html", "text/css", "text/javascript", "text/plain", "text/csv", "text/calendar", "application/json"}
)
_LEVEL = 6


class Record(NamedTuple):
    """A record packed on its own, and what an index tells of it."""

    packed: bytes
    url: str
    mime: str
    digest: str


def moment(day: date) -> str:
    """A day as WARC and WACZ date things."""
    return f"{day.isoformat()}T00:00:00Z"


def mime_of(path: str) -> str:
    """The type of a file by its ending."""
    return TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def warcinfo(name: str, day: date, about: dict[str, str]) -> bytes:
    """The record that begins a WARC file."""
    block = "".join([f"{key}: {value}\r\n" for key, value in about.items()]).encode()
    head = {
        "WARC-Type": "warcinfo",
        "WARC-Date": moment(day),
        "WARC-Filename": name,
        "WARC-Record-ID": _id(f"warcinfo {name} {day}"),
        "Content-Type": "application/warc-fields",
    }
    return _packed(head, block)


def resource(url: str, path: str, data: bytes, day: date) -> Record:
    """What stands at an address."""
    mime = mime_of(path)
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    head = {
        "WARC-Type": "resource",
        "WARC-Target-URI": url,
        "WARC-Date": moment(day),
        "WARC-Record-ID": _id(f"{url} {day} {digest}"),
        "WARC-Block-Digest": digest,
        "WARC-Payload-Digest": digest,
        "Content-Type": f"{mime}; charset=utf-8" if mime in _TEXTS else mime,
    }
    return Record(_packed(head, data), url, mime, digest)


def surt(url: str) -> str:
    """An address as indexes sort it: the host turned round, so that what belongs together stands together."""
    parts = urlsplit(url.lower())
    host = ",".join(reversed((parts.hostname or "").split(".")))
    port = f":{parts.port}" if parts.port else ""
    return f"{host}{port}){parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")


def _packed(head: dict[str, str], block: bytes) -> bytes:
    lines = [f"{name}: {value}\r\n" for name, value in head.items()]
    text = _VERSION + "".join(lines).encode() + f"Content-Length: {len(block)}\r\n\r\n".encode()
    return b"".join(_member((text, block, b"\r\n\r\n")))


def _member(parts: tuple[bytes, ...]) -> Iterator[bytes]:
    """A gzip member of its own, without a name or a time."""
    packer = zlib.compressobj(_LEVEL, wbits=31)
    for part in parts:
        yield packer.compress(part)
    yield packer.flush()


def _id(what: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, what)}>"
