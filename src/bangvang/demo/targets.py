"""Targets of the invented campaigns: totals that are the sum of their parts, and what was reached."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from bangvang.demo.geography import COMMUNES_TODAY, DISTRICTS, REFORM, Commune, District
from bangvang.demo.seeds import seeded
from bangvang.vietnamese import format_number
from bangvang.yaml_writer import Fields

REPORTED_YEARS = range(2019, 2027)
"""The years whose campaign has a report."""
_UNFINISHED_YEAR = REPORTED_YEARS[-1]

_LOCAL_AIMS = {
    "nong-thon-moi": ("Cứng hóa đường trục thôn", "km"),
    "moi-truong": ("Trồng mới cây xanh", "cây"),
    "chuyen-doi-so": ("Hộ có người biết làm thủ tục qua mạng", "hộ"),
    "an-ninh": ("Lắp đèn chiếu sáng ngõ xóm", "bộ"),
}


@dataclass(frozen=True)
class YearlyFigure:
    """One thing the province aims at in a year, and where it stands."""

    name: str
    aim: str
    value: Decimal
    unit: str
    reached: Decimal
    parts: tuple[tuple[str, str, int], ...] = ()
    """(name, place, share of the total)"""


def report_id(year: int) -> str:
    """The report on the year's campaign."""
    kind = "so-ket" if year == _UNFINISHED_YEAR else "tong-ket"
    return f"{kind}-thi-dua-yeu-nuoc-{year}"


def as_of(year: int) -> datetime.date:
    """The day on which the year's results were counted."""
    return datetime.date(year, 6, 30) if year == _UNFINISHED_YEAR else datetime.date(year, 12, 31)


def yearly_figures(year: int) -> tuple[YearlyFigure, ...]:
    """What the province aims at in the year."""
    dice = seeded("targets", year)
    areas = _areas(year)
    shares = [dice.randint(3, 24) for _ in areas]
    canals = Decimal(sum(shares) or dice.randint(60, 160))
    water = Decimal(dice.randint(850, 979)).scaleb(-1)
    poor = Decimal(dice.randint(80, 190)).scaleb(-2)
    pace = Decimal("0.6") if year == _UNFINISHED_YEAR else Decimal("1.04")
    return (
        YearlyFigure(
            "Kiên cố hóa kênh mương", "reach", canals, "km", (canals * pace).quantize(Decimal(1)),
            tuple((area.name, area.id, share) for area, share in zip(areas, shares, strict=True)),
        ),
        YearlyFigure("Tỷ lệ hộ dùng nước hợp vệ sinh", "at-least", water, "%", water + Decimal("0.3")),
        YearlyFigure("Tỷ lệ hộ nghèo", "reduce-by", poor, "%", (poor * pace).quantize(Decimal("0.01"))),
    )  # fmt: skip


def yearly_targets(year: int) -> list[Fields]:
    """The targets of the year's campaign."""
    found: list[Fields] = []
    for figure in yearly_figures(year):
        target: Fields = {
            "name": figure.name, "aim": figure.aim, "value": format_number(figure.value), "unit": figure.unit,
            "parts": [_part(name, place, share, figure.unit) for name, place, share in figure.parts],
        }  # fmt: skip
        if year in REPORTED_YEARS:
            target["results"] = [
                {"as_of": as_of(year), "value": format_number(figure.reached), "report": report_id(year)}
            ]
        found.append(target)
    found.append({"name": "Mô hình thi đua", "text": "Mỗi thôn, tổ dân phố có ít nhất một mô hình thi đua."})
    return found


def local_target(field: str | None, place: Commune | District, year: int, key: str) -> Fields:
    """The one target of a local campaign; in a district it is split among the communes."""
    dice = seeded("target", key)
    name, unit = _LOCAL_AIMS[field or ""]
    if isinstance(place, Commune):
        return {"name": name, "aim": "at-least", "value": _round_number(dice), "unit": unit}
    shares = [dice.randint(4, 60) * (100 if unit == "cây" else 1) for _ in place.communes]
    parts = [
        _part(commune.name, commune.id, share, unit) for commune, share in zip(place.communes, shares, strict=True)
    ]
    return {"name": name, "value": format_number(sum(shares)), "unit": unit, "parts": parts}


def _areas(year: int) -> Sequence[Commune | District]:
    """The units that a year's target is split among; none in the year in which they changed."""
    if year == REFORM.year:
        return ()
    return DISTRICTS if year < REFORM.year else COMMUNES_TODAY


def _part(name: str, place: str, share: int, unit: str) -> Fields:
    return {"name": name, "place": place, "value": format_number(share), "unit": unit}


def _round_number(dice: Random) -> str:
    return format_number(dice.randint(4, 40) * 50)
