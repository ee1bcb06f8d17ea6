"""Channels: what readers' programs come back for, which records each tells of, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.changes import ADDED, CHANGED, RESTORED, Publication
from bangvang.pages.channel_addresses import FOLDER, feeds_of
from bangvang.pages.membership import FIELD, PLACE, field_line, members, place_lines
from bangvang.pages.page import Alternate
from bangvang.records import (
    KINDS,
    Agency,
    Campaign,
    Consultation,
    Decision,
    Document,
    Event,
    Honouree,
    PartialDate,
    Practice,
    Record,
    Report,
)
from bangvang.registry import PageForm, appearance

TOLD_KINDS = {
    "honouree": "Gương mới",
    "decision": "Quyết định khen thưởng mới",
    "campaign": "Phong trào mới",
    "document": "Kế hoạch, văn bản mới",
    "practice": "Cách làm hay mới",
    "event": "Sự kiện mới",
    "report": "Sơ kết, tổng kết mới",
    "consultation": "Lấy ý kiến nhân dân",
}
"""Kinds of records that channels tell of, and what the channel of each is called."""
_UNKNOWN = date(1970, 1, 1)
"""For records that tell of no day at all: they come last, and say the same tomorrow."""
_TO_COME = date.max


class Item(NamedTuple):
    """A record that a channel may tell of."""

    kind: str
    id: str
    published: date
    updated: date
    own: str
    """Its own day, in the order of which things of one publication are told."""

    @property
    def url(self) -> str:
        """From the site's root."""
        return f"{KINDS[self.kind].url}/{self.id}/"


Packed: TypeAlias = tuple[str, str, int, int, str]
"""An item as plain data: kind, id, the numbers of both days, its own day."""


def kind_channel(kind: str) -> str:
    """The address of a kind's channel, without what names its form."""
    return f"{FOLDER}{KINDS[kind].url}"


def kind_feeds(kind: str) -> tuple[Alternate, ...]:
    """Both forms of a kind's channel, for the page that lists the kind; nothing where there is no such channel."""
    return feeds_of(kind_channel(kind), TOLD_KINDS[kind]) if kind in TOLD_KINDS else ()


@question
def is_told_of(answers: Answers, kind: str, id: str) -> bool:
    """Whether there is anything to tell of a field or place."""
    return id in by_subject(answers, kind)


def all_items(answers: Answers) -> tuple[Item, ...]:
    """Everything that channels may tell of, the newest first."""
    known = answers.own.get(("items", ""))
    if known is None:
        known = answers.own["items", ""] = tuple(map(_unpacked, _all_packed(answers)))
    return cast("tuple[Item, ...]", known)


def by_subject(answers: Answers, kind: str) -> Mapping[str, Sequence[int]]:
    """What there is to tell of each field or place, the newest first: places in the list of everything."""
    name = f"items by {kind}"
    known = answers.memory.get(name)
    if known is None:
        known = answers.memory[name] = _by_subject(answers, kind)
    return cast("Mapping[str, Sequence[int]]", known)


def _all_packed(answers: Answers) -> tuple[Packed, ...]:
    """As plain data, which the next build takes up where all facts are what they were."""
    known = answers.memory.get("items")
    if known is None:
        items = sorted(_items(answers), key=_newest, reverse=True)
        known = answers.memory["items"] = tuple(map(_packed, items))
    return cast("tuple[Packed, ...]", known)


def _packed(item: Item) -> Packed:
    return item.kind, item.id, item.published.toordinal(), item.updated.toordinal(), item.own


def _unpacked(packed: Packed) -> Item:
    kind, id, published, updated, own = packed
    return Item(kind, id, date.fromordinal(published), date.fromordinal(updated), own)


