"""States, decided here alone: what each means for pages, lists, search, counts, feeds, exports, deposits."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from bangvang.loading import Outline
from bangvang.records import (
    Campaign,
    Consultation,
    Entry,
    Honouree,
    Labelled,
    Living,
    Part,
    PartialDate,
    Record,
    Removed,
    Site,
    Standing,
    StandingState,
    Status,
    Subject,
    SubjectKind,
)
from bangvang.records.record import Photo
from bangvang.records.site import RuleName
from bangvang.vietnamese import fold

_SURELY_DEAD_AFTER_YEARS = 110
_LONG_OPEN_YEARS = 10


class Visibility(Labelled):
    """How a record stands towards the public on a day."""

    PUBLIC = "public", "Đang công bố"
    DRAFT = "draft", "Bản nháp"
    EMBARGOED = "embargoed", "Chờ đến ngày công bố"
    WITHDRAWN = "withdrawn", "Đã rút"
    REMOVED = "removed", "Đã gỡ bỏ"


class PageForm(Enum):
    """What stands at the record's address."""

    FULL = "full"
    SHORT = "short"
    TOMBSTONE = "tombstone"
    REMOVAL_NOTICE = "removal-notice"
    NONE = "none"


class Appearance(NamedTuple):
    """Everywhere a record may show, answered once."""

    page: PageForm
    listed: bool
    searched: bool
    counted: bool
    in_feeds: bool
    in_bulk: bool
    """In files that carry many records, and in the record's own JSON."""
    in_public_deposit: bool
    indexed: bool
    """Whether search engines are asked in."""


_OF_STATUS = {
    Status.DRAFT: Visibility.DRAFT,
    Status.WITHDRAWN: Visibility.WITHDRAWN,
    Status.REMOVED: Visibility.REMOVED,
}
_NOWHERE = Appearance(PageForm.NONE, False, False, False, False, False, False, False)
APPEARANCES: dict[Visibility, Appearance] = {
    Visibility.PUBLIC: Appearance(PageForm.FULL, True, True, True, True, True, True, True),
    Visibility.DRAFT: _NOWHERE,
    Visibility.EMBARGOED: _NOWHERE,
    Visibility.WITHDRAWN: _NOWHERE._replace(page=PageForm.TOMBSTONE, in_public_deposit=True),
    Visibility.REMOVED: _NOWHERE._replace(page=PageForm.REMOVAL_NOTICE),
}


def visibility(record: Part, day: datetime.date) -> Visibility:
    """The record's own state on the day."""
    if isinstance(record, Removed):
        return Visibility.REMOVED
    if not isinstance(record, Record):
        return Visibility.PUBLIC
    if record.status is Status.PUBLISHED:
        if record.publish_on is not None and day < record.publish_on:
            return Visibility.EMBARGOED
        return Visibility.PUBLIC
    return _OF_STATUS[record.status]


def visibility_of(outline: Outline, day: datetime.date) -> Visibility:
    """The same of a record that nobody has read."""
    if outline.status != Status.PUBLISHED:
        return _OF_STATUS[Status.of(outline.status)]
    embargoed = outline.publish_on and day < datetime.date.fromisoformat(outline.publish_on)
    return Visibility.EMBARGOED if embargoed else Visibility.PUBLIC


def appearance(record: Part, day: datetime.date, site: Site | None) -> Appearance:
    """Where the record may show on the day, on this site."""
    illustrative = isinstance(record, Entry) and record.illustrative
    return _marked(visibility(record, day), illustrative, site is not None and site.trial)


def lists_indexed(site: Site | None) -> bool:
    """Whether search engines are asked into pages that are about no single record."""
    return not (site is not None and site.trial)


def person_appearance(
    shown: Appearance, *, person: Subject, told: bool, consented: bool, day: datetime.date, site: Site | None
) -> Appearance:
    """As `appearance`, for an honouree: the living are protected. `told` is whether there is a story or photo."""
    page = shown.page
    if page is PageForm.FULL and told and not consented and counts_as_living(person, day):
        page = PageForm.SHORT
    return _of_person(shown, page, shown.in_bulk and may_leave_in_bulk(person, day, site))


@cache
def _of_person(shown: Appearance, page: PageForm, in_bulk: bool) -> Appearance:
    """There are few, and every laureate has one."""
    return shown._replace(
        page=page, in_bulk=in_bulk, in_public_deposit=shown.in_public_deposit and (in_bulk or not shown.in_bulk)
    )


