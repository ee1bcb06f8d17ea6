"""All that readers' programs come back for: a feed or calendar for the site, each kind, field, place and campaign."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from bangvang.exports.calendar import calendar
from bangvang.exports.feeds import MOST, Entry, Feed, Publisher, atom, json_feed
from bangvang.exports.groups import Group
from bangvang.pages.answers import Answers
from bangvang.pages.changes import LATEST, told_publications
from bangvang.pages.changes import TITLE as LOG_TITLE
from bangvang.pages.changes import URL as LOG_URL
from bangvang.pages.channel_addresses import (
    ALL,
    ATOM,
    CALENDARS,
    FOLDER,
    ICS,
    JSON_FEED,
    LOG,
    NEWS,
    WHOLE_CALENDAR,
    subject_calendar,
    subject_channel,
)
from bangvang.pages.channels import TOLD_KINDS, Item, all_items, by_subject, kind_channel
from bangvang.pages.course import days_text
from bangvang.pages.diary import diary, of_campaigns, of_places
from bangvang.pages.honours import brief
from bangvang.pages.people import is_illustrative, person_card, role_line
from bangvang.pages.places import full_name
from bangvang.pages.reading import Reading, name_of
from bangvang.pages.rulings import latest_rulings
from bangvang.records import KINDS, Consultation, Event, Record, Site
from bangvang.registry import PageForm
from bangvang.vietnamese import short_date

_GONE = "Kênh này không còn tin mới"
_DATED_KINDS = ("campaign", "consultation", "document", "event")


class _Plan(NamedTuple):
    """A feed before its entries are made."""

    path: str
    title: str
    page: str
    items: tuple[Item, ...]


def subscription_groups(
    answers: Answers, posts: Sequence[Entry], owed: Collection[str], shared: str
) -> Iterator[Group]:
    """Every feed, and all calendars; `posts` is the hand-written news, `owed` are addresses that must not vanish.

    `shared` stands for all that several entries depend on.
    """
    site = answers.site
    if site is None:
        return
    by = Publisher(site.address, site.owner.name, site.licence.attribution if site.licence else "")
    telling = _Telling(answers)
    made = {f"{FOLDER}{NEWS}{ATOM}", f"{FOLDER}{NEWS}{JSON_FEED}", f"{WHOLE_CALENDAR}{ICS}"}
    for plan in _plans(answers, site):
        made |= {plan.path + ATOM, plan.path + JSON_FEED}
        more = posts if plan.path == ALL else ()
        key = [(item.kind, item.id, *map(str, item[2:4]), telling.digest(item)) for item in plan.items]
        yield Group(f"feed {plan.path}", _short(shared, plan[:3], key, more), partial(telling.files, plan, more, by))
    log = Feed(LOG, f"{site.name}: {_small(LOG_TITLE)}", LOG_URL, _of_log(answers))
    made |= {LOG + ATOM, LOG + JSON_FEED}
    yield Group("feed log", _short(shared, log), partial(_both_forms, log, by))
    news = Feed(f"{FOLDER}{NEWS}", f"{site.name}: tin tức", "tin-tuc/", posts[:MOST])
    yield Group("feed news", _short(shared, posts), partial(_both_forms, news, by))
    emptied = [path for path in owed if path not in made]
    days = [(id, loaded.content) for kind in _DATED_KINDS for id, loaded in answers.registry.by_kind[kind].items()]
    yield Group("calendars", _short(shared, days, emptied), partial(_calendars, answers, site, by, emptied))


def subscriptions(answers: Answers, posts: Sequence[Entry], owed: Collection[str]) -> dict[str, bytes]:
    """All of them at once."""
    return {
        path: data for group in subscription_groups(answers, posts, owed, "") for path, data in group.make().items()
    }


def _plans(answers: Answers, site: Site) -> Iterator[_Plan]:
    items = all_items(answers)
    yield _Plan(ALL, f"{site.name}: mọi tin mới", "", items[:MOST])
    for kind, title in TOLD_KINDS.items():
        own = tuple(islice((item for item in items if item.kind == kind), MOST))
        yield _Plan(kind_channel(kind), f"{site.name}: {_small(title)}", f"{KINDS[kind].url}/", own)
    reading = Reading(answers)
    for kind in ("field", "place"):
        for id, told in sorted(by_subject(answers, kind).items()):
            name = full_name(reading, id) if kind == "place" else name_of(answers.registry.by_kind[kind][id].record)
            path, page = subject_channel(kind, id), f"{KINDS[kind].url}/{id}/"
            yield _Plan(path, f"{site.name}: {name}", page, tuple([items[place] for place in told[:MOST]]))


def _of_log(answers: Answers) -> tuple[Entry, ...]:
    """What each of the last publications changed, and what became of honours, in the words of the page of changes."""
    sort = _small(LOG_TITLE)
    published = [
        Entry(told.url, f"Cập nhật {short_date(told.day)}", told.text, sort, told.day, told.day)
        for told in told_publications(Reading(answers))
    ]
    ruled = [
        Entry(f"{LOG_URL}#{told.anchor}", f"{told.what}, {told.day}", told.plain, sort, told.on, told.on)
        for told in latest_rulings(answers, "", LATEST)
    ]
    return tuple(sorted([*published, *ruled], key=lambda one: one.published, reverse=True))


def _both_forms(feed: Feed, by: Publisher) -> dict[str, bytes]:
    return {f"{feed.path}{ATOM}": atom(feed, by), f"{feed.path}{JSON_FEED}": json_feed(feed, by)}


def _calendars(answers: Answers, site: Site, by: Publisher, emptied: Iterable[str]) -> dict[str, bytes]:
    """One of everything, one for each campaign and place that has anything; and what stands where nothing is left."""
    files = {f"{WHOLE_CALENDAR}{ICS}": calendar(f"{site.name}: lịch thi đua", site.address, diary(answers))}
    reading = Reading(answers)
    for id, entries in sorted(of_campaigns(answers).items()):
        campaign = reading.link("campaign", id)
        if campaign is not None:
            files[f"{subject_calendar('campaign', id)}{ICS}"] = calendar(campaign.text, site.address, entries)
    for id, entries in sorted(of_places(answers).items()):
        name = f"{full_name(reading, id)}: lịch thi đua"
        files[f"{subject_calendar('place', id)}{ICS}"] = calendar(name, site.address, entries)
    return dict(_empty(emptied, by)) | files


def _empty(paths: Iterable[str], by: Publisher) -> Iterator[tuple[str, bytes]]:
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
        self._answers = answers
        self._reading = Reading(answers)
        self._known: dict[tuple[str, str], Entry] = {}

    def digest(self, item: Item) -> str:
        """Of all that the entry of a record may tell."""
        if item.kind == "honouree":
            return self._answers.digest(("laureate", item.id))
        return self._answers.registry.by_kind[item.kind][item.id].content

    def files(self, plan: _Plan, more: Sequence[Entry], by: Publisher) -> Mapping[str, bytes]:
        """Both forms of a feed; `more` are entries beside those of records."""
        entries = [self._entry(item) for item in plan.items]
        if more:
            entries = sorted([*entries, *more], key=lambda one: (one.updated, one.url), reverse=True)[:MOST]
        return _both_forms(Feed(plan.path, plan.title, plan.page, entries), by)

    def _entry(self, item: Item) -> Entry:
        key = (item.kind, item.id)
        found = self._known.get(key)
        if found is None:
            make: Callable[[Item], Entry] = self._person if item.kind == "honouree" else self._record
            found = self._known[key] = make(item)
        return found

    def _person(self, item: Item) -> Entry:
        reading = self._reading
        laureate = self._answers.registry.laureates[item.id]
        told = laureate.shown if reading.appearance(laureate).page is PageForm.FULL else None
        summary = told.summary if told else None
        if summary is None:
            line = ". ".join(part for part in (role_line(laureate), person_card(reading, item.id).award) if part)
            summary = f"{line or laureate.kind.label}."
        return _entry(item, laureate.name, summary, is_illustrative(laureate))

    def _record(self, item: Item) -> Entry:
        record = self._answers.registry.by_kind[item.kind][item.id].record
        assert isinstance(record, Record)
        number = getattr(record, "number", None)
        own = getattr(record, "date", None)
        day = own and (own.strftime("%d/%m/%Y") if isinstance(own, date) else brief(own))
        parts = (f"số {number}" if number else "", f"ngày {day}" if day else _when(record))
        label = KINDS[item.kind].label
        line = " ".join((label[:1].upper() + label[1:], *[part for part in parts if part]))
        return _entry(item, name_of(record), record.summary or f"{line}.", record.illustrative)


def _when(record: Record) -> str:
    """The days of what takes place."""
    if isinstance(record, Event):
        days = days_text(record.from_, record.to)
        first = record.from_ or record.to
        return f"diễn ra {'ngày ' if first and first.day else ''}{days}" if days else ""
    if isinstance(record, Consultation):
        return f"từ {record.opens:%d/%m/%Y} đến hết {record.closes:%d/%m/%Y}"
    return ""


def _entry(item: Item, title: str, summary: str, illustrative: bool) -> Entry:
    words = " ".join(summary.split())
    return Entry(item.url, title, words, KINDS[item.kind].label, item.published, item.updated, illustrative)


def _short(*parts: object) -> str:
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
