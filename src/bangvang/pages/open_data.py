"""The page of the open data: what there is, where it stands, who is not in it, how to use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bangvang.pages.channels import ALL, NEWS, TOLD_KINDS, WHOLE_CALENDAR, calendar_of, feeds_of, kind_channel
from bangvang.pages.channels import FOLDER as CHANNELS
from bangvang.pages.json_ld import dataset, organization
from bangvang.pages.page import OPEN_DATA, Alternate, Link, Page
from bangvang.pages.reading import Reading
from bangvang.records import OPEN_KINDS
from bangvang.records.columns import Column
from bangvang.records.english import KINDS_IN_ENGLISH
from bangvang.records.honour_columns import HONOUR_COLUMNS, HONOURS, HONOURS_TITLE
from bangvang.records.site import RuleName
from bangvang.registry import lists_indexed, rule_on

TAB = ""
URL = "du-lieu/"
FORMS = {"excel": "-excel.csv", "csv": ".csv", "jsonl": ".jsonl"}
"""What a table comes in, and how the file's name ends."""
_FORM_NAMES = {"excel": "Excel", "csv": "CSV", "jsonl": "JSON Lines"}
TITLE = "Dữ liệu mở"
_ALL_NEWS, _POSTS, _DIARY = "Mọi tin mới", "Tin tức", "Lịch thi đua"
_DESCRIPTION = (
    "Toàn bộ hồ sơ, quyết định, phong trào, văn bản của trang ở dạng bảng tính, CSV, JSON; "
    "kèm kênh tin và lịch để theo dõi."
)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table as the page offers it."""

    name: str
    title: str
    english: str
    forms: tuple[Link, ...]


def capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def open_data_page(reading: Reading) -> Page:
    """What can be had."""
    site = reading.site
    context: dict[str, object] = {
        "site": site,
        "address": site.address if site else "",
        "folder": OPEN_DATA,
        "honours": _line(HONOURS, HONOURS_TITLE, ""),
        "columns": [(column, _codes(column)) for column in HONOUR_COLUMNS],
        "tables": [_line(kind.name, capital(kind.label), KINDS_IN_ENGLISH[kind.name]) for kind in OPEN_KINDS],
        "named": rule_on(site, RuleName.BULK_NAMES, reading.day) == 1,
        "channels": [
            (_ALL_NEWS, feeds_of(ALL, _ALL_NEWS)),
            *((title, feeds_of(kind_channel(kind), title)) for kind, title in TOLD_KINDS.items()),
            (_POSTS, feeds_of(f"{CHANNELS}{NEWS}", _POSTS)),
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


def _line(name: str, title: str, english: str) -> TableLine:
    forms = tuple(Link(_FORM_NAMES[form], f"{OPEN_DATA}{name}{end}") for form, end in FORMS.items())
    return TableLine(name, title, english, forms)


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
