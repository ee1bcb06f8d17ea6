"""A copy of the site that opens from a folder, without a server: each link ends in a file, data come as scripts.

Beside each page that search finds stands a script with the page's middle, from which search tells why it is a result.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from bangvang.exports.servers.settings import SERVICE_FILES
from bangvang.publishing.parcel import SiteParcel
from bangvang.publishing.written import page_middle
from bangvang.search import FOLDER
from bangvang.search.index import ROWS
from bangvang.search.packing import packed
from bangvang.search.rows import urls_in

_UNUSED = re.compile(r"404\.html|robots\.txt|sitemap[^/]*\.xml|\.well-known/.*")
_LINK = re.compile(r'(?<=[\s;])((?:href|action)="|url=)([^":?#\s][^":?#]*)(?=["?#])')
# From a disk a font comes with its style alone: what was asked for ahead is refused, and the console says so.
_FONT_AHEAD = re.compile(r'<link (?=[^>]*rel="preload")(?=[^>]*as="font")[^>]*>\n?')
_PAGE = "index.html"
_ROWS = f"{FOLDER}{ROWS.name}/"


@dataclass(frozen=True)
class OfflineParcel:
    """A built site, its files changed as they are read."""

    built: SiteParcel
    addresses: Collection[str] = ()
    forgets: bool = True

    @property
    def paths(self) -> Collection[str]:
        """Of every file."""
        return self._sources.keys()

    def read(self, path: str) -> bytes:
        """One of the files."""
        source = self._sources[path]
        data = self.built.read(source)
        if source.startswith(FOLDER) and source != path:
            return _taken(source.removeprefix(FOLDER), data)
        if source != path:
            return _taken(path.removesuffix(".js") + ".json", packed(page_middle(data.decode())))
        if path.endswith(".html"):
            return with_files(data.decode()).encode()
        return data

    @cached_property
    def _sources(self) -> dict[str, str]:
        """Each file's path, and that of the file of the site it is made from."""
        built = self.built.paths
        told = (f"{url}{_PAGE}" for url in self._found())
        return {
            (f"{path.removesuffix('.json')}.js" if path.startswith(FOLDER) else path): path
            for path in built
            if path not in SERVICE_FILES and not _UNUSED.fullmatch(path)
        } | {f"{path.removesuffix('.html')}.js": path for path in told if path in built}

    def _found(self) -> Iterator[str]:
        """The pages that search finds."""
        for path in self.built.paths:
            if path.startswith(_ROWS):
                yield from urls_in(json.loads(self.built.read(path)))


def _taken(path: str, data: bytes) -> bytes:
    return b'BangVangSearch.take("%s",%s);\n' % (path.encode(), data)


def with_files(html: str) -> str:
    """A page whose links to folders of the site lead to the pages in them: from a disk, a folder shows its list."""
    return _LINK.sub(_to_file, _FONT_AHEAD.sub("", html))


def _to_file(link: re.Match[str]) -> str:
    attribute, address = link.groups()
    if address.endswith("/") or address.rpartition("/")[2] in (".", ".."):
        return f"{attribute}{address.removesuffix('/')}/{_PAGE}"
    return link.group()
