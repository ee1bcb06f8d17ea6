"""A bag as BagIt 1.0 (RFC 8493) lays it down: the names and texts of its tag files, written and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
SIGNATURE = f"{TAG_MANIFEST}.sig"
"""Ed25519 over the bytes of the tag manifest; it can stand in no manifest itself."""
PAYLOAD = "data/"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LINE = re.compile(r"([0-9a-fA-F]{128})[ \t]+\*?(\S.*)")
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}


class Unclear(Exception):
    """A tag file does not say what it should; the message is a finished sentence."""


class Listed(NamedTuple):
    """A line of a manifest."""

    path: str
    digest: str


def manifest_text(digests: Mapping[str, str]) -> bytes:
    """A manifest: one line a file, sorted by path."""
    return "".join([f"{digests[path]}  {_written(path)}\n" for path in sorted(digests)]).encode()


def read_manifest(name: str, data: bytes) -> list[Listed]:
    """The lines of a manifest, in their order."""
    found = []
    for number, line in enumerate(_text(name, data).splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            found.append(Listed(_read(match[2]), match[1].lower()))
        elif line.strip():
            raise Unclear(f"Dòng {number} của {name} không phải là một mã băm kèm tên tệp.")
    return found


def info_text(entries: Iterable[tuple[str, str]]) -> bytes:
    """bag-info.txt: a label and its value a line; a value of several lines becomes one."""
    return "".join([f"{label}: {' '.join(value.split())}\n" for label, value in entries]).encode()


def read_info(data: bytes) -> list[tuple[str, str]]:
    """Labels and values in their order; lines that begin with a blank carry the value before on."""
    found: list[tuple[str, str]] = []
    for line in _text(INFO, data).splitlines():
        if line[:1] in (" ", "\t") and found:
            label, value = found[-1]
            found[-1] = (label, f"{value} {line.strip()}")
        elif ":" in line:
            label, _, value = line.partition(":")
            found.append((label.strip(), value.strip()))
        elif line.strip():
            raise Unclear(f"{INFO} có dòng không đọc được: “{line[:60]}”.")
    return found


def is_declared(data: bytes) -> bool:
    """Whether bagit.txt says that this is a bag of the version we know, or of the one before."""
    return bool(re.fullmatch(rb"BagIt-Version: (1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\s*", data))


def oxum(sizes: Iterable[int]) -> str:
    """Payload-Oxum: all bytes, a dot, how many files."""
    known = list(sizes)
    return f"{sum(known)}.{len(known)}"


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unclear(f"{name} không phải là chữ UTF-8.") from None


def _written(path: str) -> str:
    return re.sub(r"[%\r\n]", lambda found: _ENCODED[found.group()], path)


def _read(path: str) -> str:
    return re.sub(r"%(25|0[Dd]|0[Aa])", lambda found: chr(int(found[1], 16)), path)
