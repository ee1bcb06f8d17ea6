"""Ids, and references to other records by id."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints
from pydantic.json_schema import WithJsonSchema

from bangvang.records.faults import explained_pattern
from bangvang.vietnamese.fold import slug

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
MINT_FIRST = "abcdfghjkmnpqrstuvwxyz"
MINT_REST = MINT_FIRST + "23456789"
"""No `e`: a spreadsheet would take 24e754 for a number."""
MINT_LENGTH = 6

_ID = re.compile(ID_PATTERN)
_MINTED = re.compile(f"[{MINT_FIRST}][{MINT_REST}]{{{MINT_LENGTH - 1}}}")
_RESERVED = re.compile("con|prn|aux|nul|(com|lpt)[0-9¹²³]|conin\\$|conout\\$", re.IGNORECASE)
MAX_ID = 120


def is_id(text: str) -> bool:
    """Whether the text may be a record's id and so the last part of its URL."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None and not is_reserved(text)


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device, whatever follows a dot: no such file or folder can be made there."""
    return _RESERVED.fullmatch(name.partition(".")[0].rstrip()) is not None


def is_minted(text: str) -> bool:
    """Whether the id is one that tools mint for living people: six characters that say nothing."""
    return _MINTED.fullmatch(text) is not None


def _explain_id(typed: str) -> tuple[str, str]:
    suggestion = slug(typed)[:MAX_ID]
    example = suggestion if is_id(suggestion) else "xa-mau-2026"
    return (
        f"mã “{typed}” không đúng mẫu",
        f"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối. Ví dụ: {example}.",
    )


Id = Annotated[
    str,
    StringConstraints(pattern=explained_pattern(f"^{ID_PATTERN}$", _explain_id), max_length=MAX_ID),
    WithJsonSchema({"type": ["string", "number"], "pattern": f"^{ID_PATTERN}$"}),
]


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field as the id of a record of one of these kinds."""

    kinds: tuple[str, ...]


HonoureeId = Annotated[Id, RefersTo(("honouree",))]
DecisionId = Annotated[Id, RefersTo(("decision",))]
CampaignId = Annotated[Id, RefersTo(("campaign",))]
DocumentId = Annotated[Id, RefersTo(("document",))]
RulingId = Annotated[Id, RefersTo(("decision", "document"))]
PracticeId = Annotated[Id, RefersTo(("practice",))]
EventId = Annotated[Id, RefersTo(("event",))]
ReportId = Annotated[Id, RefersTo(("report",))]
AwardId = Annotated[Id, RefersTo(("award",))]
FieldId = Annotated[Id, RefersTo(("field",))]
PlaceId = Annotated[Id, RefersTo(("place",))]
AgencyId = Annotated[Id, RefersTo(("agency",))]
OccupationId = Annotated[Id, RefersTo(("occupation",))]
