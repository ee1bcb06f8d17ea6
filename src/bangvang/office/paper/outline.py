"""The outline of a paper: what stands before the first numbered part, the parts under printed numbers, what follows.

Numbers are kept as printed; a line that a page break cut in two is put together, nothing else is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bangvang.vietnamese import fold, parse_roman

_LONGEST_HEADING = 300
_LONGEST_NUMBER = 40
_MARKER = re.compile(
    r"(?P<number>"
    r"(?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXL]+|[0-9]{1,2})(?![\w])[.:]?)"
    r"|(?P<article>(?:Điều|ĐIỀU)\s+[0-9]{1,3}[a-zđ]?(?![\w])[.:]?)"
    r"|(?P<roman>[IVXL]{1,6}\s?[./)-])(?![\w.]*\d/)"
    r"|(?P<decimal>[0-9l]{1,2}(?:\.[0-9l]{1,2}){1,3}(?!\w)[.)/]?)"
    r"|(?P<plain>(?:[0-9]{1,2}|l(?!\s?\)))\s?[.)/])(?!\d)"
    r"|(?P<letter>[a-zđ]\s?\)|[a-zđ]\.)"
    r")\s*(?P<rest>.*)",
    re.DOTALL,
)
_RANKS = {"part": 0, "article": 1, "roman": 1, "plain": 2, "letter": 8}
_MAIN = frozenset(("part", "article", "roman"))
_OPENING_SIGNS = frozenset("“\"(‘'")
_ENDS = (".", ";", ":", "!", "?", "…")
_RECIPIENTS = re.compile(r"\W*Nơi nhận\b", re.IGNORECASE)
_SIGNED_FOR = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.\s?[^\W\d_]{2}")
_LAST_WORDS = re.compile(
    r"(?:trên đây là|yêu cầu các|đề nghị các|các cơ quan|trong quá trình|kế hoạch này|nhận được|căn cứ kế hoạch này)",
    re.IGNORECASE,
)
_BASIS = re.compile(r"\W*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện|Hưởng ứng|Để |Nhằm )", re.IGNORECASE)


@dataclass(slots=True)
class Passage:
    """A part of the text: its printed number, its heading, its lines, the parts below it."""

    number: str = ""
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    rank: int = 0

    def walk(self, above: tuple[Passage, ...] = ()) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
        """This part and all below it, each with those it stands in."""
        yield self, above
        for inner in self.passages:
            yield from inner.walk((*above, self))

    def printed(self) -> Iterator[str]:
        """Every line, in printed order."""
        head = " ".join(part for part in (self.number, self.heading) if part)
        if head:
            yield head
        yield from self.lines
        for inner in self.passages:
            yield from inner.printed()


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole text in three stretches."""

    opening: tuple[str, ...]
    passages: tuple[Passage, ...]
    closing: tuple[str, ...]
    joined: int = 0
    """How many lines were put together that a page break had cut."""

    def walk(self) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
        """All parts in printed order, each with those it stands in."""
        for passage in self.passages:
            yield from passage.walk()

    def printed(self) -> Iterator[str]:
        """Every line, in printed order."""
        yield from self.opening
        for passage in self.passages:
            yield from passage.printed()
        yield from self.closing


def outline_of(lines: Sequence[str], title_at: int | None) -> Outline:
    """The outline; `title_at` is the line that says what sort of paper it is."""
    end = _closing_at(lines, 0 if title_at is None else title_at + 1)
    start = _body_at(lines, 0 if title_at is None else title_at + 1, end)
    passages, joined = _passages(lines[start:end])
    return Outline(tuple(lines[:start]), tuple(passages), tuple(lines[end:]), joined)


def marker_of(line: str) -> re.Match[str] | None:
    """The printed number that a line begins with."""
    found = _MARKER.match(line)
    if found is None or len(found["number"]) > _LONGEST_NUMBER:
        return None
    if found["roman"] and parse_roman(found["roman"].rstrip(" ./)-")) is None:
        return None
    if any(found[name] for name in _MAIN):
        return found
    rest = found["rest"][:1]
    if found["letter"] and found["letter"].endswith(")"):
        return found if rest else None
    return found if rest.isupper() or rest in _OPENING_SIGNS else None


def _rank(found: re.Match[str]) -> int:
    if found["decimal"]:
        return 2 + found["decimal"].rstrip(".").count(".")
    return next(rank for name, rank in _RANKS.items() if found[name])


def _body_at(lines: Sequence[str], first: int, end: int) -> int:
    """Where the numbered parts begin; in a text without any, where the grounds end."""
    numbered = [(at, found) for at in range(first, end) if (found := marker_of(lines[at]))]
    for at, found in numbered:
        if any(found[name] for name in _MAIN):
            return at
    if numbered:
        return numbered[0][0]
    grounds = [at for at in range(first, end) if _BASIS.match(lines[at]) or fold(lines[at]).endswith("nhu sau")]
    return min(grounds[-1] + 1 if grounds else min(first + 1, end), end)


def _closing_at(lines: Sequence[str], first: int) -> int:
    """Where the last words begin: the sentence before “Nơi nhận”, or before who signs."""
    addressed = [at for at in range(first, len(lines)) if _RECIPIENTS.match(lines[at])]
    signed = [at for at in range(first, len(lines)) if _SIGNED_FOR.match(lines[at])]
    end = min([*addressed[-1:], *signed[-2:]], default=len(lines))
    while end - 1 > first and _is_last_word(lines[end - 1]):
        end -= 1
    return end


def _is_last_word(line: str) -> bool:
    return marker_of(line) is None and bool(_LAST_WORDS.match(line))


def _passages(lines: Sequence[str]) -> tuple[list[Passage], int]:
    top = Passage(rank=-1)
    open_ones = [top]
    joined = 0
    for line in lines:
        found = marker_of(line)
        here = open_ones[-1]
        if found is not None:
            rank = _rank(found)
            while open_ones[-1].rank >= rank:
                open_ones.pop()
            passage = Passage(found["number"].rstrip(), lines=[found["rest"]] if found["rest"] else [], rank=rank)
            open_ones[-1].passages.append(passage)
            open_ones.append(passage)
        elif here is top:
            open_ones.append(Passage(lines=[line], rank=0))
            top.passages.append(open_ones[-1])
        elif here.lines and _goes_on(here.lines[-1], line):
            here.lines[-1] += f" {line}"
            joined += 1
        else:
            here.lines.append(line)
    for passage, _ in top.walk():
        _take_heading(passage)
    return top.passages, joined


def _goes_on(above: str, line: str) -> bool:
    """A line that begins in small letters belongs to a sentence that has not ended."""
    return line[0].islower() and not above.endswith(_ENDS)


def _take_heading(passage: Passage) -> None:
    """What stands beside the number is a heading, unless it is a sentence or stands there alone."""
    if not passage.number:
        return
    if not passage.lines:
        if not passage.passages:
            passage.number, passage.heading = "", passage.number
        return
    first = passage.lines[0]
    is_main = passage.rank <= 1
    has_more = len(passage.lines) > 1 or bool(passage.passages)
    if len(first) <= _LONGEST_HEADING and (
        (is_main and _is_title(first)) or (has_more and not first.endswith((*_ENDS, ",")))
    ):
        passage.heading = passage.lines.pop(0)


def _is_title(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return not line.endswith(_ENDS) or capitals * 2 > len(letters)
