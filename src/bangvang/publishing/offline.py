"""A copy of the site that opens from a folder, without a server: each link ends in a file, data come as scripts."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from bangvang.exports.servers.settings import SERVICE_FILES
from bangvang.publishing.parcel import SiteParcel
from bangvang.search import FOLDER

_UNUSED = re.compile(r"404\.html|robots\.txt|sitemap[^/]*\.xml|\.well-known/.*")
_LINK = re.compile(r'(?<=[\s;])((?:href|action)="|url=)([^":?#\s][^":?#]*)(?=["?#])')
_PAGE = "index.html"


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
        if source != path:
            return b'BangVangSearch.take("%s",%s);\n' % (source.removeprefix(FOLDER).encode(), data)
        if path.endswith(".html"):
            return with_files(data.decode()).encode()
        return data

    @cached_property
    def _sources(self) -> dict[str, str]:
        """Each file's path, and that of the file of the site it is made from."""
        return {
            (f"{path.removesuffix('.json')}.js" if path.startswith(FOLDER) else path): path
            for path in self.built.paths
            if path not in SERVICE_FILES and not _UNUSED.fullmatch(path)
        }


def with_files(html: str) -> str:
    """A page whose links to folders of the site lead to the pages in them: from a disk, a folder shows its list."""
    return _LINK.sub(_to_file, html)


def _to_file(link: re.Match[str]) -> str:
    attribute, address = link.groups()
    if address.endswith("/") or address.rpartition("/")[2] in (".", ".."):
        return f"{attribute}{address.removesuffix('/')}/{_PAGE}"
    return link.group()
