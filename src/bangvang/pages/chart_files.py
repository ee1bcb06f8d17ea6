"""A chart to take away: its numbers as CSV for spreadsheets, its drawing as SVG that needs nothing beside it.

The drawing has its colours and types as attributes: a style sheet inside it would be stopped by the site's policy.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import escape

from bangvang.pages.charts import Chart, Key
from bangvang.pages.drawings import drawn, mark, text
from bangvang.pages.tile_map import TileMap
from bangvang.pages.year_charts import LineChart
from bangvang.spreadsheet import Written, csv_text, harmless

_BOM = "\ufeff"
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MARGIN, _WIDTH = 24, 688
_LETTERS = {"h": 58, "a": 88, "s": 92}
"""What a line holds, by style."""
_STEP = {"h": 28, "a": 20, "s": 20}
_KEY = 22

_TEXT = "Be Vietnam Pro, Segoe UI, Roboto, Arial, sans-serif"
_SERIF = "Noto Serif, Georgia, Times New Roman, serif"
_INK, _INK_2, _INK_3, _PAPER = "#2a211c", "#57493f", "#6e5f54", "#fffdf9"
_BAR, _BAR_2, _BAR_3 = "#8f1d21", "#b07f1c", "#2f7561"
_FILLS = {
    "c1": _BAR,
    "c2": _BAR_2,
    "c3": _BAR_3,
    "c4": _INK_3,
    "t0": "#efe5d3",
    "t1": "#e9c98a",
    "t2": "#a94a28",
    "t3": "#8f1d21",
    "track": "#ece0cb",
    "paper": _PAPER,
}
_STRONG = "#8d7a65"
_TILE = "r"
_HALO = {"paint-order": "stroke", "stroke": _PAPER, "stroke-width": "3", "stroke-linejoin": "round"}
_STYLES: dict[str, dict[str, str]] = {
    **{name: {"fill": fill} for name, fill in _FILLS.items()},
    "t0": {"fill": _FILLS["t0"], "stroke": _STRONG},
    "sheet": {"font-family": _TEXT},
    "plot": {"font-size": "13", "fill": _INK_2},
    "map": {"font-size": "12.5", "font-weight": "600", "text-anchor": "middle", "fill": _INK},
    "h": {"font-family": _SERIF, "font-size": "22", "font-weight": "600", "fill": _INK},
    "a": {"font-size": "13.5", "font-weight": "600", "fill": _INK},
    "s": {"font-size": "13.5", "fill": _INK_2},
    "l": {"fill": _INK},
    "v": {"font-weight": "600", "fill": _INK, **_HALO},
    "g": {"font-size": "12", "fill": _INK_3, **_HALO},
    "c": {"text-anchor": "middle"},
    "e": {"text-anchor": "end"},
    "is-marked": {"font-weight": "600"},
    "seg": {"stroke": _PAPER, "stroke-width": "1"},
    "grid": {"stroke": "#e3d6bf"},
    "axis": {"stroke": _STRONG},
    "goal": {"stroke": _INK, "stroke-width": "2", "fill": "none"},
    "mark": {"stroke": _PAPER, "stroke-width": "1.5"},
    "twig": {"fill": "none", "stroke": _STRONG, "stroke-width": "1.5"},
    "sea": {"fill": "none", "stroke": _STRONG, "stroke-dasharray": "3 3"},
    _TILE: {"stroke": _PAPER, "stroke-width": "2"},
    "x2": {"fill": "#fff"},
    "x3": {"fill": "#fff"},
    "n": {"font-family": _SERIF, "font-size": "15"},
    "seat": {"font-size": "12", "font-weight": "400", "text-anchor": "end", "fill": _INK_2},
}
_DASHES = {"c2": "8 4", "c3": "3 3", "c4": "10 3 2 3"}
_LINK = re.compile(r"<a\b([^>]*) href=[^ >]+")
_CLASS = re.compile(r' class="([^"]*)"')


class SheetLine(NamedTuple):
    """A line of text above or below the drawing."""

    text: str
    y: int
    style: str


class SheetKey(NamedTuple):
    """An entry of the legend."""

    tone: str
    text: str
    y: int


class Sheet(NamedTuple):
    """Where everything stands on the sheet that a chart is drawn on."""

    width: int
    height: int
    top: int
    style: str
    frame: str
    """How large the drawing is, and in what units."""
    lines: tuple[SheetLine, ...]
    keys: tuple[SheetKey, ...]


def chart_files(charts: Sequence[Chart], about: str, source: str) -> Iterator[tuple[str, bytes]]:
    """Names and bytes; the drawings say what all of them are about, and where their numbers are from."""
    for chart in charts:
        yield f"{chart.id}.csv", chart_csv(chart)
        yield f"{chart.id}.svg", chart_svg(chart, about, source)


def chart_csv(chart: Chart) -> bytes:
    """The table, for spreadsheets: a mark of its encoding first, and nothing that could be taken for a formula."""
    rows = [chart.columns, *(row.cells for row in chart.file_rows), *([chart.foot] if chart.foot else [])]
    return (_BOM + csv_text([_cells(row) for row in rows])).encode()


def chart_svg(chart: Chart, about: str, source: str) -> bytes:
    """The drawing with title, note, legend and source."""
    sheet = _sheet(chart, about, source)
    size = f'width="{sheet.width}" height="{sheet.height}"'
    parts = "\n".join(
        [
            f'<svg class="sheet" xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {sheet.width} {sheet.height}" '
            f'role="img" aria-labelledby="ten mo-ta"><title id="ten">{text(chart.title)}</title>'
            f'<desc id="mo-ta">{text(chart.description)}</desc>',
            f'<rect class="paper" {size}/>',
            *[f'<text class="{one.style}" x="{_MARGIN}" y="{one.y}">{text(one.text)}</text>' for one in sheet.lines],
            f'<svg class="{sheet.style}" x="{_MARGIN}" y="{sheet.top}" {sheet.frame} overflow="visible">',
            _LINK.sub(r"<g\1", drawn(chart)).replace("</a>", "</g>"),
            "</svg>",
            *[_key(chart, key) for key in sheet.keys],
            "</svg>\n",
        ]
    )
    return _CLASS.sub(_attributes, parts).encode()


def _key(chart: Chart, key: SheetKey) -> str:
    if isinstance(chart, LineChart):
        dot = f'<svg x="15" y="6" overflow="visible">{mark(key.tone)}</svg>'
        swatch = f'<path class="line {key.tone}" d="M0 6H30"/>{dot}'
    elif key.tone == "goal":
        swatch = '<path class="goal" d="M15 -1V13"/>'
    else:
        swatch = f'<rect class="{key.tone}" x="9" width="12" height="12" rx="2"/>'
    inner = f'{swatch}<text class="p" x="38" y="11">{text(key.text)}</text>'
    return f'<svg class="plot" x="{_MARGIN}" y="{key.y}" width="30" height="12" overflow="visible">{inner}</svg>'


def _cells(row: Sequence[str]) -> list[Written]:
    first, *rest = row
    return [harmless(first), *(harmless(_ungrouped(cell)) for cell in rest)]


def _ungrouped(cell: str) -> str:
    """1.234 as 1234: whoever reads it, dots are not taken for decimals."""
    return cell.replace(".", "") if _GROUPED.fullmatch(cell) else cell


def _sheet(chart: Chart, about: str, source: str) -> Sheet:
    above, top = _lines([("h", chart.title), ("a", about), ("s", chart.note)], 44)
    keys, below = _legend(chart.keys, top + chart.height + 16)
    style, width, view, reading = "plot", _WIDTH, "", ""
    if isinstance(chart, TileMap):
        style, width, reading = "map", chart.width, chart.reading
        view = f' viewBox="0 0 {width} {chart.height}"'
    under, end = _lines([("s", reading), ("s", source)], below + 24)
    return Sheet(
        width=_WIDTH + 2 * _MARGIN,
        height=end,
        top=top,
        style=style,
        frame=f'width="{width}" height="{chart.height}"{view}',
        lines=(*above, *under),
        keys=keys,
    )


def _lines(texts: Sequence[tuple[str, str]], y: int) -> tuple[tuple[SheetLine, ...], int]:
    """Texts broken into lines from a height down; where the next thing may begin."""
    found = []
    for style, words in texts:
        for line in _broken(words, _LETTERS[style]):
            found.append(SheetLine(line, y, style))
            y += _STEP[style]
    return tuple(found), y


@lru_cache(maxsize=1024)
def _broken(words: str, letters: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, letters))


def _legend(keys: Sequence[Key], y: int) -> tuple[tuple[SheetKey, ...], int]:
    placed = tuple(SheetKey(key.tone, key.text, y + _KEY * place) for place, key in enumerate(keys))
    return placed, y + _KEY * len(keys)


def _attributes(found: re.Match[str]) -> str:
    return _attributes_of(found[1])


@cache
def _attributes_of(classes: str) -> str:
    """What a style sheet would say of classes, as attributes."""
    names = classes.split()
    merged: dict[str, str] = {}
    for name in sorted(names, key=_TILE.__eq__):  # the edge of a tile wins over that of its tone
        merged |= _STYLES.get(name, {})
    if "line" in names:
        tone = names[-1]
        merged = {"fill": "none", "stroke": _FILLS[tone], "stroke-width": "2.5", "stroke-linejoin": "round"}
        merged |= {"vector-effect": "non-scaling-stroke"}
        if tone in _DASHES:
            merged["stroke-dasharray"] = _DASHES[tone]
    return "".join(f' {name}="{escape(value)}"' for name, value in merged.items())
