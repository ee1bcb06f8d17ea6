"""Charts along the years: columns for one count, lines for several that are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bangvang.pages.charts import NO_DATA, TOTAL, Chart, Key, Row, drawn_names, drawn_values, extremes
from bangvang.vietnamese import format_number

_TOP, _BASE = 28, 200
_HEIGHT = _BASE + 26
_LEFT, _RIGHT = 7.0, 97.0
_WIDEST_COLUMN = 6.0
_COLUMN_OF_STEP = 0.72
_MOST_DOTTED_YEARS = 24
_NICE_STEPS = (1, 2, 5)
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_YEAR_LABELS = 6
_MOST_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line of the grid and its number."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class YearLabel:
    """A year under the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A year's number: its place, and its text where there is room to print it."""

    x: float
    y: float
    year: int
    value: int
    text: str = ""
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A series: its points, and the same as coordinates of a square of 100 by 100 that the drawing stretches."""

    name: str
    tone: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart(Chart):
    """What charts along the years share: grid, axis and the frame that lines are stretched into."""

    levels: tuple[Level, ...] = ()
    years: tuple[YearLabel, ...] = ()
    top: int = _TOP
    base: int = _BASE
    left: float = _LEFT
    span: float = _RIGHT - _LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChart(YearChart):
    """A column for every year that has something."""

    template = "charts/columns.svg.html"

    points: tuple[Point, ...] = ()
    thickness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart(YearChart):
    """A line for every series; a year without an entry counts nothing."""

    template = "charts/lines.svg.html"

    lines: tuple[Line, ...] = ()


def column_chart(
    id: str, title: str, columns: tuple[str, str], counts: Mapping[int, int], *, unit: str, note: str = ""
) -> ColumnChart:
    """Counts by year; the table names only the years that have something."""
    years = _all_years([counts])
    levels = _levels(max(counts.values(), default=0))
    points = [
        Point(_x(year, years), _y(counts[year], levels), year, counts[year])
        for year in years
        if counts.get(year)
    ]
    step = (_RIGHT - _LEFT) / max(1, len(years) - 1)
    return ColumnChart(
        id=id,
        title=title,
        description=_describe_years(counts, years, unit),
        columns=columns,
        rows=tuple(Row((str(point.year), format_number(point.value))) for point in points),
        foot=(TOTAL, format_number(sum(counts.values()))) if len(points) > 1 else (),
        note=note,
        height=_HEIGHT,
        empty=not points,
        levels=_placed_levels(levels),
        years=_year_labels(years),
        points=_labelled(points, points, []),
        thickness=round(min(_WIDEST_COLUMN, step * _COLUMN_OF_STEP), 2),
    )


def line_chart(
    id: str, title: str, heading: str, series: Mapping[str, Mapping[int, int]], *, unit: str, note: str = ""
) -> LineChart:
    """Counts by year of several series; `heading` stands over the years in the table."""
    years = _all_years(list(series.values()))
    table = {year: tuple(counts.get(year, 0) for counts in series.values()) for year in years}
    names = drawn_names(tuple(series))
    drawn = {year: drawn_values(values) for year, values in table.items()}
    sums = tuple(sum(counts.values()) for counts in series.values())
    lines = _lines(names, drawn, years)
    rows = tuple(Row((str(year), *map(format_number, values))) for year, values in table.items() if any(values))
    return LineChart(
        id=id,
        title=title,
        description=_describe_series(series, years, unit),
        columns=(heading, *series),
        rows=rows,
        foot=(TOTAL, *map(format_number, sums)) if len(rows) > 1 else (),
        note=note,
        keys=tuple(Key(f"c{place}", name) for place, name in enumerate(names, 1)) if len(names) > 1 else (),
        height=_HEIGHT,
        empty=not any(sums),
        levels=_placed_levels(_levels(max((max(values) for values in drawn.values() if values), default=0))),
        years=_year_labels(years),
        lines=lines,
    )


def _lines(names: Sequence[str], drawn: Mapping[int, Sequence[int]], years: Sequence[int]) -> tuple[Line, ...]:
    levels = _levels(max((max(values) for values in drawn.values() if values), default=0))
    lines: list[Line] = []
    taken: list[Point] = []
    for place, name in enumerate(names):
        points = [
            Point(
                _x(year, years),
                _y(drawn[year][place], levels),
                year,
                drawn[year][place],
                dotted=len(years) <= _MOST_DOTTED_YEARS,
            )
            for year in years
        ]
        worth = points if len(names) == 1 else _peak(points)
        labelled = _labelled(points, worth, taken)
        taken += [point for point in labelled if point.text]
        lines.append(Line(name, f"c{place + 1}", labelled, _path(points)))
    return tuple(lines)


def _peak(points: Sequence[Point]) -> list[Point]:
    return [max(points, key=lambda point: point.value)] if points else []


def _path(points: Sequence[Point]) -> str:
    return " ".join(
        f"{round(100 * (point.x - _LEFT) / (_RIGHT - _LEFT), 2):g},"
        f"{round(100 * (point.y - _TOP) / (_BASE - _TOP), 2):g}"
        for point in points
    )


def _labelled(points: Sequence[Point], worth: Sequence[Point], taken: Sequence[Point]) -> tuple[Point, ...]:
    """The points with their numbers printed, highest first, where no number stands in the way."""
    kept: list[Point] = []
    for point in sorted(worth, key=lambda point: (-point.value, point.year)):
        room = 2.5 + 2.8 * len(format_number(point.value))
        crowded = any(abs(point.x - other.x) < room for other in kept) or any(
            abs(point.x - other.x) < room and abs(point.y - other.y) < 18 for other in taken
        )
        if point.value and not crowded:
            kept.append(point)
    printed = {point.year for point in kept}
    return tuple(
        Point(point.x, point.y, point.year, point.value, format_number(point.value), True)
        if point.year in printed
        else point
        for point in points
    )


def _all_years(series: Sequence[Mapping[int, int]]) -> range:
    """Every year from the first with something to the last."""
    known = [year for counts in series for year, count in counts.items() if count]
    return range(min(known), max(known) + 1) if known else range(0)


def _levels(highest: int) -> tuple[int, ...]:
    """Round numbers from nothing to at least the highest."""
    step, power = 1, 1
    while step * _MOST_LEVELS < highest:
        place = (_NICE_STEPS.index(step // power) + 1) % len(_NICE_STEPS)
        power *= 1 if place else 10
        step = _NICE_STEPS[place] * power
    return tuple(range(0, max(step, -(-highest // step) * step) + 1, step))


def _placed_levels(levels: Sequence[int]) -> tuple[Level, ...]:
    return tuple(Level(_y(level, levels), format_number(level)) for level in levels)


def _year_labels(years: Sequence[int]) -> tuple[YearLabel, ...]:
    step = next((step for step in _YEAR_STEPS if len(years) / step <= _MOST_YEAR_LABELS), _YEAR_STEPS[-1])
    return tuple(YearLabel(_x(year, years), str(year)) for year in years if year % step == 0)


def _x(year: int, years: Sequence[int]) -> float:
    if len(years) == 1:
        return (_LEFT + _RIGHT) / 2
    return round(_LEFT + (_RIGHT - _LEFT) * (year - years[0]) / (years[-1] - years[0]), 2)


def _y(value: int, levels: Sequence[int]) -> float:
    return round(_BASE - (_BASE - _TOP) * value / levels[-1], 1)


def _describe_years(counts: Mapping[int, int], years: Sequence[int], unit: str) -> str:
    if not years:
        return NO_DATA
    counted = [(f"năm {year}", counts.get(year, 0), f"{format_number(counts.get(year, 0))} {unit}") for year in years]
    total = format_number(sum(counts.values()))
    between = f"từ {years[0]} đến {years[-1]}" if len(years) > 1 else f"năm {years[0]}"
    return f"{extremes(counted, 'năm')} {TOTAL} {between}: {total} {unit}."


def _describe_series(series: Mapping[str, Mapping[int, int]], years: Sequence[int], unit: str) -> str:
    if not years:
        return NO_DATA
    if len(series) == 1:
        return _describe_years(next(iter(series.values())), years, unit)
    counted = [(name, sum(counts.values())) for name, counts in series.items()]
    total = format_number(sum(number for _, number in counted))
    between = f"từ {years[0]} đến {years[-1]}" if len(years) > 1 else f"năm {years[0]}"
    each = " ".join(_describe_one(name, series[name], number, unit) for name, number in counted)
    return f"{TOTAL} {between}: {total} {unit}. {each}"


def _describe_one(name: str, counts: Mapping[int, int], total: int, unit: str) -> str:
    if not total:
        return f"{name}: 0 {unit}."
    best = max(counts, key=lambda year: (counts[year], year))
    return f"{name}: {format_number(total)} {unit}, cao nhất năm {best} ({format_number(counts[best])})."
