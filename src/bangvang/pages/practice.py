"""The page of a practice worth copying: what was wrong, what was done, what it brought, who does it too."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.adoptions import practice_tree, spread_map
from bangvang.pages.answers import Answers, question
from bangvang.pages.figure_charts import shown
from bangvang.pages.honours import brief, spoken
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import agency_link
from bangvang.pages.places import PlaceLine, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import (
    Section,
    measure_lines,
    notice,
    record_card,
    record_page,
    shown_people,
    was_removed,
)
from bangvang.pages.records_index import Entry, Front, each, facts, grouped, index_page
from bangvang.records import Practice
from bangvang.records.practice import Adoption
from bangvang.vietnamese import text_key

TAB = "mo-hinh"
SECTION = Section("practice", TAB, Link("Cách làm hay", "mo-hinh/"))
CRUMBS = SECTION.crumbs
_ALIKE = 6
_UNGROUPED = 24
"""Up to so many practices make one list; more are put under their fields."""
_FRONT = Front(
    sub="Mô hình, sáng kiến, kinh nghiệm và cách làm hay: vướng điều gì, làm thế nào, được gì và ai đã làm theo.",
    icon="idea",
    empty="Chưa có cách làm nào được giới thiệu",
    hint="Khi một mô hình, sáng kiến được xác nhận là có kết quả và đáng học, cách làm sẽ được kể lại ở đây.",
)


class AdoptionLine(NamedTuple):
    """Somebody who does it too."""

    unit: Link
    place: PlaceLine | None
    since: str
    result: str
    source: str


@question
def practices_alike(answers: Answers, id: str) -> tuple[str, ...]:
    """Practices of the same fields, those that share most first."""
    practice = answers.registry.find(Practice, id)
    if practice is None:
        return ()
    own = set(practice.fields)
    near = [
        (-len(own & set(other.fields)), other_id)
        for other_id, other in answers.registry.public(Practice)
        if other_id != id and own & set(other.fields)
    ]
    return tuple(other_id for _, other_id in sorted(near)[:_ALIKE])


def practice_page(reading: Reading, id: str) -> Page:
    """The page that the practice's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    practice = reading.find(Practice, id)
    assert practice is not None
    adopted = tuple(_adoption(reading, entry) for entry in _adopters(reading, practice))
    place = place_line(reading, practice.place, None)
    context = {
        "practice": practice,
        "fields": reading.links("field", practice.fields),
        "place": place,
        "since": spoken(practice.since),
        "campaign": reading.link("campaign", practice.campaign),
        "people": shown_people(reading, practice.honourees),
        "results": measure_lines(practice.results),
        "adopted": adopted,
        "alike": reading.links("practice", reading.ask(practices_alike, id)),
    }
    charts = shown((practice_tree(reading, id, practice), spread_map(reading, id)))
    card = record_card(
        reading,
        SECTION,
        id,
        practice,
        label=practice.kind.label,
        lines=(place.text if place else "", f"{len(adopted)} nơi đã làm theo" if adopted else ""),
    )
    return record_page(
        reading,
        SECTION,
        id,
        practice,
        description=_description(practice, len(adopted)),
        context={**context, "charts": charts, "chart_files": SECTION.url(id)},
        card=card,
        charts=tuple(charts),
    )


def practices_page(reading: Reading) -> Page:
    """All practices, the latest first; under their fields when they are many."""
    told = [(practice, _entry(reading, link, practice)) for link, practice in each(reading, SECTION, Practice)]
    told.sort(key=lambda pair: text_key(pair[0].name))
    told.sort(key=lambda pair: str(pair[0].updated or pair[0].since or ""), reverse=True)
    if len(told) <= _UNGROUPED:
        groups = grouped(("", entry) for _, entry in told)
    else:
        groups = grouped((_field(reading, practice) or "Lĩnh vực khác", entry) for practice, entry in told)
        groups = tuple(sorted(groups, key=lambda group: text_key(group.heading)))
    return index_page(reading, SECTION, _FRONT, groups)


def _adoption(reading: Reading, adoption: Adoption) -> AdoptionLine:
    person = reading.person(adoption.honouree) if adoption.honouree else None
    known = person or agency_link(reading, adoption.agency)
    return AdoptionLine(
        unit=Link(adoption.unit, known.url if known else None),
        place=place_line(reading, adoption.place, None),
        since=brief(adoption.since),
        result=adoption.result or "",
        source=adoption.source or "",
    )


def _adopters(reading: Reading, practice: Practice) -> list[Adoption]:
    return [entry for entry in practice.adopted if not was_removed(reading, entry.honouree)]


def _entry(reading: Reading, link: Link, practice: Practice) -> Entry:
    people = [person.text for id in practice.honourees[:2] if (person := reading.person(id))]
    adopted = len(_adopters(reading, practice))
    return Entry(
        link=link,
        badge=_field(reading, practice) or practice.kind.label,
        summary=practice.summary or "",
        facts=facts(
            ("people", ", ".join(people)),
            ("check", f"{adopted} nơi đã làm theo" if adopted else None),
        ),
        illustrative=practice.illustrative,
    )


def _field(reading: Reading, practice: Practice) -> str:
    links = reading.links("field", practice.fields[:1])
    return links[0].text if links else ""


def _description(practice: Practice, adopted: int) -> str:
    told = f"{practice.kind.label} “{practice.name}”: cách làm, kết quả và điều kiện áp dụng"
    return f"{told}, {adopted} nơi đã làm theo." if adopted else f"{told}."
