"""What the records set a day for: campaigns and their waves, deadlines of plans, consultations, events, reports.

Only what is certain: a day, a month or a quarter as a range, a yearly round where its day is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers, question
from bangvang.pages.membership import place_lines
from bangvang.pages.tasks import due_text
from bangvang.records import Agency, Campaign, Consultation, Document, Event, PartialDate, Place, Record
from bangvang.records.document import Requirement
from bangvang.records.task import Cycle, Due, Quarters, Task
from bangvang.registry import appearance
from bangvang.vietnamese import quarter_bounds

_ROUNDS = {
    Cycle.MONTH: "FREQ=MONTHLY",
    Cycle.QUARTER: "FREQ=MONTHLY;INTERVAL=3",
    Cycle.HALF_YEAR: "FREQ=MONTHLY;INTERVAL=6",
    Cycle.YEAR: "FREQ=YEARLY",
}
_ENDS = {
    Cycle.MONTH: (tuple(range(1, 13)), "FREQ=MONTHLY;BYMONTHDAY=-1"),
    Cycle.QUARTER: ((3, 6, 9, 12), "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    Cycle.HALF_YEAR: ((6, 12), "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
    Cycle.YEAR: ((12,), "FREQ=YEARLY"),
}
"""The months with which a reporting period ends, and how that comes round."""
_SHORT_MONTH = 28
"""A later day is not in every month, so that a round of months would leave some out."""
_LONGEST_TITLE = 120
_EARLIEST = date(2000, 1, 1)
"""Nothing was entered before; some programs know no moment before 1970."""


class Dated(NamedTuple):
    """Something with a first and a last day, each whole."""

    uid: str
    first: date
    last: date
    title: str
    text: str
    url: str
    """Of its page, from the site's root."""
    sort: str
    stamp: date
    """When the office last touched it, as far as the records know."""
    where: str = ""
    rule: str = ""
    """How it comes round, as iCalendar writes it."""
    campaigns: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def diary(answers: Answers) -> tuple[Dated, ...]:
    """Everything that has a day, the earliest first."""
    known = answers.own.get(("diary", ""))
    if known is None:
        found = [one for model, told in _TOLD.items() for one in _of_kind(answers, model, told)]
        found.sort(key=lambda one: (one.first, one.last, one.uid))
        known = answers.own["diary", ""] = tuple(_each_once(found))
    return cast("tuple[Dated, ...]", known)


def of_campaigns(answers: Answers) -> Mapping[str, Sequence[Dated]]:
    """What each campaign has in the diary."""
    return _grouped(answers, "campaigns")


def of_places(answers: Answers) -> Mapping[str, Sequence[Dated]]:
    """What each place has in the diary, with the places below it."""
    return _grouped(answers, "places")


@question
def is_dated(answers: Answers, kind: str, id: str) -> bool:
    """Whether a campaign or place has something in the diary."""
    return id in (of_campaigns(answers) if kind == "campaign" else of_places(answers))


def _each_once(found: Sequence[Dated]) -> Iterator[Dated]:
    """Two of one name would be one to every calendar: the same thing goes in once, another is numbered."""
    seen: dict[str, list[tuple[date, date]]] = {}
    for one in found:
        days = seen.setdefault(one.uid, [])
        if (one.first, one.last) not in days:
            days.append((one.first, one.last))
            yield one if len(days) == 1 else one._replace(uid=f"{one.uid}-{len(days)}")


def _grouped(answers: Answers, name: str) -> Mapping[str, Sequence[Dated]]:
    known = answers.own.get(("diary by", name))
    if known is None:
        found: dict[str, list[Dated]] = {}
        for one in diary(answers):
            for id in dict.fromkeys(getattr(one, name)):
                found.setdefault(id, []).append(one)
        known = answers.own["diary by", name] = found
    return cast("Mapping[str, Sequence[Dated]]", known)


