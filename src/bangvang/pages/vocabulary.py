"""Pages of the shared lists: an award, a field, a place or an agency with its people; and the lists themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from bangvang.pages.answers import Answers, question
from bangvang.pages.campaign_ties import campaigns_in
from bangvang.pages.channel_addresses import calendar_of, feeds_of, subject_calendar, subject_channel
from bangvang.pages.channels import is_told_of
from bangvang.pages.diary import is_dated
from bangvang.pages.english.addresses import counterpart
from bangvang.pages.held import is_lasting
from bangvang.pages.holders import held_links
from bangvang.pages.honours import brief
from bangvang.pages.lineage import forerunners, successors
from bangvang.pages.listing import listing, part_url
from bangvang.pages.lists import counts
from bangvang.pages.membership import AGENCY, AWARD, FIELD, PLACE
from bangvang.pages.page import Alternate, Link, Page
from bangvang.pages.papers import decision_line, document_line
from bangvang.pages.places import dated_name, days_apart, full_name, place_chain, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.records_index import collected
from bangvang.pages.statistics import figures_brief
from bangvang.records import Agency, Award, Decision, Document, Place, WorkField
from bangvang.records.kinds import kind_name
from bangvang.records.record import Entry
from bangvang.registry import lists_indexed

E = TypeVar("E", Award, WorkField, Agency)
TAB = "guong"
AWARDS = Link("Danh hiệu, hình thức khen thưởng", "danh-hieu/")
FIELDS = Link("Lĩnh vực", "linh-vuc/")
PLACES = Link("Địa phương", "dia-phuong/")
AGENCIES = Link("Cơ quan", "co-quan/")
_NEWEST = 10


@question
def children(answers: Answers, kind: str, id: str) -> tuple[str, ...]:
    """What stands directly below a field, a place or an agency, in the order of the list."""
    below = answers.memory.get(f"below {kind}")
    if below is None:
        found: dict[str, list[str]] = {}
        for child, loaded in answers.registry.by_kind[kind].items():
            parent = getattr(loaded.record, "parent", None)
            if parent:
                found.setdefault(parent, []).append(child)
        below = answers.memory[f"below {kind}"] = found
    assert isinstance(below, dict)
    return tuple(below.get(id, ()))


@question
def agency_forerunners(answers: Answers, id: str) -> tuple[str, ...]:
    """The agencies that became this one."""
    return tuple(
        other for other, agency in answers.registry.all(Agency) if any(turn.id == id for turn in agency.became)
    )


@question
def issued_by(answers: Answers, kind: str, agency: str) -> tuple[str, ...]:
    """An agency's decisions or documents, the latest first."""
    by_agency = answers.memory.get(f"issued {kind}")
    if by_agency is None:
        found: dict[str, list[tuple[str, str]]] = {}
        papers = answers.registry.public(Decision) if kind == "decision" else answers.registry.public(Document)
        for id, paper in papers:
            if isinstance(paper, Decision | Document) and paper.issuer:
                found.setdefault(paper.issuer, []).append((str(paper.date or ""), id))
        by_agency = answers.memory[f"issued {kind}"] = found
    assert isinstance(by_agency, dict)
    return tuple(id for _, id in sorted(by_agency.get(agency, ()), reverse=True))


@question
def naming(answers: Answers, agency: str) -> tuple[str, ...]:
    """The documents that an agency issued, is given work by, or receives."""
    return tuple(answers.registry.used_by("agency", agency, "document"))


@question
def launched_by(answers: Answers, agency: str) -> tuple[str, ...]:
    """An agency's campaigns."""
    return tuple(answers.registry.used_by("agency", agency, "campaign", "issuers"))


@question
def entries(answers: Answers, kind: str) -> tuple[str, ...]:
    """All ids of a list, in its own order."""
    return tuple(answers.registry.by_kind[kind])


def award_page(reading: Reading, id: str, number: str) -> Page:
    """An award: what it is, who may give it, who has it."""
    award = reading.find(Award, id)
    assert award is not None
    return _entry_page(reading, AWARD, id, number, award, AWARDS, "pages/award.html", {
        "award": award,
        "replaces": reading.link("award", award.replaces),
        "powers": [(power.authority.label, _span(power.from_, power.to), power.basis) for power in award.powers],
        "applies_to": ", ".join(kind.label.lower() for kind in award.applies_to),
        "span": _span(award.from_, award.to),
        "lasting": is_lasting(award),
        "held": held_links(reading, id) if number == "1" else [],
    })  # fmt: skip


