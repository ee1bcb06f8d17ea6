"""Charts as SVG and as tables, in Python: a page of figures has a dozen, and templates take many times as long.

Classes say what things are; the style sheet of the site gives them their colours, and so does whoever makes a file
that stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from markupsafe import escape as escape_markup

from bangvang.pages.addresses import ROOT
from bangvang.pages.charts import BarChart, Chart, Key, StackedBars, TextLine
from bangvang.pages.tile_map import Tile, TileMap
from bangvang.pages.tree_chart import PlacedBranch, TreeChart
from bangvang.pages.year_charts import ColumnChart, Line, LineChart, Point, YearChart

MARKS = {
    "c1": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    "c2": "M-4 -4H4V4H-4z",
    "c3": "M0 -5.5L5.200 4H-5.200z",
    "c4": "M0 -6L6 0L0 6L-6 0z",
}
"""Outlines around 0,0 that tell series apart without colour: disc, square, triangle, diamond."""


@lru_cache(maxsize=8192)
def text(words: str) -> str:
    """Words as they stand in a page; labels come again in every list's figures."""
    return str(escape_markup(words))


def drawing(chart: Chart) -> Markup:
    """What stands inside the chart's SVG, for templates."""
    return Markup(drawn(chart))


@lru_cache(maxsize=64)
def drawn(chart: Chart) -> str:
    """The same as plain text; drawn once for the page and the file beside it, for no two charts are the same."""
    return _DRAWN[type(chart)](chart)


def names(chart: Chart) -> Markup:
    """What a drawing is for whoever cannot see it: one image, or a group when there are links in it."""
    role = "group" if chart.linked else "img"
    return Markup(
        f'role="{role}" aria-labelledby="{chart.id}-t {chart.id}-d">'
        f'<title id="{chart.id}-t">{text(chart.title)}</title>'
        f'<desc id="{chart.id}-d">{text(chart.description)}</desc>'
    )


NUMBER = ' class="num"'


def table(chart: Chart) -> Markup:
    """The numbers, at the right of their columns; words stay at the left."""
    first, *others = chart.columns
    columns = zip(*(row.cells[1:] for row in chart.rows), strict=True)
    sides = ["" if any(map(_in_words, column)) else NUMBER for column in columns] or [NUMBER] * len(others)
    head = f'<th scope="col">{text(first)}</th>' + "".join(
        [f'<th scope="col"{side}>{text(column)}</th>' for column, side in zip(others, sides, strict=True)]
    )
    rows = "\n".join([_row(row.cells, row.href, sides) for row in chart.rows])
    foot = f"\n<tfoot>{_row(chart.foot, None, sides)}</tfoot>" if chart.foot else ""
    return Markup(
        f'<table class="bv-table">\n<caption class="bv-vh">{text(chart.title)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>{foot}\n</table>"
    )


def legend(chart: Chart) -> Markup:
    """What the colours mean."""
    if not chart.keys:
        return Markup()
    swatch = stroke if isinstance(chart, LineChart) else _box
    keys = "".join([f"<span>{swatch(key)}{text(key.text)}</span>" for key in chart.keys])
    return Markup(f'<p class="bv-key bv-key--chart">{keys}</p>')


def mark(tone: str) -> str:
    """The mark of a series."""
    return f'<path class="mark {tone}" d="{MARKS[tone]}"/>'


def stroke(key: Key) -> str:
    """A series of lines in a legend."""
    return (
        f'<svg class="bv-plot is-stroke" viewBox="0 0 30 12" aria-hidden="true"><path class="line {key.tone}" '
        f'd="M0 6H30"/><svg x="15" y="6" overflow="visible">{mark(key.tone)}</svg></svg>'
    )


def _box(key: Key) -> str:
    if key.tone == "goal":
        inner = '<path class="goal" d="M6 -1V13"/>'
    else:
        inner = f'<rect class="{key.tone}" width="12" height="12" rx="2"/>'
    return f'<svg class="bv-plot" viewBox="0 0 12 12" aria-hidden="true">{inner}</svg>'


