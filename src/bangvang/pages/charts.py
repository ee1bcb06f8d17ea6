"""Charts: the numbers, their places in the drawing, a sentence that says them and a table that lists them.

Lengths along the drawing are per cent of its width, heights are pixels: text keeps its size on every screen.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, NamedTuple, Self
from unicodedata import normalize

from bangvang.vietnamese import format_number

Number = int | Decimal

NO_DATA = "Chưa có số liệu."
TOTAL = "Tổng cộng"
OTHERS = "Khác"

LETTERS = 36
"""What one line of text holds at 13 px in a card on a phone 320 px wide."""

TONES = ("c1", "c2", "c3", "c4")
"""Colours and marks that the style sheet tells apart."""

MOST_TONES = len(TONES)

_LINE, _BAR, _GAP = 20, 14, 14
_NARROWEST_LABEL = 14
_FAINTEST = 0.6
_MOST_NAMED = 3


class Row(NamedTuple):
    """A row of the table under a chart; the first cell heads it."""

    cells: tuple[str, ...]
    href: str | None = None


class Key(NamedTuple):
    """An entry of the legend: how it is drawn, what it means."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chart:
    """What every chart has: a name in the page, a title, a description and its numbers as a table."""

    template: ClassVar[str] = "charts/card.html"
    wide: ClassVar[bool] = False
    """Whether it takes the whole width of a page."""

    id: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: tuple[str, ...] = ()
    note: str = ""
    keys: tuple[Key, ...] = ()
    height: int = 0
    empty: bool = False

    @property
    def linked(self) -> bool:
        """Whether the drawing holds links; a drawing that does must not pose as one image."""
        return False

    @property
    def file_rows(self) -> tuple[Row, ...]:
        """The rows of the file to take away: those of the table, where it folds nothing."""
        return self.rows

    def followed_by(self, rows: Iterable[Row]) -> Self:
        """The same with further rows in the table."""
        return replace(self, rows=(*self.rows, *rows))


class Bar(NamedTuple):
    """One number to show as a bar; `cells` replace its text in the table where one number is not enough."""

    label: str
    value: Number
    text: str = ""
    href: str | None = None
    marked: bool = False
    cells: tuple[str, ...] = ()
    reached: bool | None = None
    """Whether it reaches the goal, where the number itself is rounded too much to tell."""

    @property
    def shown(self) -> str:
        """The number as it is printed beside the bar."""
        return self.text or format_number(self.value)


class Goal(NamedTuple):
    """A mark that bars should reach, and the legend for those which do and those which do not."""

    value: Number
    text: str
    reached: str
    missed: str


class Unknown(NamedTuple):
    """So many whose place on the chart is not known: a row of the table, no part of the drawing."""

    label: str
    total: int

    @property
    def rows(self) -> tuple[Row, ...]:
        return (Row((self.label, format_number(self.total))),) if self.total else ()

    def told(self, unit: str) -> str:
        return f"{self.label}: {format_number(self.total)} {unit}." if self.total else ""


NONE_UNKNOWN = Unknown("", 0)


class TextLine(NamedTuple):
    """A line of text and its baseline."""

    y: int
    text: str


class PlacedBar(NamedTuple):
    """A bar with its label above it and its number at the right."""

    label: str
    text: str
    lines: tuple[TextLine, ...]
    y: int
    width: float
    tone: str
    marked: bool
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BarChart(Chart):
    """Horizontal bars, each under its label."""

    bars: tuple[PlacedBar, ...] = ()
    thickness: int = _BAR
    goal: float | None = None

    @property
    def linked(self) -> bool:
        return any(bar.href for bar in self.bars)


class Stack(NamedTuple):
    """One bar of several parts: a number for every series of the chart."""

    label: str
    values: tuple[int, ...]
    href: str | None = None


class Segment(NamedTuple):
    """A part of a stacked bar."""

    x: float
    width: float
    tone: str
    text: str


class PlacedStack(NamedTuple):
    """A stacked bar: label and sum above it, its parts in words below."""

    label: str
    text: str
    lines: tuple[TextLine, ...]
    y: int
    segments: tuple[Segment, ...]
    parts: tuple[TextLine, ...]
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StackedBars(Chart):
    """Horizontal bars of several series; as long as their sums."""

    stacks: tuple[PlacedStack, ...] = ()
    thickness: int = _BAR

    @property
    def linked(self) -> bool:
        return any(stack.href for stack in self.stacks)


