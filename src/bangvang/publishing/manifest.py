"""The published list of hashes: what a publication consists of, and what it takes to make it again from source."""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bangvang import __version__
from bangvang.publishing.error import Failure
from bangvang.zip_faults import ZIP_FAULTS

PATH = ".well-known/bangvang.json"
_FORMAT = "bangvang-manifest-1"
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """One publication."""

    engine: str
    renderers: str
    day: date
    epoch: str | None
    """SOURCE_DATE_EPOCH, where it settled the day."""
    files: Mapping[str, str]
    """SHA-256 of each file but the list itself, by path."""


def manifest_of(files: Mapping[str, str], day: date, renderers: str) -> Manifest:
    """Of a site that was made just now."""
    return Manifest(__version__, renderers, day, os.environ.get("SOURCE_DATE_EPOCH"), files)


def manifest_text(manifest: Manifest) -> str:
    """As it is published: one file a line, sorted, so that two lists compare line by line."""
    head = {
        "format": _FORMAT,
        "engine": manifest.engine,
        "renderers": manifest.renderers,
        "day": manifest.day.isoformat(),
        "source_date_epoch": manifest.epoch,
    }
    lines = [
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(manifest.files[path])}" for path in sorted(manifest.files)
    ]
    return f"{json.dumps(head)[:-1]}, " + '"files": {\n' + ",\n".join(lines) + "\n}}\n"


def read_manifest(place: Path) -> Manifest:
    """From the file itself, a published folder or a packed site; raises Failure with a finished message."""
    try:
        kept = json.loads(_bytes(place))
        if kept["format"] != _FORMAT or not all(map(_DIGEST.fullmatch, kept["files"].values())):
            raise ValueError(kept["format"])
        epoch = kept["source_date_epoch"]
        return Manifest(
            str(kept["engine"]),
            str(kept["renderers"]),
            date.fromisoformat(kept["day"]),
            None if epoch is None else str(epoch),
            dict(kept["files"]),
        )
    except FileNotFoundError:
        raise Failure(f"Không thấy danh sách {PATH} ở {place}. Hãy xem lại đường dẫn.") from None
    except OSError as error:
        raise Failure(f"Không mở được {place}: {error.strerror or type(error).__name__}.") from None
    except (*ZIP_FAULTS, KeyError, TypeError, AttributeError):
        raise Failure(
            f"{place} không phải là danh sách các tệp đã công bố, hoặc đã bị hỏng. "
            f"Hãy tải lại tệp {PATH} từ trang đã đăng."
        ) from None


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether two lists differ in their day alone: the older one is as true, and tells since when."""
    return _without_day(one) == _without_day(other)


def _without_day(text: bytes) -> bytes:
    head, _, files = text.partition(b'"files": {')
    return re.sub(rb'"(?:day|source_date_epoch)": [^,]*, ', b"", head) + files


def _bytes(place: Path) -> bytes:
    if place.is_dir():
        return (place / PATH).read_bytes()
    if place.suffix.lower() == ".zip":
        with zipfile.ZipFile(place) as packed:
            return packed.read(PATH)
    return place.read_bytes()
