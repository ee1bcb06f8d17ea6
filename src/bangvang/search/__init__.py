"""The search index: entries of all public pages, filed so that a browser finds them with a few small files."""

from bangvang.search.entry import Entry
from bangvang.search.index import HEAD, Files, Index, Words, index_files

FOLDER = "tim-kiem/chi-muc/"
"""Where the index stands in the site."""

__all__ = ["FOLDER", "HEAD", "Entry", "Files", "Index", "Words", "index_files"]
