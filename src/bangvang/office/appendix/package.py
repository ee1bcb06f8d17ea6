"""The parts inside an Office file, read within bounds: a small file may claim to be a very large one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bangvang.office.appendix.fault import AppendixError

MAX_PART = 80_000_000
MAX_TOTAL = 160_000_000
MAX_PARTS = 5_000
MAX_ELEMENTS = 4_000_000
_CHUNK = 1 << 20

DAMAGED = AppendixError(
    "Tệp bị hỏng hoặc chép chưa trọn", "Hãy mở bằng Excel hoặc Word, lưu lại thành tệp mới rồi nhập tệp mới ấy."
)
TOO_LARGE_INSIDE = AppendixError(
    "Nội dung nén trong tệp lớn bất thường nên không đọc tiếp",
    "Hãy chép riêng bảng danh sách sang một tệp mới rồi nhập tệp ấy.",
)


class Package:
    """A zip archive of XML parts."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise DAMAGED from None
        self.names = frozenset(self._zip.namelist())
        self._left = MAX_TOTAL
        if len(self.names) > MAX_PARTS:
            raise TOO_LARGE_INSIDE

    def read(self, name: str) -> bytes:
        """One part; what the archive says of its size is not believed."""
        found = bytearray()
        try:
            with self._zip.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    found += chunk
                    if len(found) > min(MAX_PART, self._left):
                        raise TOO_LARGE_INSIDE
        except RuntimeError:
            raise AppendixError("Tệp có mật khẩu", "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập.") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError):
            raise DAMAGED from None
        self._left -= len(found)
        return bytes(found)

    def root(self, name: str) -> Element:
        """The whole tree of a part."""
        root: Element | None = None
        for root in elements(self.read(name)):  # noqa: B007 - the root ends last
            pass
        if root is None:
            raise DAMAGED
        return root

    def related(self, name: str) -> Mapping[str, str]:
        """Ids of the parts that a part refers to, inside the package."""
        folder, _, file = name.rpartition("/")
        path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if path not in self.names:
            return {}
        found = {}
        for relation in self.root(path):
            if relation.get("TargetMode") != "External":
                found[relation.get("Id", "")] = _resolved(folder, relation.get("Target", ""))
        return found


def elements(data: bytes) -> Iterator[Element]:
    """The elements of a part as they end; entities are refused, they have no business in an Office file."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if "<!DOCTYPE".encode(encoding) in data:
            raise DAMAGED
    try:
        for count, (_, element) in enumerate(ElementTree.iterparse(io.BytesIO(data), events=("end",))):
            if count > MAX_ELEMENTS:
                raise TOO_LARGE_INSIDE
            yield element
    except (ElementTree.ParseError, ValueError, LookupError):
        raise DAMAGED from None


def local(name: str) -> str:
    """A name without its namespace: formats come in a transitional and a strict dress."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name."""
    for key, value in element.items():
        if local(key) == name:
            return value
    return None


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of one local name."""
    return (child for child in element if local(child.tag) == name)


def child(element: Element, name: str) -> Element | None:
    """The first child of a local name."""
    return next(children(element, name), None)


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            del parts[-1:]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)
