"""Charts along the years: columns for one count, lines for several that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bangvang.pages.charts import (
    NO_DATA,
    NONE_UNKNOWN,
    TOTAL,
    Chart,
    Key,
    Row,
    Unknown,
    drawn_names,
    drawn_values,
    extremes,
    joined_notes,
)
from bangvang.vietnamese import format_number

_TOP, _BASE, _HEIGHT = 28, 200, 226
_RIGHT = 97.0
_WIDEST_COLUMN = 6.0
_COLUMN_OF_STEP = 0.72
_MOST_DOTTED_YEARS = 24
_NICE_STEPS = (1, 2, 5)
_MOST_LEVELS = 4
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_YEAR_LABELS = 6
_MOST_COLUMNS = 30
_PERIODS = (1, 5, 10, 20, 50, 100)
"""Years that a column may stand for."""
_MOST_PERIOD_LABELS = 5


class Level(NamedTuple):
    """A horizontal line of the grid and its number."""

    y: float
    text: str


class YearLabel(NamedTuple):
    """A year under the axis."""

    x: float
    text: str


class Point(NamedTuple):
    """A number of a year, or of a period that begins with it: place, a mark on it or none, text where there is room."""

    x: float
    y: float
    year: int
    value: int
    dotted: bool = False
    text: str = ""
    until: int = 0
    """The last year of a period."""

    @property
    def name(self) -> str:
        """What the number is of."""
        return f"{self.year}–{self.until}" if self.until > self.year else f"Năm {self.year}"

    @property
    def number(self) -> str:
        """The number as it is printed."""
        return format_number(self.value)


class Line(NamedTuple):
    """A series: its points, and the same as coordinates of a square of 100 by 100 that the drawing stretches."""

    name: str
    tone: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YearChart(Chart):
    """What charts along the years share: grid, axis and the frame that lines are stretched into."""

    wide = True

    levels: tuple[Level, ...]
    years: tuple[YearLabel, ...]
    left: float
    span: float
    top: int = _TOP
    base: int = _BASE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColumnChart(YearChart):
    """A column for every year, or every period of years, that has something."""

    points: tuple[Point, ...]
    thickness: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineChart(YearChart):
    """A line for every series; a year without an entry counts nothing."""

    lines: tuple[Line, ...]


def column_chart(
    id: str,
    title: str,
    columns: tuple[str, str],
    counts: Mapping[int, int],
    *,
    unit: str,
    note: str = "",
    unknown: Unknown = NONE_UNKNOWN,
) -> ColumnChart:
    """Counts by year; many years are drawn by periods, the table names every year that has something."""
    years = _all_years([counts])
    drawn = _by_period(years, counts)
    grid = _Grid(_beginnings(years), max(drawn.values(), default=0))
    points = [
        grid.point(year, count)._replace(until=min(year + grid.years.step - 1, years[-1]))
        for year, count in sorted(drawn.items())
        if count
    ]
    period = f"Mỗi cột gộp {grid.years.step} năm; bảng ghi từng năm." if grid.years.step > 1 else ""
    step = grid.span / max(1, len(grid.years) - 1)
    return ColumnChart(
        id=id,
        title=title,
        description=_describe(counts, years, unit),
        columns=columns,
        rows=(*(Row((str(year), format_number(counts[year]))) for year in years if counts.get(year)), *unknown.rows),
        foot=(TOTAL, format_number(sum(counts.values()) + unknown.total)) if len(points) > 1 or unknown.total else (),
        note=joined_notes(period, note, unknown.told(unit)),
        height=_HEIGHT,
        empty=not points,
        levels=grid.levels,
        years=grid.labels,
        left=grid.left,
        span=grid.span,
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
    grid = _Grid(years, max((max(values, default=0) for values in drawn.values()), default=0))
    sums = tuple(sum(counts.values()) for counts in series.values())
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
        levels=grid.levels,
        years=grid.labels,
        left=grid.left,
        span=grid.span,
        lines=_lines(names, drawn, grid),
    )


@dataclass(frozen=True)
class _Grid:
    """Where years and numbers lie in the drawing."""

    years: range
    highest: int

    @cached_property
    def steps(self) -> range:
        """Round numbers from nothing to at least the highest."""
        step = power = 1
        while step * _MOST_LEVELS < self.highest:
            place = (_NICE_STEPS.index(step // power) + 1) % len(_NICE_STEPS)
            power *= 1 if place else 10
            step = _NICE_STEPS[place] * power
        return range(0, max(step, -(-self.highest // step) * step) + 1, step)

    @cached_property
    def left(self) -> float:
        """Where the first year stands: beside the numbers of the levels."""
        return round(3.5 + 2.4 * len(format_number(self.steps[-1])), 1)

    @property
    def span(self) -> float:
        """From the first year to the last."""
        return round(_RIGHT - self.left, 1)

    @property
    def levels(self) -> tuple[Level, ...]:
        """The lines of the grid."""
        return tuple(Level(self.y(step), format_number(step)) for step in self.steps)

    @property
    def labels(self) -> tuple[YearLabel, ...]:
        """The round years that are printed; of periods every so many, back from the last."""
        if self.years.step > 1:
            every = -(-len(self.years) // _MOST_PERIOD_LABELS)
            shown = sorted(self.years[::-1][::every])
            return tuple(YearLabel(self.x(year), _period_label(year, self.years.step)) for year in shown)
        fitting = (step for step in _YEAR_STEPS if len(self.years) / step <= _MOST_YEAR_LABELS)
        step = next(fitting, _YEAR_STEPS[-1])
        return tuple(YearLabel(self.x(year), str(year)) for year in self.years if year % step == 0)

    def x(self, year: int) -> float:
        """Per cent of the width."""
        return round(self.left + self.span * self.along(year), 2)

    def y(self, value: int) -> float:
        """Pixels from the top."""
        return round(_BASE - (_BASE - _TOP) * value / self.steps[-1], 1)

    def along(self, year: int) -> float:
        """How far a year is on the way from the first to the last."""
        return (year - self.years[0]) / (self.years[-1] - self.years[0]) if len(self.years) > 1 else 0.5

    def point(self, year: int, value: int) -> Point:
        """The place of a year's number."""
        return Point(self.x(year), self.y(value), year, value)

    def path(self, points: Sequence[Point]) -> str:
        """The points in the square that is stretched over the drawing."""
        pairs = ((100 * self.along(point.year), 100 - 100 * point.value / self.steps[-1]) for point in points)
        return " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in pairs)


