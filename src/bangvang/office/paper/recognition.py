"""A recognition: everything that was understood of a paper, still in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.office.paper.duties import Duty, duties_in
from bangvang.office.paper.ending import Ending, Report, ending_of, report_in
from bangvang.office.paper.goals import Goal, goals_in
from bangvang.office.paper.letterhead import Letterhead, letterhead_of, type_at
from bangvang.office.paper.lines import Paper
from bangvang.office.paper.outline import Outline, outline_of
from bangvang.office.paper.slips import Slip, slips_in
from bangvang.vietnamese import NumberWarning, parse_document_number

_YEAR = re.compile(r"năm\s+(?P<year>(?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_L_FOR_ONE = re.compile(r"l(?=[.)/])|(?<=\.)l|l(?=\.)")


@dataclass(frozen=True, slots=True)
class Recognition:
    """One paper, read."""

    paper: Paper
    letterhead: Letterhead
    outline: Outline
    ending: Ending
    duties: tuple[Duty, ...]
    goals: tuple[Goal, ...]
    report: Report | None
    slips: tuple[Slip, ...]
    doubts: tuple[str, ...]
    """What the clerk should look at, beside the slips."""

    @property
    def year(self) -> int | None:
        """Of the day, otherwise the one that the title names."""
        return year_of(self.letterhead)


def understand(paper: Paper) -> Recognition:
    """Read a paper's lines; every text has a reading, however little of it is understood."""
    outline = outline_of(paper.lines, type_at(paper.lines))
    letterhead = letterhead_of(outline.opening)
    ending = ending_of(outline.closing)
    year = year_of(letterhead)
    text = "\n".join(outline.printed())
    goals = tuple(goals_in(outline))
    return Recognition(
        paper=paper,
        letterhead=letterhead,
        outline=outline,
        ending=ending,
        duties=tuple(duties_in(outline, ending.last_words, year)),
        goals=goals,
        report=report_in(text.replace("\n", " ")),
        slips=(*_blanks(letterhead), *_numbers_out_of_order(outline), *slips_in(text), *_sums(goals)),
        doubts=tuple(_doubts(letterhead, outline, ending)),
    )


def year_of(letterhead: Letterhead) -> int | None:
    """The year that days without one belong to."""
    if letterhead.day is not None and letterhead.day.parts is not None:
        return letterhead.day.parts[0]
    named = _YEAR.findall(letterhead.title)
    return int(named[-1]) if named else None


def _blanks(letterhead: Letterhead) -> Iterator[Slip]:
    number = parse_document_number(letterhead.number) if letterhead.number else None
    if number is not None and NumberWarning.BLANK_NUMBER in number.warnings:
        yield Slip(letterhead.number, "", "Bản in để trống số.")
    day = letterhead.day
    if day is not None and (day.day is None or day.month is None):
        left = " và ".join(word for word, said in (("ngày", day.day), ("tháng", day.month)) if said is None)
        yield Slip(day.printed[:400], "", f"Bản in để trống {left}.")


def _numbers_out_of_order(outline: Outline) -> Iterator[Slip]:
    """Numbers with an l for a 1, printed twice, or with one left out between."""
    by_parent: dict[int, list[tuple[str, str]]] = {}
    for passage, above in outline.walk():
        if not passage.number:
            continue
        said = passage.heading or (passage.lines[0] if passage.lines else "")
        printed = f"{passage.number} {' '.join(said.split()[:6])}".strip()
        if re.search(r"\d|^l", passage.number) and "l" in passage.number:
            reading = _L_FOR_ONE.sub("1", passage.number)
            yield Slip(printed, printed.replace(passage.number, reading), "Chữ “l” in thay số 1.")
        siblings = by_parent.setdefault(id(above[-1]) if above else 0, [])
        if siblings and siblings[-1][0] == passage.number:
            yield Slip(printed, "", f"Mục này in “{passage.number}”, trùng với mục liền trước.")
        elif siblings and (missing := _left_out(siblings[-1][0], passage.number)):
            yield Slip(printed, "", f"Đánh số {siblings[-1][0]} rồi đến {passage.number}, không có số {missing}.")
        siblings.append((passage.number, printed))


def _left_out(before: str, now: str) -> str:
    first, last = (re.fullmatch(r"(\d{1,2})\s?[.)/]", number) for number in (before, now))
    if first and last and int(last[1]) == int(first[1]) + 2:
        return str(int(first[1]) + 1)
    return ""


def _sums(goals: tuple[Goal, ...]) -> Iterator[Slip]:
    for goal in goals:
        if goal.sum_differs:
            note = f"Các phần cộng lại là {goal.sum_in_words}, không phải {goal.value}; hãy đối chiếu với bản gốc."
            yield Slip(goal.printed[:480], "", note)


def _doubts(letterhead: Letterhead, outline: Outline, ending: Ending) -> Iterator[str]:
    if letterhead.type is None:
        yield "Không thấy dòng ghi tên loại (KẾ HOẠCH, CHỈ THỊ…); hãy chọn loại văn bản."
    if not letterhead.title:
        yield "Không thấy trích yếu; hãy gõ trích yếu."
    if not letterhead.number:
        yield "Không thấy số, ký hiệu."
    if letterhead.day is None:
        yield "Không thấy dòng địa danh, ngày tháng."
    if not any(passage.number for passage in outline.passages):
        yield "Không thấy mục nào có đánh số; cả lời văn nằm trong một mục."
    if not ending.received:
        yield "Không thấy phần Nơi nhận."
    if not ending.signatures:
        yield "Không thấy người ký."
    if outline.joined:
        yield f"{outline.joined} chỗ câu bị ngắt khi sang dòng đã được nối liền, không thêm bớt chữ nào."