def _of_kind(
    answers: Answers, model: type[Record], told: Callable[[Answers, str, Record], Iterator[Dated]]
) -> Iterator[Dated]:
    for id, record in answers.registry.all(model):
        if appearance(record, answers.day, answers.site).in_feeds:
            for one in told(answers, id, record):
                yield one._replace(title=f"(minh họa) {one.title}") if record.illustrative else one


def _of_campaign(answers: Answers, id: str, campaign: Campaign) -> Iterator[Dated]:
    places = _lines(answers, campaign.place)
    base = Dated(f"phong-trao-{id}", date.min, date.min, campaign.name, "", f"phong-trao/{id}/", "Phong trào", date.min)
    base = base._replace(campaigns=(id,), places=places)
    period = campaign.period
    if period is not None:
        printed = ", ".join(part for part in (period.from_printed, period.to_printed) if part)
        yield from _span(answers, campaign, base._replace(text=printed), period.from_, period.to)
    for wave in campaign.waves:
        text = "\n".join(part for part in (wave.goal, wave.printed) if part)
        own = base._replace(uid=f"{base.uid}-dot-{_mark(wave.name)}", title=f"{wave.name}: {campaign.name}", text=text)
        yield from _span(answers, campaign, own._replace(sort="Đợt thi đua"), wave.from_, wave.to)
    signing = campaign.registration
    if signing is not None:
        own = base._replace(
            uid=f"{base.uid}-dang-ky", title=f"Đăng ký thi đua: {campaign.name}", text=signing.how or ""
        )
        yield from _span(answers, campaign, own._replace(sort="Đăng ký thi đua"), signing.opens, signing.closes)


def _of_event(answers: Answers, id: str, event: Event) -> Iterator[Dated]:
    first, last = event.from_ or event.to, event.to or event.from_
    if first is None or last is None or first.exact is None or last.exact is None:
        return
    place = answers.registry.find(Place, event.place)
    where = ", ".join(part for part in (event.venue, place.name if place else None) if part)
    yield Dated(
        f"su-kien-{id}", first.first, last.last, event.name, event.summary or "", f"su-kien/{id}/", event.type.label,
        _stamp(answers, event, first.first), where, "", (*event.campaigns, *event.launches),
        _lines(answers, event.place),
    )  # fmt: skip


def _of_consultation(answers: Answers, id: str, consultation: Consultation) -> Iterator[Dated]:
    agency = answers.registry.find(Agency, consultation.agency)
    how = consultation.how
    yield Dated(
        f"lay-y-kien-{id}", consultation.opens, consultation.closes, consultation.title,
        f"Gửi ý kiến về {how.office}. Hết ngày cuối không nhận nữa.", f"lay-y-kien/{id}/", "Lấy ý kiến nhân dân",
        _stamp(answers, consultation, consultation.opens), how.address or "", "",
        (consultation.campaign,) if consultation.campaign else (), _lines(answers, agency.place if agency else None),
    )  # fmt: skip


def _of_document(answers: Answers, id: str, document: Document) -> Iterator[Dated]:
    agency = answers.registry.find(Agency, document.issuer)
    day = document.date or (document.period.from_ if document.period else None)
    base = Dated(
        f"van-ban-{id}", date.min, date.min, "", "", f"van-ban/{id}/", "Hạn của kế hoạch",
        _stamp(answers, document, day.first if day else answers.day), "", "",
        tuple(action.id for action in document.campaigns), _lines(answers, agency.place if agency else None),
    )  # fmt: skip
    period_end = document.period.to.last if document.period and document.period.to else None
    things: tuple[Task | Requirement, ...] = (*document.tasks, *document.requires)
    for task in things:
        for due in _dues(task):
            yield from _of_due(base, document, task, due, period_end)
    yield from _reports(base, document)


def _dues(task: Task | Requirement) -> tuple[Due, ...]:
    if isinstance(task, Task):
        return task.due
    return (task.due,) if task.due else ()


