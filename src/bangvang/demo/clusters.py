"""Two clusters with their yearly rankings: the former districts, and the departments of the province."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bangvang.demo.documents import Records
from bangvang.demo.geography import DISTRICTS
from bangvang.demo.offices import COUNCIL, DEPARTMENTS, Office, office_of
from bangvang.demo.seeds import seeded
from bangvang.vietnamese import format_number
from bangvang.yaml_writer import Fields

_CRITERIA = (("Phát triển kinh tế - xã hội", 60), ("Xây dựng hệ thống chính trị", 25), ("Công tác thi đua", 15))
_FLAG = "co-thi-dua-cua-bo-nganh-tinh"


def clusters() -> Records:
    """Both clusters."""
    districts = [office_of(district) for district in DISTRICTS]
    return {
        "cum-cap-huyen": _cluster("Cụm thi đua các huyện, thị xã, thành phố", "cum", districts, (2023, 2024)),
        "khoi-so-nganh": _cluster("Khối thi đua các sở, ngành tỉnh", "khoi", DEPARTMENTS, (2024, 2025)),
    }


def _cluster(name: str, type: str, offices: Sequence[Office], years: Sequence[int]) -> Fields:
    return {
        "name": name,
        "type": type,
        "level": "province",
        "agency": COUNCIL,
        "members": [{"agency": office.id, "to": office.last} for office in offices],
        "years": [_year(name, offices, year) for year in years],
        "illustrative": True,
    }


def _year(name: str, offices: Sequence[Office], year: int) -> Fields:
    dice = seeded(name, year)
    order = dice.sample(offices, len(offices))
    points = sorted((Decimal(number).scaleb(-1) for number in dice.sample(range(850, 985), len(offices))), reverse=True)
    return {
        "year": year,
        "lead": offices[year % len(offices)].id,
        "deputy": offices[(year + 1) % len(offices)].id,
        "pledge": "Hoàn thành mọi chỉ tiêu được giao, không để tồn đọng hồ sơ của dân.",
        "criteria": [{"name": criterion, "points": most} for criterion, most in _CRITERIA],
        "scores": [
            {
                "agency": office.id,
                "points": format_number(score),
                "rank": place,
                "award": _FLAG if place == 1 else None,
            }
            for place, (office, score) in enumerate(zip(order, points, strict=True), start=1)
        ],
    }
