"""How a sheet is laid out: what each of its lines is, and which tables they make."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bangvang.office.appendix.header import Header, header_at, one_line
from bangvang.office.appendix.meaning import NAMES, Meaning, by_content, meaning_of
from bangvang.office.appendix.people import read_name
from bangvang.office.appendix.sheet import Cell, Sheet
from bangvang.vietnamese import fold, parse_roman


class LineUse(StrEnum):
    """What a line of a sheet is there for."""

    ABOVE = "above"
    HEADER = "header"
    NUMBERING = "numbering"
    SECTION = "section"
    ROW = "row"
    CONTINUED = "continued"
    """Goes on where the row above ran out of space."""
    TOTAL = "total"
    BELOW = "below"
    BETWEEN = "between"
    """A paragraph of a document, outside its tables."""
    STRAY = "stray"
    """Inside a table, and not understood."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    number: int
    titles: tuple[str, ...]
    guess: Meaning
    is_sure: bool
    is_hidden: bool

    @property
    def title(self) -> str:
        return " / ".join(self.titles)


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line below the header, and the headings that it stands under."""

    row: int
    use: LineUse
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet."""

    sheet: Sheet
    header: Header
    columns: tuple[Column, ...]
    body: tuple[BodyLine, ...]
    hints: tuple[str, ...]
    """The lines right above the header, nearest last."""

    def with_use(self, *uses: LineUse) -> list[BodyLine]:
        return [line for line in self.body if line.use in uses]


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet with every line accounted for."""

    sheet: Sheet
    tables: tuple[Table, ...]
    uses: Mapping[int, LineUse]


_NUMBERED = re.compile(r"\(?(?:[0-9]{1,2}|[A-Z])\)?\.?")
_COUNTED = re.compile(r"[0-9]{1,5}[.)]?")
_MARK = r"(?P<mark>[IVXLC]{1,6}|[A-Z]|[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*"
_MARKED = re.compile(rf"{_MARK}[.)/:-]+\s*(?P<text>\S.*)")
_LONE_MARK = re.compile(rf"{_MARK}[.)/:-]*")
_TOTAL = re.compile(
    r"(?:tong (?:so|cong|hop)(?! ti| ty)|cong |cong$|an dinh danh sach|danh sach (?:nay )?(?:co|gom)|bang chu|tong$)"
)
_CLOSING = re.compile(
    r"(?:noi nhan|nguoi (?:lap|tong hop|ki)|can bo (?:lap|tong hop)|tm |t m |kt |k t |tl |t l |tuq |luu |xac nhan|"
    r"(?:pho )?(?:chu tich|bi thu|giam doc|hieu truong|thu truong|truong phong|chanh van phong)(?: ubnd| uy ban.*)?$|"
    r"\w[\w ]* ngay [0-9]* ?thang|ngay [0-9]* ?thang|\(?ki ten|uy ban nhan dan$|hoi dong thi dua)"
)
_MOST_IN_CLOSING = 3
_FIRST_MARKS = frozenset(("", "A", "I", "1", "1.1"))
_HINT_LINES = 4


def lay_out(sheet: Sheet) -> Layout:
    """Every line of the sheet gets one use."""
    reader = _Reader(sheet)
    for row in sheet.lines:
        reader.take(row)
    reader.close()
    return Layout(sheet, tuple(reader.tables), reader.uses)


@dataclass(slots=True)
class _Reader:
    """Goes down a sheet line by line."""

    sheet: Sheet
    tables: list[Table] = field(default_factory=list)
    uses: dict[int, LineUse] = field(default_factory=dict)
    header: Header | None = None
    columns: tuple[Column, ...] = ()
    body: list[BodyLine] = field(default_factory=list)
    hints: tuple[str, ...] = ()
    stack: list[tuple[str, str]] = field(default_factory=list)
    """Headings that hold: the manner of their numbers, and their texts."""
    is_over: bool = False

    def take(self, row: int) -> None:
        if row in self.uses:
            return
        header = header_at(self.sheet, row)
        if header is not None:
            self._begin(header)
        elif self.header is None:
            self.uses[row] = LineUse.ABOVE
        else:
            self._add(row)

    def close(self) -> None:
        """Keep the table that was being read, with columns known by what they hold where titles say nothing."""
        if self.header is not None:
            columns = tuple(self._settled(column) for column in self.columns)
            self.tables.append(Table(self.sheet, self.header, columns, tuple(self.body), self.hints))
        self.header, self.body, self.stack, self.is_over = None, [], [], False

    def _begin(self, header: Header) -> None:
        again = self.header is not None and dict(self.header.titles) == dict(header.titles)
        for row in range(header.top, header.bottom + 1):
            if row in self.sheet.lines:
                self.uses[row] = LineUse.HEADER
        self.body = [line for line in self.body if line.row < header.top]
        if again:
            self.is_over = False
            return
        above = [row for row in self.sheet.lines if row < header.top][-_HINT_LINES:]
        hints = [row for row in above if self.uses.get(row) not in (LineUse.ROW, LineUse.HEADER)]
        self.close()
        self.hints = tuple(one_line(cell.text) for row in hints for cell in self.sheet.lines[row].values())
        self.header, self.columns = header, _columns(self.sheet, header)

    def _add(self, row: int) -> None:
        line = self.sheet.lines[row]
        use = LineUse.BELOW if self.is_over else self._use(row, line)
        if use is LineUse.BELOW:
            self.is_over = True
        if use is LineUse.SECTION:
            self._open_section(line)
        self.uses[row] = use
        self.body.append(BodyLine(row, use, tuple(text for _, text in self.stack)))

    def _use(self, row: int, line: Mapping[int, Cell]) -> LineUse:
        texts = [one_line(cell.text) for cell in line.values()]
        if self._is_numbering(texts):
            return LineUse.NUMBERING
        order = self._shown(row, Meaning.ORDER)
        if not _COUNTED.fullmatch(order) and len(line) <= _MOST_IN_CLOSING:
            plain = [fold(text) for text in texts]
            if any(_TOTAL.match(text) for text in plain):
                return LineUse.TOTAL
            if any(_CLOSING.match(text) for text in plain):
                return LineUse.BELOW
            if self._is_section(line, texts):
                return LineUse.SECTION
        if row in self.sheet.prose:
            return LineUse.BETWEEN
        name = next(filter(None, (self._shown(row, meaning) for meaning in NAMES)), "")
        if name and (len(line) > 1 or order or read_name(name).kind):
            return LineUse.ROW
        previous = self.body[-1].use if self.body else None
        goes_on = previous in (LineUse.ROW, LineUse.CONTINUED) and not order
        return LineUse.CONTINUED if goes_on else LineUse.STRAY

    def _is_numbering(self, texts: Sequence[str]) -> bool:
        """(1), (2), (3) under a header."""
        if any(line.use is not LineUse.NUMBERING for line in self.body) and self._last_use() is not LineUse.HEADER:
            return False
        counted = [text for text in texts if _NUMBERED.fullmatch(text)]
        return len(counted) == len(texts) >= min(3, len(self.columns)) and len(set(texts)) == len(texts)

    def _last_use(self) -> LineUse | None:
        return next(reversed(self.uses.values()), None)

    def _is_section(self, line: Mapping[int, Cell], texts: Sequence[str]) -> bool:
        """A heading between the rows: by its number, its words, or because it spans the table."""
        if len(texts) > 2:
            return False
        mark, text = _heading(texts)
        if mark and (parse_roman(mark) or mark.isalpha()):
            return True
        if said_kind(text) and len(fold(text)) <= len("cac ho gia dinh"):
            return True
        first = next(iter(line.values()))
        return len(texts) == 1 and self._spans(first) and not self._is_merged_down(first)

    def _spans(self, cell: Cell) -> bool:
        """Whether it lies over several columns, the names' among them."""
        names = [column.number for column in self.columns if column.guess in NAMES]
        heads = [self.sheet.covered.get((cell.row, number), (cell.row, number)) for number in names]
        wide = self.sheet.covered.get((cell.row, cell.column + 1)) == (cell.row, cell.column)
        return wide and any(head == (cell.row, cell.column) for head in heads)

    def _is_merged_down(self, cell: Cell) -> bool:
        return self.sheet.covered.get((cell.row + 1, cell.column)) == (cell.row, cell.column)

    def _open_section(self, line: Mapping[int, Cell]) -> None:
        mark, text = _heading([one_line(cell.text) for cell in line.values()])
        manner = _manner(mark) if mark else ""
        manners = [known for known, _ in self.stack]
        if manner in manners:
            del self.stack[manners.index(manner) :]
        elif mark not in _FIRST_MARKS:
            self.stack.clear()  # a B without its A stands above all that holds
        self.stack.append((manner, text))

    def _shown(self, row: int, meaning: Meaning) -> str:
        for column in self.columns:
            if column.guess is meaning and (cell := self.sheet.value_at(row, column.number)):
                return cell.text
        return ""

    def _settled(self, column: Column) -> Column:
        if column.guess is not Meaning.UNKNOWN:
            return column
        rows = (line.row for line in self.body if line.use is LineUse.ROW)
        cells = (self.sheet.lines[row].get(column.number) for row in rows)
        guess = by_content(cell.text for cell in cells if cell)
        return Column(column.number, column.titles, guess, False, column.is_hidden)