def _in_words(cell: str) -> bool:
    return cell[:1].isalpha()


def _row(cells: tuple[str, ...], href: str | None, sides: Sequence[str]) -> str:
    first, *others = cells
    name = text(first) if href is None else f'<a href="{ROOT}{href}">{text(first)}</a>'
    return (
        f'<tr><th scope="row">{name}</th>'
        + "".join([f"<td{side}>{text(cell)}</td>" for cell, side in zip(others, sides, strict=True)])
        + "</tr>"
    )


def _linked(href: str | None, inner: str, attributes: str = "") -> str:
    if href is None:
        return f"<g{attributes}>{inner}</g>"
    return f'<a{attributes} href="{ROOT}{href}">{inner}</a>'


def _lines(lines: Iterable[TextLine], style: str, x: int | None = None) -> str:
    at = "" if x is None else f' x="{x}"'
    return "".join([f'<text class="{style}"{at} y="{line.y}">{text(line.text)}</text>' for line in lines])


def _number(y: int, words: str) -> str:
    return f'<text class="v e" x="100%" y="{y}">{text(words)}</text>'


def _bars(chart: BarChart) -> str:
    high = chart.thickness
    parts = []
    for bar in chart.bars:
        inner = (
            f"<title>{text(bar.label)}: {text(bar.text)}</title>{_lines(bar.lines, 'l')}"
            f"{_number(bar.lines[0].y, bar.text)}"
            f'<rect class="track" y="{bar.y}" width="100%" height="{high}" rx="3"/>'
            f'<rect class="{bar.tone}" y="{bar.y}" width="{bar.width}%" height="{high}" rx="3"/>'
        )
        if chart.goal is not None:
            ends = f'y1="{bar.y - 3}" y2="{bar.y + high + 3}"'
            inner += f'<line class="goal" x1="{chart.goal}%" x2="{chart.goal}%" {ends}/>'
        parts.append(_linked(bar.href, inner, ' class="is-marked"' if bar.marked else ""))
    return "\n".join(parts)


def _stacks(chart: StackedBars) -> str:
    high = chart.thickness
    parts = []
    for stack in chart.stacks:
        segments = "".join(
            [
                f'<g><title>{text(segment.text)}</title><rect class="seg {segment.tone}" x="{segment.x}%" '
                f'y="{stack.y}" width="{segment.width}%" height="{high}"/></g>'
                for segment in stack.segments
            ]
        )
        inner = (
            f"<title>{text(stack.label)}: {text(stack.text)}</title>{_lines(stack.lines, 'l')}"
            f"{_number(stack.lines[0].y, stack.text)}"
            f'<rect class="track" y="{stack.y}" width="100%" height="{high}" rx="3"/>'
            f"{segments}{_lines(stack.parts, 'p')}"
        )
        parts.append(_linked(stack.href, inner))
    return "\n".join(parts)


def _grid(chart: YearChart) -> str:
    levels = [
        f'<line class="{"grid" if place else "axis"}" x2="100%" y1="{level.y}" y2="{level.y}"/>'
        f'<text class="g" y="{level.y - 4}">{text(level.text)}</text>'
        for place, level in enumerate(chart.levels)
    ]
    years = [
        f'<line class="axis" x1="{year.x}%" x2="{year.x}%" y1="{chart.base}" y2="{chart.base + 5}"/>'
        f'<text class="c" x="{year.x}%" y="{chart.base + 21}">{text(year.text)}</text>'
        for year in chart.years
    ]
    return "\n".join([*levels, *years])


def _columns(chart: ColumnChart) -> str:
    half = chart.thickness / 2
    parts = [_grid(chart)]
    for point in chart.points:
        number = f'<text class="v c" x="{point.x}%" y="{point.y - 7}">{text(point.text)}</text>' if point.text else ""
        parts.append(
            f'<g><title>{point.name}: {point.number}</title><rect class="c1" x="{round(point.x - half, 2)}%" '
            f'y="{point.y}" width="{chart.thickness}%" height="{chart.base - point.y}" rx="2"/>{number}</g>'
        )
    return "\n".join(parts)


