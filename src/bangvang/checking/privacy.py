"""The privacy net: what prose about persons must not tell, and what it should seldom tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bangvang.checking.finding import Finding
from bangvang.loading import Loaded, Severity
from bangvang.records import Campaign, Decision, Document, Event, Honouree, Loc, Part, Practice, Recipient, Report
from bangvang.records.consultation import Consultation
from bangvang.registry import Registry


class Net(NamedTuple):
    """One kind of private fact and how it looks in prose."""

    check: str
    pattern: re.Pattern[str]
    what: str
    remedy: str
    severity: Severity


def _net(check: str, pattern: str, what: str, remedy: str, severity: Severity) -> Net:
    return Net(check, re.compile(pattern, re.IGNORECASE), what, remedy, severity)


_NETS = (
    _net(
        "private-id-number",
        r"(?<![\d.,/-])(?:\d{12}|\d{3} \d{3} \d{3} \d{3}|\d{9})(?![\d/-]|[.,]\d)",
        "có dãy số giống số căn cước, chứng minh nhân dân",
        "Xóa dãy số này.",
        Severity.ERROR,
    ),
    _net(
        "private-phone",
        r"(?<![\d.,/-])(?:\+84|0)(?:[ .]?\d){9}(?![\d/-])",
        "có dãy số giống số điện thoại",
        "Xóa số điện thoại; cách liên hệ của cơ quan ghi ở mục contact.",
        Severity.ERROR,
    ),
    _net(
        "private-address",
        r"(?:số nhà|nhà số|ngõ số|hẻm số|số \d+[a-z]?,? (?:ngõ|hẻm|đường|phố))\b",
        "có chỗ giống địa chỉ nhà riêng",
        "Chỉ nêu thôn, xã; nếu là địa chỉ công cộng thì ghi waivers với lý do.",
        Severity.WARNING,
    ),
    _net(
        "private-health",
        r"\b(?:ung thư|nhiễm HIV|HIV/AIDS|tâm thần|trầm cảm|viêm gan [A-C]\b|tiểu đường|đột quỵ|chạy thận"
        r"|bệnh hiểm nghèo|bệnh nan y|khuyết tật|thương tật \d)",
        "có chỗ nói về sức khỏe của một người",
        "Bỏ đi, trừ khi người đó đã đồng ý công khai; khi đó ghi waivers với lý do.",
        Severity.WARNING,
    ),
    _net(
        "private-ethnicity",
        r"\b(?:người dân tộc|dân tộc [A-ZĐ]\w+|theo đạo|tín đồ|tôn giáo)",
        "có chỗ nói về dân tộc hoặc tôn giáo của một người",
        "Bỏ đi, trừ khi cần cho câu chuyện và người đó đã đồng ý; khi đó ghi waivers với lý do.",
        Severity.WARNING,
    ),
)
_SUSPECT = re.compile(
    r"\d{9}|\d{3} \d{3}|(?:\+84|0)(?:[ .]?\d){9}|số nhà|nhà số|số \d|ngõ số|hẻm số"
    r"|ung thư|HIV|tâm thần|trầm cảm|viêm gan|tiểu đường|đột quỵ|chạy thận"
    r"|bệnh hiểm|bệnh nan|khuyết tật|thương tật|dân tộc|theo đạo|tín đồ|tôn giáo",
    re.IGNORECASE,
)
"""One quick look that lets through nearly all prose, before the nets are cast."""


def check_privacy(registry: Registry) -> Iterator[Finding]:
    """Prose about persons is refused or questioned; documents are only questioned."""
    for records in registry.by_kind.values():
        for loaded in records.values():
            for loc, text in _prose(loaded.record):
                if _SUSPECT.search(text):
                    yield from _cast(loaded, loc, text)


def _cast(loaded: Loaded, loc: Loc, text: str) -> Iterator[Finding]:
    mild = isinstance(loaded.record, Document)
    for net in _NETS:
        if found := net.pattern.search(text):
            if mild and net.check in ("private-health", "private-ethnicity", "private-address"):
                continue
            severity = Severity.WARNING if mild else net.severity
            shown = found.group().strip()
            yield Finding(loaded, loc, f"{net.what}: “{shown}”", net.remedy, net.check, severity)


def _prose(record: Part) -> Iterator[tuple[Loc, str]]:
    """The texts of a record in which somebody might tell too much of a person."""
    if isinstance(record, Honouree):
        yield from _texts(record, ("summary", "story", "quote", "role", "unit", "place_text"))
        for index, honour in enumerate(record.honours):
            yield from _texts(honour, ("reason",), ("honours", index))
    elif isinstance(record, Decision):
        yield from _texts(record, ("summary",))
        for index, row in enumerate(record.recipients):
            if isinstance(row, Recipient):
                yield from _texts(row, ("reason", "role", "unit", "place_text"), ("recipients", index))
    elif isinstance(record, Consultation):
        for index, candidate in enumerate(record.candidates):
            yield from _texts(candidate, ("achievement", "role", "unit", "place_text"), ("candidates", index))
    elif isinstance(record, Practice):
        yield from _texts(record, ("summary", "problem", "way", "conditions"))
    elif isinstance(record, Report):
        yield from _texts(record, ("summary", "results", "shortcomings", "remedies", "lessons"))
    elif isinstance(record, Campaign | Event | Document):
        yield from _texts(record, ("summary",))


def _texts(part: Part, fields: tuple[str, ...], loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    values = part.__dict__
    for field in fields:
        text = values[field]
        if text:
            yield (*loc, field), text
