"""The charts of one list's figures: each says what it counts, what is not known, and adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

from bangvang.pages.charts import Bar, Chart, Goal, Row, Stack, Unknown, bar_chart, joined_notes, stacked_bars
from bangvang.pages.figures import Figures, Numbers
from bangvang.pages.places import dated_name
from bangvang.pages.reading import Reading
from bangvang.pages.tile_map import tile_map
from bangvang.pages.year_charts import column_chart, line_chart
from bangvang.records import AwardKind, AwardLevel, OccupationClass, Sex, SubjectKind, WorkField
from bangvang.records.place import AreaClass
from bangvang.records.site import Rule, RuleName
from bangvang.registry import within
from bangvang.vietnamese import format_number, format_percent

UNIT = "lần"
PEOPLE = "người, tập thể, hộ gia đình"
_MOST_BARS = 14
_LINE_YEARS = 20
_FEWEST_JOINED = 3
_FEWEST_FOR_A_TENTH = 20
_STEPS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 10), (11, None))
_OUTSIDE = "Ngoài danh mục"

Shown = tuple[str, str | None]
"""How a heading is called, and where it leads."""


def year_columns(found: Figures) -> Chart:
    """Honours by year."""
    counts = {int(year): count for year, count in found.years.known.items()}
    unknown = Unknown("Chưa rõ năm", found.years.unknown)
    return column_chart(
        "theo-nam", "Số lần khen thưởng theo năm", ("Năm", "Số lần"), counts, unit=UNIT, unknown=unknown
    )


def year_lines(found: Figures) -> Chart | None:
    """The last decades by kind; a chart only where there are enough years to join."""
    series = {
        SubjectKind.of(kind).label: {int(year): count for year, count in years.known.items()}
        for kind, years in found.kinds_by_year
    }
    last = max((year for counts in series.values() for year in counts), default=0)
    series = {
        kind: {year: count for year, count in counts.items() if year > last - _LINE_YEARS}
        for kind, counts in series.items()
    }
    years = {year for counts in series.values() for year in counts}
    if len(years) < _FEWEST_JOINED:
        return None
    title = f"Diễn biến {_LINE_YEARS} năm gần đây, theo đối tượng"
    return line_chart("dien-bien", title, "Năm", series, unit=UNIT)


def month_bars(found: Figures) -> Chart:
    """The honours of a year by month, in the order of the year."""
    known = found.months.known
    bars = [Bar(f"Tháng {month}", known[month]) for month in sorted(known, key=int)]
    unknown = Unknown("Chỉ ghi năm", found.months.unknown)
    return bar_chart("theo-thang", "Theo tháng", ("Tháng", "Số lần"), bars, unit=UNIT, unknown=unknown)


def award_stacks(found: Figures) -> Chart:
    """Who gets which kind of award."""
    columns = ("Loại", *(kind.label for kind in SubjectKind))
    stacks = [Stack(_label(AwardKind.of, kind) or _OUTSIDE, counts) for kind, counts in found.kinds_by_award]
    return stacked_bars("ai-duoc-tang", "Ai được tặng loại nào", columns, stacks, unit=UNIT)


def kind_bars(found: Figures) -> Chart:
    """Honours by kind of honouree."""
    bars = _bars(found.kinds, lambda kind: (SubjectKind.of(kind).label, None))
    return bar_chart("doi-tuong", "Theo đối tượng", ("Đối tượng", "Số lần"), bars, unit=UNIT, tone="c3")


def award_bars(found: Figures) -> Chart:
    """Honours by kind of award."""
    return bar_chart(
        "danh-hieu",
        "Theo loại danh hiệu, hình thức",
        ("Loại", "Số lần"),
        _bars(found.awards, lambda kind: (AwardKind.of(kind).label, "danh-hieu/")),
        unit=UNIT,
        tone="c2",
        unknown=Unknown(_OUTSIDE, found.awards.unknown),
    )


def level_bars(found: Figures) -> Chart:
    """Honours by level of the award, the highest first."""
    known = found.levels.known
    bars = [Bar(level.label, known[level.value]) for level in AwardLevel if known.get(level.value)]
    unknown = Unknown("Danh hiệu ngoài danh mục, chưa rõ cấp", found.levels.unknown)
    return bar_chart("cap-khen", "Theo cấp khen thưởng", ("Cấp", "Số lần"), bars, unit=UNIT, tone="c2", unknown=unknown)


def field_bars(reading: Reading, found: Figures) -> Chart:
    """Honours by the first field they name."""

    def shown(id: str) -> Shown:
        field = reading.find(WorkField, id)
        return (field.name, f"linh-vuc/{id}/") if field else (id, None)

    unknown = Unknown("Chưa ghi lĩnh vực", found.fields.unknown)
    return bar_chart(
        "linh-vuc",
        "Theo lĩnh vực chính",
        ("Lĩnh vực", "Số lần"),
        _bars(found.fields, shown),
        unit=UNIT,
        unknown=unknown,
        most=_MOST_BARS,
    )


def occupation_bars(found: Figures) -> Chart:
    """Honours of individuals by group of occupations."""
    return bar_chart(
        "thanh-phan",
        "Cá nhân theo thành phần",
        ("Thành phần", "Số lần"),
        _bars(found.groups, lambda group: (OccupationClass.of(group).label, None)),
        unit=UNIT,
        note=_of_individuals(found),
        unknown=Unknown("Chưa rõ thành phần", found.groups.unknown),
    )


def sex_bars(found: Figures) -> Chart:
    """Honours of individuals by sex."""
    return bar_chart(
        "gioi-tinh",
        "Cá nhân theo giới tính",
        ("Giới tính", "Số lần"),
        _bars(found.sexes, lambda sex: (Sex.of(sex).label, None)),
        unit=UNIT,
        note=_of_individuals(found),
        tone="c3",
        unknown=Unknown("Không ghi giới tính", found.sexes.unknown),
    )


def place_bars(reading: Reading, found: Figures, title: str, unknown: str) -> Chart:
    """Honours by place, as it was then."""
    bars = _bars(found.places, lambda id: (dated_name(reading, id), f"dia-phuong/{id}/"))
    return bar_chart(
        "dia-phuong",
        title,
        ("Địa phương", "Số lần"),
        bars,
        unit=UNIT,
        unknown=Unknown(unknown, found.places.unknown),
        most=_MOST_BARS,
    )


def province_map(found: Figures) -> Chart:
    """Honours by province of today."""
    counts = found.places.known
    return tile_map(
        "ban-do",
        "Khen thưởng trên bản đồ ô 34 tỉnh, thành phố",
        ("Tỉnh, thành phố", "Số lần"),
        counts,
        unit=UNIT,
        hrefs={id: f"dia-phuong/{id}/" for id in counts},
        unknown=found.places.unknown,
    )


def area_bars(found: Figures) -> Chart:
    """Honours of places in some class of area; a place may be in several, so the bars are not added up."""
    known = found.areas.known
    bars = [Bar(area.label, known[area.value]) for area in AreaClass if known.get(area.value)]
    outside = found.counted - found.in_areas - found.areas.unknown
    share = _percent(found.in_areas, found.counted - found.areas.unknown)
    rows = [("Thuộc ít nhất một diện", found.in_areas), ("Không ghi diện nào", outside)]
    if found.areas.unknown:
        rows.append(("Chưa rõ địa phương hoặc ngày", found.areas.unknown))
    chart = bar_chart(
        "dien-dia-ban",
        "Theo diện địa bàn",
        ("Diện của địa phương vào ngày khen", "Số lần"),
        bars,
        note=joined_notes(
            f"{_told(found.in_areas)} ({share}) ở địa phương thuộc ít nhất một diện; "
            "một địa phương có thể thuộc nhiều diện.",
            f"{_told(found.areas.unknown)} chưa rõ địa phương hoặc ngày." if found.areas.unknown else "",
        ),
        tone="c3",
        foot=("Tổng cộng, mỗi lần tính một lần", format_number(found.counted)),
    )
    return chart.followed_by(Row((name, format_number(count))) for name, count in rows)


def direct_workers(reading: Reading, found: Figures) -> Chart | None:
    """The share of those who do direct labour, against the rule of the day."""
    numerator, denominator, unknown = found.direct
    if not denominator:
        return None
    rule = direct_worker_rule(reading)
    above = rule is not None and 100 * numerator > rule.value * (denominator + unknown)
    percent = _tenths(numerator, denominator)
    text = f"{format_number(numerator)} trong {format_number(denominator)} lần, {format_percent(percent)}"
    cells = (format_percent(percent), *map(format_number, (numerator, denominator, unknown)))
    note = f"{text} tặng cá nhân là người trực tiếp lao động."
    if unknown:
        note += f" {_told(unknown)} chưa rõ có trực tiếp lao động hay không, không tính vào mẫu số; "
        low, high = _ends(found)
        note += f"tính cả thì tỷ lệ từ {low} đến {high}."
    goal = None
    if rule is not None:
        goal = _goal(found, rule)
        note += f" Căn cứ: {rule.basis}."
    return bar_chart(
        "truc-tiep",
        "Tỷ lệ người trực tiếp lao động",
        ("Nhóm", "Tỷ lệ", "Tử số", "Mẫu số", "Chưa rõ"),
        [Bar("Người trực tiếp lao động", percent, text, cells=cells, reached=above)],
        note=note,
        top=100,
        goal=goal,
    )


def _ends(found: Figures) -> tuple[str, str]:
    """Between which shares that of direct workers lies, whatever those do of whom it is not known."""
    numerator, denominator, unknown = found.direct
    return _percent(numerator, denominator + unknown), _percent(numerator + unknown, denominator + unknown)


def _goal(found: Figures, rule: Rule) -> Goal:
    """The rule; whether it is kept is left open where that hangs on those of whom it is not known."""
    numerator, denominator, unknown = found.direct
    level, enough = format_percent(rule.value), rule.value * (denominator + unknown)
    below = f"Chưa trên mức {level}"
    if 100 * numerator <= enough < 100 * (numerator + unknown):
        below = f"Chưa đủ rõ để nói có trên mức {level}"
    return Goal(rule.value, f"Mức {level}", f"Trên mức {level}", below)


def direct_worker_rule(reading: Reading) -> Rule | None:
    """The rule of the day."""
    for rule in reading.site.rules if reading.site else ():
        if rule.rule is RuleName.DIRECT_WORKERS and within(reading.day, rule.from_, rule.to):
            return rule
    return None


def concentration(found: Figures) -> Chart:
    """How many honours went to how few; nobody is named."""
    held = {int(times): people for times, people in found.held.known.items()}
    bars = []
    for first, last in _STEPS:
        people = sum(count for times, count in held.items() if first <= times <= (last or times))
        receipts = sum(times * count for times, count in held.items() if first <= times <= (last or times))
        if people:
            span = f"{first}" if first == last else f"{first}–{last}"
            name = f"Từ {first} lần trở lên" if last is None else f"{span} lần"
            cells = (format_number(people), format_number(receipts), _percent(receipts, found.receipts))
            bars.append(Bar(name, people, cells=cells))
    top, taken = found.top
    note = (
        f"{format_number(found.people)} {PEOPLE} nhận {format_number(found.receipts)} lượt; "
        f"{format_number(found.again)} ({_percent(found.again, found.people)}) được khen từ hai lần trở lên."
    )
    if found.people >= _FEWEST_FOR_A_TENTH:
        note += f" 10% nhận nhiều nhất ({format_number(top)}) giữ {_percent(taken, found.receipts)} số lượt."
    return bar_chart(
        "tap-trung",
        "Khen thưởng tập trung đến đâu",
        ("Được khen", f"Số {PEOPLE}", "Số lượt", "Phần của tổng số lượt"),
        bars,
        unit=PEOPLE,
        note=note,
        tone="c2",
        foot=("Tổng cộng", format_number(found.people), format_number(found.receipts), "100%"),
    )


def _label(of: Callable[[str], AwardKind], code: str) -> str:
    return of(code).label if code else ""


def _bars(numbers: Numbers, shown: Callable[[str], Shown]) -> list[Bar]:
    """The most frequent first."""
    named = ((shown(id), count) for id, count in numbers.by_size)
    return [Bar(name, count, href=href) for (name, href), count in named]


def _of_individuals(found: Figures) -> str:
    alone = found.kinds.known.get(SubjectKind.INDIVIDUAL.value, 0)
    return f"Chỉ tính {_told(alone)} tặng cá nhân."


def _told(count: int) -> str:
    return f"{format_number(count)} {UNIT}"


def _tenths(part: int, whole: int) -> Decimal:
    """Per cent, rounded as readers do who count again; whether a rule is kept is never read from it."""
    percent = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return percent.quantize(Decimal(1)) if percent == percent.to_integral_value() else percent


def _percent(part: int, whole: int) -> str:
    return format_percent(_tenths(part, whole)) if whole else "–"


def shown(charts: Iterable[Chart | None]) -> list[Chart]:
    """Those that have something to show."""
    return [chart for chart in charts if chart is not None and not chart.empty]


def key_facts(found: Figures) -> tuple[tuple[str, str], ...]:
    """The few numbers that come first."""
    numerator, denominator, unknown = found.direct
    facts = [
        ("lần khen thưởng", format_number(found.counted)),
        (f"{PEOPLE} được khen", format_number(found.people)),
    ]
    if denominator and unknown:
        facts.append(
            (f"tặng người trực tiếp lao động, tùy {format_number(unknown)} lần chưa rõ", "–".join(_ends(found)))
        )
    elif denominator:
        whole = f"tặng người trực tiếp lao động, trong {format_number(denominator)} lần tặng cá nhân"
        facts.append((whole, _percent(numerator, denominator)))
    if found.people >= _FEWEST_FOR_A_TENTH:
        facts.append(("được khen từ hai lần trở lên", _percent(found.again, found.people)))
    return tuple(facts)
