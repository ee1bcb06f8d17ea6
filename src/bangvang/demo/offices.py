"""Who issues, leads and ranks in the invented province: agencies, and who signs for them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bangvang.demo.geography import (
    COMMUNES_BEFORE,
    COMMUNES_TODAY,
    DISTRICTS,
    LAST_DISTRICT_DAY,
    PROVINCE,
    REFORM,
    Commune,
    District,
)
from bangvang.demo.names import person_name
from bangvang.demo.seeds import seeded
from bangvang.yaml_writer import Fields

_TERM_YEARS = 5


@dataclass(frozen=True)
class Office:
    """An agency that signs decisions and plans."""

    id: str
    name: str
    code: str
    """As it stands in document numbers: UBND, SNV."""
    level: str
    authority: str
    head: str
    """The title of whoever heads it."""
    place: str | None = PROVINCE
    first: datetime.date | None = None
    last: datetime.date | None = None
    became: tuple[str, ...] = ()


PRIME_MINISTER = Office(
    "thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "TTg", "national", "prime-minister", "Thủ tướng", None
)
PROVINCE_OFFICE = Office(
    "ubnd-tinh-hong-lac", "Ủy ban nhân dân tỉnh Hồng Lạc", "UBND", "province", "province-chair", "Chủ tịch"
)
DEPARTMENTS = tuple(
    Office(f"{id}-hong-lac", f"{name} tỉnh Hồng Lạc", code, "province", "unit-head", "Giám đốc")
    for id, name, code in (
        ("so-noi-vu", "Sở Nội vụ", "SNV"),
        ("so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("so-y-te", "Sở Y tế", "SYT"),
        ("so-cong-thuong", "Sở Công Thương", "SCT"),
        ("so-tai-chinh", "Sở Tài chính", "STC"),
    )
)
STANDING_OFFICE = DEPARTMENTS[0]
COUNCIL = "hoi-dong-td-kt-tinh-hong-lac"


def _people_committee(place: Commune | District, level: str, authority: str) -> Office:
    ended = isinstance(place, District) or place.district is not None
    return Office(
        f"ubnd-{place.id}", f"Ủy ban nhân dân {place.lower}", "UBND", level, authority, "Chủ tịch", place.id,
        first=None if ended else REFORM,
        last=LAST_DISTRICT_DAY if ended else None,
        became=tuple(f"ubnd-{successor.id}" for successor in place.successors),
    )  # fmt: skip


_OF_DISTRICT = {district.id: _people_committee(district, "district", "district-chair") for district in DISTRICTS}
_OF_COMMUNE = {
    commune.id: _people_committee(commune, "commune", "commune-chair")
    for commune in (*COMMUNES_BEFORE, *COMMUNES_TODAY)
}


def office_of(place: Commune | District) -> Office:
    """The people's committee of a place."""
    return _OF_DISTRICT[place.id] if isinstance(place, District) else _OF_COMMUNE[place.id]


def signer(office: Office, day: datetime.date) -> Fields | None:
    """Who signs for the office in that term; nobody is invented for the office of the Prime Minister."""
    if office is PRIME_MINISTER:
        return None
    dice = seeded("signer", office.id, day.year // _TERM_YEARS)
    fields: Fields = {"name": person_name(dice).full, "title": office.head}
    if dice.random() < 1 / 3:
        fields |= {"title": f"Phó {office.head}", "capacity": f"KT. {office.head}"}
    return fields


def agencies() -> list[Fields]:
    """The vocabulary of agencies; those of the State are real, the others invented."""
    real: list[Fields] = [
        {"id": "quoc-hoi", "name": "Quốc hội", "level": "national"},
        {"id": "chinh-phu", "name": "Chính phủ", "level": "national"},
        {"id": "chu-tich-nuoc", "name": "Chủ tịch nước", "level": "national", "authority_class": "state-president"},
        _entry(PRIME_MINISTER),
    ]
    council: Fields = {
        "id": COUNCIL,
        "name": "Hội đồng Thi đua - Khen thưởng tỉnh Hồng Lạc",
        "level": "province",
        "place": PROVINCE,
        "parent": PROVINCE_OFFICE.id,
        "illustrative": True,
    }
    departments = [
        _entry(office)
        | {"parent": PROVINCE_OFFICE.id, "standing_agency_of": COUNCIL if office is STANDING_OFFICE else None}
        for office in DEPARTMENTS
    ]
    committees = [_entry(office) for office in (*_OF_DISTRICT.values(), *_OF_COMMUNE.values())]
    return [*real, _entry(PROVINCE_OFFICE), council, *departments, *committees]


def _entry(office: Office) -> Fields:
    return {
        "id": office.id,
        "name": office.name,
        "short": office.name.replace("Ủy ban nhân dân", "UBND") if office.code == "UBND" else None,
        "level": office.level,
        "place": office.place,
        "authority_class": office.authority,
        "from": office.first,
        "to": office.last,
        "became": [{"id": successor, "date": REFORM} for successor in office.became],
        "illustrative": office is not PRIME_MINISTER or None,
    }
