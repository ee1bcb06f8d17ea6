"""JSON-LD: what a page says about its subject to machines, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

Thing = dict[str, object]
Day = date | str
"""A day, or as much of it as is known: "1948", "1948-06"."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_RISKY = re.compile("[<>&\u2028\u2029]")
_CLOSING = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def json_ld_block(*things: Mapping[str, object]) -> str:
    """The data block for a page's head; no text in it can end it. Empty without things."""
    if not things:
        return ""
    content: dict[str, object] = {"@context": "https://schema.org"}
    content |= things[0] if len(things) == 1 else {"@graph": list(things)}
    text = _compact(content)
    if _RISKY.search(text):
        text = text.translate(_CLOSING)
    return f'<script type="application/ld+json">{text}</script>'


def breadcrumb_list(address: str, crumbs: Iterable[tuple[str, str]]) -> Thing:
    """The way from the home page to this one: titles and paths from the site's root."""
    steps = [
        {"@type": "ListItem", "position": place, "name": title, "item": _whole(address, path)}
        for place, (title, path) in enumerate(crumbs, 1)
    ]
    return _thing("BreadcrumbList", itemListElement=steps)


def web_site(address: str, name: str, *, description: str | None = None) -> Thing:
    """The site and its search."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": _whole(address, "tim-kiem/?q={search_term_string}")},
        "query-input": "required name=search_term_string",
    }
    return _thing("WebSite", name=name, url=address, description=description, inLanguage="vi", potentialAction=search)


def person(
    name: str,
    *,
    url: str | None = None,
    other_names: Sequence[str] = (),
    role: str | None = None,
    unit: str | None = None,
    place: str | None = None,
    born: Day | None = None,
    died: Day | None = None,
    awards: Sequence[str] = (),
) -> Thing:
    """Someone honoured; `unit` is where they belong, `place` where they live."""
    return _thing(
        "Person",
        name=name,
        alternateName=other_names,
        url=url,
        jobTitle=role,
        affiliation=organization(unit) if unit else None,
        homeLocation=location(place) if place else None,
        birthDate=_day(born),
        deathDate=_day(died),
        award=awards,
    )


def organization(
    name: str,
    *,
    url: str | None = None,
    other_names: Sequence[str] = (),
    place: str | None = None,
    awards: Sequence[str] = (),
) -> Thing:
    """A collective or an office."""
    return _thing(
        "Organization",
        name=name,
        alternateName=other_names,
        url=url,
        location=location(place) if place else None,
        award=awards,
    )


def event(
    name: str,
    *,
    url: str | None = None,
    start: Day | None = None,
    end: Day | None = None,
    place: str | None = None,
    venue: str | None = None,
    organizers: Sequence[str] = (),
    part_of: tuple[str, str] | None = None,
    description: str | None = None,
) -> Thing:
    """A congress, a ceremony, a campaign; `part_of` is the name and URL of the larger one."""
    return _thing(
        "Event",
        name=name,
        url=url,
        startDate=_day(start),
        endDate=_day(end),
        location=location(venue or place, within=place if venue else None) if venue or place else None,
        organizer=[organization(office) for office in organizers],
        superEvent=_thing("Event", name=part_of[0], url=part_of[1]) if part_of else None,
        description=description,
    )


def location(name: str | None, *, within: str | None = None) -> Thing:
    """A place by its name, perhaps inside a larger one."""
    return _thing("Place", name=name, containedInPlace=location(within) if within else None)


def creative_work(
    name: str,
    *,
    url: str | None = None,
    type: str = "CreativeWork",
    number: str | None = None,
    published: Day | None = None,
    modified: Day | None = None,
    publisher: str | None = None,
    description: str | None = None,
) -> Thing:
    """A decision, document or report ("Report", "Legislation")."""
    return _thing(
        type,
        name=name,
        url=url,
        identifier=number,
        datePublished=_day(published),
        dateModified=_day(modified),
        publisher=organization(publisher) if publisher else None,
        description=description,
        inLanguage="vi",
    )


def dataset(
    name: str, description: str, *, url: str | None = None, licence: str | None = None, creator: Thing | None = None
) -> Thing:
    """Open data."""
    return _thing(
        "Dataset",
        name=name,
        description=description,
        url=url,
        license=licence,
        creator=creator,
        inLanguage="vi",
        isAccessibleForFree=True,
    )


def _thing(type: str, **fields: object) -> Thing:
    """What is known of it: what is absent or empty is left out, a single value stands without a list's brackets."""
    thing: Thing = {"@type": type}
    for name, value in fields.items():
        if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 1 and name != "itemListElement":
            thing[name] = value[0]
        elif value is not None and value not in ("", (), []):
            thing[name] = value
    return thing


def _day(day: Day | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day


def _whole(address: str, path: str) -> str:
    return address + path.lstrip("/")
