"""What stands at each address of a site: a record of some kind, a list, a hand-written page, a feed.

The digest of a record is made of what the office wrote in it, not of its page: a new engine or a new year changes
every page, and is no change to any record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from bangvang.pages.addresses import ENGLISH
from bangvang.pages.channel_addresses import FOLDER as CHANNELS
from bangvang.publishing.ledger import REMOVED, WITHDRAWN
from bangvang.publishing.memory import MadePage
from bangvang.publishing.written import NEWS, written_digest, written_title
from bangvang.records import KINDS, Decision, Part, Removed
from bangvang.registry import Laureate, PageForm, Registry, appearance

LIST, WRITTEN, FEED = "list", "page", "feed"
_UNTITLED = frozenset({"honouree", "decision", "consultation"})
"""Kinds whose titles may name people who live: nothing but the address is kept of them."""
_FEEDS = (".atom", ".rss", ".ics")
_PAGE = "index.html"
_OF_FORM = {PageForm.TOMBSTONE: WITHDRAWN, PageForm.REMOVAL_NOTICE: REMOVED}
_HEAD = {"number", "date", "title", "issuer", "award", "basis", "campaign", "event", "signer"}
"""What a decision says for all its rows."""
_BY_URL = {kind.url: name for name, kind in KINDS.items() if kind.url}


class Content(NamedTuple):
    """What stands at one address."""

    kind: str
    digest: str
    title: str
    """Empty where it could name somebody."""


def contents(
    registry: Registry, pages: Mapping[str, MadePage], files: Collection[str], redirects: Collection[str], site: Path
) -> dict[str, Content]:
    """Every permanent address of a built site; `redirects` are the files that only lead on."""
    heads: dict[str, str] = {}
    found = {f"/{url}": _of_page(registry, heads, url, made) for url, made in pages.items() if made.listed}
    for path in files:
        if path in redirects:
            continue
        if path == _PAGE or path.endswith(f"/{_PAGE}"):
            found[f"/{path.removesuffix(_PAGE)}"] = _of_file(site / path, path)
        elif is_feed(path):
            # Those that the engine makes come and go with the records they tell of, as lists do.
            found[f"/{path}"] = Content(LIST if path.startswith(CHANNELS) else FEED, "", "")
    return found


def record_at(registry: Registry, url: str) -> tuple[str, str] | None:
    """The kind and id of the record whose page an address is; None for lists and the like."""
    folder, _, id = url.strip("/").partition("/")
    kind = _BY_URL.get(folder)
    return (kind, id) if kind and id and registry.exists(kind, id) else None


def kind_of_folder(address: str) -> str | None:
    """The kind whose pages stand in the folder of an address, whether or not there is such a record."""
    folder, _, id = address.strip("/").partition("/")
    return _BY_URL.get(folder) if id and "/" not in id else None


def record_digest(registry: Registry, kind: str, id: str) -> str:
    """Of what the public may see of a record, as the office wrote it."""
    return _digest(registry, {}, kind, id)


def is_feed(path: str) -> bool:
    """Whether readers' programs come back to this file."""
    name = path.rpartition("/")[2]
    return (
        name.endswith(_FEEDS) or path.startswith(CHANNELS) or (name.endswith(".xml") and not name.startswith("sitemap"))
    )


def _of_page(registry: Registry, heads: dict[str, str], url: str, made: MadePage) -> Content:
    if url.startswith(ENGLISH):  # what is told there stands in Vietnamese too, and counts once
        return Content(LIST, "", "")
    found = record_at(registry, url)
    if found is None:
        return Content(LIST, "", made.title)
    kind, id = found
    digest = _digest(registry, heads, kind, id)
    return Content(kind, digest, "" if kind in _UNTITLED or digest == REMOVED else made.title)


def _of_file(path: Path, address: str) -> Content:
    html = path.read_text(encoding="utf-8", errors="replace")
    return Content(WRITTEN, written_digest(html), "" if address.startswith(NEWS) else written_title(html))


def _digest(registry: Registry, heads: dict[str, str], kind: str, id: str) -> str:
    if kind == "honouree":
        laureate = registry.laureate(id)
        if laureate is not None:
            return _of_laureate(registry, heads, laureate)
    loaded = registry.loaded(kind, id)
    if loaded is None:
        return ""
    state = _OF_FORM.get(appearance(loaded.record, registry.day, registry.site).page)
    return state or _short(_dump(loaded.record))


def _of_laureate(registry: Registry, heads: dict[str, str], laureate: Laureate) -> str:
    state = _OF_FORM.get(registry.appearance_of(laureate).page)
    return state or _short("\n".join(_told(registry, heads, laureate)))


def _told(registry: Registry, heads: dict[str, str], laureate: Laureate) -> Iterator[str]:
    profile = registry.shown_profile(laureate)
    if profile is not None:
        yield _dump(profile)
    rows = []
    for honour in laureate.honours:
        if honour.decision is not None and registry.visible(honour):
            head = heads.get(honour.source.id)
            if head is None:
                head = heads[honour.source.id] = _head(honour.source.id, honour.decision)
            rows.append(f"{head} {_dump(honour.facts)}")
    yield from sorted(rows)


def _head(id: str, decision: Decision) -> str:
    return f"{id} {decision.model_dump_json(include=_HEAD, exclude_defaults=True)}"


def _dump(record: Part) -> str:
    assert not isinstance(record, Removed)
    return record.model_dump_json(exclude_defaults=True, exclude={"waivers"})


def _short(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
