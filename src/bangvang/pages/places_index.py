"""The list of places: each province of today with what lies in it, and what its places were called before."""

from __future__ import annotations

from dataclasses import dataclass, field

from bangvang.pages.lists import counts
from bangvang.pages.membership import PLACE
from bangvang.pages.page import Link, Page
from bangvang.pages.periods import in_figures
from bangvang.pages.places import dated_name, days_apart, full_name, lower_first, place_chain, place_now
from bangvang.pages.reading import Reading
from bangvang.pages.vocabulary import PLACES, TAB, entries, held
from bangvang.records import Place
from bangvang.records.place import PlaceType
from bangvang.registry import lists_indexed
from bangvang.vietnamese import text_key

_WIDE = (PlaceType.COUNTRY, PlaceType.REGION)
_FEW = 3
"""So many provinces need no folding."""
Listed = tuple[Link, str]


@dataclass(slots=True)
class Province:
    """A province of today."""

    head: Listed
    today: list[Listed] = field(default_factory=list)
    before: list[Listed] = field(default_factory=list)
    """Under names that are no more."""


def places_page(reading: Reading) -> Page:
    """All places: those of today, and those that are no more with what they became part of."""
    numbers = dict(reading.ask(counts, PLACE))
    provinces: dict[str, Province] = {}
    wide: list[Listed] = []
    for id in reading.ask(entries, "place"):
        place = reading.find(Place, id)
        if place is None:
            continue
        entry = _listed(reading, id, place, numbers.get(id))
        if place.type in _WIDE:
            wide.append(entry)
            continue
        now = reading.ask(place_now, id)
        for root in dict.fromkeys(_root(reading, node) for node in now or (id,)):
            province = provinces.setdefault(root, Province(_head(reading, root, numbers.get(root))))
            if now:
                province.before.append(entry)
            elif id != root:
                province.today.append(entry)
    description = "Địa phương có người, tập thể được khen thưởng, cả tên cũ và tên nay."
    return Page(
        url=f"{PLACES.url}",
        tab=TAB,
        title=PLACES.text,
        description=description,
        template="pages/places.html",
        context={
            "sub": description,
            "provinces": _sorted(list(provinces.values())),
            "wide": wide,
            "open": len(provinces) <= _FEW,
        },
        image="site",
        indexed=lists_indexed(reading.site),
    )


def _root(reading: Reading, id: str) -> str:
    """The province of today, or what is highest below the country, that a place of today lies in."""
    last = id
    for node in reading.ask(place_chain, id):
        place = reading.find(Place, node)
        if place is None or place.type in _WIDE:
            break
        last = node
    now = reading.ask(place_now, last)
    return _root(reading, now[0]) if now else last


def _head(reading: Reading, id: str, number: int | None) -> Listed:
    place = reading.find(Place, id)
    return Link(dated_name(reading, id) if place else id, f"dia-phuong/{id}/"), held(number)


def _listed(reading: Reading, id: str, place: Place, number: int | None) -> Listed:
    """A place with those between it and its province, and with its years where it did not always exist."""
    name, *above = full_name(reading, id).split(", ")
    old = bool(reading.ask(place_now, id))
    text = ", ".join([name, *(above if old else above[:-1])])
    dates = days_apart(reading, id)
    years = in_figures(place.from_, place.to) if old and (place.from_ or not dates) else dates
    return Link(text, f"dia-phuong/{id}/"), ", ".join(part for part in (lower_first(years), held(number)) if part)


def _sorted(provinces: list[Province]) -> list[Province]:
    def key(entry: Listed) -> tuple[str, ...]:
        return text_key(entry[0].text)

    for province in provinces:
        province.today.sort(key=key)
        province.before.sort(key=key)
    return sorted(
        provinces, key=lambda province: text_key(province.head[0].text.removeprefix("Tỉnh ").removeprefix("Thành phố "))
    )