def _by_subject(answers: Answers, kind: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    items = all_items(answers)
    people = {item.id: place for place, item in enumerate(items) if item.kind == "honouree"}
    dimension = FIELD if kind == "field" else PLACE
    for id in answers.registry.by_kind[kind]:
        told = [people[one] for one in answers.ask(members, dimension, id) if one in people]
        if told:
            found[id] = told
    line = field_line if kind == "field" else place_lines
    for place, item in enumerate(items):
        if item.kind != "honouree":
            for id in {step for one in _subjects(answers, kind, item) for step in answers.ask(line, one)}:
                found.setdefault(id, []).append(place)
    for told in found.values():
        told.sort()
    return found


def _subjects(answers: Answers, kind: str, item: Item) -> Iterable[str]:
    """The fields or the places that a record itself names."""
    record = answers.registry.by_kind[item.kind][item.id].record
    if kind == "field":
        return getattr(record, "fields", ())
    places = [getattr(record, "place", None)]
    for name in ("issuer", "agency"):
        agency = answers.registry.find(Agency, getattr(record, name, None))
        places.append(agency.place if agency else None)
    return {place for place in places if place}


def _newest(item: Item) -> tuple[date, str, str]:
    return item.updated, item.own, item.url


def _items(answers: Answers) -> Iterable[Item]:
    """What is still to come is as new as the newest thing that has come: nothing is told to be of a day to come."""
    dated = list(_dated(answers))
    newest = max((item.updated for item in dated if item.updated != _TO_COME), default=_UNKNOWN)
    for item in dated:
        yield item if item.published != _TO_COME else item._replace(published=newest, updated=newest)


def _dated(answers: Answers) -> Iterable[Item]:
    days = _published(cast("Sequence[Publication]", answers.memory.get("changes", ())))
    for kind in TOLD_KINDS:
        url = KINDS[kind].url
        for id, loaded in answers.registry.by_kind[kind].items():
            record = loaded.record
            if isinstance(record, Record) and _is_told(answers, kind, id, record):
                own = _OWN_DAYS.get(type(record), _no_day)(record)
                known = days.get(f"/{url}/{id}/") or (_day_of(answers, id, record, own),) * 2
                yield Item(kind, id, known[0], max(known[1], record.updated or known[1]), str(own or ""))


def _is_told(answers: Answers, kind: str, id: str, record: Record) -> bool:
    if kind == "honouree":
        laureate = answers.registry.laureates.get(id)
        if laureate is None or laureate.shown is None:
            return False
        shown = answers.appearance(laureate)
        return shown.in_feeds and shown.page in (PageForm.FULL, PageForm.SHORT)
    return appearance(record, answers.day, answers.site).in_feeds


def _published(log: Sequence[Publication]) -> dict[str, tuple[date, date]]:
    """The days on which publications first told of each address, and last changed it."""
    found: dict[str, tuple[date, date]] = {}
    for publication in log:
        for change in publication.changes:
            known = found.get(change.url)
            if change.what in (ADDED, RESTORED, CHANGED):
                found[change.url] = (known[0] if known else publication.day, publication.day)
    return found


def _day_of(answers: Answers, id: str, record: Record, own: PartialDate | date | None) -> date:
    """What is known of the day of a record that no publication has told of; never the day of a build."""
    if record.updated or record.publish_on:
        return record.updated or record.publish_on or _UNKNOWN
    if own is None and isinstance(record, Honouree):
        own = _last_honour(answers, id)
    day = own.first if isinstance(own, PartialDate) else own
    if day is None:
        day = max((source.seen for source in record.sources if source.seen), default=_UNKNOWN)
    return day if day <= answers.day else _TO_COME


def _last_honour(answers: Answers, id: str) -> PartialDate | None:
    dates = [honour.date for honour in answers.registry.laureates[id].honours if honour.public and honour.date]
    return max(dates, key=lambda date: date.first, default=None)


def _no_day(record: Record) -> None:
    return None


def _of_campaign(record: Campaign) -> PartialDate | None:
    return record.period.from_ if record.period else None


_OWN_DAYS: Mapping[type, Callable[..., PartialDate | date | None]] = {
    Campaign: _of_campaign,
    Consultation: lambda record: record.opens,
    Decision: lambda record: record.date,
    Document: lambda record: record.date,
    Event: lambda record: record.from_,
    Practice: lambda record: record.since,
    Report: lambda record: record.date,
}