def bar_chart(
    id: str,
    title: str,
    columns: tuple[str, ...],
    bars: Sequence[Bar],
    *,
    unit: str = "",
    note: str = "",
    tone: str = "c1",
    top: Number | None = None,
    goal: Goal | None = None,
    foot: tuple[str, ...] = (),
    unknown: Unknown = NONE_UNKNOWN,
    most: int | None = None,
) -> BarChart:
    """Bars in the order given. `unit` says what is counted; without it numbers (percentages) are not added up.

    `top` is the number of a full bar, otherwise the highest there is. Beyond `most` bars the rest is drawn as one,
    while the table lists all.
    """
    total = sum((bar.value for bar in bars), start=Decimal(unknown.total))
    drawn = _folded(bars, most)
    full = max([top or 0, goal.value if goal else 0, *(bar.value for bar in drawn)])
    placed, height = _place_bars(drawn, full, tone, goal)
    counted = [(bar.label, bar.value, f"{bar.shown} {unit}".strip()) for bar in bars]
    sentence = extremes(counted, "mục")
    if unit and len(bars) + len(unknown.rows) > 1:
        foot = foot or (TOTAL, format_number(total))
        sentence += f" {TOTAL}: {format_number(total)} {unit}."
    return BarChart(
        id=id,
        title=title,
        description=sentence,
        columns=columns,
        rows=(*(Row((bar.label, *(bar.cells or (bar.shown,))), bar.href) for bar in bars), *unknown.rows),
        foot=foot,
        note=joined_notes(note, unknown.told(unit)),
        keys=(Key("c3", goal.reached), Key("c2", goal.missed), Key("goal", goal.text)) if goal else (),
        height=height,
        empty=not bars or bool(unit and total == unknown.total),
        bars=placed,
        goal=share(goal.value, full) if goal else None,
    )


def stacked_bars(
    id: str,
    title: str,
    columns: tuple[str, ...],
    stacks: Sequence[Stack],
    *,
    unit: str,
    note: str = "",
    tones: Sequence[str] = TONES,
) -> StackedBars:
    """Stacked bars in the order given; `columns` are the heading of the labels and the names of the series."""
    heading, *series = columns
    sums = [sum(stack.values) for stack in stacks]
    by_series = [sum(stack.values[place] for stack in stacks) for place in range(len(series))]
    placed, height = _place_stacks(stacks, series, max(sums, default=0), tones)
    counted = [
        (stack.label, whole, f"{format_number(whole)} {unit}") for stack, whole in zip(stacks, sums, strict=True)
    ]
    parts = "; ".join(f"{name} {format_number(part)}" for name, part in zip(series, by_series, strict=True))
    return StackedBars(
        id=id,
        title=title,
        description=f"{extremes(counted, 'mục')} {TOTAL}: {format_number(sum(sums))} {unit} ({parts}).",
        columns=(heading, *series, "Cộng"),
        rows=tuple(
            Row((stack.label, *(format_number(value) for value in (*stack.values, whole))), stack.href)
            for stack, whole in zip(stacks, sums, strict=True)
        ),
        foot=(TOTAL, *(format_number(value) for value in (*by_series, sum(sums)))) if len(stacks) > 1 else (),
        note=note,
        keys=tuple(Key(tone, name) for tone, name in zip(tones, drawn_names(series), strict=False)),
        height=height,
        empty=not sum(sums),
        stacks=placed,
    )


def extremes(counted: Sequence[tuple[str, Number, str]], thing: str) -> str:
    """Which of (label, number, number as text) are the highest and the lowest, in one or two sentences."""
    if not counted:
        return NO_DATA
    high, low = max(value for _, value, _ in counted), min(value for _, value, _ in counted)
    if len(counted) == 1:
        label = counted[0][0]
        return f"{label[:1].upper()}{label[1:]}: {counted[0][2]}."
    if high == low:
        return f"Tất cả {len(counted)} {thing} bằng nhau: {counted[0][2]}."
    return f"Cao nhất: {_holders(counted, high, thing)}. Thấp nhất: {_holders(counted, low, thing)}."


def joined_notes(*notes: str) -> str:
    """The sentences below a title."""
    return " ".join(note for note in notes if note)


def share(value: Number, whole: Number) -> float:
    """A number as per cent of a whole, for a length: never outside the drawing."""
    return round(min(100.0, max(0.0, float(100 * value / whole))), 2) if whole else 0.0


def drawn_names(names: Sequence[str]) -> tuple[str, ...]:
    """The series that the drawing shows apart: what is beyond its colours is one series, "Khác"."""
    return tuple(names) if len(names) <= MOST_TONES else (*names[: MOST_TONES - 1], OTHERS)


