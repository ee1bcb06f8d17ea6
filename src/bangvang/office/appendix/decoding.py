"""From characters to letters: fonts say how a cell was typed, and where they do not, the cells of a column vote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from bangvang.office.appendix.sheet import Cell, RawCell, RawSheet, Run, Sheet
from bangvang.vietnamese.legacy import Encoding, decode_legacy, encoding_of_font, guess_encoding

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_BREAKS = re.compile(" *(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[\\s\u0085]*")


def decode_sheet(raw: RawSheet) -> Sheet:
    """The sheet in clean Unicode."""
    votes = _votes(raw)
    known: dict[tuple[tuple[Run, ...], Encoding], str] = {}
    lines: dict[int, dict[int, Cell]] = {}
    for cell in raw.cells:
        vote = votes[cell.column]
        text = known.get((cell.runs, vote))
        if text is None:
            text = known[cell.runs, vote] = clean("".join(_decoded(run, vote) for run in cell.runs))
        if text:
            lines.setdefault(cell.row, {})[cell.column] = Cell(cell.row, cell.column, text, cell.fault)
    return Sheet(raw.name, lines, raw.merged, raw.hidden, raw.hidden_rows, raw.hidden_columns, raw.prose)


def _votes(raw: RawSheet) -> Mapping[int, Encoding]:
    """For each column, how its text without a telling font was typed; in a draw as most of the sheet was."""
    texts: dict[int, list[str]] = {}
    for cell in raw.cells:
        texts.setdefault(cell.column, []).extend(_untold(cell))
    whole = guess_encoding(text for column in texts.values() for text in column)
    return {column: guess_encoding(found, likely=whole) for column, found in texts.items()}


def _untold(cell: RawCell) -> list[str]:
    return [text for text, font in cell.runs if not text.isascii() and encoding_of_font(font) is None]


def _decoded(run: Run, vote: Encoding) -> str:
    text, font = run
    return decode_legacy(text, encoding_of_font(font) or vote)


def clean(text: str) -> str:
    """Composed letters, single spaces; lines inside a cell stay lines."""
    if not text.isascii():
        text = _INVISIBLE.sub("", normalize("NFC", text))
    return _BREAKS.sub("\n", _SPACES.sub(" ", _CONTROL.sub("", text))).strip()
