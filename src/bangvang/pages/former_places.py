"""Places that are no more, with what the site holds of them, and every place of today that they live on in."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign_ties import campaigns_in
from bangvang.pages.lineage import place_link
from bangvang.pages.lists import counts
from bangvang.pages.membership import PLACE
from bangvang.pages.page import Link, Page
from bangvang.pages.periods import in_figures
from bangvang.pages.places import full_name, place_now
from bangvang.pages.reading import Reading
from bangvang.records import Place
from bangvang.records.place import PlaceType
from bangvang.registry import lists_indexed
from bangvang.vietnamese import text_key

TAB = "luu-tru"
URL = "luu-tru/dia-danh/"
_RANK = {kind: place for place, kind in enumerate(PlaceType)}


class Former(NamedTuple):
    """A place as it was."""

    link: Link
    years: str
    people: int
    campaigns: tuple[Link, ...]
    now: tuple[Link, ...]


@question
def former_places(answers: Answers) -> tuple[str, ...]:
    """The places that became others."""
    return tuple(id for id, place in answers.registry.all(Place) if place.became)


def former_places_page(reading: Reading) -> Page:
    """Those that people or campaigns belong to, the largest units first."""
    held = dict(reading.ask(counts, PLACE))
    found: dict[PlaceType, list[Former]] = {}
    for id in reading.ask(former_places):
        place = reading.find(Place, id)
        campaigns = reading.links("campaign", reading.ask(campaigns_in, "place", id))
        if place is not None and (held.get(id) or campaigns):
            found.setdefault(place.type, []).append(
                Former(
                    Link(full_name(reading, id), f"dia-phuong/{id}/"),
                    in_figures(place.from_, place.to),
                    held.get(id, 0),
                    campaigns,
                    tuple(place_link(reading, node) for node in reading.ask(place_now, id)),
                )
            )
    description = "Gương sáng và phong trào theo tên địa phương khi ấy; mỗi nơi dẫn tới tất cả các nơi nay kế tục."
    return Page(
        url=URL,
        tab=TAB,
        title="Theo địa danh xưa",
        description=description,
        template="pages/former_places.html",
        context={
            "groups": [
                (kind.label, sorted(places, key=lambda one: text_key(one.link.text)))
                for kind, places in sorted(found.items(), key=lambda entry: _RANK[entry[0]])
            ],
            "sub": description,
        },
        crumbs=(Link("Lưu trữ", "luu-tru/"),),
        image="site",
        indexed=lists_indexed(reading.site),
    )