def field_page(reading: Reading, id: str, number: str) -> Page:
    """A field of work and its people."""
    field = reading.find(WorkField, id)
    assert field is not None
    found = reading.ask(campaigns_in, "field", id)
    return _entry_page(reading, FIELD, id, number, field, FIELDS, "pages/field.html", {
        "field": field,
        "parent": reading.link("field", field.parent),
        "below": reading.links("field", reading.ask(children, "field", id)),
        "campaigns": reading.links("campaign", found),
    })  # fmt: skip


def place_page(reading: Reading, id: str, number: str) -> Page:
    """A place, what it was made of and what became of it, and its people."""
    place = reading.find(Place, id)
    assert place is not None
    line = place_line(reading, id, None)
    above = [node for node in reading.ask(place_chain, id)[1:] if node != "viet-nam"]
    found = reading.ask(campaigns_in, "place", id)
    return _entry_page(reading, PLACE, id, number, place, PLACES, "pages/place.html", {
        "place": place,
        "brief": figures_brief(reading, PLACE, id) if number == "1" else None,
        "sort": _sort(place),
        "line": line,
        "above": _dated_links(reading, above),
        "below": _dated_links(reading, reading.ask(children, "place", id)),
        "span": _span(place.from_, place.to),
        "area_classes": [(period.class_.label, _span(period.from_, period.to)) for period in place.area_classes],
        "became": successors(reading, id) if number == "1" else (),
        "was": forerunners(reading, id) if number == "1" else (),
        "campaigns": reading.links("campaign", found),
    }, name=f"{full_name(reading, id)} (đến {brief(place.to)})" if place.to else dated_name(reading, id))  # fmt: skip


def _dated_links(reading: Reading, ids: Sequence[str]) -> list[Link]:
    """Other places by their own name, told apart where two are called alike."""
    found = []
    for id in ids:
        link = reading.link("place", id)
        if link is not None:
            days = days_apart(reading, id)
            found.append(Link(f"{link.text} ({days})" if days else link.text, link.url))
    return found


def agency_page(reading: Reading, id: str, number: str) -> Page:
    """An agency: what it gave, decided and issued."""
    agency = reading.find(Agency, id)
    assert agency is not None
    decisions = reading.ask(issued_by, "decision", id)
    documents = reading.ask(issued_by, "document", id)
    named = [paper for paper in reading.ask(naming, id) if paper not in documents]
    return _entry_page(reading, AGENCY, id, number, agency, AGENCIES, "pages/agency.html", {
        "agency": agency,
        "parent": reading.link("agency", agency.parent),
        "below": reading.links("agency", reading.ask(children, "agency", id)),
        "place": place_line(reading, agency.place, None),
        "authority": agency.authority_class.label if agency.authority_class else None,
        "span": _span(agency.from_, agency.to),
        "became": reading.links("agency", [turn.id for turn in agency.became]),
        "was": reading.links("agency", reading.ask(agency_forerunners, id)),
        "decisions": [line for paper in decisions[:_NEWEST] if (line := decision_line(reading, paper))],
        "decision_count": len(decisions),
        "documents": [line for paper in documents[:_NEWEST] if (line := document_line(reading, paper))],
        "standing": reading.link("agency", agency.standing_agency_of),
        "campaigns": reading.links("campaign", reading.ask(launched_by, id)),
        "named": reading.links("document", named),
    })  # fmt: skip


def awards_page(reading: Reading) -> Page:
    """The catalogue of awards by kind."""
    listed = ((award.kind.label, id, award) for id, award in _each(reading, Award))
    about = "Các danh hiệu và hình thức khen thưởng, cùng những ai đã được tặng."
    return _index_page(reading, AWARD, AWARDS, about, listed, "danh hiệu, hình thức chưa có ai")


