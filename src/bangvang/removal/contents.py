"""What is in a file: whether its bytes tell of somebody, packed as they may be."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from bangvang.removal.signs import Signs, readable
from bangvang.zip_faults import ZIP_FAULTS

_PACKED = (".zip", ".xlsx", ".xlsm", ".docx", ".odt", ".ods", ".pptx", ".wacz")
_MOST_DEEP = 4
_TAG = re.compile(r"<[^>]*>")


class Locked(Exception):
    """Something packed that cannot be looked into: damaged, or under a password."""


def tells(signs: Signs, data: bytes, name: str, deep: int = 0) -> bool:
    """Whether the bytes of a file speak of them; raises Locked."""
    name = name.lower()
    if name.endswith(_PACKED) and deep < _MOST_DEEP:
        return packed_tells(signs, BytesIO(data), deep)
    if name.endswith(".gz"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            raise Locked from None
    text = readable(data)
    # Word cuts a name into runs.
    return signs.are_in(text) or (name.endswith(".xml") and signs.are_in(_TAG.sub("", text)))


def packed_tells(signs: Signs, source: BytesIO | Path, deep: int = 0) -> bool:
    """Whether a ZIP file speaks of them, in the name of a file inside or in its content; raises Locked."""
    try:
        with zipfile.ZipFile(source) as packed:
            entries = packed.infolist()
            if signs.are_in("\n".join([entry.filename for entry in entries])):
                return True
            return any(tells(signs, packed.read(entry), entry.filename, deep + 1) for entry in entries)
    except ZIP_FAULTS:
        raise Locked from None
