"""The page of an event: when and where, who spoke, who was honoured, what was launched, and the rest of its series."""

from __future__ import annotations

from typing import NamedTuple

from bangvang.pages.answers import Answers, question
from bangvang.pages.course import days_text, event_course
from bangvang.pages.honours import brief
from bangvang.pages.json_ld import event as event_thing
from bangvang.pages.page import Link, Page
from bangvang.pages.papers import actor_links, decision_line, document_line
from bangvang.pages.periods import in_words
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import Section, address_of, notice, record_page, shown_people, was_removed
from bangvang.pages.records_index import Entry, Front, by_time, each, facts, index_page
from bangvang.records import Event, PartialDate
from bangvang.registry import PageForm
from bangvang.vietnamese import format_number, roman, text_key

TAB = "phong-trao"
SECTION = Section("event", TAB, Link("Sự kiện", "su-kien/"))
CRUMBS = SECTION.crumbs
_FRONT = Front(
    sub="Đại hội, hội nghị, lễ phát động, lễ tôn vinh: họp khi nào, ở đâu, ai được vinh danh, phong trào nào mở ra.",
    icon="cal",
    empty="Chưa có sự kiện nào được công bố",
    hint="Đại hội, hội nghị, lễ phát động và lễ tôn vinh sẽ có trang riêng ở đây, trước và sau ngày diễn ra.",
)


class SpeakerLine(NamedTuple):
    """Who spoke, and on what."""

    name: Link | None
    topic: str


class Series(NamedTuple):
    """The other times of the same event."""

    name: str
    times: tuple[tuple[Link, str, bool], ...]
    """Each with its year, and whether it is this one."""
    previous: Link | None
    next: Link | None


@question
def events_of_series(answers: Answers, series: str) -> tuple[str, ...]:
    """The events of a series, the first one first."""
    known = answers.memory.get("event series")
    if known is None:
        known = answers.memory["event series"] = _by_series(answers)
    assert isinstance(known, dict)
    return tuple(known.get(series, ()))


@question
def told_at(answers: Answers, id: str) -> tuple[tuple[str, str], ...]:
    """Who says in the profile to have shared experience at the event, and on what."""
    found = []
    for honouree in answers.registry.used_by("event", id, "honouree", "shared_experience"):
        laureate = answers.registry.laureate(honouree)
        if laureate is None or answers.appearance(laureate).page is not PageForm.FULL or laureate.shown is None:
            continue
        found += [(laureate.id, told.topic) for told in laureate.shown.shared_experience if told.event == id]
    return tuple(found)


@question
def papers_of_event(answers: Answers, kind: str, id: str) -> tuple[str, ...]:
    """Decisions made for the event, or documents that it led to."""
    return tuple(answers.registry.used_by("event", id, kind))


def event_page(reading: Reading, id: str) -> Page:
    """The page that the event's state allows."""
    gone = notice(reading, SECTION, id)
    if gone is not None:
        return gone
    event = reading.find(Event, id)
    assert event is not None
    organisers = actor_links(reading, event.organiser)
    place = place_line(reading, event.place, None)
    context = {
        "event": event,
        "course": event_course(event, reading.day),
        "days": when(event),
        "ordinal": f"Lần thứ {roman(event.ordinal)}" if event.ordinal else "",
        "place": place,
        "organisers": organisers,
        "delegates": delegates_line(event),
        "series": _series(reading, id, event),
        "speakers": _speakers(reading, id, event),
        "campaigns": reading.links("campaign", event.campaigns),
        "launches": reading.links("campaign", event.launches),
        **_honoured(reading, id, event),
    }
    thing = event_thing(
        event.name,
        url=address_of(reading, SECTION.url(id)),
        start=str(event.from_) if event.from_ else None,
        end=str(event.to) if event.to else None,
        place=place.text if place else None,
        venue=event.venue,
        organizers=[link.text for link in organisers],
        description=event.summary,
    )
    return record_page(reading, SECTION, id, event, description=_description(event), context=context, data=(thing,))


