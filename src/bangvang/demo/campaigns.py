"""Fifty campaigns on three levels: one without end, yearly and thematic ones below it, local ones below those."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bangvang.demo.geography import COMMUNES_TODAY, DISTRICTS, PROVINCE, Commune, District
from bangvang.demo.offices import PROVINCE_OFFICE, office_of
from bangvang.demo.targets import local_target, yearly_targets
from bangvang.demo.works import WORKS
from bangvang.yaml_writer import Fields

FIRST_YEAR = 2006
LAST_YEAR = 2026
_GRACE = datetime.timedelta(days=90)
"""How long after its end a yearly campaign is still being rewarded."""


@dataclass(frozen=True)
class PlannedCampaign:
    """A campaign before it is written."""

    id: str
    name: str
    type: str
    first: datetime.date
    last: datetime.date | None = None
    parent: str | None = None
    field: str | None = None
    place: Commune | District | None = None
    """None for the whole province."""

    @property
    def is_yearly(self) -> bool:
        return self.type == "annual"

    def rewards_on(self, day: datetime.date) -> bool:
        """Whether a decision of the day may reward what was done in the campaign."""
        if self.last is None:
            return self.first <= day
        return self.first <= day <= self.last + (_GRACE if self.is_yearly else datetime.timedelta())


_ROOT = PlannedCampaign(
    "thi-dua-yeu-nuoc-hong-lac", "Hồng Lạc thi đua yêu nước", "regular", datetime.date(FIRST_YEAR, 1, 1)
)

_THEMES = (
    ("chung-suc-nong-thon-moi", "Hồng Lạc chung sức xây dựng nông thôn mới", "nong-thon-moi", 2011, 2025),
    ("chung-tay-vi-nguoi-ngheo", "Hồng Lạc chung tay vì người nghèo", "nhan-dao", 2006, 2025),
    ("nong-dan-san-xuat-gioi", "Nông dân thi đua sản xuất, kinh doanh giỏi", "nong-nghiep", 2007, 2026),
    ("doi-song-van-hoa-co-so", "Xây dựng đời sống văn hóa ở cơ sở", "van-hoa", 2006, 2025),
    ("lao-dong-sang-tao", "Lao động giỏi, lao động sáng tạo", "cong-nghiep", 2008, 2026),
    ("thay-co-mau-muc", "Thầy cô mẫu mực, học sinh tích cực", "giao-duc", 2010, 2026),
    ("xom-lang-binh-yen", "Xóm làng bình yên", "an-ninh", 2012, 2026),
    ("hong-lac-xanh-sach-sang", "Hồng Lạc xanh, sạch, sáng", "moi-truong", 2016, 2026),
    ("ket-noi-so-den-moi-nha", "Kết nối số đến mọi nhà", "chuyen-doi-so", 2021, 2026),
)
_FIELD_OF = {id: field for id, _, field, _, _ in _THEMES}
_LOCAL_THEMES = (
    ("chung-suc-nong-thon-moi", "{place} chung sức xây dựng nông thôn mới", ((2011, 2015), (2016, 2020), (2021, 2024))),
    ("hong-lac-xanh-sach-sang", "{place} xanh, sạch, sáng", ((2016, 2018), (2019, 2021), (2022, 2024))),
)
_LOCAL_NOW = (
    ("ket-noi-so-den-moi-nha", "{place} kết nối số", 0),
    ("hong-lac-xanh-sach-sang", "{place} nói không với rác thải nhựa", 9),
    ("xom-lang-binh-yen", "Thắp sáng đường quê {place}", 18),
)


def _yearly(year: int) -> PlannedCampaign:
    return PlannedCampaign(
        f"thi-dua-yeu-nuoc-{year}", f"Thi đua yêu nước tỉnh Hồng Lạc năm {year}", "annual",
        datetime.date(year, 1, 1), datetime.date(year, 12, 31), _ROOT.id,
    )  # fmt: skip


def _thematic() -> list[PlannedCampaign]:
    return [
        PlannedCampaign(id, name, "thematic", datetime.date(first, 1, 1), datetime.date(last, 12, 31), _ROOT.id, field)
        for id, name, field, first, last in _THEMES
    ]


def _local() -> list[PlannedCampaign]:
    return [*_local_of_districts(), *_local_of_today()]


def _local_of_districts() -> Iterator[PlannedCampaign]:
    for parent, pattern, windows in _LOCAL_THEMES:
        for turn, district in enumerate(DISTRICTS):
            first, last = windows[turn % len(windows)]
            id = f"{parent}-{district.id}-{first}"
            name = f"{pattern.format(place=district.name)} ({first}-{last})"
            opens, closes = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
            yield PlannedCampaign(id, name, "thematic", opens, closes, parent, _FIELD_OF[parent], district)


def _local_of_today() -> Iterator[PlannedCampaign]:
    for parent, pattern, number in _LOCAL_NOW:
        commune = COMMUNES_TODAY[number]
        id = f"{parent}-{commune.id.removesuffix('-2025')}-2026"
        name = pattern.format(place=commune.lower)
        name = name[0].upper() + name[1:]
        opens, closes = datetime.date(2026, 2, 1), datetime.date(2026, 9, 30)
        yield PlannedCampaign(id, name, "peak", opens, closes, parent, _FIELD_OF[parent], commune)


CAMPAIGNS: tuple[PlannedCampaign, ...] = (
    _ROOT,
    *(_yearly(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)),
    *_thematic(),
    *_local(),
)


def campaigns_to_reward(day: datetime.date, places: Sequence[Commune | District | None]) -> list[PlannedCampaign]:
    """The campaigns a decision of the day may be made in, of the whole province or of one of the places."""
    return [
        campaign
        for campaign in CAMPAIGNS
        if campaign is not _ROOT and campaign.rewards_on(day) and (campaign.place is None or campaign.place in places)
    ]


def campaign_record(campaign: PlannedCampaign) -> Fields:
    """The file of a campaign."""
    office = office_of(campaign.place) if campaign.place else PROVINCE_OFFICE
    fields: Fields = {
        "name": campaign.name,
        "type": campaign.type,
        "level": office.level,
        "issuers": [office.id],
        "fields": [campaign.field] if campaign.field else None,
        "place": campaign.place.id if campaign.place else PROVINCE,
        "parent": campaign.parent,
        "period": {"from": campaign.first, "to": campaign.last},
        "summary": _summary(campaign),
        "participants": "Cán bộ, công chức, người lao động và nhân dân trên địa bàn.",
    }
    if campaign.is_yearly:
        fields |= _yearly_parts(campaign.first.year)
    elif campaign.place:
        fields["targets"] = [local_target(campaign.field, campaign.place, campaign.first.year, campaign.id)]
    elif campaign.field:
        fields["contents"] = [{"heading": f"Thi đua {deed}"} for deed in WORKS[campaign.field].deeds[:3]]
    fields["illustrative"] = True
    return fields


def _summary(campaign: PlannedCampaign) -> str:
    where = campaign.place.lower if campaign.place else "tỉnh Hồng Lạc"
    if campaign.last is None:
        return f"Phong trào chung của {where}, là gốc của các phong trào hằng năm và theo chuyên đề."
    first, last = campaign.first.year, campaign.last.year
    when = f"trong năm {first}" if first == last else f"từ năm {first} đến năm {last}"
    return f"Phong trào của {where} {when}, hướng về cơ sở, lấy việc làm cụ thể và kết quả đo được làm thước đo."


_ONCE_A_YEAR = {
    1: (("Ngày Giải phóng miền Nam, thống nhất đất nước", "1975-04-30"),
        ("Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc", "1948-06-11")),
    2: (("Ngày Thương binh - Liệt sĩ", "1947-07-27"), ("Quốc khánh", "1945-09-02")),
}  # fmt: skip
_WAVES_SINCE = 2015
_TARGETS_SINCE = 2018


def _yearly_parts(year: int) -> Fields:
    fields: Fields = {
        "theme": f"Đoàn kết, sáng tạo, hoàn thành thắng lợi nhiệm vụ năm {year}",
        "rewards": [
            {
                "award": "bang-khen-cua-bo-nganh-tinh",
                "eligible": "Tập thể, cá nhân, hộ gia đình tiêu biểu toàn tỉnh.",
                "decided_by": PROVINCE_OFFICE.id,
                "quota": "Ưu tiên tập thể nhỏ và người lao động trực tiếp",
            }
        ],
        "registration": {
            "opens": f"{year}-01-05",
            "closes": f"{year}-02-28",
            "how": "Các đơn vị gửi đăng ký về cơ quan thường trực Hội đồng Thi đua - Khen thưởng tỉnh.",
        },
    }
    if year >= _WAVES_SINCE:
        fields["waves"] = [_wave(year, half) for half in (1, 2)]
    if year >= _TARGETS_SINCE:
        fields["targets"] = yearly_targets(year)
    return fields


def _wave(year: int, half: int) -> Fields:
    first, last = (f"{year}-01-01", f"{year}-06-30") if half == 1 else (f"{year}-07-01", f"{year}-12-31")
    return {
        "name": f"Đợt {'I' * half}",
        "from": first,
        "to": last,
        "goal": "Hoàn thành nhiệm vụ sáu tháng đầu năm." if half == 1 else "Hoàn thành mọi chỉ tiêu của năm.",
        "marks": [{"what": what, "years": year - int(since[:4]), "since": since} for what, since in _ONCE_A_YEAR[half]],
    }