class Telling(Labelled):
    """What somebody living can agree to have shown; the labels are what consent is written down in."""

    STORY = "story", "bài viết"
    QUOTE = "quote", "lời trích"
    PHOTO = "photo", "ảnh"


def may_show(record: Honouree, what: Telling, day: datetime.date) -> bool:
    """Whether a part of a profile may be shown: of somebody living only what the consent names."""
    if not counts_as_living(record, day):
        return True
    return record.consent is not None and any(fold(what.label) in fold(part) for part in record.consent.covers)


def photos_shown(record: Honouree, day: datetime.date) -> tuple[Photo, ...]:
    """The photos of a profile that may be shown; a photo can carry a consent of its own."""
    if may_show(record, Telling.PHOTO, day):
        return record.photos
    return tuple(photo for photo in record.photos if photo.consent is not None)


def may_leave_in_bulk(person: Subject, day: datetime.date, site: Site | None) -> bool:
    """Living private persons stay out of bulk files unless the site names the legal basis."""
    return not counts_as_living(person, day) or rule_on(site, RuleName.BULK_NAMES, day) == 1


@cache
def _marked(state: Visibility, illustrative: bool, trial: bool) -> Appearance:
    """Invented records stay out of the figures of a real site; a trial counts everything and is not indexed."""
    shown = APPEARANCES[state]
    return shown._replace(
        counted=shown.counted and (trial or not illustrative),
        indexed=shown.indexed and not illustrative and not trial,
    )


def rule_on(site: Site | None, name: RuleName, day: datetime.date) -> int | None:
    """The whole number that a dated rule of the site sets for the day."""
    for rule in site.rules if site else ():
        if rule.rule is name and within(day, rule.from_, rule.to):
            return int(rule.value)
    return None


def within(day: datetime.date, start: PartialDate | None, end: PartialDate | None) -> bool:
    """Whether the day may lie between two dates, either of which may be open or partial."""
    return (start is None or start.first <= day) and (end is None or day <= end.last)


def counts_as_living(person: Subject, day: datetime.date) -> bool:
    """Persons and households count as living until known otherwise or born too long ago."""
    if person.kind not in (SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD):
        return False
    if person.living is Living.NO or person.died is not None:
        return False
    if person.living is Living.YES or person.born is None:
        return True
    return day.year - person.born.year <= _SURELY_DEAD_AFTER_YEARS


def standing_on(turns: Sequence[Standing], day: datetime.date) -> StandingState | None:
    """What has become of an honour by the day; None while it holds."""
    state: StandingState | None = None
    for turn in turns:
        if turn.date.first <= day:
            state = turn.state
    return None if state is StandingState.RESTORED else state


class Phase(Labelled):
    """Where something with a beginning and an end is on a day."""

    UPCOMING = "upcoming", "Sắp diễn ra"
    RUNNING = "running", "Đang diễn ra"
    CLOSED = "closed", "Đã kết thúc"
    OPEN_ENDED = "open-ended", "Chưa rõ ngày kết thúc"
    """Begun long ago, with an end that no source tells."""
    UNKNOWN = "unknown", "Không rõ thời gian"


def phase(start: PartialDate | None, end: PartialDate | None, day: datetime.date) -> Phase:
    """Upcoming, running or closed on the day; unknown where neither end is known."""
    if start is None and end is None:
        return Phase.UNKNOWN
    if start is not None and day < start.first:
        return Phase.UPCOMING
    if end is not None and end.last < day:
        return Phase.CLOSED
    return Phase.RUNNING


def campaign_phase(campaign: Campaign, day: datetime.date, *, place_is_gone: bool = False) -> Phase:
    """The phase of a campaign on the day; one without an end is not said to outlive decades, or its own place."""
    period = campaign.period
    found = phase(period.from_, period.to, day) if period else Phase.UNKNOWN
    if found is not Phase.RUNNING or period is None or period.to is not None or period.from_ is None:
        return found
    long_ago = day.year - period.from_.year > _LONG_OPEN_YEARS
    return Phase.OPEN_ENDED if long_ago or place_is_gone else found


def consultation_phase(consultation: Consultation, day: datetime.date) -> Phase:
    """Whether the public can still answer on the day."""
    if day < consultation.opens:
        return Phase.UPCOMING
    return Phase.CLOSED if consultation.closes < day else Phase.RUNNING