def fields_page(reading: Reading) -> Page:
    """All fields, below those they belong to."""
    listed = (
        ((reading.find(WorkField, field.parent) or field).name, id, field) for id, field in _each(reading, WorkField)
    )
    about = "Những lĩnh vực có người, tập thể được khen thưởng."
    return _index_page(reading, FIELD, FIELDS, about, listed, "lĩnh vực chưa có ai")


def agencies_page(reading: Reading) -> Page:
    """All agencies by level."""
    listed = ((agency.level.label if agency.level else "Khác", id, agency) for id, agency in _each(reading, Agency))
    about = "Cơ quan ban hành văn bản, quyết định và khen thưởng. Con số là số người, tập thể, hộ gia đình được khen."
    return _index_page(reading, AGENCY, AGENCIES, about, listed, "cơ quan chưa khen ai ở đây")


def _each(reading: Reading, model: type[E]) -> Iterator[tuple[str, E]]:
    for id in reading.ask(entries, kind_name(model)):
        entry = reading.find(model, id)
        if entry is not None:
            yield id, entry


def _entry_page(
    reading: Reading,
    dimension: str,
    id: str,
    number: str,
    entry: Award | WorkField | Place | Agency,
    parent: Link,
    template: str,
    context: dict[str, object],
    name: str | None = None,
) -> Page:
    title = name or entry.name
    page = int(number)
    base = f"{parent.url}{id}/"
    people = listing(reading, dimension, id, base, page)
    return Page(
        url=part_url(base, page),
        tab=TAB,
        title=title if page == 1 else f"{title}, trang {page}",
        description=_description(title, people.total),
        template=template,
        context={"people": people, "first": page == 1, "note": entry.note, "sources": entry.sources, **context},
        crumbs=(parent,) if page == 1 else (parent, Link(title, base)),
        image="site",
        indexed=_indexed(reading, entry),
        listed=page == 1,
        alternates=_channels(reading, dimension, id, title) if page == 1 else (),
    )


def _channels(reading: Reading, dimension: str, id: str, title: str) -> tuple[Alternate, ...]:
    """What can be followed of a field or a place."""
    if dimension not in (FIELD, PLACE):
        return ()
    feeds = feeds_of(subject_channel(dimension, id), title) if reading.ask(is_told_of, dimension, id) else ()
    if dimension == PLACE and reading.ask(is_dated, dimension, id):
        return (*feeds, calendar_of(subject_calendar(dimension, id), f"{title}: lịch thi đua"))
    return feeds


def _description(title: str, people: int) -> str:
    counted = f"{people} người, tập thể, hộ gia đình, cùng phong trào và văn bản" if people else "phong trào và văn bản"
    return f"{title}: {counted}."


def _index_page(
    reading: Reading,
    dimension: str,
    link: Link,
    description: str,
    listed: Iterable[tuple[str, str, Award | WorkField | Agency]],
    empty: str,
) -> Page:
    """A whole list, in which entries that hold nobody stand folded; each comes with its heading and id."""
    numbers = dict(reading.ask(counts, dimension))
    groups = collected(
        (heading, (Link(entry.name, f"{link.url}{id}/"), held(numbers.get(id)))) for heading, id, entry in listed
    )
    return Page(
        url=f"{link.url}",
        tab=TAB,
        title=link.text,
        description=description,
        template="pages/groups.html",
        context={"groups": list(groups.items()), "sub": description, "empty": empty},
        image="site",
        indexed=lists_indexed(reading.site),
        pair=counterpart(reading.site, f"{link.url}"),
    )


def _sort(place: Place) -> str:
    """What a place is; one of several words for the same where its name says which."""
    words = place.type.label.split(", ")
    return next((word.capitalize() for word in words if place.name.lower().startswith(word.lower())), place.type.label)


def held(count: int | None) -> str:
    """How many a list holds, in a note beside it."""
    return f"{count} mục" if count else ""


def _span(start: object, end: object) -> str:
    first, last = brief(start), brief(end)  # type: ignore[arg-type]
    if first and last:
        return f"từ {first} đến {last}"
    if first:
        return f"từ {first}"
    return f"đến {last}" if last else ""


def _indexed(reading: Reading, entry: Entry) -> bool:
    return not entry.illustrative and lists_indexed(reading.site)