def _columns(sheet: Sheet, header: Header) -> tuple[Column, ...]:
    """Each with a guess; what only one column can be, the first is."""
    columns: list[Column] = []
    for number, titles in header.titles.items():
        guess, is_sure = meaning_of(titles)
        before = next((one for one in columns if one.guess is guess), None)
        beside = before is not None and columns[-1].guess is guess
        if before is not None and not (guess in _MAY_REPEAT or (guess is Meaning.NAME and beside)):
            guess, is_sure = Meaning.UNKNOWN, False
        columns.append(Column(number, titles, guess, is_sure, number in sheet.hidden_columns))
    return tuple(columns)


_MAY_REPEAT = frozenset(
    (Meaning.UNIT, Meaning.PLACE, Meaning.REASON, Meaning.NOTE, Meaning.PRIVATE, Meaning.LEFT_OUT, Meaning.UNKNOWN)
)
"""Several columns of these are read as one text."""


def _heading(texts: Sequence[str]) -> tuple[str, str]:
    """The number of a heading, "" without one, and its text."""
    if len(texts) > 1 and (alone := _LONE_MARK.fullmatch(texts[0])):
        return alone["mark"], " ".join(texts[1:])
    whole = " ".join(texts)
    marked = _MARKED.match(whole)
    return (marked["mark"], marked["text"]) if marked else ("", whole)


def _manner(mark: str) -> str:
    """How a heading is numbered: I, A, 1 or 1.1."""
    if parse_roman(mark):
        return "roman"
    return "letter" if mark.isalpha() else f"number-{mark.count('.')}"


def said_kind(text: str) -> str | None:
    """The one kind of honouree that a heading speaks of; None where it speaks of none, or of several."""
    plain = f" {fold(text)} "
    said = [
        kind
        for kind, words in (
            ("collective", (" tap the ",)),
            ("individual", (" ca nhan ",)),
            ("household", (" ho gia dinh ", " gia dinh ", " cac ho ")),
        )
        if any(word in plain for word in words)
    ]
    return said[0] if len(said) == 1 else None
