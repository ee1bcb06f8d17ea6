"""Small pieces of pages in English: words that stay Vietnamese are marked, so that they are read aloud as such."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from bangvang.pages.addresses import ENGLISH, ROOT
from bangvang.pages.english.addresses import english_url, pair_of
from bangvang.pages.page import Link
from bangvang.pages.paper_names import document_name
from bangvang.pages.places import PlaceLine
from bangvang.pages.reading import Reading, name_of
from bangvang.records import Actor, Agency, Award, Document, Part, WorkField

HOME = Link("Home", ENGLISH)


def vietnamese(text: str) -> Markup:
    """Words of the other language."""
    return Markup(f'<span lang="vi">{escape(text)}</span>')


def to_vietnamese(link: Link) -> Markup:
    """A name that leads to a page in Vietnamese, or nowhere."""
    if link.url is None:
        return vietnamese(link.text)
    return Markup(f'<a href="{ROOT}{link.url}" lang="vi" hreflang="vi">{escape(link.text)}</a>')


def title_of(record: Part) -> str:
    """What a record is called on its own page."""
    if isinstance(record, Document):
        return f"{document_name(record)}: {record.title}"
    return name_of(record)


def joined(parts: Iterable[Markup]) -> Markup:
    """In a row."""
    return Markup(", ").join(parts)


def place(line: PlaceLine | None) -> Markup:
    """As it was called then, and what it is now."""
    if line is None:
        return Markup()
    now = f" <small>(now {vietnamese(line.now_text)})</small>" if line.now else ""
    return Markup(f"{vietnamese(line.text)}{now}")


def record_link(reading: Reading, kind: str, id: str | None) -> Markup:
    """A record by name: to its page in English where it has one, else to the Vietnamese page."""
    link = reading.link(kind, id)
    if link is None or id is None:
        return Markup()
    if pair_of(reading.site, kind, id, reading.part(kind, id)) is None:
        return to_vietnamese(link)
    return Markup(f'<a href="{ROOT}{english_url(kind, id)}" lang="vi">{escape(link.text)}</a>')


def record_links(reading: Reading, kind: str, ids: Iterable[str]) -> Markup:
    """Those of them that the public may see."""
    return joined(link for id in ids if (link := record_link(reading, kind, id)))


def entry_name(entry: Award | WorkField) -> Markup:
    """In English, or in Vietnamese where the office has no other name."""
    return escape(entry.name_en) if entry.name_en else vietnamese(entry.name)


def fields(reading: Reading, ids: Iterable[str]) -> Markup:
    """Fields of work, each leading to its place in the list."""
    return joined(
        Markup(f'<a href="{ROOT}{ENGLISH}fields/#{id}">{entry_name(field)}</a>')
        for id in ids
        if (field := reading.find(WorkField, id))
    )


def agency(reading: Reading, id: str | None) -> Markup:
    """An agency by its Vietnamese name."""
    found = reading.find(Agency, id)
    return vietnamese(found.name) if found else Markup()


def actors(reading: Reading, several: Iterable[Actor]) -> Markup:
    """Agencies and others."""
    names = (vietnamese(actor.name) if actor.name else agency(reading, actor.agency) for actor in several)
    return joined(name for name in names if name)
