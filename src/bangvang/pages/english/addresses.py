"""Where pages in English stand, and which records have one."""

from __future__ import annotations

from collections.abc import Mapping

from bangvang.pages.addresses import ENGLISH
from bangvang.pages.page import Pair
from bangvang.records import KINDS, Entry, Part, Site

FOLDERS: Mapping[str, str] = {
    "honouree": "people",
    "campaign": "campaigns",
    "practice": "practices",
    "event": "events",
    "document": "documents",
    "report": "reports",
}
"""Kinds whose records can have a page in English, and the folder of each."""
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


AWARDS, FIELDS = f"{ENGLISH}awards/", f"{ENGLISH}fields/"
_COUNTERPARTS = {"": ENGLISH, "danh-hieu/": AWARDS, "linh-vuc/": FIELDS}


def speaks_english(site: Site | None) -> bool:
    """Whether the site has pages in English."""
    return site is not None and site.name_en is not None


def list_url(kind: str) -> str:
    """Where all pages of a kind are listed."""
    return f"{ENGLISH}{FOLDERS[kind]}/"


def english_url(kind: str, id: str) -> str:
    """Where a record is told in English."""
    return f"{list_url(kind)}{id}/"


def vietnamese_url(kind: str, id: str) -> str:
    """Where it is told in full."""
    return f"{KINDS[kind].url}/{id}/"


def vietnamese_of(url: str) -> str | None:
    """Where the record is told in Vietnamese that stands at an address in English."""
    folder, _, id = url.removeprefix(ENGLISH).strip("/").partition("/")
    kind = _KINDS.get(folder) if url.startswith(ENGLISH) else None
    return vietnamese_url(kind, id) if kind and id else None


def counterpart(site: Site | None, url: str) -> Pair | None:
    """Both pages of which the Vietnamese one stands at this address; None where there is no other."""
    english = _COUNTERPARTS.get(url) if speaks_english(site) else None
    return Pair(url, english) if english else None


def pair_of(site: Site | None, kind: str, id: str, record: Part | None) -> Pair | None:
    """Both pages of a record that the public may see in full; None where there is nothing in English."""
    if not speaks_english(site) or kind not in FOLDERS or not isinstance(record, Entry) or not record.summary_en:
        return None
    return Pair(vietnamese_url(kind, id), english_url(kind, id))