def _of_due(base: Dated, document: Document, task: Task | Requirement, due: Due, end: date | None) -> Iterator[Dated]:
    span = _range(due)
    if span is None:
        return
    rule = _ROUNDS.get(due.every, "") if due.every and span[0] == span[1] else ""
    if "MONTHLY" in rule and span[0].day > _SHORT_MONTH:
        rule = ""
    if rule and end is not None and end > span[1]:
        rule = f"{rule};UNTIL={end:%Y%m%d}"
    printed = f"Văn bản ghi: “{due.printed}”." if due.printed else f"{due_text(due)}."
    yield base._replace(
        uid=f"{base.uid}-viec-{_mark(f'{task.what}|{due_text(due)}')}",
        first=span[0],
        last=span[1],
        title=f"Hạn: {_shortened(task.what)}",
        text=f"{task.what}\n{printed}\n{document.type.label}: {document.title}",
        rule=rule,
    )


def _range(due: Due) -> tuple[date, date] | None:
    """The days that a due means; None where nothing but a round or a whole open stretch is said."""
    if due.quarter is not None:
        return _of_quarters(due.quarter)
    if due.by is not None:
        return due.by.first, due.by.last
    if due.from_ is not None and due.to is not None:
        return due.from_.first, due.to.last
    one = due.to or due.from_
    return (one.first, one.last) if one is not None else None


def _of_quarters(quarters: Quarters) -> tuple[date, date]:
    return quarter_bounds(quarters.year, quarters.first)[0], quarter_bounds(quarters.year, quarters.last)[1]


def _reports(base: Dated, document: Document) -> Iterator[Dated]:
    """The ends of reporting periods, while a plan runs from one known day to another."""
    period, reporting = document.period, document.reporting
    if reporting is None or period is None or period.from_ is None or period.to is None:
        return
    for every in reporting.every:
        months, rule = _ENDS.get(every, ((), ""))
        ends = (
            PartialDate(year, month).last for year in range(period.from_.year, period.to.year + 1) for month in months
        )
        inside = [end for end in ends if period.from_.first <= end <= period.to.last]
        if inside:
            printed = f"Văn bản ghi: “{reporting.printed}”." if reporting.printed else ""
            yield base._replace(
                uid=f"{base.uid}-bao-cao-{every.value}",
                first=inside[0],
                last=inside[0],
                title=f"Hết kỳ báo cáo {every.label.lower()}: {_shortened(document.title)}",
                text="\n".join(part for part in (f"Báo cáo gửi {reporting.to}.", printed) if part),
                sort="Báo cáo định kỳ",
                rule=f"{rule};UNTIL={inside[-1]:%Y%m%d}" if len(inside) > 1 else "",
            )


def _span(
    answers: Answers, campaign: Campaign, base: Dated, first: PartialDate | None, last: PartialDate | None
) -> Iterator[Dated]:
    """From one end to the other; where one is open, the day of the other."""
    if first is not None and last is not None:
        yield base._replace(first=first.first, last=last.last, stamp=_stamp(answers, campaign, first.first))
    elif first is not None and first.exact is not None:
        stamp = _stamp(answers, campaign, first.first)
        yield base._replace(first=first.first, last=first.first, title=f"Bắt đầu: {base.title}", stamp=stamp)
    elif last is not None and last.exact is not None:
        stamp = _stamp(answers, campaign, last.first)
        yield base._replace(first=last.first, last=last.first, title=f"Hạn cuối: {base.title}", stamp=stamp)


def _stamp(answers: Answers, record: Record, own: date) -> date:
    return record.updated or record.publish_on or max(_EARLIEST, min(own, answers.day))


def _lines(answers: Answers, place: str | None) -> tuple[str, ...]:
    return answers.ask(place_lines, place) if place else ()


def _mark(text: str) -> str:
    """Names a part of a record by what it says: others may come before it."""
    return blake2b(text.encode(), digest_size=5).hexdigest()


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[: words.rfind(" ", 0, _LONGEST_TITLE)] + "…"


_TOLD: Mapping[type, Callable[..., Iterator[Dated]]] = {
    Campaign: _of_campaign,
    Event: _of_event,
    Consultation: _of_consultation,
    Document: _of_document,
}
