"""What stands below the last numbered part: how results are reported, who receives the paper, who signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bangvang.office.signatures import CAPACITY, Signature, signatures_in
from bangvang.records.task import Cycle
from bangvang.vietnamese import fold

_RECIPIENTS = re.compile(r"\W*Nơi nhận\W*", re.IGNORECASE)
_FILED = re.compile(r"\W*Lưu\s*:?\s*(?P<code>.*)", re.IGNORECASE)
_FOR_REPORT = re.compile(r"\(\s*(?:b/c|để b/c|để báo cáo|báo cáo)\s*\)", re.IGNORECASE)
_REPORTS = re.compile(
    r"(?P<all>(?:định kỳ|hàng|hằng"
    r"|mỗi)\s[^.;]{0,200}?báo cáo\s(?:kết quả\s)?(?:[^.;()]{0,200}?\s)?(?:về|cho|với|đến|gửi)?\s*"
    r"(?P<to>(?:Ủy ban nhân dân|UBND|Hội đồng|Sở|Phòng|Ban|Thủ tướng|Bộ|Chính phủ|Thường trực)[^.;,()]{0,200})"
    r"(?:\(\s*(?:thông )?qua\s+(?P<via>[^)]{0,200})\))?)"
)
_CYCLES = (
    ("hang thang", Cycle.MONTH),
    ("hang quy", Cycle.QUARTER),
    ("moi quy", Cycle.QUARTER),
    ("06 thang", Cycle.HALF_YEAR),
    ("6 thang", Cycle.HALF_YEAR),
    ("01 nam", Cycle.YEAR),
    ("1 nam", Cycle.YEAR),
    ("hang nam", Cycle.YEAR),
)
_UNTIL = re.compile(r"\s+(?:để|theo quy định|trước ngày|nhằm|xem xét)\b.*")


@dataclass(frozen=True, slots=True)
class Received:
    """One line of “Nơi nhận”."""

    name: str
    for_report: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The duty to report."""

    every: tuple[Cycle, ...]
    to: str
    via: str
    printed: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What was found there."""

    received: tuple[Received, ...]
    filed: str
    signatures: tuple[Signature, ...]
    last_words: tuple[str, ...]
    """The sentences before “Nơi nhận”."""


def ending_of(closing: Sequence[str]) -> Ending:
    """Everything that the closing says, but for reporting."""
    at = next((at for at, line in enumerate(closing) if _RECIPIENTS.match(line)), len(closing))
    signed = next((i for i, line in enumerate(closing) if CAPACITY.match(line)), None)
    listed, after = _listed(closing[at + 1 :], closing[at : at + 1], None if signed is None else signed - at - 1)
    head = closing[: min(at, signed if signed is not None else at)]
    block = closing[signed:] if signed is not None and signed > at else after
    if signed is not None and signed < at:
        block = closing[signed:at]
    filed = [found["code"].strip(" .;") for line in listed if (found := _FILED.fullmatch(line))]
    received = [
        Received(name, bool(_FOR_REPORT.search(line)))
        for line in listed
        if not _FILED.fullmatch(line) and (name := line.strip(" -–+•*;.").strip())
    ]
    return Ending(tuple(received), filed[0] if filed else "", tuple(signatures_in(block)), tuple(head))


def report_in(text: str) -> Report | None:
    """The sentence that says how often and to whom results are reported."""
    for found in _REPORTS.finditer(text):
        printed = " ".join(found["all"].split())
        plain = fold(printed).replace("hằng", "hang")
        every = tuple(dict.fromkeys(cycle for word, cycle in _CYCLES if f" {word} " in f" {plain} "))
        if every:
            to = _UNTIL.sub("", found["to"]).strip()
            return Report(every, to, (found["via"] or "").strip(), printed)
    return None


def _listed(lines: Sequence[str], heading: Sequence[str], signed: int | None) -> tuple[list[str], list[str]]:
    """The lines of the list, and what follows them."""
    first = [rest] if heading and (rest := _RECIPIENTS.sub("", heading[0], count=1)) else []
    filed = next((at for at, line in enumerate(lines) if _FILED.match(line)), None)
    end = filed + 1 if filed is not None else _dashed(lines)
    if signed is not None and 0 <= signed < end:
        end = signed
    return [*first, *lines[:end]], list(lines[end:])


def _dashed(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if not line.startswith(("-", "–", "+", "•"))), len(lines))
