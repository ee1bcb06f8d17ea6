"""The figures of a book: its own honours counted, with what is not known and what was left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bangvang.book.selection import Selection
from bangvang.pages.membership import place_lines
from bangvang.pages.provinces import PROVINCES
from bangvang.pages.reading import Reading
from bangvang.records import Award, Place, Sex, SubjectKind, WorkField
from bangvang.records.award import AwardLevel
from bangvang.registry import Counted, GivenHonour, counted, tally
from bangvang.registry.statistics import UNSEEN, award_level, by_kind, by_sex, by_year
from bangvang.vietnamese import format_number

_MOST_BARS = 14


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
    on_map = {id: province.name for province in PROVINCES for id in province.ids}

    def award_kind(honour: GivenHonour) -> str | None:
        award = registry.find(Award, honour.award)
        return award.kind.label if award else None

    def field(honour: GivenHonour) -> str | None:
        fields = honour.fields or honour.subject.fields
        found = registry.find(WorkField, fields[0]) if fields else None
        return found.name if found else None

    def province(honour: GivenHonour) -> str | None:
        place = honour.subject.place
        line = reading.answers.ask(place_lines, place) if place else ()
        known = next((on_map[node] for node in line if node in on_map), None)
        last = registry.find(Place, line[-1]) if line else None
        return known or (last.name if last else None)

    def label(
        heading: Callable[[GivenHonour], str | None], of: Callable[[str], str]
    ) -> Callable[[GivenHonour], str | None]:
        return lambda honour: of(code) if (code := heading(honour)) else None

    charts = (
        _by_year(counting),
        _chart("Theo đối tượng", "Đối tượng", counting, label(by_kind, lambda code: SubjectKind.of(code).label), ""),
        _chart("Theo loại danh hiệu, hình thức", "Loại", counting, award_kind, "ngoài danh mục"),
        _chart(
            "Theo cấp khen thưởng",
            "Cấp",
            counting,
            label(award_level(registry), lambda code: AwardLevel.of(code).label),
            "ngoài danh mục",
        ),
        _chart("Theo lĩnh vực chính", "Lĩnh vực", counting, field, "chưa ghi lĩnh vực"),
        _chart("Theo tỉnh, thành phố", "Địa phương", counting, province, "chưa rõ địa phương"),
        _chart(
            "Cá nhân theo giới tính",
            "Giới tính",
            counting,
            label(by_sex, lambda code: Sex.of(code).label),
            "không ghi giới tính (gồm cả tập thể, hộ gia đình)",
        ),
    )
    return Figures(
        _totals(selection, reading), tuple(chart for chart in charts if len(chart.bars) > 1), _left_out(counting)
    )


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


def _chart(
    title: str, head: str, counting: Counted, heading: Callable[[GivenHonour], str | None], unknown: str
) -> PrintedChart:
    found = tally(counting, heading)
    known = sorted(found.known.items(), key=lambda entry: (-entry[1], entry[0]))
    rest = sum(count for _, count in known[_MOST_BARS:])
    notes = [_unknown(rest, f"thuộc {len(known) - _MOST_BARS} mục khác"), _unknown(found.unknown, unknown)]
    return PrintedChart(title, head, _bars(known[:_MOST_BARS]), " ".join(note for note in notes if note))


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
