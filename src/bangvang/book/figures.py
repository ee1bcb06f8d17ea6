"""The figures of a book: its own honours counted, with what is not known and what was left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, TypeAlias

from bangvang.book.selection import Selection
from bangvang.pages.answers import Answers
from bangvang.pages.figures import province_of
from bangvang.pages.provinces import PROVINCES
from bangvang.pages.reading import Reading
from bangvang.records import Award, Labelled, Place, Sex, SubjectKind, WorkField
from bangvang.records.award import AwardLevel
from bangvang.registry import Counted, GivenHonour, counted, tally
from bangvang.registry.statistics import UNSEEN, award_level, by_kind, by_sex, by_year
from bangvang.vietnamese import format_number

_MOST_BARS = 14


_ON_MAP = {id: province.name for province in PROVINCES for id in province.ids}
_Heading: TypeAlias = Callable[[GivenHonour], str | None]


class _Question(NamedTuple):
    """A chart before anything is counted."""

    title: str
    head: str
    heading: _Heading
    unknown: str


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """One line of a chart."""

    label: str
    text: str
    share: float
    """Of the longest bar, between nought and one."""


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """Bars with their numbers, and what the reader must know of them."""

    title: str
    head: str
    bars: tuple[PrintedBar, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All charts, and what was counted in them."""

    totals: tuple[tuple[str, str], ...]
    charts: tuple[PrintedChart, ...]
    note: str


def figures(reading: Reading, selection: Selection) -> Figures:
    """Everything that is counted in a book."""
    registry = reading.answers.registry
    counting = counted(registry, (honour for honours in selection.honours.values() for honour in honours))
    by_sex_known = _Question("Cá nhân theo giới tính", "Giới tính", _labelled(by_sex, Sex), "không ghi giới tính")
    charts = (
        _by_year(counting),
        *(_chart(question, counting) for question in _questions(reading.answers)),
        _chart(by_sex_known, _of_individuals(counting)),
    )
    return Figures(
        _totals(selection, reading), tuple(chart for chart in charts if len(chart.bars) > 1), _left_out(counting)
    )


def _questions(answers: Answers) -> tuple[_Question, ...]:
    """The charts after that of the years."""
    level = award_level(answers.registry)
    return (
        _Question("Theo đối tượng", "Đối tượng", _labelled(by_kind, SubjectKind), ""),
        _Question("Theo loại danh hiệu, hình thức", "Loại", partial(_award_kind, answers), "ngoài danh mục"),
        _Question("Theo cấp khen thưởng", "Cấp", _labelled(level, AwardLevel), "ngoài danh mục"),
        _Question("Theo lĩnh vực chính", "Lĩnh vực", partial(_field, answers), "chưa ghi lĩnh vực"),
        _Question("Theo tỉnh, thành phố", "Địa phương", partial(_province, answers), "chưa rõ địa phương"),
    )


def _labelled(heading: _Heading, codes: type[Labelled]) -> _Heading:
    return lambda honour: codes.of(code).label if (code := heading(honour)) else None


def _award_kind(answers: Answers, honour: GivenHonour) -> str | None:
    award = answers.registry.find(Award, honour.award)
    return award.kind.label if award else None


def _field(answers: Answers, honour: GivenHonour) -> str | None:
    fields = honour.fields or honour.subject.fields
    found = answers.registry.find(WorkField, fields[0]) if fields else None
    return found.name if found else None


def _province(answers: Answers, honour: GivenHonour) -> str | None:
    """Where it was given, otherwise where the laureate is from, as in the figures of the site."""
    laureate = answers.registry.laureate(honour.laureate)
    id = province_of(answers, honour.subject.place or (laureate.place if laureate else None) or "")
    place = answers.registry.find(Place, id)
    return _ON_MAP.get(id) or (place.name if place else None)


def _of_individuals(counting: Counted) -> Counted:
    """Collectives and households have no sex that could be missing."""
    return replace(counting, honours=[one for one in counting.honours if one.subject.kind is SubjectKind.INDIVIDUAL])


def _totals(selection: Selection, reading: Reading) -> tuple[tuple[str, str], ...]:
    """How many of each kind stand in the book, and how many papers."""
    laureates = [laureate for id in selection.honours if (laureate := reading.laureate(id))]
    rows = [(sum(one.kind is kind for one in laureates), kind.label.lower()) for kind in SubjectKind]
    rows += [(len(selection.decisions), "quyết định"), (len(selection.campaigns), "phong trào")]
    return tuple((format_number(count), name) for count, name in rows if count)


def _by_year(counting: Counted) -> PrintedChart:
    """Years stand in their own order, the newest ones where there are too many."""
    found = tally(counting, by_year)
    years = sorted(found.known.items())
    shown = years[-_MOST_BARS * 2 :]
    before = sum(count for _, count in years) - sum(count for _, count in shown)
    notes = [
        f"{format_number(before)} lần trước năm {shown[0][0]}." if before else "",
        _unknown(found.unknown, "chưa rõ năm"),
    ]
    return PrintedChart("Theo năm", "Năm", _bars(shown), " ".join(note for note in notes if note))


def _chart(question: _Question, counting: Counted) -> PrintedChart:
    found = tally(counting, question.heading)
    known = sorted(found.known.items(), key=lambda entry: (-entry[1], entry[0]))
    rest = sum(count for _, count in known[_MOST_BARS:])
    notes = [_unknown(rest, f"thuộc {len(known) - _MOST_BARS} mục khác"), _unknown(found.unknown, question.unknown)]
    return PrintedChart(
        question.title, question.head, _bars(known[:_MOST_BARS]), " ".join(note for note in notes if note)
    )


def _bars(counts: list[tuple[str, int]]) -> tuple[PrintedBar, ...]:
    longest = max((count for _, count in counts), default=1)
    return tuple(PrintedBar(label, format_number(count), round(count / longest, 4)) for label, count in counts)


def _unknown(count: int, why: str) -> str:
    return f"{format_number(count)} lần {why}." if count else ""


def _left_out(counting: Counted) -> str:
    """What is not yet public is not even told to have been left out."""
    told = f"Đã đếm {format_number(len(counting.honours))} lần khen thưởng; phần thưởng tặng chung tính một lần."
    for reason, count in sorted(counting.excluded.items()):
        if reason != UNSEEN:
            told += f" Không tính {format_number(count)} lần {reason}."
    return told
