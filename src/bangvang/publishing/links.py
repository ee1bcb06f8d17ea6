"""Links within a site that lead nowhere: looked for before a publication, in every page of a parcel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from posixpath import normpath
from urllib.parse import unquote

from bangvang.publishing.parcel import Parcel

_PAGE = "index.html"
_LINK = re.compile(rb'\s(?:href|src|action|poster)="([^"]*)"')
_MARK = re.compile(rb'\sid="([^"]*)"')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """Something that is linked and is not there."""

    link: str
    pages: tuple[str, ...]
    """Where the link stands."""

    def told(self) -> str:
        """With what to do."""
        page = self.pages[0].removesuffix(_PAGE)
        more = f" và {len(self.pages) - 1} trang khác" if len(self.pages) > 1 else ""
        return (
            f"/{page}{more}: liên kết “{self.link}” không dẫn tới đâu → "
            "Sửa liên kết ấy trong hồ sơ hoặc trong docs/, hoặc thêm trang mà nó dẫn tới."
        )


def dead_ends(parcel: Parcel, base: str = "/") -> list[DeadEnd]:
    """Every page, file or part of a page that the parcel's pages link to and that it does not hold."""
    walk = _Walk(parcel, base)
    found: dict[str, dict[str, str]] = {}
    for path in sorted(path for path in parcel.paths if path.endswith(".html")):
        for link in walk.dead_links(path):
            found.setdefault(_absolute(path, link), {})[path] = link
    return [DeadEnd(next(iter(links.values())), tuple(links)) for links in found.values()]


def _absolute(path: str, link: str) -> str:
    """The same for every link to one thing."""
    address, mark, part = link.partition("#")
    whole = address if address.startswith("/") else f"/{path.rpartition('/')[0]}/{address}"
    return normpath(whole if address else f"/{path}") + mark + part


@dataclass
class _Walk:
    parcel: Parcel
    base: str
    """The address of the site's root, for links that begin with a slash."""
    _marks: dict[str, frozenset[str]] = field(default_factory=dict)
    _ends: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def dead_links(self, path: str) -> Iterator[str]:
        data = self.parcel.read(path)
        for raw in dict.fromkeys(_LINK.findall(data)):
            link = unescape(raw.decode("utf-8", "replace"))
            if not _OUTSIDE.match(link) and not self._leads_somewhere(path, link):
                yield link

    def _leads_somewhere(self, path: str, link: str) -> bool:
        address, _, mark = link.partition("#")
        end = self._end(path, address.partition("?")[0])
        if end is None:
            return False
        return not mark or not end.endswith(".html") or unquote(mark) in self._marks_of(end)

    def _end(self, path: str, address: str) -> str | None:
        """The file that a link asks for; most links of a site are the same from every folder of one depth."""
        if not address:
            return path
        folder = path.rpartition("/")[0]
        key = (folder if not address.startswith("../") else str(folder.count("/")), address)
        if address.startswith("../") and not _climbs_to_top(folder, address):
            key = (folder, address)
        if key not in self._ends:
            self._ends[key] = self._found(folder, unquote(address))
        return self._ends[key]

    def _found(self, folder: str, address: str) -> str | None:
        if address.startswith("/"):
            if not address.startswith(self.base):
                return None
            whole = address.removeprefix(self.base)
        else:
            whole = f"{folder}/{address}"
        path = normpath(whole).lstrip("/") if whole else ""
        if path.startswith(".."):
            return None
        path = "" if path == "." else path
        for end in (path, f"{path}/{_PAGE}".lstrip("/")):
            if end in self.parcel.paths:
                return end
        return None

    def _marks_of(self, path: str) -> frozenset[str]:
        if path not in self._marks:
            found = _MARK.findall(self.parcel.read(path))
            self._marks[path] = frozenset(unescape(mark.decode("utf-8", "replace")) for mark in found)
        return self._marks[path]


def _climbs_to_top(folder: str, address: str) -> bool:
    """Whether a link leaves all folders of its page before it goes down again."""
    return address.startswith("../" * (folder.count("/") + 1))
