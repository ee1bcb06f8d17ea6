"""What the lines around the tables say of the decision: its number, its day, who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bangvang.office.appendix.header import one_line
from bangvang.office.appendix.layout import Layout, LineUse
from bangvang.office.appendix.sheet import Cell
from bangvang.office.signatures import CAPACITY, OFFICE, Signature, signatures_in
from bangvang.vietnamese import find_days, find_document_numbers

_AROUND = (LineUse.ABOVE, LineUse.BELOW)
_NUMBERED = re.compile(r"\s*Số\s*:?\s*[0-9]", re.IGNORECASE)
_DATED = re.compile(r"\s*[^\W\d][^\d,]{1,40},\s*ngày\s", re.IGNORECASE)
_OTHER_BLOCK = re.compile(r"\W*(?:người\s|nơi nhận|cán bộ\s|kế toán|thủ quỹ|xác nhận)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Framing:
    """What of it was found; texts as files have them, empty where nothing was."""

    number: str = ""
    date: str = ""
    signer: Signature | None = None

    @property
    def header(self) -> dict[str, str]:
        """As the fields of a decision."""
        return {key: text for key, text in (("number", self.number), ("date", self.date)) if text}


def framing_of(layouts: Sequence[Layout]) -> Framing:
    """The decision that the lines name; without that, the number and day that stand for themselves."""
    lines = [one_line(cell.text) for layout in layouts for cell in _cells(layout, _AROUND)]
    decisions = [line for line in lines if "quyết định" in line.casefold()]
    named = next((line for line in decisions if _number(line) or _day(line)), "")
    number = _number(named) or next(filter(None, (_number(line) for line in lines if _NUMBERED.match(line))), "")
    date = _day(named) or next(filter(None, (_day(line) for line in lines if _DATED.match(line))), "")
    signers = [signer for layout in layouts for signer in _signers(layout)]
    return Framing(number, date, next(iter(sorted(signers, key=lambda one: not one.capacity)), None))


def _cells(layout: Layout, uses: Iterable[LineUse]) -> Iterator[Cell]:
    for row, use in layout.uses.items():
        if use in uses:
            yield from layout.sheet.lines[row].values()


def _number(line: str) -> str:
    numbers = [line[found.start : found.end] for found in find_document_numbers(line)]
    return numbers[0] if numbers and numbers[0][:1].isdigit() else ""


def _day(line: str) -> str:
    days = [day for day in find_days(line) if day.year is not None]
    return f"{days[0].year}-{days[0].month:02}-{days[0].day:02}" if days else ""


def _signers(layout: Layout) -> Iterator[Signature]:
    """Below the tables signatures stand side by side: each is read down its own column, the right one first."""
    cells = list(_cells(layout, (LineUse.BELOW,)))
    heads = sorted({cell.column for cell in cells if _begins_a_block(cell.text)}, reverse=True)
    for head in heads:
        own = [cell.text for cell in cells if min(heads, key=lambda one: abs(one - cell.column)) == head]
        lines = [line.strip() for text in own for line in text.split("\n") if line.strip()]
        yield from (one for one in signatures_in(lines) if one.capacity or one.title)


def _begins_a_block(text: str) -> bool:
    return bool(CAPACITY.match(text) or OFFICE.match(text) or _OTHER_BLOCK.match(text))
