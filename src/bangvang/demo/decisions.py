"""Decisions of the invented province: who gives what on which day, always with the power to give it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from bangvang.demo.campaigns import FIRST_YEAR, LAST_YEAR, PlannedCampaign, campaigns_to_reward
from bangvang.demo.documents import legal_bases
from bangvang.demo.geography import DISTRICT_OF, DISTRICTS, REFORM, Commune, District, any_commune
from bangvang.demo.offices import (
    DEPARTMENTS,
    PRIME_MINISTER,
    PROVINCE_OFFICE,
    STANDING_OFFICE,
    Office,
    office_of,
    signer,
)
from bangvang.demo.seeds import Weighted, seeded
from bangvang.yaml_writer import Fields

ROWS_PER_DECISION = 50
LAST_DAY = datetime.date(LAST_YEAR, 10, 31)
"""The province has not lived further."""

_LEVELS = Weighted({"commune": 46, "district": 18, "province": 26, "department": 7, "national": 3})
_YEARS = Weighted({year: 1 + (year - FIRST_YEAR) / 4 for year in range(FIRST_YEAR, LAST_YEAR + 1)})

Awards = Mapping[str, str]
"""Kind of honouree → award."""

_PROVINCE_MERIT = "bang-khen-cua-bo-nganh-tinh"
_BY_LEVEL: dict[str, tuple[Awards, ...]] = {
    "national": (dict.fromkeys(("individual", "collective", "household"), "bang-khen-cua-thu-tuong-chinh-phu"),),
    "province": (
        dict.fromkeys(("individual", "collective", "household"), _PROVINCE_MERIT),
        {
            "individual": "chien-si-thi-dua-bo-nganh-tinh",
            "collective": "tap-the-lao-dong-xuat-sac",
            "household": _PROVINCE_MERIT,
        },
        {"individual": _PROVINCE_MERIT, "collective": "co-thi-dua-cua-bo-nganh-tinh", "household": _PROVINCE_MERIT},
    ),
    "department": (dict.fromkeys(("individual", "collective", "household"), "giay-khen-thu-truong-don-vi"),),
    "district": (
        dict.fromkeys(("individual", "collective", "household"), "giay-khen-chu-tich-ubnd-huyen"),
        {
            "individual": "chien-si-thi-dua-co-so",
            "collective": "tap-the-lao-dong-tien-tien",
            "household": "giay-khen-chu-tich-ubnd-huyen",
        },
    ),
    "commune": (
        dict.fromkeys(("individual", "collective", "household"), "giay-khen-chu-tich-ubnd-xa"),
        {
            "individual": "lao-dong-tien-tien",
            "collective": "giay-khen-chu-tich-ubnd-xa",
            "household": "gia-dinh-van-hoa",
        },
    ),
}
_COMMUNE_SINCE_REFORM: Awards = {
    "individual": "chien-si-thi-dua-co-so",
    "collective": "tap-the-lao-dong-tien-tien",
    "household": "gia-dinh-van-hoa",
}
_TITLES = ("chien-si-thi-dua", "lao-dong-tien-tien")
POSTHUMOUS_AWARDS = frozenset({_PROVINCE_MERIT, "bang-khen-cua-thu-tuong-chinh-phu"})

_NAMED_AWARDS = {
    "bang-khen-cua-thu-tuong-chinh-phu": "Bằng khen của Thủ tướng Chính phủ",
    _PROVINCE_MERIT: "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    "co-thi-dua-cua-bo-nganh-tinh": "Cờ thi đua của Ủy ban nhân dân tỉnh",
    "chien-si-thi-dua-bo-nganh-tinh": "danh hiệu Chiến sĩ thi đua cấp tỉnh",
    "tap-the-lao-dong-xuat-sac": "danh hiệu Tập thể lao động xuất sắc",
    "chien-si-thi-dua-co-so": "danh hiệu Chiến sĩ thi đua cơ sở",
    "tap-the-lao-dong-tien-tien": "danh hiệu Tập thể lao động tiên tiến",
    "lao-dong-tien-tien": "danh hiệu Lao động tiên tiến",
    "gia-dinh-van-hoa": "danh hiệu Gia đình văn hóa",
}


@dataclass(frozen=True)
class PlannedDecision:
    """A decision before it has recipients."""

    index: int
    day: datetime.date
    office: Office
    place: Commune | District | None
    """None where the recipients come from the whole province."""
    awards: Awards
    campaign: PlannedCampaign
    number: int = 0

    @property
    def number_text(self) -> str:
        return f"{self.number:02}/QĐ-{self.office.code}"

    @property
    def id(self) -> str:
        return f"qd-{self.number:02}-{self.office.id}-{self.day.year}"

    def award_in_words(self, kind: str) -> str:
        """The award of that kind of recipient, inside a sentence."""
        return _NAMED_AWARDS.get(self.awards[kind]) or f"Giấy khen của {self.office.head} {self.office.name}"

    def commune(self, dice: Random) -> Commune:
        """A home for one of the recipients."""
        if isinstance(self.place, Commune):
            return self.place
        if isinstance(self.place, District):
            return dice.choice(self.place.communes)
        return any_commune(dice, self.day)

    def reaches(self, commune: Commune) -> bool:
        """Whether somebody of the commune can be among the recipients."""
        if self.place is None:
            return True
        here = commune.on(self.day)
        return here == self.place or (isinstance(self.place, District) and here in self.place.communes)


def plan_decisions(count: int) -> list[PlannedDecision]:
    """So many decisions, numbered by office and year in the order of their days."""
    drawn = [_draw(index) for index in range(count)]
    planned = list(drawn)
    drawn.sort(key=lambda decision: (decision.office.id, decision.day, decision.index))
    for (office, year), group in groupby(drawn, key=lambda decision: (decision.office.id, decision.day.year)):
        dice = seeded("numbers", office, year)
        number = 0
        for decision in group:
            number += dice.randint(3, 40)
            planned[decision.index] = replace(decision, number=number)
    return planned


def _draw(index: int) -> PlannedDecision:
    dice = seeded("decision", index)
    day = _working_day(dice)
    level = _LEVELS.pick(dice)
    if level == "district" and day >= REFORM:
        level = "commune"
    office, place = _office(level, day, dice)
    choices = _BY_LEVEL[level]
    if level == "commune" and day >= REFORM:
        choices = (*choices, _COMMUNE_SINCE_REFORM)
    awards = dice.choice(choices)
    district = DISTRICT_OF.get(place.district or "") if isinstance(place, Commune) else None
    campaigns = campaigns_to_reward(day, [place, district] if place else [])
    if _are_titles(awards):
        campaigns = [campaign for campaign in campaigns if campaign.is_yearly]
    return PlannedDecision(index, day, office, place, awards, dice.choice(campaigns))


def _working_day(dice: Random) -> datetime.date:
    year = _YEARS.pick(dice)
    month = dice.randint(1, LAST_DAY.month if year == LAST_YEAR else 12)
    day = datetime.date(year, month, dice.randint(1, 26))
    return day + datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _office(level: str, day: datetime.date, dice: Random) -> tuple[Office, Commune | District | None]:
    if level == "commune":
        commune = any_commune(dice, day)
        return office_of(commune), commune
    if level == "district":
        district = dice.choice(DISTRICTS)
        return office_of(district), district
    if level == "department":
        return dice.choice(DEPARTMENTS), None
    return (PRIME_MINISTER if level == "national" else PROVINCE_OFFICE), None


def decision_record(decision: PlannedDecision, rows: Sequence[Fields]) -> Fields:
    """The file of a decision with its rows."""
    proposer = STANDING_OFFICE if decision.office is PROVINCE_OFFICE else None
    if decision.office is PRIME_MINISTER:
        proposer = PROVINCE_OFFICE
    return {
        "number": decision.number_text,
        "date": decision.day,
        "title": _title(decision),
        "issuer": decision.office.id,
        "signer": signer(decision.office, decision.day),
        "proposed_by": [{"agency": proposer.id}] if proposer else None,
        "bases": legal_bases(decision.day),
        "award": decision.awards["individual"],
        "basis": "regular" if _are_titles(decision.awards) else "thematic",
        "campaign": decision.campaign.id,
        "illustrative": True,
        "recipients": rows,
    }


def _title(decision: PlannedDecision) -> str:
    name = decision.campaign.name
    if _are_titles(decision.awards):
        return f"Tặng danh hiệu thi đua và hình thức khen thưởng, phong trào “{name}”"
    return f"Khen thưởng tập thể, cá nhân, hộ gia đình có thành tích trong phong trào “{name}”"


def _are_titles(awards: Awards) -> bool:
    return awards["individual"].startswith(_TITLES)
