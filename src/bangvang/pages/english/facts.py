"""What a page in English says of a record in a list of facts, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from bangvang.pages.english.people import person_link
from bangvang.pages.english.pieces import actors, agency, fields, joined, place, record_link, record_links, vietnamese
from bangvang.pages.english.words import counted, date_text, number, period_text, span_text
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import was_removed
from bangvang.records import Campaign, Document, Event, Labelled, Part, Practice, Report
from bangvang.records.english_labels import english_label

Fact = tuple[str, Markup]


class Account(NamedTuple):
    """What can be said of a record besides its name and summary."""

    labels: tuple[str, ...]
    """Its kind first."""
    facts: tuple[Fact, ...]


def account_of(reading: Reading, record: Part) -> Account:
    """Kind and facts of a record that is nobody."""
    return _ACCOUNTS[type(record)](reading, record)


def known(*facts: Fact) -> tuple[Fact, ...]:
    """Those that have a value."""
    return tuple(fact for fact in facts if fact[1])


def _campaign(reading: Reading, record: Campaign) -> Account:
    return Account(
        (english_label(record.type), english_label(record.level)),
        known(
            ("Time", escape(period_text(record.period))),
            ("Launched by", actors(reading, record.issuers)),
            ("Place", place(place_line(reading, record.place, None))),
            ("Answers", record_link(reading, "campaign", record.parent)),
            ("Motto", vietnamese(record.theme) if record.theme else Markup()),
            ("Fields", fields(reading, record.fields)),
        ),
    )


def _practice(reading: Reading, record: Practice) -> Account:
    others = sum(not was_removed(reading, one.honouree) for one in record.adopted)
    return Account(
        (english_label(record.kind),),
        known(
            ("Since", escape(date_text(record.since))),
            ("Begun in", place(place_line(reading, record.place, None))),
            ("Begun by", joined(link for id in record.honourees if (link := person_link(reading, id)))),
            ("Campaign", record_link(reading, "campaign", record.campaign)),
            ("Fields", fields(reading, record.fields)),
            ("Taken over by", escape(counted(others, "other", "others")) if others else Markup()),
        ),
    )


def _event(reading: Reading, record: Event) -> Account:
    return Account(
        (english_label(record.type),),
        known(
            ("Date", escape(span_text(record.from_, record.to or record.from_))),
            ("Place", place(place_line(reading, record.place, None))),
            ("Venue", vietnamese(record.venue) if record.venue else Markup()),
            ("Organised by", actors(reading, record.organiser)),
            ("Delegates", escape(number(record.delegates)) if record.delegates else Markup()),
            ("Campaigns", record_links(reading, "campaign", (*record.campaigns, *record.launches))),
        ),
    )


def _document(reading: Reading, record: Document) -> Account:
    labels: list[Labelled] = [record.type, *([record.level] if record.level else [])]
    return Account(
        tuple(map(english_label, labels)),
        known(
            ("Number", vietnamese(record.number) if record.number else Markup()),
            ("Date", escape(date_text(record.date))),
            ("Issued by", agency(reading, record.issuer)),
            ("Period", escape(period_text(record.period))),
            ("Campaigns", record_links(reading, "campaign", [entry.id for entry in record.campaigns])),
        ),
    )


def _report(reading: Reading, record: Report) -> Account:
    return Account(
        (english_label(record.type),),
        known(
            ("Date", escape(date_text(record.date))),
            ("Period", escape(period_text(record.period))),
            ("Reported by", agency(reading, record.agency)),
            ("Campaigns", record_links(reading, "campaign", record.campaigns)),
        ),
    )


_ACCOUNTS: Mapping[type[Part], Callable[..., Account]] = {
    Campaign: _campaign,
    Practice: _practice,
    Event: _event,
    Document: _document,
    Report: _report,
}
