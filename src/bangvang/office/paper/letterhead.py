"""What stands above the first numbered part: number, place and day, what it is about, who issues it, why."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from bangvang.records.document import DocumentType
from bangvang.vietnamese import fold, parse_document_number

_TYPES = {fold(one.label): one for one in DocumentType}
_NUMBER = re.compile(r"Số\s*:?\s*(?P<number>\S?.*)", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\W\d_][^,;:.]{0,60}?),?\s*ngày\s*(?P<day>[\d.…_\s]*?)\s*tháng\s*(?P<month>[\d.…_\s]*?)\s*năm\s*"
    r"(?P<year>\d+)[.\s]*",
    re.IGNORECASE,
)
_NATION = re.compile(r"CỘNG HO[ÀA]|CỘNG HÒA|Độc lập|ĐẢNG CỘNG SẢN VIỆT NAM", re.IGNORECASE)
_ABOUT = re.compile(r"(?:về việc|v/v:?|về)\s+(?=\w)", re.IGNORECASE)
_BASIS = re.compile(r"(?:-\s*)?Căn cứ\s+(?!vào tình hình)", re.IGNORECASE)
_REASON = re.compile(r"(?:-\s*)?(?:Căn cứ|Thực hiện|Hưởng ứng|Theo đề nghị|Xét đề nghị|Để|Nhằm)\s")
_ISSUES = re.compile(
    r"(?:^|[,.;]\s+)(?P<who>[^,.;]{6,120}?)\s+"
    r"(?:xây dựng|ban hành|đề ra|phát động|yêu cầu|hướng dẫn|thông báo|báo cáo)\s"
)
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """Place and day as printed; what the print leaves open is None."""

    place: str
    printed: str
    year: str
    month: str | None
    day: str | None

    @property
    def parts(self) -> tuple[int, int | None, int | None] | None:
        """Year, month and day as far as they are there and the calendar has them; None where the year is no year."""
        if len(self.year) != 4 or self.year[0] not in "12":
            return None
        year, month, day = int(self.year), int(self.month or 0), int(self.day or 0)
        if not 1 <= month <= 12:
            return year, None, None
        return year, month, day if 1 <= day <= monthrange(year, month)[1] else None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was found there; empty where nothing was."""

    type: DocumentType | None
    type_at: int | None
    number: str
    """As printed, also where its digits are left blank."""
    day: PrintedDay | None
    title: str
    issuer_lines: tuple[str, ...]
    """Above the sort of paper, as an office's letterhead has them."""
    issuing: str
    """Who the sentence before the first part says is issuing it."""
    bases: tuple[str, ...]
    carries_out: tuple[str, ...]
    """Lines that begin with “Thực hiện”."""


def type_at(lines: Sequence[str]) -> int | None:
    """The line that says what sort of paper it is, in capitals and alone."""
    for at, line in enumerate(lines[:40]):
        if fold(line) in _TYPES and line == line.upper():
            return at
    return None


def letterhead_of(opening: Sequence[str]) -> Letterhead:
    """Everything that the opening says."""
    at = type_at(opening)
    above = opening[:at] if at is not None else opening[:8]
    number = _number(above if at is not None else [line for line in above if line.casefold().startswith("số")])
    title_lines = _title_lines(opening[at + 1 :]) if at is not None else []
    below = opening[(at + 1 if at is not None else 0) + len(title_lines) :]
    sentence = below[-1] if below else ""
    issuing = [found["who"].strip() for found in _ISSUES.finditer(sentence)]
    return Letterhead(
        type=_TYPES[fold(opening[at])] if at is not None else None,
        type_at=at,
        number=number,
        day=_day(opening),
        title=_title(title_lines),
        issuer_lines=tuple(_issuer_lines(above)) if at is not None else (),
        issuing=issuing[-1] if issuing else "",
        bases=tuple(_trimmed(_BASIS.sub("", line, count=1)) for line in below if _BASIS.match(line)),
        carries_out=tuple(line for line in below if line.startswith("Thực hiện")),
    )


def _number(lines: Sequence[str]) -> str:
    for line in lines:
        found = _NUMBER.fullmatch(line.strip())
        if found and (number := found["number"].split("ngày")[0].strip(" ,;")):
            return number
        if parse_document_number(line):
            return line.strip()
    return ""


def _day(opening: Sequence[str]) -> PrintedDay | None:
    for line in opening:
        found = _PLACE_AND_DAY.fullmatch(line.strip())
        if found:
            day, month = (
                digits if (digits := found[name].strip(" .…_")).isdigit() else None for name in ("day", "month")
            )
            return PrintedDay(found["place"].strip(" -"), line, found["year"], month, day)
    return None


def _issuer_lines(above: Sequence[str]) -> list[str]:
    return [
        line
        for line in above
        if line == line.upper() and any(map(str.isalpha, line)) and not _NATION.search(line) and not _is_numbered(line)
    ]


def _is_numbered(line: str) -> bool:
    return bool(_NUMBER.match(line) and ("/" in line or ":" in line)) or parse_document_number(line) is not None


def _title_lines(lines: Sequence[str]) -> list[str]:
    """Until the grounds begin, or a sentence that ends like one."""
    taken: list[str] = []
    for line in lines:
        goes_on = bool(taken) and line[0].islower()
        if not goes_on and taken and (_REASON.match(line) or line.endswith((";", ":", ",", "."))):
            break
        if not taken and _BASIS.match(line):
            break
        if sum(map(len, taken)) + len(line) > _LONGEST_TITLE or (len(taken) and not any(map(str.isalpha, line))):
            break
        taken.append(line)
    return taken


def _title(lines: Sequence[str]) -> str:
    """What the paper is about, without “Về việc”, the first letter large; all capitals as a sentence has them."""
    joined = " ".join(lines).strip(" .;-_")
    joined = _ABOUT.sub("", joined, count=1) if _ABOUT.match(joined) else joined
    if joined and joined == joined.upper():
        joined = joined.lower()
    return f"{joined[:1].upper()}{joined[1:]}"


def _trimmed(line: str) -> str:
    return line.strip().rstrip(";,.").strip()
