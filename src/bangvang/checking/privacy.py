"""The privacy net: what prose about persons must not tell, and what it should seldom tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bangvang.checking.finding import Finding
from bangvang.checking.memory import Memory
from bangvang.loading import Loaded, Severity
from bangvang.records import Campaign, Decision, Document, Event, Honouree, Loc, Part, Practice, Recipient, Report
from bangvang.records.consultation import Consultation
from bangvang.registry import Registry


class Net(NamedTuple):
    """One kind of private fact and how it looks in prose."""

    check: str
    words: tuple[str, ...]
    shape: re.Pattern[str] | None
    """A quick look in lower case, for words or a shape, that lets nearly all records through."""
    pattern: re.Pattern[str]
    what: str
    remedy: str
    severity: Severity


def _net(check: str, words: str, shape: str, pattern: str, what: str, remedy: str, severity: Severity) -> Net:
    hints = tuple(words.split("|")) if words else ()
    return Net(
        check, hints, re.compile(shape) if shape else None, re.compile(pattern, re.IGNORECASE), what, remedy, severity
    )


_NETS = (
    _net(
        "private-id-number",
        "",
        r"[0-9][0-9 ]{7}",
        r"(?<![\d.,/-])(?:\d{12}|\d{3} \d{3} \d{3} \d{3}|\d{9})(?![\d/-]|[.,]\d)",
        "có dãy số giống số căn cước, chứng minh nhân dân",
        "Xóa dãy số này.",
        Severity.ERROR,
    ),
    _net(
        "private-phone",
        "",
        r"(?:84|0)(?:[ .]?\d){9}",
        r"(?<![\d.,/-])(?:\+84|0)(?:[ .]?\d){9}(?![\d/-])",
        "có dãy số giống số điện thoại",
        "Xóa số điện thoại; cách liên hệ của cơ quan ghi ở mục contact.",
        Severity.ERROR,
    ),
    _net(
        "private-address",
        "số nhà|nhà số|ngõ số|hẻm số",
        r"số \d+[a-z]?,? [nhđp]",
        r"(?:số nhà|nhà số|ngõ số|hẻm số|số \d+[a-z]?,? (?:ngõ|hẻm|đường|phố))\b",
        "có chỗ giống địa chỉ nhà riêng",
        "Chỉ nêu thôn, xã; nếu là địa chỉ công cộng thì ghi waivers với lý do.",
        Severity.WARNING,
    ),
    _net(
        "private-health",
        "ung thư|hiv|tâm thần|trầm cảm|viêm gan|tiểu đường|đột quỵ|chạy thận|bệnh hiểm|bệnh nan|khuyết tật|thương tật",
        "",
        r"\b(?:ung thư|nhiễm HIV|HIV/AIDS|tâm thần|trầm cảm|viêm gan [A-C]\b|tiểu đường|đột quỵ|chạy thận"
        r"|bệnh hiểm nghèo|bệnh nan y|khuyết tật|thương tật \d)",
        "có chỗ nói về sức khỏe của một người",
        "Bỏ đi, trừ khi người đó đã đồng ý công khai; khi đó ghi waivers với lý do.",
        Severity.WARNING,
    ),
    _net(
        "private-ethnicity",
        "dân tộc|theo đạo|tín đồ|tôn giáo",
        "",
        r"\b(?:người dân tộc|dân tộc (?-i:[A-ZĐ])\w+|theo đạo|tín đồ|tôn giáo)",
        "có chỗ nói về dân tộc hoặc tôn giáo của một người",
        "Bỏ đi, trừ khi cần cho câu chuyện và người đó đã đồng ý; khi đó ghi waivers với lý do.",
        Severity.WARNING,
    ),
)
_MILD_CHECKS = frozenset({"private-health", "private-ethnicity", "private-address"})


def check_privacy(registry: Registry, memory: Memory) -> Iterator[Finding]:
    """Prose about persons is refused or questioned; documents are only questioned."""
    for records in registry.by_kind.values():
        for loaded in records.values():
            yield from memory.recall("privacy", loaded, told_too_much)


def told_too_much(loaded: Loaded) -> Iterator[Finding]:
    """What the net holds back of one record."""
    mild = isinstance(loaded.record, Document)
    for loc, text in _prose(loaded.record):
        for net, caught in _catch(text):
            if not (mild and net.check in _MILD_CHECKS):
                severity = Severity.WARNING if mild else net.severity
                yield Finding(loaded, loc, f"{net.what}: “{caught}”", net.remedy, net.check, severity)


@lru_cache(maxsize=4096)
def _catch(text: str) -> tuple[tuple[Net, str], ...]:
    """What each net holds back; roles and units are the same for many people."""
    low = text.lower()
    hinted = [net for net in _NETS if _hinted(net, low)]
    return tuple([(net, found.group().strip()) for net in hinted if (found := net.pattern.search(text))])


def _hinted(net: Net, low: str) -> bool:
    for word in net.words:  # any() takes three times as long
        if word in low:
            return True
    return net.shape is not None and net.shape.search(low) is not None


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
