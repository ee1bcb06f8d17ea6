"""The head of a table: one to three rows of titles, found by their words and merged cells, not by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bangvang.office.appendix.meaning import NAMES, meaning_of, named_exactly
from bangvang.office.appendix.sheet import Cell, Sheet

_MOST_ROWS = 3
_FEWEST_TITLES = 2
_MANY_TITLES = 3
_MAY_NAME = re.compile("t[eê]n|nh[aâ]n|th[eể]|h[oộ]|đ[oơ]n|t[oổ]|ng[uư]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """Rows from `top` to `bottom`, and what stands above each column."""

    top: int
    bottom: int
    titles: Mapping[int, tuple[str, ...]]
    """Column → the texts of its titles from top to bottom, each once."""


def header_at(sheet: Sheet, row: int) -> Header | None:
    """The header that has this row as the one with the names' title."""
    line = sheet.lines[row]
    if not _titles_people(line):
        return None
    top = min((sheet.covered.get((row, column), (row, 0))[0] for column in _span(sheet, row)), default=row)
    if row - top >= _MOST_ROWS:
        top = row
    bottom = _bottom(sheet, top, row)
    return Header(top, bottom, dict(_titles(sheet, top, bottom)))


def _titles_people(line: Mapping[int, Cell]) -> bool:
    """Whether a row holds several titles, one of which says who."""
    if len(line) < _FEWEST_TITLES or not any(_MAY_NAME.search(cell.text) for cell in line.values()):
        return False
    texts = [one_line(cell.text) for cell in line.values()]
    known = {found for text in texts if (found := named_exactly(text))}
    if len(known) >= _MANY_TITLES and not known & NAMES:
        known |= {meaning_of([text])[0] for text in texts}
    return bool(known & NAMES) and len(known) >= _FEWEST_TITLES


def _span(sheet: Sheet, row: int) -> range:
    """The columns from the first title to where the sheet ends."""
    last = max((column for line in sheet.lines.values() for column in line), default=0)
    return range(1, last + 1)


def _bottom(sheet: Sheet, top: int, row: int) -> int:
    """As far as merged titles reach down, or a row of second titles follows."""
    bottom = row
    for column in _span(sheet, row):
        head = sheet.covered.get((row, column), (row, column))
        while bottom - top + 1 < _MOST_ROWS and sheet.covered.get((bottom + 1, column)) == head:
            bottom += 1
    while bottom - top + 1 < _MOST_ROWS and _has_second_titles(sheet, top, bottom):
        bottom += 1
    return bottom


def _has_second_titles(sheet: Sheet, top: int, bottom: int) -> bool:
    """Whether the next row only goes on where the header above is empty or spans several columns."""
    following = sheet.lines.get(bottom + 1)
    if not following or not all(_is_sub_title(sheet, bottom, cell) for cell in following.values()):
        return False
    said = {named_exactly(one_line(cell.text)) for cell in following.values()}
    return said != {None} and not said & NAMES


def _is_sub_title(sheet: Sheet, bottom: int, cell: Cell) -> bool:
    """Whether it stands under nothing, or under a title that spans columns; a flattened file shows only the first."""
    above, right = (sheet.shown_at(bottom, column) for column in (cell.column, cell.column + 1))
    is_spanned = sheet.covered.get((bottom, cell.column), (bottom, cell.column))[1] != cell.column
    has_room = above is None or right is None or above is right or is_spanned
    return has_room and not any(character.isdigit() for character in cell.text)


def _titles(sheet: Sheet, top: int, bottom: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    above: str | None = None
    for column in _span(sheet, bottom):
        shown = [sheet.shown_at(row, column) for row in range(top, bottom + 1)]
        parts = list(dict.fromkeys(one_line(cell.text) for cell in shown if cell is not None))
        if not parts:
            continue
        if bottom > top and shown[0] is None and above is not None:
            parts.insert(0, above)
        elif bottom > top:
            above = one_line(shown[0].text) if shown[0] is not None and shown[-1] is not shown[0] else None
        yield column, tuple(parts)


def one_line(text: str) -> str:
    """A cell's lines as one."""
    return text.replace("\n", " ")
