"""Consultations: open long enough for the rule that held on their first day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.records import Consultation, RuleName
from bangvang.registry import Registry, rule_on

CHECK = "consultation-too-short"
_WEEKEND = 5


def check_consultations(registry: Registry) -> Iterator[Finding]:
    """Weekdays between opening and closing; public holidays are the office's to add."""
    for loaded in registry.by_kind["consultation"].values():
        consultation = loaded.record
        if not isinstance(consultation, Consultation):
            continue
        required = consultation.working_days
        if required is None:
            required = rule_on(registry.site, RuleName.CONSULTATION_DAYS, consultation.opens)
        open_for = working_days(consultation.opens, consultation.closes)
        if required is not None and open_for < required:
            yield warning(
                loaded,
                ("closes",),
                f"chỉ mở {open_for} ngày làm việc, ít hơn {required} ngày theo quy định",
                "Lùi ngày kết thúc (closes), hoặc ghi waivers với lý do.",
                CHECK,
            )


def working_days(first: datetime.date, last: datetime.date) -> int:
    """Weekdays from the first to the last day, both counted."""
    days = (last - first).days + 1
    weeks, rest = divmod(max(days, 0), 7)
    extra = sum((first + datetime.timedelta(days=offset)).weekday() < _WEEKEND for offset in range(rest))
    return weeks * 5 + extra
