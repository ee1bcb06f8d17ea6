"""The search index: entries of all public pages, filed so that a browser finds them with a few small files."""

from bangvang.search.entry import Entry
from bangvang.search.index import HEAD, index_files

__all__ = ["HEAD", "Entry", "index_files"]