def _curves(chart: LineChart) -> str:
    parts = [
        _grid(chart),
        f'<svg x="{chart.left}%" y="{chart.top}" width="{chart.span}%" height="{chart.base - chart.top}" '
        'viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">',
        *[f'<polyline class="line {line.tone}" points="{line.path}"/>' for line in chart.lines],
        "</svg>",
    ]
    for line in chart.lines:
        parts += [_dot(line, point) for point in line.points if point.dotted]
    return "\n".join(parts)


def _dot(line: Line, point: Point) -> str:
    title = f"{text(line.name)}, năm {point.year}: {point.number}"
    number = f'<text class="v c" x="{point.x}%" y="{point.y - 10}">{text(point.text)}</text>' if point.text else ""
    dot = f"<title>{title}</title>{mark(line.tone)}"
    return f'<svg x="{point.x}%" y="{point.y}" overflow="visible">{dot}</svg>{number}'


def _tiles(chart: TileMap) -> str:
    sea = [f'<path class="sea" d="{path}"/>' for path in chart.sea]
    return "\n".join([*sea, *[_tile(chart, tile) for tile in chart.tiles]])


def _tile(chart: TileMap, tile: Tile) -> str:
    middle = tile.middle
    words = "".join([f'<text x="{middle}" y="{line.y}">{text(line.text)}</text>' for line in tile.lines])
    inner = (
        f'<title>{text(tile.title)}</title><rect class="r t{tile.tone}" x="{tile.x}" y="{tile.y}" '
        f'width="{chart.tile_width}" height="{chart.tile_height}" rx="6"/>{words}'
    )
    if tile.number is not None:
        inner += f'<text class="n" x="{middle}" y="{tile.number.y}">{text(tile.number.text)}</text>'
    if tile.seat is not None:
        inner += f'<text class="seat" x="{chart.width}" y="{tile.seat.y}">{text(tile.seat.text)}</text>'
    label = f' aria-label="{text(tile.title)}"'
    if tile.href is None and not chart.linked:
        label = ""
    elif tile.href is None:
        label = f' role="img"{label}'
    return _linked(tile.href, inner, f' class="x{tile.tone}"{label}')


def _tree(chart: TreeChart) -> str:
    trunk = chart.trunk
    parts = []
    if chart.branches:
        parts.append(f'<path class="twig" d="M{trunk} 12V{chart.branches[-1].y + 9}"/>')
    root = _lines(chart.root, "l", chart.twig - 4)
    parts.append(f'<circle class="c2" cx="{trunk}" cy="9" r="6"/>{root}')
    for branch in chart.branches:
        parts += _branch(chart, branch)
    return "\n".join(parts)


def _branch(chart: TreeChart, branch: PlacedBranch) -> list[str]:
    parts = [
        f'<path class="twig" d="M{chart.twig} {branch.y + 19}V{branch.end}"/>'
        f'<circle class="c1" cx="{chart.trunk}" cy="{branch.y + 9}" r="5"/>'
        f'<text class="v" x="{chart.twig - 4}" y="{branch.y + 13}">{text(branch.name)}</text>'
        f"{_number(branch.y + 13, branch.text)}"
    ]
    for leaf in branch.leaves:
        number = f'<text class="e" x="100%" y="{leaf.lines[0].y}">{text(leaf.text)}</text>' if leaf.text else ""
        twig = f'<path class="twig" d="M{chart.twig} {leaf.y}H{chart.indent - 4}"/>'
        words = _lines(leaf.lines, "l", chart.indent)
        parts.append(_linked(leaf.href, f"<title>{text(leaf.title)}</title>{twig}{words}{number}"))
    return parts


_DRAWN: dict[type[Chart], Callable[[Any], str]] = {
    BarChart: _bars,
    StackedBars: _stacks,
    ColumnChart: _columns,
    LineChart: _curves,
    TileMap: _tiles,
    TreeChart: _tree,
}