def events_page(reading: Reading) -> Page:
    """All events by year, the latest first."""
    told = list(each(reading, SECTION, Event))
    told.sort(key=lambda pair: text_key(pair[1].name))
    told.sort(key=lambda pair: _order(pair[1]), reverse=True)
    groups = by_time((_year(event), _entry(reading, link, event)) for link, event in told)
    return index_page(reading, SECTION, _FRONT, groups)


def when(event: Event) -> str:
    """“Ngày 23/01/2026”, “Từ 01/5/1952 đến 06/5/1952”; empty while the day is not known."""
    start, end = event.from_ or event.to, event.to or event.from_
    if start is None:
        return ""
    text = in_words(start, end)
    return f"Ngày {text}" if start == end and start.day else text


def _honoured(reading: Reading, id: str, event: Event) -> dict[str, object]:
    named = event.honoured
    decisions = [*(named.decisions if named else ()), *reading.ask(papers_of_event, "decision", id)]
    documents = [*event.documents, *reading.ask(papers_of_event, "document", id)]
    return {
        "decisions": [line for other in dict.fromkeys(decisions) if (line := decision_line(reading, other))],
        "documents": [line for other in dict.fromkeys(documents) if (line := document_line(reading, other))],
        "people": shown_people(reading, named.honourees if named else ()),
    }


def _by_series(answers: Answers) -> dict[str, list[str]]:
    found: dict[str, list[tuple[int, str, str]]] = {}
    for id, event in answers.registry.public(Event):
        if event.series:
            found.setdefault(event.series, []).append((event.ordinal or 0, str(event.from_ or ""), id))
    return {series: [id for _, _, id in sorted(times)] for series, times in found.items()}


def _series(reading: Reading, id: str, event: Event) -> Series | None:
    if not event.series:
        return None
    ids = reading.ask(events_of_series, event.series)
    place = ids.index(id) if id in ids else -1
    before = ids[place - 1] if place > 0 else None
    after = ids[place + 1] if 0 <= place < len(ids) - 1 else None
    times = []
    for other in ids:
        link, record = reading.link("event", other), reading.find(Event, other)
        if link is not None and record is not None:
            times.append((link, _year(record), other == id))
    return Series(event.series, tuple(times), reading.link("event", before), reading.link("event", after))


def _speakers(reading: Reading, id: str, event: Event) -> list[SpeakerLine]:
    found = []
    for speaker in event.speakers:
        if was_removed(reading, speaker.honouree):
            continue
        name = reading.person(speaker.honouree) if speaker.honouree else None
        if name is not None and speaker.name:
            name = Link(speaker.name, name.url)
        found.append(SpeakerLine(name or (Link(speaker.name) if speaker.name else None), speaker.topic))
    known = {speaker.honouree for speaker in event.speakers}
    for other, topic in reading.ask(told_at, id):
        if other not in known:
            found.append(SpeakerLine(reading.person(other), topic))
    return found


def delegates_line(event: Event) -> str:
    """“2.223 đại biểu”, or as it was printed."""
    if event.delegates_printed:
        printed = event.delegates_printed
        return printed if "đại biểu" in printed.lower() else f"{printed} đại biểu"
    return f"{format_number(event.delegates)} đại biểu" if event.delegates else ""


def _entry(reading: Reading, link: Link, event: Event) -> Entry:
    place = place_line(reading, event.place, None)
    return Entry(
        link=link,
        badge=event.type.label,
        summary=event.summary or "",
        facts=facts(("cal", days_text(event.from_, event.to)), ("pin", place or event.venue)),
        illustrative=event.illustrative,
        course=event_course(event, reading.day),
    )


def _order(event: Event) -> str:
    first: PartialDate | None = event.from_ or event.to
    return str(first or "")


def _year(event: Event) -> str:
    first = event.from_ or event.to
    return str(first.year) if first else ""


def _description(event: Event) -> str:
    day = brief(event.from_ or event.to)
    return f"{event.type.label}: {event.name}{f', {day}' if day else ''}. Thời gian, địa điểm, người được tôn vinh."
