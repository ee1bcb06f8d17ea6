"""When something is to be done, in the words that plans use: “trong quý I/2015”, “thường xuyên hàng năm”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bangvang.records.task import Cycle
from bangvang.vietnamese import find_days, parse_quarter, quarter_bounds

_QUARTER_NUMBER = r"(?:I{1,3}|IV|[1-4])"
_QUARTER = rf"[Qq]u[ýí]\s*{_QUARTER_NUMBER}(?:\s*[-–—,]\s*{_QUARTER_NUMBER})?(?:\s*/\s*|\s+năm\s+)[12]\d{{3}}"
_IN_QUARTER = re.compile(rf"(?:[Tt]rong\s+)?(?P<quarter>{_QUARTER})")
_UNTIL_QUARTER = re.compile(rf"(?:[Tt]ừ nay\s+)?đến\s+(?:hết\s+)?(?P<quarter>{_QUARTER})")
_DAY = r"(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4,})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
_BEFORE = re.compile(rf"(?:[Tt]rước|[Cc]hậm nhất|[Xx]ong trước|[Hh]ạn cuối)\s+(?:là\s+|vào\s+)?(?P<day>{_DAY})")
_UNTIL = re.compile(
    rf"(?:[Tt]ừ\s+(?P<from>nay|đầu năm|{_DAY})\s+)?đến\s+(?:hết\s+)?(?P<day>{_DAY}|(?:hết\s+)?năm\s+\d{{4}})"
)
_IN_MONTH = re.compile(r"[Tt]rong\s+tháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})")
_BEFORE_MONTH = re.compile(r"(?:[Tt]rước|đến hết)\s+tháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})")
_IN_YEAR = re.compile(r"(?:[Rr]iêng|[Tt]rong|[Hh]oàn thành trong|thực tế,)\s+năm\s+(?P<year>\d{4})")
_EVERY = (
    (re.compile(r"(?:thường xuyên\s*,?\s*)?h[aằ]ng năm|hàng năm|mỗi năm", re.IGNORECASE), Cycle.YEAR),
    (re.compile(r"h[aằà]ng quý|mỗi quý", re.IGNORECASE), Cycle.QUARTER),
    (re.compile(r"h[aằà]ng tháng|mỗi tháng", re.IGNORECASE), Cycle.MONTH),
    (re.compile(r"(?:0?6 tháng một lần|định kỳ 0?6 tháng)", re.IGNORECASE), Cycle.HALF_YEAR),
    (re.compile(r"thực hiện thường xuyên", re.IGNORECASE), Cycle.CONTINUOUS),
)
_AS_NEEDED = re.compile(
    r"khi cần thiết|nếu có khó khăn|khi có yêu cầu|[Tt]ùy theo (?:điều kiện|tình hình)[^,.;]*"
    r"|[Cc]ăn cứ vào tình hình cụ thể(?= Hội đồng)"
)
ALONE = re.compile(r"\(?(?:Thời gian(?: thực hiện)?|Thực hiện|Hoàn thành|Thời hạn)\b[^.;]{0,160}[.;)]*", re.IGNORECASE)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time, in the fields that a task's `due` has, and the words that said so."""

    fields: tuple[tuple[str, str], ...]
    printed: str

    def as_data(self) -> dict[str, str]:
        """As a record holds it."""
        return {**dict(self.fields), "printed": self.printed[:_LONGEST]}


def is_deadline_line(line: str) -> bool:
    """Whether a line says nothing but when: “Thực hiện trong quý I/2015.”"""
    return bool(ALONE.fullmatch(line)) and deadline_in(line, None) is not None


def deadline_in(text: str, year: int | None) -> Deadline | None:
    """The time that a text names; `year` is the paper's, for days printed without one. A faulty day is none."""
    fields: dict[str, str] = {}
    printed: list[str] = []
    for reader in (_quarters, _before, _until, _in_month, _in_year, _cycle):
        found = reader(text, year)
        if found:
            fields |= found[0]
            printed.append(found[1])
            break
    needed = _AS_NEEDED.search(text)
    if needed:
        fields["as_needed"] = "true"
        printed.append(needed[0])
    if not fields:
        return None
    whole = text if ALONE.fullmatch(text) else "; ".join(printed)
    return Deadline(tuple(fields.items()), whole)


Found = tuple[dict[str, str], str] | None


def _quarters(text: str, year: int | None) -> Found:
    until = _UNTIL_QUARTER.search(text)
    if until and (read := parse_quarter(until["quarter"])):
        return {"to": quarter_bounds(read[0], read[2])[1].isoformat()[:7]}, until[0]
    found = _IN_QUARTER.search(text)
    if found and (read := parse_quarter(found["quarter"])):
        names = ("I", "II", "III", "IV")
        first, last = names[read[1] - 1], names[read[2] - 1]
        return {"quarter": f"{first}/{read[0]}" if first == last else f"{first}-{last}/{read[0]}"}, found[0]
    return None


def _before(text: str, year: int | None) -> Found:
    if (found := _BEFORE.search(text)) and (day := _day(found["day"], year)):
        return {"by": day}, found[0]
    if found := _BEFORE_MONTH.search(text):
        month = int(found["month"])
        return ({"by": f"{found['year']}-{month:02}"}, found[0]) if 1 <= month <= 12 else None
    return None


def _until(text: str, year: int | None) -> Found:
    found = _UNTIL.search(text)
    if not found or not (to := _day(found["day"], year)):
        return None
    begin = _day(found["from"], year) if found["from"] else ""
    if begin and begin <= to:
        return {"from": begin, "to": to}, found[0]
    return {"to": to}, found[0]


def _in_month(text: str, year: int | None) -> Found:
    found = _IN_MONTH.search(text)
    if found and 1 <= (month := int(found["month"])) <= 12:
        return {"by": f"{found['year']}-{month:02}"}, found[0]
    return None


def _in_year(text: str, year: int | None) -> Found:
    found = _IN_YEAR.search(text)
    return ({"by": found["year"]}, found[0]) if found else None


def _cycle(text: str, year: int | None) -> Found:
    if not ALONE.fullmatch(text):
        return None
    for pattern, cycle in _EVERY:
        if found := pattern.search(text):
            return {"every": cycle.value}, found[0]
    return None


def _day(text: str, year: int | None) -> str:
    """A day as files have it; one without a year takes the paper's."""
    if whole := re.fullmatch(r"(?:hết\s+)?năm\s+(\d{4})", text):
        return whole[1]
    plain = text if re.search(r"\d{4}", text) or year is None else _with_year(text, year)
    found = find_days(plain) or find_days(f"ngày {plain}")
    if not found or found[0].year is None:
        return ""
    return f"{found[0].year:04}-{found[0].month:02}-{found[0].day:02}"


def _with_year(text: str, year: int) -> str:
    return f"{text} năm {year}" if "tháng" in text else re.sub(r"([/-])(\d{1,2})$", rf"\1\2\g<1>{year}", text)
