"""Congresses, conferences and ceremonies, and who was honoured or spoke there."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from bangvang.demo.decisions import ROWS_PER_DECISION, PlannedDecision
from bangvang.demo.documents import Records, plan_id
from bangvang.demo.figures import Figure
from bangvang.demo.geography import PROVINCE
from bangvang.demo.offices import COUNCIL, PROVINCE_OFFICE
from bangvang.demo.vocabulary import field_name
from bangvang.vietnamese import roman
from bangvang.yaml_writer import Fields

_SERIES = "Đại hội Thi đua yêu nước tỉnh Hồng Lạc"
_CONGRESSES = {
    2010: datetime.date(2010, 9, 16), 2015: datetime.date(2015, 9, 10),
    2020: datetime.date(2020, 9, 17), 2025: datetime.date(2025, 9, 25),
}  # fmt: skip
_FIRST_ORDINAL = 3
_YEARS_BETWEEN = 5
_MOST = 3
"""Speakers and decisions named at one congress."""


def events(figures: Sequence[Figure], decisions: Sequence[PlannedDecision]) -> Records:
    """Every event of the demonstration."""
    found = {
        f"dai-hoi-thi-dua-hong-lac-{year}": _congress(turn + _FIRST_ORDINAL, day, figures, decisions)
        for turn, (year, day) in enumerate(_CONGRESSES.items())
    }
    found["phat-dong-thi-dua-2026"] = _event(
        "Lễ phát động phong trào thi đua yêu nước năm 2026", "launch", datetime.date(2026, 1, 15)
    ) | {"launches": ["thi-dua-yeu-nuoc-2026"], "documents": [plan_id(2026)]}
    found["tong-ket-thi-dua-2024"] = _event(
        "Hội nghị tổng kết phong trào thi đua yêu nước năm 2024", "review", datetime.date(2025, 1, 9)
    ) | {"campaigns": ["thi-dua-yeu-nuoc-2024"]}
    found["guong-sang-nong-dan-2023"] = _event(
        "Hội nghị giới thiệu gương nông dân tiêu biểu", "conference", datetime.date(2023, 10, 13)
    ) | {"campaigns": ["nong-dan-san-xuat-gioi"], "delegates": 180}
    found["ton-vinh-dien-hinh-2026"] = _event(
        "Lễ tôn vinh điển hình tiên tiến năm 2026", "ceremony", datetime.date(2026, 12, 18)
    ) | {"campaigns": ["thi-dua-yeu-nuoc-2026"]}
    return found


def _event(name: str, type: str, day: datetime.date) -> Fields:
    return {
        "name": name,
        "type": type,
        "from": day,
        "place": PROVINCE,
        "venue": "Trung tâm Hội nghị tỉnh Hồng Lạc",
        "organiser": [PROVINCE_OFFICE.id, COUNCIL],
        "illustrative": True,
    }


def _congress(
    ordinal: int, day: datetime.date, figures: Sequence[Figure], decisions: Sequence[PlannedDecision]
) -> Fields:
    start = day.replace(year=day.year - _YEARS_BETWEEN)
    recent = [decision for decision in decisions if start < decision.day < day and decision.place is None]
    honoured = recent[:_MOST]
    speakers = [figure for decision in recent for figure in _exemplars(decision, figures)][:_MOST]
    return _event(f"{_SERIES} lần thứ {roman(ordinal)}", "congress", day) | {
        "series": _SERIES,
        "ordinal": ordinal,
        "delegates": 300 + ordinal * 20,
        "speakers": [
            {"honouree": figure.id, "topic": f"Kinh nghiệm trong lĩnh vực {field_name(figure.field).lower()}"}
            for figure in speakers
        ],
        "honoured": {"decisions": [decision.id for decision in honoured]} if honoured else None,
        "programme": [
            {"time": "7 giờ 30", "what": "Đón tiếp đại biểu"},
            {"time": "8 giờ 00", "what": "Khai mạc, báo cáo tổng kết phong trào"},
            {"time": "9 giờ 30", "what": "Điển hình tiên tiến giao lưu, chia sẻ"},
            {"time": "10 giờ 30", "what": "Trao thưởng, phát động phong trào"},
        ],
    }


def _exemplars(decision: PlannedDecision, figures: Sequence[Figure]) -> list[Figure]:
    first = decision.index * ROWS_PER_DECISION
    rows = figures[first : first + ROWS_PER_DECISION]
    return [figure for figure in rows if figure.has_profile and figure.kind == "individual" and not figure.died][:1]
