"""The statistics page: counts of honours, each with what is unknown and what was left out, as charts with tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bangvang.pages.answers import Answers, question
from bangvang.pages.charts import Bar, BarChart, Chart, Goal, Stack, bar_chart, stacked_bars
from bangvang.pages.json_ld import dataset, organization
from bangvang.pages.membership import place_lines
from bangvang.pages.page import Page
from bangvang.pages.provinces import PROVINCES
from bangvang.pages.reading import Reading
from bangvang.pages.tile_map import tile_map
from bangvang.pages.year_charts import column_chart, line_chart
from bangvang.records import Award, Sex, SubjectKind, WorkField
from bangvang.records.award import AwardKind
from bangvang.records.site import Rule, RuleName
from bangvang.registry import (
    Counted,
    GivenHonour,
    Share,
    Tally,
    counted,
    direct_worker_share,
    lists_indexed,
    tally,
    within,
)
from bangvang.registry.statistics import UNSEEN, by_kind, by_occupation, by_sex, by_year
from bangvang.vietnamese import format_number, format_percent

TAB = "thong-ke"
_MOST_FIELDS = 16
_LINE_YEARS = 20
_FEWEST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Count:
    """A tally as an answer: headings with counts, how many unknown, what was left out and why."""

    known: tuple[tuple[str, int], ...]
    unknown: int
    excluded: tuple[tuple[str, int], ...]
    counted: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Every count of the page."""

    years: Count
    kinds: Count
    awards: Count
    fields: Count
    provinces: Count
    sexes: Count
    occupations: Count
    direct: tuple[int, int, int]
    kinds_by_award: tuple[tuple[str, tuple[int, ...]], ...]
    kinds_by_year: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


@question
def figures(answers: Answers) -> Figures:
    """Everything that the page counts."""
    registry = answers.registry
    counting = counted(registry, registry.honours)

    on_map = {id for province in PROVINCES for id in province.ids}

    def count(heading: Callable[[GivenHonour], str | None]) -> Count:
        return _as_answer(tally(counting, heading))

    def award_kind(honour: GivenHonour) -> str | None:
        award = registry.find(Award, honour.award)
        return award.kind.value if award else None

    def field(honour: GivenHonour) -> str | None:
        fields = honour.fields or honour.subject.fields
        return fields[0] if fields else None

    def province(honour: GivenHonour) -> str | None:
        place = honour.subject.place or _profile_place(answers, honour)
        line = answers.ask(place_lines, place) if place else ()
        return next((node for node in line if node in on_map), line[-1] if line else None)

    share = direct_worker_share(registry, counting.honours)
    return Figures(
        count(by_year),
        count(by_kind),
        count(award_kind),
        count(field),
        count(province),
        count(by_sex),
        count(by_occupation),
        (share.numerator, share.denominator, share.unknown),
        _kinds_by_award(counting, award_kind),
        _kinds_by_year(counting),
    )


