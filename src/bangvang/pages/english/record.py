"""The page of a record in English: its name, what it is, a summary, its honours, the way to the full account."""

from __future__ import annotations

from markupsafe import Markup, escape

from bangvang.pages.addresses import ENGLISH_TAB
from bangvang.pages.english.addresses import english_url, list_url, pair_of, vietnamese_url
from bangvang.pages.english.facts import Account, account_of, known
from bangvang.pages.english.honours import english_honour
from bangvang.pages.english.lists import TITLES
from bangvang.pages.english.people import years_of
from bangvang.pages.english.pieces import fields, place, title_of, vietnamese
from bangvang.pages.english.words import date_text
from bangvang.pages.membership import honours_shown
from bangvang.pages.page import Link, Page
from bangvang.pages.people import MEDALS, initials, is_illustrative, role_line
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.records import Honouree, Record
from bangvang.records.english_labels import english_label
from bangvang.registry import Laureate, appearance


def english_record_page(reading: Reading, kind: str, id: str) -> Page:
    """A record that is told in English."""
    if kind == "honouree":
        return _person(reading, id)
    record = reading.part(kind, id)
    assert isinstance(record, Record)
    context: dict[str, object] = {"account": account_of(reading, record), "honours": (), "medal": "", "initials": ""}
    return _page(
        reading,
        kind,
        id,
        record,
        title=title_of(record),
        illustrative=record.illustrative,
        indexed=appearance(record, reading.day, reading.site).indexed,
        context=context,
    )


def english_tombstone(reading: Reading, kind: str, id: str) -> Page:
    """What stands where a record was told that was withdrawn; the reason is on the Vietnamese page."""
    record = reading.part(kind, id)
    assert isinstance(record, Record)
    assert record.withdrawn is not None
    return Page(
        url=english_url(kind, id),
        tab=ENGLISH_TAB,
        title="Record withdrawn",
        description="This record was withdrawn from publication.",
        template="english/tombstone.html",
        context={"day": date_text(record.withdrawn.date), "full": vietnamese_url(kind, id)},
        crumbs=(Link(TITLES[kind], list_url(kind)),),
        indexed=False,
        updated=record.withdrawn.date,
        in_english=True,
    )


def _person(reading: Reading, id: str) -> Page:
    laureate = reading.laureate(id)
    assert laureate is not None
    profile = laureate.shown
    assert profile is not None
    honours = [english_honour(reading, honour) for honour in honours_shown(reading.answers, id)]
    return _page(
        reading,
        "honouree",
        id,
        profile,
        title=laureate.name,
        illustrative=is_illustrative(laureate),
        indexed=reading.appearance(laureate).indexed,
        context={
            "account": _account(reading, laureate, profile),
            "honours": honours,
            "medal": MEDALS[laureate.kind],
            "initials": initials(laureate.name),
        },
    )


def _account(reading: Reading, laureate: Laureate, profile: Honouree) -> Account:
    role = role_line(laureate)
    return Account(
        (english_label(laureate.kind), *map(english_label, profile.labels)),
        known(
            ("Years", escape(years_of(laureate))),
            ("Role", vietnamese(role) if role else Markup()),
            ("Home", place(place_line(reading, laureate.place, laureate.subject.place_text))),
            ("Fields", fields(reading, laureate.subject.fields)),
        ),
    )


def _page(
    reading: Reading,
    kind: str,
    id: str,
    record: Record,
    *,
    title: str,
    illustrative: bool,
    indexed: bool,
    context: dict[str, object],
) -> Page:
    return Page(
        url=english_url(kind, id),
        tab=ENGLISH_TAB,
        title=title,
        description=record.summary_en or title,
        template="english/record.html",
        context={
            "summary": record.summary_en,
            "illustrative": illustrative,
            "full": vietnamese_url(kind, id),
            "disputed": bool(getattr(record, "disputes", ())),
            **context,
        },
        crumbs=(Link(TITLES[kind], list_url(kind)),),
        image=kind,
        indexed=indexed,
        updated=record.updated,
        in_english=True,
        pair=pair_of(reading.site, kind, id, record),
    )
