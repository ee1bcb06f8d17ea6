"""The invented province Hồng Lạc: its communes before and after 1 July 2025, a hundred places in all."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cache
from random import Random

from bangvang.demo.seeds import seeded
from bangvang.vietnamese import slug
from bangvang.yaml_writer import Fields

REFORM = datetime.date(2025, 7, 1)
"""The first day without districts."""
LAST_DISTRICT_DAY = datetime.date(2025, 6, 30)
PROVINCE = "tinh-hong-lac"
PROVINCE_NAME = "Tỉnh Hồng Lạc"
_REFORM_BASIS = "Nghị quyết sắp xếp đơn vị hành chính năm 2025 (văn bản minh họa)"

_TYPES = {
    "Thành phố": "provincial-city", "Thị xã": "town", "Huyện": "district", "Phường": "ward", "Xã": "commune",
}  # fmt: skip

# District → its communes of today → the communes of which each was made.
_MAP = """
Thành phố Hồng Lạc
  Phường Hồng Lạc: Phường Minh Tân, Phường Quang Vinh, Phường Lạc Trung
  Phường Đông Khê: Phường Đông Khê, Phường Hòa An, Xã Đông Phong
  Phường Tây Lạc: Phường Tây Lạc, Xã Đồng Quang
Thị xã Vân Khê
  Phường Vân Khê: Phường Vân Khê, Phường Khê Thượng, Phường Tân Thịnh
  Phường Vân Trung: Phường Vân Trung, Xã Khê Hạ, Xã An Lạc
  Xã Tân Vân: Xã Tân Vân, Xã Đại Khê
Huyện An Thạch
  Xã An Thạch: Xã An Phú, Xã An Lương, Xã Thạch Đài
  Xã Thạch Sơn: Xã Thạch Sơn, Xã Thạch Bằng, Xã Sơn Lương
  Xã An Bình Thạch: Xã An Bình, Xã Thạch Hà, Xã An Xuyên
Huyện Phú Khê
  Xã Phú Khê: Xã Phú Lạc, Xã Phú Hải, Xã Khê Đông
  Xã Phú Lộc Khê: Xã Phú Lộc, Xã Phú Cường, Xã Bến Đá
  Xã Cồn Mây: Xã Cồn Mây, Xã Phú Hưng
Huyện Tân Lương
  Xã Tân Lương: Xã Tân Lập, Xã Tân Hòa, Xã Lương Phúc
  Xã Lương Sa: Xã Lương Sa, Xã Lương Mỹ, Xã Tân Quý
  Xã Tân Hội: Xã Tân Hội, Xã Hội Xuân
Huyện Xuân Giang
  Xã Xuân Giang: Xã Xuân Hòa, Xã Xuân Lâm, Xã Giang Tiên
  Xã Xuân Đài: Xã Xuân Đài, Xã Xuân Mỹ, Xã Giang Biên
  Xã Bình Giang: Xã Bình Giang, Xã Xuân Trúc, Xã Giang Sơn
Huyện Thượng Lâm
  Xã Thượng Lâm: Xã Thượng Quang, Xã Lâm Khê, Xã Nậm Suối
  Xã Lâm Sơn: Xã Lâm Sơn, Xã Bản Chiềng, Xã Đèo Mây
  Xã Thượng Nguồn: Xã Thượng Nguồn, Xã Khe Vải, Xã Lâm Trà
Huyện Nam Đồng
  Xã Nam Đồng: Xã Nam Tiến, Xã Nam Thịnh, Xã Đồng Tâm
  Xã Đồng Phú: Xã Đồng Phú, Xã Đồng Lợi, Xã Nam Phong
  Xã Nam Cát: Xã Nam Cát, Xã Đồng Cát