def drawn_values(values: Sequence[int]) -> tuple[int, ...]:
    """The numbers of the series as drawn, so that no number is left out."""
    return tuple(values) if len(values) <= MOST_TONES else (*values[: MOST_TONES - 1], sum(values[MOST_TONES - 1 :]))


def _folded(bars: Sequence[Bar], most: int | None) -> Sequence[Bar]:
    """The first bars, and all others in one; one alone stays itself."""
    if most is None or len(bars) <= most + 1:
        return bars
    rest = bars[most:]
    return [*bars[:most], Bar(f"{len(rest)} mục khác", sum((bar.value for bar in rest), start=Decimal(0)))]


def _holders(counted: Sequence[tuple[str, Number, str]], value: Number, thing: str) -> str:
    names = [label for label, other, _ in counted if other == value]
    text = next(text for _, other, text in counted if other == value)
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} {thing} khác"]
    return f"{_listed(names)} ({text})"


def _listed(names: Sequence[str]) -> str:
    return " và ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _place_bars(bars: Sequence[Bar], full: Number, tone: str, goal: Goal | None) -> tuple[tuple[PlacedBar, ...], int]:
    letters = _room_for_labels(bar.shown for bar in bars)
    placed, y = [], 0
    for bar in bars:
        lines = _text_lines(wrapped(f"◆ {bar.label}" if bar.marked else bar.label, letters), y)
        y += _LINE * len(lines)
        width = max(share(bar.value, full), _FAINTEST if bar.value > 0 else 0.0)
        placed.append(PlacedBar(bar.label, bar.shown, lines, y, width, _tone(bar, tone, goal), bar.marked, bar.href))
        y += _BAR + _GAP
    return tuple(placed), max(0, y - _GAP + 2)


def _tone(bar: Bar, tone: str, goal: Goal | None) -> str:
    if goal:
        reached = bar.value >= goal.value if bar.reached is None else bar.reached
        return "c3" if reached else "c2"
    if bar.marked:
        return "c1" if tone == "c2" else "c2"
    return tone


def _place_stacks(
    stacks: Sequence[Stack], series: Sequence[str], full: int, tones: Sequence[str]
) -> tuple[tuple[PlacedStack, ...], int]:
    letters = _room_for_labels(format_number(sum(stack.values)) for stack in stacks)
    names = drawn_names(series)
    placed, y = [], 0
    for stack in stacks:
        values = drawn_values(stack.values)
        lines = _text_lines(wrapped(stack.label, letters), y)
        top = y + _LINE * len(lines)
        named = [f"{name} {format_number(value)}" for name, value in zip(names, values, strict=True) if value]
        parts = _text_lines(_fill(named), top + _BAR + 3)
        whole = format_number(sum(stack.values))
        segments = _segments(values, names, full, tones)
        placed.append(PlacedStack(stack.label, whole, lines, top, segments, parts, stack.href))
        y = top + _BAR + 3 + _LINE * len(parts) + _GAP
    return tuple(placed), max(0, y - _GAP + 2)


def _segments(values: Sequence[int], names: Sequence[str], full: int, tones: Sequence[str]) -> tuple[Segment, ...]:
    """The parts of one bar, end to end; a bar too short to show its parts is lengthened, not its parts."""
    whole = sum(values)
    length = max(share(whole, full), 2 * _FAINTEST * sum(value > 0 for value in values))
    segments, before = [], 0
    for tone, value, name in zip(tones, values, names, strict=False):
        if value:
            x, end = (round(length * edge / whole, 2) for edge in (before, before + value))
            segments.append(Segment(x, round(end - x, 2), tone, f"{name}: {format_number(value)}"))
        before += value
    return tuple(segments)


def _room_for_labels(texts: Iterable[str]) -> int:
    """How many letters of a label fit beside the longest number."""
    return max(_NARROWEST_LABEL, LETTERS - max((len(text) for text in texts), default=0))


@lru_cache(maxsize=4096)
def wrapped(label: str, letters: int) -> tuple[str, ...]:
    """A label on at most two lines; the table has it whole. Labels come again in every list's figures."""
    return tuple(textwrap.wrap(normalize("NFC", label), letters, max_lines=2, placeholder="…")) or ("",)


def _fill(parts: Sequence[str]) -> list[str]:
    """Parts joined into lines, broken only between parts."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(part) + 3 <= LETTERS:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines


def _text_lines(lines: Sequence[str], top: int) -> tuple[TextLine, ...]:
    return tuple(TextLine(top + _LINE * place + 13, line) for place, line in enumerate(lines))
