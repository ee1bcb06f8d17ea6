"""Documents: numbers by the grammar, one record per document, slips that really stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangvang.checking.finding import Finding, warning
from bangvang.loading import Loaded
from bangvang.records import Decision, Document
from bangvang.registry import Registry
from bangvang.vietnamese import parse_document_number, warning_text

NUMBER = "document-number"
TWICE = "document-twice"
READING = "reading-not-in-text"
_SPACE = re.compile(r"\s+")


def check_documents(registry: Registry) -> Iterator[Finding]:
    """Everything that can be wrong with the numbers and texts of documents."""
    seen: dict[tuple[str, str | None, int | None], Loaded] = {}
    for kind in ("document", "decision"):
        for loaded in registry.by_kind[kind].values():
            record = loaded.record
            if isinstance(record, Document | Decision):
                yield from _number(loaded, record)
                yield from _once(loaded, record, seen)
            if isinstance(record, Document) and record.readings:
                yield from _readings(loaded, record)


def _number(loaded: Loaded, record: Document | Decision) -> Iterator[Finding]:
    """A slip of the print is kept as it is, once its reading stands beside it."""
    field = "number_reading" if record.number_reading else "number"
    printed = record.number_reading or record.number
    if printed is None:
        return
    number = parse_document_number(printed)
    if number is None:
        yield warning(
            loaded,
            (field,),
            f"“{printed}” không giống một số văn bản",
            "Viết như 15/QĐ-UBND, 91/2017/NĐ-CP, 34-CT/TW; bản giấy in như vậy thì ghi số đúng vào number_reading.",
            NUMBER,
        )
        return
    for code in number.warnings:
        read = f" Số đúng có thể là {number.canonical}." if number.canonical and number.canonical != printed else ""
        yield warning(
            loaded,
            (field,),
            f"“{printed}”: {warning_text(code)}",
            f"Giữ nguyên như in và ghi số đúng vào number_reading.{read}",
            NUMBER,
        )


def _once(
    loaded: Loaded, record: Document | Decision, seen: dict[tuple[str, str | None, int | None], Loaded]
) -> Iterator[Finding]:
    number = parse_document_number(record.number_reading or record.number or "")
    if number is None or number.canonical is None or record.issuer is None:
        return
    other = seen.setdefault((number.canonical, record.issuer, record.date.year if record.date else None), loaded)
    if other is not loaded:
        yield Finding(
            loaded,
            ("number",),
            f"văn bản {number.canonical} của cùng cơ quan, cùng năm đã có ở {other.path}",
            "Gộp vào một hồ sơ; nếu là hai văn bản thì xem lại số và ngày.",
            TWICE,
        )


def _readings(loaded: Loaded, document: Document) -> Iterator[Finding]:
    text = _SPACE.sub(" ", document.full_text())
    if not text:
        return
    for index, reading in enumerate(document.readings):
        if _SPACE.sub(" ", reading.printed) not in text:
            yield Finding(
                loaded,
                ("readings", index, "printed"),
                f"không thấy “{reading.printed}” trong nội dung văn bản",
                "Chép đúng từng chữ như trong phần nội dung.",
                READING,
            )
