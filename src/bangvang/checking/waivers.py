"""Warnings that a person has judged and accepted, and acceptances that nothing needs any more."""

from __future__ import annotations

from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Severity
from bangvang.records import Entry
from bangvang.registry import Registry

UNUSED = "unused-waiver"


def waived(finding: Finding, used: set[tuple[str, str, str]]) -> bool:
    """Whether the record accepts this warning; errors cannot be waived. Notes which waivers served."""
    if finding.severity is Severity.ERROR or not finding.where.outline.has_waivers:
        return False
    record = finding.where.record
    assert isinstance(record, Entry)
    if not any(waiver.check == finding.check for waiver in record.waivers):
        return False
    used.add((finding.where.kind, finding.where.id, finding.check))
    return True


def unused_waivers(registry: Registry, used: set[tuple[str, str, str]]) -> Iterator[Finding]:
    """Waivers without a warning: a misspelt code, or a matter that was settled."""
    for kind, records in registry.by_kind.items():
        for id, loaded in records.items():
            if not loaded.outline.has_waivers:
                continue
            assert isinstance(loaded.record, Entry)
            for index, waiver in enumerate(loaded.record.waivers):
                if (kind, id, waiver.check) not in used:
                    yield warning(
                        loaded,
                        (*loaded.loc, "waivers", index, "check"),
                        f"không còn cảnh báo nào mang mã “{waiver.check}” ở hồ sơ này",
                        "Xóa mục này, hoặc sửa mã kiểm tra.",
                        UNUSED,
                    )