"""
_SPLIT = {"xa-lam-khe-thuong-lam": "Xã Lâm Sơn"}
"""Old communes that went to two new ones, and the second of these."""
_UPLAND = "Huyện Thượng Lâm"

_VILLAGE_NAMES = """
Đông|Đoài|Thượng|Hạ|Trung|Chùa|Đình|Bến|Chợ|Cầu|Ao Vàng|Gò Dâu|Bãi Soi|Đồng Mới|Đồng Dinh|Cây Đa|Suối Trong|
Phú Thọ Đông|Tân Tiến|Quyết Thắng|Đoàn Kết|Hợp Nhất|Tiền Phong|Vườn Cau|Bờ Sông|Ngọc Lâm|Ruộng Cả|Giếng Đá
"""
_VILLAGES = tuple(_VILLAGE_NAMES.replace("\n", "").split("|"))
_VILLAGES_OF_A_COMMUNE = 9


@dataclass(frozen=True)
class Commune:
    """A commune or ward as it was before the reform, or as it has been since."""

    id: str
    name: str
    district: str | None
    """None since there are no districts."""
    successors: tuple[Commune, ...] = field(default=(), repr=False)

    @property
    def lower(self) -> str:
        """The name inside a sentence: xã An Phú."""
        return self.name[0].lower() + self.name[1:]

    @property
    def own_name(self) -> str:
        """The name without the type of unit."""
        return _own_name(self.name)

    @property
    def is_ward(self) -> bool:
        return self.name.startswith("Phường")

    @property
    def villages(self) -> tuple[str, ...]:
        return _villages(self.id, "Tổ dân phố" if self.is_ward else "Thôn")

    def on(self, day: datetime.date) -> Commune:
        """The commune itself, or what has become of it by the day."""
        return self.successors[0] if self.successors and day >= REFORM else self


@dataclass(frozen=True)
class District:
    """A unit between province and commune, until the reform."""

    id: str
    name: str
    communes: tuple[Commune, ...]
    successors: tuple[Commune, ...]

    @property
    def lower(self) -> str:
        return self.name[0].lower() + self.name[1:]

    @property
    def own_name(self) -> str:
        return _own_name(self.name)


def _own_name(name: str) -> str:
    kind = next(kind for kind in _TYPES if name.startswith(kind))
    return name.removeprefix(kind).strip()


@cache
def _villages(commune: str, kind: str) -> tuple[str, ...]:
    names = seeded("villages", commune).sample(_VILLAGES, _VILLAGES_OF_A_COMMUNE)
    return tuple(f"{kind} {name}" for name in names)


def _read_map() -> tuple[tuple[District, ...], tuple[Commune, ...]]:
    groups: dict[str, dict[str, list[str]]] = {}
    district = ""
    for line in _MAP.strip().split("\n"):
        if line.startswith(" "):
            new_name, _, old_names = line.strip().partition(": ")
            groups[district][new_name] = old_names.split(", ")
        else:
            district = line
            groups[district] = {}
    today = {name: Commune(f"{slug(name)}-hong-lac-2025", name, None) for group in groups.values() for name in group}
    return tuple(_district(name, group, today) for name, group in groups.items()), tuple(today.values())


def _district(name: str, group: dict[str, list[str]], today: dict[str, Commune]) -> District:
    own_name = slug(_own_name(name))
    communes = []
    for new_name, old_names in group.items():
        for old_name in old_names:
            id = f"{slug(old_name)}-{own_name}"
            second = (today[_SPLIT[id]],) if id in _SPLIT else ()
            communes.append(Commune(id, old_name, name, (today[new_name], *second)))
    successors = tuple(today[new_name] for new_name in group)
    return District(f"{slug(name)}-hong-lac", name, tuple(communes), successors)


DISTRICTS, COMMUNES_TODAY = _read_map()
COMMUNES_BEFORE = tuple(commune for district in DISTRICTS for commune in district.communes)
DISTRICT_OF = {district.name: district for district in DISTRICTS}


def communes_on(day: datetime.date) -> tuple[Commune, ...]:
    """The communes that there are on the day."""
    return COMMUNES_TODAY if day >= REFORM else COMMUNES_BEFORE


def any_commune(dice: Random, day: datetime.date) -> Commune:
    """Some commune of the day."""
    return dice.choice(communes_on(day))


def places() -> list[Fields]:
    """The vocabulary of places."""
    found: list[Fields] = [_place(PROVINCE, PROVINCE_NAME, "province")]
    for district in DISTRICTS:
        found.append(_ended(district.id, district.name, PROVINCE, district.successors))
        for commune in district.communes:
            entry = _ended(commune.id, commune.name, district.id, commune.successors)
            if district.name == _UPLAND:
                entry["area_classes"] = [{"class": "remote", "to": LAST_DISTRICT_DAY}]
            found.append(entry)
    today = (
        _place(commune.id, commune.name, _type(commune.name), parent=PROVINCE, first=REFORM)
        for commune in COMMUNES_TODAY
    )
    return [*found, *today]


def _type(name: str) -> str:
    return next(code for kind, code in _TYPES.items() if name.startswith(kind))


def _place(id: str, name: str, type: str, *, parent: str | None = None, first: datetime.date | None = None) -> Fields:
    return {"id": id, "name": name, "type": type, "parent": parent, "from": first, "illustrative": True}


def _ended(id: str, name: str, parent: str, successors: tuple[Commune, ...]) -> Fields:
    how = "part" if len(successors) > 1 else "whole"
    entry = _place(id, name, _type(name), parent=parent)
    entry["to"] = LAST_DISTRICT_DAY
    entry["became"] = [
        {"id": successor.id, "how": how, "date": REFORM, "basis": _REFORM_BASIS} for successor in successors
    ]
    return entry
