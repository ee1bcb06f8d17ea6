"""All that readers' programs come back for: a feed or calendar for the site, each kind, field, place and campaign."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from bangvang.exports.calendar import calendar
from bangvang.exports.feeds import MOST, Entry, Feed, Publisher, atom, json_feed
from bangvang.pages.answers import Answers
from bangvang.pages.channels import (
    ALL,
    ATOM,
    CALENDARS,
    FOLDER,
    ICS,
    JSON_FEED,
    NEWS,
    TOLD_KINDS,
    WHOLE_CALENDAR,
    Item,
    all_items,
    by_subject,
    kind_channel,
    subject_calendar,
    subject_channel,
)
from bangvang.pages.diary import diary, of_campaigns, of_places
from bangvang.pages.honours import brief
from bangvang.pages.people import is_illustrative, person_card, role_line
from bangvang.pages.places import full_name
from bangvang.pages.reading import Reading, name_of
from bangvang.records import KINDS, Record, Site
from bangvang.registry import PageForm

_GONE = "Kênh này không còn tin mới"


def subscriptions(answers: Answers, posts: Sequence[Entry], owed: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each; `posts` is the hand-written news, `owed` are addresses that must not vanish."""
    site = answers.site
    if site is None:
        return
    by = Publisher(site.address, site.owner.name, site.licence.attribution if site.licence else "")
    made: set[str] = set()
    for feed in _feeds(answers, site, posts):
        for path, data in ((f"{feed.path}{ATOM}", atom(feed, by)), (f"{feed.path}{JSON_FEED}", json_feed(feed, by))):
            made.add(path)
            yield path, data
    for path, data in _calendars(answers, site):
        made.add(path)
        yield path, data
    yield from _emptied([path for path in owed if path not in made], by)


def _feeds(answers: Answers, site: Site, posts: Sequence[Entry]) -> Iterator[Feed]:
    telling = _Telling(answers)
    items = all_items(answers)
    newest = [telling.entry(item) for item in items[:MOST]]
    everything = sorted([*newest, *posts], key=lambda one: (one.updated, one.url), reverse=True)[:MOST]
    yield Feed(ALL, f"{site.name}: mọi tin mới", "", everything)
    yield Feed(f"{FOLDER}{NEWS}", f"{site.name}: tin tức", "tin-tuc/", posts[:MOST])
    for kind, title in TOLD_KINDS.items():
        own = (item for item in items if item.kind == kind)
        yield Feed(kind_channel(kind), f"{site.name}: {_small(title)}", f"{KINDS[kind].url}/", telling.newest(own))
    reading = Reading(answers)
    for kind in ("field", "place"):
        for id, told in sorted(by_subject(answers, kind).items()):
            name = full_name(reading, id) if kind == "place" else name_of(answers.registry.by_kind[kind][id].record)
            page = f"{KINDS[kind].url}/{id}/"
            yield Feed(subject_channel(kind, id), f"{site.name}: {name}", page, telling.newest(told))


def _calendars(answers: Answers, site: Site) -> Iterator[tuple[str, bytes]]:
    yield f"{WHOLE_CALENDAR}{ICS}", calendar(f"{site.name}: lịch thi đua", site.address, diary(answers))
    reading = Reading(answers)
    for id, entries in sorted(of_campaigns(answers).items()):
        campaign = reading.link("campaign", id)
        if campaign is not None:
            yield f"{subject_calendar('campaign', id)}{ICS}", calendar(campaign.text, site.address, entries)
    for id, entries in sorted(of_places(answers).items()):
        name = f"{full_name(reading, id)}: lịch thi đua"
        yield f"{subject_calendar('place', id)}{ICS}", calendar(name, site.address, entries)


def _emptied(paths: Iterable[str], by: Publisher) -> Iterator[tuple[str, bytes]]:
    """What somebody may still ask for, though there is nothing left to tell."""
    for path in paths:
        if path.startswith(CALENDARS) and path.endswith(ICS):
            yield path, calendar(_GONE, by.address, ())
        elif path.startswith(FOLDER) and path.endswith((ATOM, JSON_FEED)):
            feed = Feed(path.rpartition(".")[0], _GONE, "", ())
            yield path, atom(feed, by) if path.endswith(ATOM) else json_feed(feed, by)


class _Telling:
    """Makes entries, each once."""

    def __init__(self, answers: Answers) -> None:
        self._reading = Reading(answers)
        self._known: dict[tuple[str, str], Entry] = {}

    def newest(self, items: Iterable[Item]) -> list[Entry]:
        """The entries of the first items."""
        return [self.entry(item) for item, _ in zip(items, range(MOST), strict=False)]

    def entry(self, item: Item) -> Entry:
        """The entry of a record."""
        key = (item.kind, item.id)
        found = self._known.get(key)
        if found is None:
            made = self._person(item) if item.kind == "honouree" else self._record(item)
            found = self._known[key] = made
        return found

    def _person(self, item: Item) -> Entry:
        reading = self._reading
        laureate = reading.answers.registry.laureates[item.id]
        card = person_card(reading, item.id)
        told = laureate.shown if reading.appearance(laureate).page is PageForm.FULL else None
        line = ". ".join(part for part in (role_line(laureate), card.award) if part)
        summary = (told.summary if told else None) or f"{line or laureate.kind.label}."
        return _entry(item, laureate.name, summary, is_illustrative(laureate))

    def _record(self, item: Item) -> Entry:
        record = self._reading.answers.registry.by_kind[item.kind][item.id].record
        assert isinstance(record, Record)
        number = getattr(record, "number", None)
        own = getattr(record, "date", None)
        day = own and (own.strftime("%d/%m/%Y") if isinstance(own, date) else brief(own))
        parts = (f"số {number}" if number else "", f"ngày {day}" if day else "")
        label = KINDS[item.kind].label
        line = " ".join((label[:1].upper() + label[1:], *[part for part in parts if part]))
        return _entry(item, name_of(record), record.summary or f"{line}.", record.illustrative)


def _entry(item: Item, title: str, summary: str, illustrative: bool) -> Entry:
    words = " ".join(summary.split())
    return Entry(item.url, title, words, KINDS[item.kind].label, item.published, item.updated, illustrative)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
