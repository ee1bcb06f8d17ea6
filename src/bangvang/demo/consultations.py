"""One consultation: three candidates put to public opinion."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from bangvang.demo.deeds import reason
from bangvang.demo.documents import Records, legal_bases
from bangvang.demo.figures import Figure
from bangvang.demo.offices import STANDING_OFFICE
from bangvang.yaml_writer import Fields

_OPENS = datetime.date(2026, 11, 16)
_CLOSES = datetime.date(2026, 12, 4)
WORKING_DAYS = 10
_MOST = 3
_LOOKED_AT = 30


def consultations(figures: Sequence[Figure]) -> Records:
    """The consultation, on the first of the roll who can be put forward."""
    fit = [figure for figure in figures[:_LOOKED_AT] if figure.kind == "individual" and figure.died is None]
    return {"lay-y-kien-khen-thuong-2026": _consultation(fit[-_MOST:])}


def _consultation(candidates: Sequence[Figure]) -> Fields:
    return {
        "title": "Lấy ý kiến về đề nghị tặng Huân chương Lao động hạng Ba",
        "agency": STANDING_OFFICE.id,
        "campaign": "thi-dua-yeu-nuoc-2026",
        "award": "huan-chuong-lao-dong-hang-ba",
        "opens": _OPENS,
        "closes": _CLOSES,
        "legal_basis": legal_bases(_OPENS),
        "working_days": WORKING_DAYS,
        "how": {"office": STANDING_OFFICE.name, "email": "thidua@hong-lac.example"},
        "candidates": [_candidate(figure) for figure in candidates],
        "illustrative": True,
    }


def _candidate(figure: Figure) -> Fields:
    return {
        "id": figure.id,
        "kind": figure.kind,
        "name": figure.name,
        "role": figure.role,
        "unit": figure.unit_on(_OPENS),
        "place": figure.commune_on(_OPENS).id,
        "occupation": figure.occupation,
        "sex": figure.sex,
        "achievement": reason(figure.deed, figure.outcome),
    }