def _beginnings(years: range) -> range:
    """The years themselves, or where there are too many for a column each the first of every period."""
    size = next((size for size in _PERIODS if len(years) <= size * _MOST_COLUMNS), _PERIODS[-1])
    return range(_beginning(years[0], size), years[-1] + 1, size) if size > 1 else years


def _beginning(year: int, size: int) -> int:
    """Periods begin as plans of five years do: 2021–2025, 2026–2030."""
    return (year - 1) // size * size + 1


def _by_period(years: range, counts: Mapping[int, int]) -> Mapping[int, int]:
    size = _beginnings(years).step
    if size == 1:
        return counts
    found: Counter[int] = Counter()
    for year, count in counts.items():
        found[_beginning(year, size)] += count
    return found


def _period_label(year: int, size: int) -> str:
    """Short, for there is little room: “1951–55”; “1991–2000” needs all."""
    last = year + size - 1
    return f"{year}–{last % 100:02}" if year // 100 == last // 100 else f"{year}–{last}"


def _lines(names: Sequence[str], drawn: Mapping[int, Sequence[int]], grid: _Grid) -> tuple[Line, ...]:
    lines: list[Line] = []
    taken: list[Point] = []
    dotted = len(grid.years) <= _MOST_DOTTED_YEARS
    for place, name in enumerate(names):
        points = [grid.point(year, drawn[year][place])._replace(dotted=dotted) for year in grid.years]
        peak = sorted(points, key=lambda point: -point.value)[:1]
        labelled = _labelled(points, points if len(names) == 1 else peak, taken)
        taken += [point for point in labelled if point.text]
        lines.append(Line(name, f"c{place + 1}", labelled, grid.path(points)))
    return tuple(lines)


def _labelled(points: Sequence[Point], worth: Sequence[Point], taken: Sequence[Point]) -> tuple[Point, ...]:
    """The points with their numbers printed, highest first, where no other number stands in the way."""
    printed: set[int] = set()
    kept: list[Point] = []
    for point in sorted(worth, key=lambda point: (-point.value, point.year)):
        room = 2.5 + 2.8 * len(format_number(point.value))
        near = [other for other in (*kept, *taken) if abs(point.x - other.x) < room]
        if point.value and not any(other in kept or abs(point.y - other.y) < 18 for other in near):
            kept.append(point)
            printed.add(point.year)
    return tuple(
        point._replace(dotted=True, text=format_number(point.value)) if point.year in printed else point
        for point in points
    )


def _all_years(series: Sequence[Mapping[int, int]]) -> range:
    """Every year from the first with something to the last."""
    known = [year for counts in series for year, count in counts.items() if count]
    return range(min(known), max(known) + 1) if known else range(0)


def _describe(counts: Mapping[int, int], years: range, unit: str) -> str:
    if not years:
        return NO_DATA
    counted = [(f"năm {year}", counts.get(year, 0), f"{format_number(counts.get(year, 0))} {unit}") for year in years]
    total = format_number(sum(counts.values()))
    return extremes(counted, "năm") + (f" {TOTAL} {_between(years)}: {total} {unit}." if len(years) > 1 else "")


def _describe_series(series: Mapping[str, Mapping[int, int]], years: range, unit: str) -> str:
    if not years:
        return NO_DATA
    if len(series) == 1:
        return _describe(next(iter(series.values())), years, unit)
    total = format_number(sum(sum(counts.values()) for counts in series.values()))
    each = " ".join(_describe_one(name, counts, unit) for name, counts in series.items())
    return f"{TOTAL} {_between(years)}: {total} {unit}. {each}"


def _describe_one(name: str, counts: Mapping[int, int], unit: str) -> str:
    total = sum(counts.values())
    if not total:
        return f"{name}: 0 {unit}."
    best = max(counts, key=lambda year: (counts[year], year))
    return f"{name}: {format_number(total)} {unit}, cao nhất năm {best} ({format_number(counts[best])})."


def _between(years: range) -> str:
    return f"từ {years[0]} đến {years[-1]}" if len(years) > 1 else f"năm {years[0]}"
