"""Exemplars and practices near to somebody: by place and by field, six at most, each group saying why it is shown.

Everybody stands on a ring at a point that only the id decides, and a page shows those who come next after its own
subject. So everybody is shown by about as many pages, and whoever joins or leaves changes the few pages before. A
large ring is cut into parts, so that a page looks at no more than its own.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from hashlib import blake2b
from typing import NamedTuple, TypeAlias, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.membership import place_lines, valid_honours
from bangvang.pages.page import Link
from bangvang.pages.people import PersonCard, is_illustrative, person_card
from bangvang.pages.places import full_name, lower_first, place_chain, place_now
from bangvang.pages.reading import Reading
from bangvang.records import Place, Practice, WorkField
from bangvang.registry import Laureate, PageForm

EACH = 2
"""So many of a group; there are three groups."""
_POINT_BITS = 32
_PART = 16
"""A ring of twice as many is cut in two."""

Rings: TypeAlias = dict[tuple[str, str], tuple[str, ...]]
"""What holds a ring together, such as ("place", id) → everybody on it, by point."""


class Kin(NamedTuple):
    """Some who are near, and in what."""

    heading: str
    why: Link
    people: tuple[PersonCard, ...] = ()
    practices: tuple[Link, ...] = ()


@question
def ring_cuts(answers: Answers, ring: str, key: str) -> int | None:
    """How many times a ring is halved; None where there is nobody on it."""
    everybody = _rings(answers).get((ring, key))
    return max(0, (len(everybody) // _PART).bit_length() - 1) if everybody else None


@question
def rings_around(answers: Answers, ring: str, place: str) -> tuple[tuple[str, int], ...]:
    """The places around one, the nearest first, whose rings hold anybody, and how many times each is halved."""
    now = answers.ask(place_now, place)
    above = (node for one in (place, *now) for node in answers.ask(place_chain, one)[1:])
    found = ((node, answers.ask(ring_cuts, ring, node)) for node in dict.fromkeys((place, *now, *above)))
    return tuple((node, cuts) for node, cuts in found if cuts is not None)


@question
def ring_part(answers: Answers, ring: str, key: str, cuts: int, part: int) -> tuple[str, ...]:
    """Who stands on one part of a ring, by point."""
    everybody = _rings(answers).get((ring, key), ())
    start, end = (bisect_left(everybody, at << (_POINT_BITS - cuts), key=_point) for at in (part, part + 1))
    return everybody[start:end]


def kin_of(reading: Reading, laureate: Laureate, shown: Collection[str], own: Collection[str]) -> tuple[Kin, ...]:
    """Who else lives there, who else does such work, what else was tried; none `shown` already, nothing `own`."""
    sort = _sort(laureate)
    out = {laureate.id, *shown}
    near = _near(reading, laureate, sort, out)
    if near is not None:
        out |= {card.id for card in near.people}
    fields = _fields(reading.answers, laureate)
    alike = _alike(reading, laureate.id, fields, sort, out)
    return tuple(kin for kin in (near, alike, _tried(reading, laureate.id, fields, sort, own)) if kin is not None)


def _near(reading: Reading, laureate: Laureate, sort: str, out: Collection[str]) -> Kin | None:
    """From the smallest place around that has any: one's own, what it is today, then those above."""
    ring = f"{sort}place"
    for place, cuts in reading.ask(rings_around, ring, laureate.place) if laureate.place else ():
        found = _next(reading, ring, place, cuts, laureate.id, out)
        if found and reading.find(Place, place) is not None:
            why = Link(lower_first(full_name(reading, place)), f"dia-phuong/{place}/")
            return Kin("Gương gần đây", why, tuple(person_card(reading, id) for id in found))
    return None


def _alike(reading: Reading, id: str, fields: Iterable[str], sort: str, out: Collection[str]) -> Kin | None:
    for field in fields:
        found = _first(reading, f"{sort}field", field, id, out)
        why = reading.link("field", field)
        if found and why is not None:
            return Kin("Gương cùng lĩnh vực", why, tuple(person_card(reading, id) for id in found))
    return None


def _tried(reading: Reading, id: str, fields: Iterable[str], sort: str, own: Collection[str]) -> Kin | None:
    for field in fields:
        found = _first(reading, f"{sort}practice", field, id, own)
        links, why = reading.links("practice", found), reading.link("field", field)
        if links and why is not None:
            return Kin("Cách làm để học theo", why, practices=links)
    return None


def _first(reading: Reading, ring: str, key: str, id: str, out: Collection[str]) -> tuple[str, ...]:
    cuts = reading.ask(ring_cuts, ring, key)
    return _next(reading, ring, key, cuts, id, out) if cuts is not None else ()


def _next(reading: Reading, ring: str, key: str, cuts: int, id: str, out: Collection[str]) -> tuple[str, ...]:
    """The first on the part of the ring where somebody stands, beginning behind them, but none that are `out`."""
    everybody = reading.ask(ring_part, ring, key, cuts, _part(id, cuts))
    start = bisect(everybody, _point(id), key=_point)
    found = []
    for other in everybody[start:] + everybody[:start]:
        if other not in out:
            found.append(other)
            if len(found) == EACH:
                break
    return tuple(found)


def _rings(answers: Answers) -> Rings:
    known = answers.memory.get("rings")
    if known is None:
        known = answers.memory["rings"] = _build_rings(answers)
    return cast("Rings", known)


def _build_rings(answers: Answers) -> Rings:
    """Those with a page of their own, which tells more than a list does; what is invented stays among itself."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for laureate in answers.registry.laureates.values():
        if laureate.profile is None:
            continue
        shown = answers.appearance(laureate)
        if shown.listed and shown.page is PageForm.FULL:
            sort = _sort(laureate)
            for place in answers.ask(place_lines, laureate.place) if laureate.place else ():
                found[f"{sort}place", place].append(laureate.id)
            for field in _fields(answers, laureate):
                found[f"{sort}field", field].append(laureate.id)
    for id, practice in answers.registry.public(Practice):
        for field in practice.fields:
            found[f"{'invented ' if practice.illustrative else ''}practice", field].append(id)
    return {key: tuple(sorted(ids, key=lambda id: (_point(id), id))) for key, ids in found.items()}


def _fields(answers: Answers, laureate: Laureate) -> tuple[str, ...]:
    """One's own before those of single honours."""
    honoured = (field for honour in valid_honours(answers, laureate.id) for field in honour.fields)
    known = answers.registry.find
    return tuple(field for field in dict.fromkeys((*laureate.subject.fields, *honoured)) if known(WorkField, field))


def _sort(laureate: Laureate) -> str:
    return "invented " if is_illustrative(laureate) else ""


@cache
def _point(id: str) -> int:
    return int.from_bytes(blake2b(id.encode(), digest_size=_POINT_BITS // 8).digest(), "big")


def _part(id: str, cuts: int) -> int:
    return _point(id) >> (_POINT_BITS - cuts)