def _kinds_by_award(
    counting: Counted, award_kind: Callable[[GivenHonour], str | None]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """For every kind of award, how many went to each kind of honouree."""
    found: dict[str, Counter[SubjectKind]] = {}
    for honour in counting.honours:
        kind = award_kind(honour)
        if kind is not None:
            found.setdefault(kind, Counter())[honour.subject.kind] += 1
    rows = sorted(found.items(), key=lambda row: (-row[1].total(), row[0]))
    return tuple((kind, tuple(counts[subject] for subject in SubjectKind)) for kind, counts in rows)


def _kinds_by_year(counting: Counted) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """For every kind of honouree, how many honours each year brought."""
    found: dict[SubjectKind, Counter[int]] = {}
    for honour in counting.honours:
        if honour.date is not None:
            found.setdefault(honour.subject.kind, Counter())[honour.date.year] += 1
    return tuple((str(kind), tuple(sorted(found[kind].items()))) for kind in SubjectKind if kind in found)


def statistics_page(reading: Reading) -> Page:
    """The page."""
    found = reading.ask(figures)
    return Page(
        url="thong-ke/",
        tab=TAB,
        title="Thống kê",
        description=f"{found.years.counted} lần khen thưởng theo năm, danh hiệu, lĩnh vực, địa phương, có bảng số.",
        template="pages/statistics.html",
        context={
            "counted": found.years.counted,
            "excluded": found.years.excluded,
            "years": _years(found),
            "lines": _lines(found),
            "left": [_awards(found), _fields(reading, found)],
            "right": [_kinds(found), _stacks(found), _sexes(found), _direct(reading, found)],
            "map": _map(found),
            "rule": _rule(reading),
        },
        image="statistics",
        indexed=lists_indexed(reading.site),
        data=_data(reading),
    )


def _data(reading: Reading) -> tuple[Mapping[str, object], ...]:
    site = reading.site
    if site is None:
        return ()
    about = "Số lần khen thưởng theo năm, đối tượng, danh hiệu, lĩnh vực, địa phương."
    licence = site.licence.url if site.licence else None
    owner = organization(site.owner.name)
    return (dataset(f"Thống kê {site.name}", about, url=f"{site.address}thong-ke/", licence=licence, creator=owner),)


def _years(found: Figures) -> Chart:
    note = _unknown_note(found.years.unknown, "chưa rõ năm")
    counts = {int(year): count for year, count in found.years.known}
    return column_chart("tk-nam", "Số lần khen thưởng theo năm", ("Năm", "Số lần"), counts, unit="lần", note=note)


def _lines(found: Figures) -> Chart | None:
    """The last decades by kind; a chart only where there are two years to join."""
    first = max((year for _, years in found.kinds_by_year for year, _ in years), default=0) - _LINE_YEARS
    series = {
        SubjectKind.of(kind).label: {year: count for year, count in years if year > first}
        for kind, years in found.kinds_by_year
    }
    known = {year for counts in series.values() for year in counts}
    if len(known) < _FEWEST_JOINED:
        return None
    return line_chart("tk-dien-bien", f"Diễn biến {_LINE_YEARS} năm gần đây, theo đối tượng", "Năm", series, unit="lần")


def _stacks(found: Figures) -> Chart:
    columns = ("Loại", *(kind.label for kind in SubjectKind))
    stacks = [Stack(AwardKind.of(kind).label, counts) for kind, counts in found.kinds_by_award]
    return stacked_bars("tk-ai-duoc", "Ai được tặng loại nào", columns, stacks, unit="lần")


def _kinds(found: Figures) -> Chart:
    bars = [Bar(SubjectKind.of(kind).label, count) for kind, count in _by_size(found.kinds)]
    return bar_chart("tk-loai", "Theo đối tượng", ("Đối tượng", "Số lần"), bars, unit="lần", tone="c3")


def _awards(found: Figures) -> Chart:
    bars = [Bar(AwardKind.of(kind).label, count, href="danh-hieu/") for kind, count in _by_size(found.awards)]
    note = _unknown_note(found.awards.unknown, "ngoài danh mục")
    return bar_chart(
        "tk-danh-hieu", "Theo loại danh hiệu, hình thức", ("Loại", "Số lần"), bars, unit="lần", note=note, tone="c2"
    )


def _fields(reading: Reading, found: Figures) -> Chart:
    bars = []
    for id, count in _by_size(found.fields)[:_MOST_FIELDS]:
        field = reading.find(WorkField, id)
        bars.append(Bar(field.name if field else id, count, href=f"linh-vuc/{id}/"))
    note = _unknown_note(found.fields.unknown, "chưa ghi lĩnh vực")
    return bar_chart("tk-linh-vuc", "Theo lĩnh vực chính", ("Lĩnh vực", "Số lần"), bars, unit="lần", note=note)


def _sexes(found: Figures) -> Chart:
    bars = [Bar(Sex.of(sex).label, count) for sex, count in _by_size(found.sexes)]
    note = _unknown_note(found.sexes.unknown, "không ghi giới tính (gồm cả tập thể, hộ gia đình)")
    return bar_chart(
        "tk-gioi", "Cá nhân theo giới tính", ("Giới tính", "Số lần"), bars, unit="lần", note=note, tone="c3"
    )


def _map(found: Figures) -> Chart:
    counts = dict(found.provinces.known)
    return tile_map(
        "tk-ban-do",
        "Khen thưởng trên bản đồ ô 34 tỉnh, thành phố",
        ("Tỉnh, thành phố", "Số lần"),
        counts,
        unit="lần",
        hrefs={id: f"dia-phuong/{id}/" for id in counts},
        unknown=found.provinces.unknown,
    )


def _direct(reading: Reading, found: Figures) -> BarChart | None:
    share = Share(*found.direct)
    rule = _rule(reading)
    if share.percent is None:
        return None
    percent = Decimal(1000 * share.numerator // share.denominator) / 10  # rounded down: 29,96% must not read as 30%
    text = f"{format_number(share.numerator)} trong {format_number(share.denominator)} ({format_percent(percent)})"
    unknown = f"{format_number(share.unknown)} lần chưa rõ thành phần, không tính vào mẫu số"
    note = f"Trong số cá nhân biết rõ thành phần; {unknown}."
    goal = None
    if rule is not None:
        goal = Goal(rule.value, f"Mức {format_percent(rule.value)}", "Đạt mức quy định", "Chưa đạt mức quy định")
        note += f" Căn cứ: {rule.basis}."
    bars = [
        Bar(
            "Người trực tiếp lao động",
            percent,
            text,
            cells=(format_percent(percent), str(share.numerator), str(share.denominator), str(share.unknown)),
        )
    ]
    return bar_chart(
        "tk-truc-tiep",
        "Tỷ lệ người trực tiếp lao động",
        ("Nhóm", "Tỷ lệ", "Tử số", "Mẫu số", "Chưa rõ"),
        bars,
        note=note,
        top=100,
        goal=goal,
    )


def _rule(reading: Reading) -> Rule | None:
    for rule in reading.site.rules if reading.site else ():
        if rule.rule is RuleName.DIRECT_WORKERS and within(reading.day, rule.from_, rule.to):
            return rule
    return None


def _profile_place(answers: Answers, honour: GivenHonour) -> str | None:
    laureate = answers.registry.laureate(honour.laureate)
    return laureate.place if laureate else None


def _by_size(count: Count) -> list[tuple[str, int]]:
    return sorted(count.known, key=lambda entry: (-entry[1], entry[0]))


def _as_answer(found: Tally) -> Count:
    """What is not yet public is not even told to have been left out."""
    excluded = sorted((reason, count) for reason, count in found.excluded.items() if reason != UNSEEN)
    return Count(tuple(sorted(found.known.items())), found.unknown, tuple(excluded), found.counted)


def _unknown_note(unknown: int, why: str) -> str:
    return f"{format_number(unknown)} lần {why}." if unknown else ""
