"""Each record as one JSON file; living private persons only where the site names the legal basis."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bangvang.records import KINDS, Consultation, Decision, Document, Honouree, Part, Recipient, Redirect
from bangvang.registry import Registry, appearance, may_leave_in_bulk

WITHHELD = {"withheld": True}
"""Stands for a person who may not leave in bulk; the places of the others stay as they were."""


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """How many files were written, and how much had to stay out."""

    written: int
    left_out: int


def export_records(registry: Registry, folder: Path) -> ExportSummary:
    """Write `folder`/<kind>/<id>.json for every record that may leave in bulk."""
    written = left_out = 0
    for kind, id, content in _contents(registry):
        if content is None:
            left_out += 1
            continue
        target = folder / kind / f"{id}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, indent=2)
        target.write_text(text + "\n", encoding="utf-8", newline="\n")
        written += 1
    return ExportSummary(written, left_out)


def _contents(registry: Registry) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    for kind in KINDS:
        for id, loaded in registry.by_kind[kind].items():
            if not isinstance(loaded.record, Redirect):
                yield kind, id, _content(registry, kind, id, loaded.record)


def _content(registry: Registry, kind: str, id: str, record: Part) -> dict[str, Any] | None:
    if not appearance(record, registry.day, registry.site).in_bulk:
        return None
    if isinstance(record, Honouree) and not _may_leave(registry, id):
        return None
    fields = _dump(record)
    if isinstance(record, Decision):
        honours = registry.honours_of_decision(id)
        fields["recipients"] = [
            _dump(honours[index].facts if index in honours else row)
            if not isinstance(row, Recipient) or _may_leave(registry, row.id)
            else WITHHELD
            for index, row in enumerate(record.recipients)
        ]
        if record.corrects:
            fields["corrects"] = [
                _dump(correction)
                if correction.recipient is None or _may_leave(registry, correction.recipient)
                else WITHHELD
                for correction in record.corrects
            ]
    if isinstance(record, Consultation):
        fields["candidates"] = [
            _dump(candidate) if may_leave_in_bulk(candidate, registry.day, registry.site) else WITHHELD
            for candidate in record.candidates
        ]
    if isinstance(record, Document) and (text := record.full_text()):
        fields["full_text"] = text
    return {"record_kind": kind, "record_id": id} | fields


def _dump(part: Part) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _may_leave(registry: Registry, id: str) -> bool:
    laureate = registry.laureate(id)
    return laureate is not None and registry.appearance_of(laureate).in_bulk
