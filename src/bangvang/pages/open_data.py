"""The page of the open data: what there is, where it stands, who is not in it, how to use it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from bangvang.pages.answers import Answers
from bangvang.pages.changes import TITLE as LOG_TITLE
from bangvang.pages.channel_addresses import ALL, LOG, NEWS, WHOLE_CALENDAR, calendar_of, feeds_of
from bangvang.pages.channel_addresses import FOLDER as CHANNELS
from bangvang.pages.channels import TOLD_KINDS, kind_channel
from bangvang.pages.json_ld import dataset, organization
from bangvang.pages.page import OPEN_DATA, Alternate, Link, Page
from bangvang.pages.reading import Reading
from bangvang.records import OPEN_KINDS
from bangvang.records.columns import Column
from bangvang.records.english import KINDS_IN_ENGLISH
from bangvang.records.honour_columns import HONOUR_COLUMNS, HONOURS, HONOURS_TITLE
from bangvang.records.site import RuleName
from bangvang.registry import lists_indexed, rule_on
from bangvang.vietnamese import format_number, short_date

TAB = ""
URL = "du-lieu/"
FORMS = {"excel": "-excel.csv", "csv": ".csv", "jsonl": ".jsonl"}
"""What a table comes in, and how the file's name ends."""
_FORM_NAMES = {"excel": "Excel", "csv": "CSV", "jsonl": "JSON Lines"}
TITLE = "Dữ liệu mở"
_FILES = "open files"
_ALL_NEWS, _POSTS, _DIARY = "Mọi tin mới", "Tin tức", "Lịch thi đua"
_DESCRIPTION = (
    "Toàn bộ hồ sơ, quyết định, phong trào, văn bản của trang ở dạng bảng tính, CSV, JSON; "
    "kèm kênh tin và lịch để theo dõi."
)


class TableLine(NamedTuple):
    """A table as the page offers it."""

    name: str
    title: str
    english: str
    forms: tuple[tuple[Link, str], ...]
    """Each with its size, where that is known."""
    rows: str
    updated: str


class FileFacts(NamedTuple):
    """What is known of a file once it is made."""

    size: int
    rows: int | None
    updated: date | None


def hand_over_open_files(answers: Answers, files: Mapping[str, FileFacts]) -> None:
    """Give the page what the files have come to, by path below the folder.

    No question is asked for it: the page is made after the files, whenever one of them has changed.
    """
    answers.memory[_FILES] = files


def capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def open_data_page(reading: Reading) -> Page:
    """What can be had."""
    site = reading.site
    files = cast("Mapping[str, FileFacts]", reading.answers.memory.get(_FILES, {}))
    tables = [_line(files, kind.name, capital(kind.label), KINDS_IN_ENGLISH[kind.name]) for kind in OPEN_KINDS]
    context: dict[str, object] = {
        "site": site,
        "address": site.address if site else "",
        "folder": OPEN_DATA,
        "honours": _line(files, HONOURS, HONOURS_TITLE, ""),
        "columns": [(column, _codes(column)) for column in HONOUR_COLUMNS],
        "tables": tables,
        "counted": any(table.rows for table in tables),
        "dated": any(table.updated for table in tables),
        "named": rule_on(site, RuleName.BULK_NAMES, reading.day) == 1,
        "channels": [
            (_ALL_NEWS, feeds_of(ALL, _ALL_NEWS)),
            *((title, feeds_of(kind_channel(kind), title)) for kind, title in TOLD_KINDS.items()),
            (_POSTS, feeds_of(f"{CHANNELS}{NEWS}", _POSTS)),
            (LOG_TITLE, feeds_of(LOG, LOG_TITLE)),
        ],
        "calendar": calendar_of(WHOLE_CALENDAR, _DIARY),
    }
    return Page(
        url=URL,
        tab=TAB,
        title=TITLE,
        description=_DESCRIPTION,
        template="pages/open_data.html",
        context=context,
        indexed=lists_indexed(site),
        data=_data(reading),
        alternates=(
            Alternate(f"{OPEN_DATA}catalog.jsonld", "application/ld+json", "Danh mục DCAT"),
            Alternate(f"{OPEN_DATA}datapackage.json", "application/json", "Frictionless Data Package"),
            *feeds_of(ALL, _ALL_NEWS),
            calendar_of(WHOLE_CALENDAR, _DIARY),
        ),
    )


def _line(files: Mapping[str, FileFacts], name: str, title: str, english: str) -> TableLine:
    facts = {form: files.get(f"{name}{end}") for form, end in FORMS.items()}
    forms = tuple(
        (Link(_FORM_NAMES[form], f"{OPEN_DATA}{name}{FORMS[form]}"), format_size(fact.size) if fact else "")
        for form, fact in facts.items()
    )
    known = facts["csv"]
    rows = format_number(known.rows) if known and known.rows is not None else ""
    day = known.updated if known else None
    return TableLine(name, title, english, forms, rows, short_date(day) if day else "")


def format_size(size: int) -> str:
    """“812 byte”, “45 KB”, “1,8 MB”."""
    if size < 1024:
        return f"{size} byte"
    if size < 1024 * 1024:
        return f"{format_number(round(size / 1024))} KB"
    return f"{format_number(Decimal(size / 1024 / 1024).quantize(Decimal('0.1')))} MB"


def _codes(column: Column) -> str:
    return ", ".join(column.values)


def _data(reading: Reading) -> tuple[Mapping[str, object], ...]:
    """The data to search engines for data, in the words of schema.org; the DCAT catalogue stands beside."""
    site = reading.site
    if site is None:
        return ()
    told = dataset(
        f"{site.name}: dữ liệu mở",
        site.description,
        url=f"{site.address}{URL}",
        licence=site.licence.url if site.licence else None,
        creator=organization(site.owner.name),
    )
    files = [
        {
            "@type": "DataDownload",
            "name": f"{name}{end}",
            "encodingFormat": "application/jsonl" if end == ".jsonl" else "text/csv",
            "contentUrl": f"{site.address}{OPEN_DATA}{name}{end}",
        }
        for name in (HONOURS, *(kind.name for kind in OPEN_KINDS))
        for end in (FORMS["csv"], FORMS["jsonl"])
    ]
    return ({**told, "distribution": files},)
