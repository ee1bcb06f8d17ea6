"""The sheets that Typst sets: the poster (A3) and the certificate sheets (A4 across)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bangvang.book.faces import unprintable
from bangvang.book.manuscript import Imprint, imprint
from bangvang.book.people import SHAPES, Portrait, one_line
from bangvang.book.portraits import wall_album
from bangvang.book.sheets.qr import QrCode, qr_code
from bangvang.book.sheets.rows import (
    HonourRow,
    about,
    day_inside,
    decision_of,
    laureate_of,
    rows_of_decision,
    rows_of_laureate,
)
from bangvang.book.typesetting import SettingError, as_json, as_written, typeset
from bangvang.pages.honours import award_year
from bangvang.pages.membership import valid_honours
from bangvang.pages.paper_names import decision_name
from bangvang.pages.papers import agency_link
from bangvang.pages.people import initials, is_illustrative, role_at, top_honour
from bangvang.pages.places import place_line
from bangvang.pages.reading import Reading
from bangvang.publishing.error import Failure
from bangvang.records import Decision
from bangvang.registry import PageForm, Telling, may_show


@dataclass(frozen=True, slots=True)
class Face:
    """Whom a poster shows."""

    name: str
    about: tuple[str, ...]
    shape: str
    initials: str
    portrait: Portrait | None
    award: str
    quote: str
    summary: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a decision on a poster."""

    name: str
    title: str
    day: str
    issuer: str
    rows: tuple[HonourRow, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Poster:
    """What the poster's template reads: a face or names."""

    imprint: Imprint
    face: Face | None
    names: NameList | None
    qr: QrCode


@dataclass(frozen=True, slots=True)
class Certificate:
    """One honour and the code that leads to it."""

    row: HonourRow
    qr: QrCode


@dataclass(frozen=True, slots=True)
class Certificates:
    """What the template of the certificate sheets reads."""

    imprint: Imprint
    sheets: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """What came off the press, and what the office should know of it."""

    pdf: bytes
    count: int
    note: str


def poster(root: Path, reading: Reading, id: str) -> Sheets:
    """A poster of somebody, or of everybody in a decision."""
    address = reading.site.address if reading.site else ""
    front = imprint(reading, "Bảng vàng", "")
    if reading.find(Decision, id) is not None:
        names = _names(reading, id)
        sheet = Poster(front, None, names, qr_code(f"{address}quyet-dinh/{id}/"))
        return _set("poster.typ", sheet, {}, reading)
    laureate = laureate_of(reading, id)
    photos = wall_album(root, [laureate] if _is_full(reading, id) else [], reading.day)
    face = _face(reading, id, photos.portraits.get(laureate.id))
    sheet = Poster(front, face, None, qr_code(f"{address}guong/{laureate.id}/"))
    return _set("poster.typ", sheet, dict(photos.files), reading)


def certificates(reading: Reading, id: str) -> Sheets:
    """A sheet for every honour of a decision or of somebody."""
    is_decision = reading.find(Decision, id) is not None
    rows = rows_of_decision(reading, id) if is_decision else rows_of_laureate(reading, id)
    sheets = tuple(Certificate(row, qr_code(row.url)) for row in rows)
    return _set("certificate.typ", Certificates(imprint(reading, "Trang ghi danh", ""), sheets), {}, reading)


def _set(template: str, sheet: object, files: dict[str, Path], reading: Reading) -> Sheets:
    try:
        printed = typeset(template, as_json(sheet), files, reading.day)
    except SettingError as error:
        raise Failure(
            f"Không dàn được trang. Chương trình dàn trang báo: “{error}”. Hãy báo cho người phụ trách."
        ) from error
    strange = " ".join(sorted(unprintable(as_written(sheet))))
    note = f"Phông chữ không có {strange}; tờ in ◊ thay vào." if strange else ""
    return Sheets(printed.pdf, printed.count, note)


def _is_full(reading: Reading, id: str) -> bool:
    return reading.appearance(laureate_of(reading, id)).page is PageForm.FULL


def _face(reading: Reading, id: str, portrait: Portrait | None) -> Face:
    laureate = laureate_of(reading, id)
    profile = laureate.shown if _is_full(reading, id) else None
    top = top_honour(reading, valid_honours(reading.answers, laureate.id))
    place = place_line(reading, laureate.place, laureate.subject.place_text)
    where = place.text if place else ""
    quoted = profile.quote if profile and may_show(profile, Telling.QUOTE, reading.day) else None
    return Face(
        name=laureate.name,
        about=about(laureate.name, role_at(laureate.subject.role, laureate.unit, where), where),
        shape=SHAPES[laureate.kind],
        initials=initials(laureate.name),
        portrait=portrait,
        award=award_year(reading, top) if top else "",
        quote=one_line(quoted),
        summary=one_line(profile.summary) if profile else "",
        illustrative=is_illustrative(laureate),
    )


def _names(reading: Reading, id: str) -> NameList:
    decision = decision_of(reading, id)
    issuer = agency_link(reading, decision.issuer)
    return NameList(
        name=decision_name(decision),
        title=decision.title,
        day=day_inside(decision.date),
        issuer=issuer.text if issuer else "",
        rows=tuple(rows_of_decision(reading, id)),
        illustrative=decision.illustrative,
    )
