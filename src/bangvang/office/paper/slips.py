"""Slips of the print: digits and names that cannot be right, each with a proposed reading, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.vietnamese import (
    DayFault,
    NumberError,
    NumberWarning,
    find_days,
    find_document_numbers,
    parse_number,
    warning_text,
)

_AROUND = 12
_LETTER_FOR_DIGIT = re.compile(
    r"(?<![\w.,/-])(?=[0-9lIO.,]*[0-9])(?=[0-9.,]*[lIO])[0-9lIO]+(?:[.,][0-9lIO]+)*(?![\w/-])"
)
_NUMBER = re.compile(r"(?<![\w.,/:-])[0-9]+(?:[.,][0-9]+)+(?![\w/:-])(?!\.\d)")
_YEARS = re.compile(r"(?:giai đoạn|nhiệm kỳ|năm)\s+(?P<from>[12]\d{3})\s*[-–]\s*(?P<to>[12]\d{3})(?!\d)")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-zà-ỹđ]\s)(?:Và|Của|Cho|Với|Tại|Trong|Được|Để|Nhằm)(?=\s[^\W\d_])")
_TWICE = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+\s[^\W\d_]+)\s(?P=word)(?!\w)", re.IGNORECASE)
_SHARE = re.compile(
    r"(?P<all>[Tt]ỷ lệ\s[^;.%]{3,160}?(?:đạt|là|còn)\s(?:từ\s)?(?P<value>[0-9]{1,2},[0-9]{1,2}))(?=\s*[.;](?!\d)|$)"
)
_DIGITS = str.maketrans("lIO", "110")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed, how it may be read, and why; a field of the record `readings` has the same names."""

    printed: str
    reading: str
    note: str


def slips_in(text: str) -> list[Slip]:
    """Every doubtful place of a text, each once, in printed order."""
    found: dict[str, Slip] = {}
    for line in text.split("\n"):
        for slip in _slips_of(line):
            found.setdefault(slip.printed, slip)
    return list(found.values())


def _slips_of(line: str) -> Iterator[Slip]:
    yield from _days(line)
    yield from _document_numbers(line)
    yield from _letters(line)
    yield from _numbers(line)
    yield from _periods(line)
    yield from _shares(line)
    yield from _words(line)


def _days(line: str) -> Iterator[Slip]:
    for day in find_days(line):
        if day.fault is DayFault.YEAR_DIGITS:
            year = re.search(r"\d+$", day.printed)
            short = re.sub(r"0{2,}(?=\d$)", "00", year[0]) if year else ""
            known = len(short) == 4 and short != (year[0] if year else "")
            reading = f"{day.printed[: -len(year[0])]}{short}" if known and year else ""
            yield Slip(day.printed, reading, "Năm in không đủ hoặc thừa chữ số; hãy đối chiếu với bản gốc.")
        elif day.fault is DayFault.NO_SUCH_DAY:
            yield Slip(day.printed, "", "Ngày này không có trong lịch; hãy đối chiếu với bản gốc.")


def _document_numbers(line: str) -> Iterator[Slip]:
    for found in find_document_numbers(line):
        doubts = [code for code in found.number.warnings if code is not NumberWarning.BLANK_NUMBER]
        if not doubts:
            continue
        printed = line[found.start : found.end]
        canonical = found.number.canonical or ""
        if NumberWarning.YEAR_MISSING in doubts:
            after = find_days(line[found.end : found.end + 24])
            canonical = canonical.replace("????", str(after[0].year)) if after and after[0].year else ""
        reading = canonical if canonical != printed and "????" not in canonical else ""
        yield Slip(printed, reading, warning_text(doubts[0]))


def _letters(line: str) -> Iterator[Slip]:
    """An l, an I, an O among digits."""
    for found in _LETTER_FOR_DIGIT.finditer(line):
        reading = found[0].translate(_DIGITS)
        printed = _with_neighbours(line, found)
        yield Slip(
            printed, printed.replace(found[0], reading), f"“{found[0]}” có chữ cái lẫn trong số; có lẽ là {reading}."
        )


def _numbers(line: str) -> Iterator[Slip]:
    days = [(day.start, day.end) for day in find_days(line)]
    for found in _NUMBER.finditer(line):
        if any(start <= found.start() < end for start, end in days) or re.fullmatch(
            r"\d{1,2}(?:\.\d{1,2}){1,3}", found[0]
        ):
            continue
        try:
            parse_number(found[0])
        except NumberError as error:
            yield Slip(_with_neighbours(line, found), "", f"{str(error)[:1].upper()}{str(error)[1:]}.")


def _periods(line: str) -> Iterator[Slip]:
    for found in _YEARS.finditer(line):
        if found["from"] > found["to"]:
            yield Slip(found[0], "", "Năm kết thúc in trước năm bắt đầu; hãy đối chiếu với bản gốc.")


def _shares(line: str) -> Iterator[Slip]:
    for found in _SHARE.finditer(line):
        note = (
            f"Gọi là tỷ lệ mà không in đơn vị; có lẽ là {found['value']}%. Chỉ tiêu được ghi không có đơn vị, như in."
        )
        yield Slip(found["all"], "", note)


def _words(line: str) -> Iterator[Slip]:
    for found in _CAPITAL_INSIDE.finditer(line):
        printed = _with_neighbours(line, found)
        yield Slip(printed, printed.replace(found[0], found[0].lower()), f"Chữ “{found[0]}” in hoa giữa dòng.")
    for found in _TWICE.finditer(line):
        word = found["word"]
        yield Slip(_with_neighbours(line, found), "", f"“{word}” in hai lần liền nhau; có lẽ thừa một lần.")


def _with_neighbours(line: str, found: re.Match[str]) -> str:
    """The place with a word or two on both sides, so that it can be found again."""
    start = line.rfind(" ", 0, max(0, found.start() - _AROUND)) + 1
    end = line.find(" ", min(len(line), found.end() + _AROUND))
    return line[start : end if end >= 0 else len(line)].strip()[:480]
