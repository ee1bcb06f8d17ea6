"""A WACZ 1.1.1 file: the site as web archives keep it, written from its files and not by a crawl."""

from __future__ import annotations

import hashlib
import html
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from bangvang import __version__
from bangvang.archive.warc import Record, moment, resource, surt, warcinfo
from bangvang.exports.address import absolute
from bangvang.exports.servers.settings import SERVICE_FILES
from bangvang.publishing.delivery import zip_entry
from bangvang.publishing.parcel import Parcel

_WARC = "archive/data.warc.gz"
_INDEX = "indexes/index.cdx"
_PAGES = "pages/pages.jsonl"
_PACKAGE = "datapackage.json"
_DIGEST = "datapackage-digest.json"
_VERSION = "1.1.1"
_PAGE = "index.html"
_MISSING = "404.html"
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_CHUNK = 1 << 20

Count = Callable[[int, int], None]
"""How many files of how many are done."""


@dataclass(frozen=True, slots=True)
class About:
    """What a web archive says of itself."""

    title: str
    description: str
    address: str
    day: date


@dataclass(slots=True)
class _Resource:
    """A file of the package, as its description tells of it."""

    path: str
    digest: str
    size: int

    def told(self) -> dict[str, object]:
        return {"name": self.path.rpartition("/")[2], "path": self.path, "hash": self.digest, "bytes": self.size}


@dataclass(slots=True)
class _Gathered:
    """What is learnt while the records are written."""

    index: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


def write_wacz(parcel: Parcel, about: About, out: Path, count: Count) -> int:
    """Write the package; how many addresses it holds."""
    found = _Gathered()
    with TemporaryFile(dir=out.parent) as warc:
        warc_resource = _write_warc(parcel, about, warc, found, count)
        index = "".join(sorted(found.index)).encode()
        pages = "".join([_json(_pages_head()), *sorted(found.pages)]).encode()
        resources = [warc_resource, _resource(_INDEX, index), _resource(_PAGES, pages)]
        package = json.dumps(_package(about, resources), ensure_ascii=False, indent=2).encode()
        with zipfile.ZipFile(out, "w") as archive:
            _copy(archive, _entry(_WARC, about.day, warc_resource.size), warc)
            for path, data in ((_INDEX, index), (_PAGES, pages), (_PACKAGE, package), (_DIGEST, _digest_of(package))):
                archive.writestr(_entry(path, about.day, len(data)), data)
    return len(found.index)


def _write_warc(parcel: Parcel, about: About, warc: IO[bytes], found: _Gathered, count: Count) -> _Resource:
    digest, offset, all = hashlib.sha256(), 0, len(parcel.paths)
    for packed, record, path, data in _records(parcel, about):
        count(len(found.index), all)
        warc.write(packed)
        digest.update(packed)
        if record is not None:
            found.index.append(_index_line(record, about.day, offset))
            if path.endswith(_PAGE):
                found.pages.append(_page_line(record.url, data, about.day))
        offset += len(packed)
    warc.seek(0)
    return _Resource(_WARC, f"sha256:{digest.hexdigest()}", offset)


def _records(parcel: Parcel, about: About) -> Iterator[tuple[bytes, Record | None, str, bytes]]:
    first = {
        "software": f"Bảng Vàng {__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "isPartOf": about.title,
        "description": about.description,
    }
    yield warcinfo(_WARC.rpartition("/")[2], about.day, first), None, "", b""
    for path in sorted(parcel.paths):
        if path not in SERVICE_FILES and path != _MISSING:
            data = parcel.read(path)
            record = resource(absolute(about.address, path.removesuffix(_PAGE)), path, data, about.day)
            yield record.packed, record, path, data


def _index_line(record: Record, day: date, offset: int) -> str:
    """A line of CDXJ."""
    told = {
        "url": record.url,
        "mime": record.mime,
        "status": "200",
        "digest": record.digest,
        "length": str(len(record.packed)),
        "offset": str(offset),
        "filename": _WARC.rpartition("/")[2],
    }
    return f"{surt(record.url)} {day:%Y%m%d}000000 {_json(told)}"


def _pages_head() -> dict[str, str]:
    return {"format": "json-pages-1.0", "id": "pages", "title": "Mọi trang"}


def _page_line(url: str, data: bytes, day: date) -> str:
    match = _TITLE.search(data)
    title = html.unescape(match[1].decode(errors="replace")).strip() if match else url
    return _json({"url": url, "ts": moment(day), "id": hashlib.sha256(url.encode()).hexdigest()[:20], "title": title})


def _package(about: About, resources: list[_Resource]) -> dict[str, object]:
    return {
        "profile": "data-package",
        "wacz_version": _VERSION,
        "title": about.title,
        "description": about.description,
        "created": moment(about.day),
        "software": f"Bảng Vàng {__version__}",
        "mainPageUrl": about.address,
        "mainPageDate": moment(about.day),
        "resources": [one.told() for one in resources],
    }


def _digest_of(package: bytes) -> bytes:
    digest = f"sha256:{hashlib.sha256(package).hexdigest()}"
    return json.dumps({"path": _PACKAGE, "hash": digest}, indent=2).encode()


def _resource(path: str, data: bytes) -> _Resource:
    return _Resource(path, f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))


def _entry(path: str, day: date, size: int) -> zipfile.ZipInfo:
    """The index is stored as it is: players read parts of it."""
    entry = zip_entry(path, day)
    entry.file_size = size
    if path == _INDEX:
        entry.compress_type = zipfile.ZIP_STORED
    return entry


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: IO[bytes]) -> None:
    with archive.open(entry, "w") as stream:
        while part := source.read(_CHUNK):
            stream.write(part)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
