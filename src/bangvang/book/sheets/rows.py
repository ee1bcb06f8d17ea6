"""What single sheets are about: the honours of one decision or of one laureate that may be shown and still stand."""

from __future__ import annotations

from dataclasses import dataclass

from bangvang.book.people import one_line
from bangvang.pages.decision import honours_of_decision
from bangvang.pages.honours import HonourView, fallen, honour_view
from bangvang.pages.membership import valid_honours
from bangvang.pages.people import is_illustrative, role_at
from bangvang.pages.places import lower_first, place_after, place_line
from bangvang.pages.reading import Reading
from bangvang.pages.record_page import was_removed
from bangvang.publishing.error import Failure
from bangvang.records import Decision, SubjectKind
from bangvang.records.dates import PartialDate
from bangvang.registry import GivenHonour, Laureate, appearance
from bangvang.vietnamese import day_in_words

_NOT_SHOWN = "không còn công bố"


@dataclass(frozen=True, slots=True)
class HonourRow:
    """One honour with who got it, in words."""

    number: int
    id: str
    name: str
    kind: SubjectKind
    role: str
    place: str
    about: tuple[str, ...]
    """Role and place for one line after the name, without what the words before have said."""
    award: str
    posthumous: bool
    reason: str
    paper: str
    day: str
    authority: str
    register_number: str
    illustrative: bool
    url: str
    """The public address of the honour itself."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row of a decision that no sheet names, and why."""

    number: int
    why: str


def decision_of(reading: Reading, id: str) -> Decision:
    """A decision that the public may see."""
    decision = reading.find(Decision, id)
    if decision is None or not appearance(decision, reading.day, reading.site).listed:
        raise Failure(f"Không có quyết định nào đang công bố mang mã “{id}”. Xem lại mã (tên tệp, bỏ đuôi .yml).")
    return decision


def rows_of_decision(reading: Reading, id: str) -> list[HonourRow]:
    """The rows of a decision in printed order, without those that may not be shown or no longer stand."""
    decision_of(reading, id)
    found = []
    for honour in sorted(reading.ask(honours_of_decision, id), key=lambda given: given.row):
        laureate = reading.laureate(honour.laureate)
        if laureate is not None and reading.appearance(laureate).listed and honour.standing(reading.day) is None:
            found.append(_row(reading, laureate, honour))
    if not found:
        raise Failure(f"Quyết định “{id}” không có ai để in: danh sách trống, hoặc mọi dòng đã rút hay hủy bỏ.")
    return found


def left_out(reading: Reading, id: str) -> tuple[LeftOut, ...]:
    """The rows that `rows_of_decision` leaves out: what no longer stands, and those who are no longer shown."""
    given = {honour.row: honour for honour in reading.ask(honours_of_decision, id)}
    whys = [_why_left_out(reading, given.get(row)) for row in range(len(decision_of(reading, id).recipients))]
    return tuple(LeftOut(number, why) for number, why in enumerate(whys, 1) if why)


def _why_left_out(reading: Reading, honour: GivenHonour | None) -> str:
    if honour is None or was_removed(reading, honour.laureate):
        return _NOT_SHOWN
    lost = fallen(reading, honour)
    if lost:
        return f"{lost[:1].lower()}{lost[1:]}"
    laureate = reading.laureate(honour.laureate)
    return "" if laureate is not None and reading.appearance(laureate).listed else _NOT_SHOWN


def laureate_of(reading: Reading, id: str) -> Laureate:
    """Somebody who may stand in lists."""
    laureate = reading.laureate(id)
    if laureate is None or not reading.appearance(laureate).listed:
        raise Failure(f"Không có hồ sơ hay quyết định nào đang công bố mang mã “{id}”. Xem lại mã.")
    return laureate


def rows_of_laureate(reading: Reading, id: str) -> list[HonourRow]:
    """The honours of a laureate that stand, the oldest first."""
    laureate = laureate_of(reading, id)
    rows = [_row(reading, laureate, honour) for honour in valid_honours(reading.answers, laureate.id)]
    if not rows:
        raise Failure(f"{laureate.name} chưa có phần thưởng nào còn giá trị trên trang, nên không có gì để in.")
    return rows


def _row(reading: Reading, laureate: Laureate, honour: GivenHonour) -> HonourRow:
    view = honour_view(reading, honour)
    subject = honour.subject if honour.decision else laureate.subject
    place = place_line(reading, subject.place or laureate.place, subject.place_text)
    address = reading.site.address if reading.site else ""
    where = place.text if place else ""
    role = role_at(subject.role, subject.unit, where)
    return HonourRow(
        number=honour.row + 1,
        id=laureate.id,
        name=subject.name,
        kind=subject.kind,
        role=role,
        place=_around(subject.name, where),
        about=about(subject.name, role, where),
        award=view.title,
        posthumous=honour.facts.posthumous,
        reason=one_line(view.reason),
        paper=_paper(view),
        day=day_inside(honour.date),
        authority=view.authority.text if view.authority else "",
        register_number=view.register_number or "",
        illustrative=is_illustrative(laureate) or (honour.decision is not None and honour.decision.illustrative),
        url=f"{address}guong/{laureate.id}/#{honour.anchor}",
    )


def day_inside(date: PartialDate | None) -> str:
    """“ngày 02 tháng 9 năm 2026”, for the middle of a line."""
    return day_in_words(date.year, date.month, date.day) if date else ""


def _around(name: str, place: str) -> str:
    """The place of somebody; of a village that was honoured itself, where it lies."""
    return _capital(place.removeprefix(f"{name}, "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def about(name: str, role: str, place: str) -> tuple[str, ...]:
    """Role and place, for one line after the name."""
    rest = place_after((name, role), place)
    return tuple(part for part in (role, lower_first(rest) if role else _capital(rest)) if part)


def _paper(view: HonourView) -> str:
    if view.decision is not None:
        return view.decision.text
    return f"Quyết định số {view.number}" if view.number else ""
