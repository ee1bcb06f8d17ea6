"""The shared lists of the demonstration: awards, fields, occupations, abbreviations. Facts of law, not invented."""

from __future__ import annotations

from bangvang.yaml_writer import Fields

_LAW_2003 = "2004-07-01"
_LAW_2022 = "2024-01-01"
_BEFORE_LAW_2022 = "2023-12-31"
_TWO_TIERS = "2025-07-01"
_LAST_DISTRICT_DAY = "2025-06-30"

_DISTRICT_CHAIR: Fields = {"authority": "district-chair", "to": _LAST_DISTRICT_DAY}
_COMMUNE_CHAIR_NOW: Fields = {"authority": "commune-chair", "from": _TWO_TIERS}

_INDIVIDUAL = ("individual",)
_COLLECTIVE = ("collective",)
_HOUSEHOLD = ("household",)
_LOCALITY = ("locality",)
_ALL = (*_INDIVIDUAL, *_COLLECTIVE, *_HOUSEHOLD)


def awards() -> list[Fields]:
    """The catalogue: what the law lets be given, by whom, since when."""
    base = ("unit-head", "enterprise-head", _DISTRICT_CHAIR)
    return [
        *_labour_orders(),
        _award("huan-chuong-dung-cam", "Huân chương Dũng cảm", "order", "state", ("state-president",), _INDIVIDUAL, 78)
        | {"from": _LAW_2003, "posthumous": True},
        _award("co-thi-dua-cua-chinh-phu", "Cờ thi đua của Chính phủ", "flag", "state", ("prime-minister",),
               _COLLECTIVE, 100) | {"from": _LAW_2003},
        _award("chien-si-thi-dua-toan-quoc", "Chiến sĩ thi đua toàn quốc", "title", "state", ("prime-minister",),
               _INDIVIDUAL, 101),
        _award("bang-khen-cua-thu-tuong-chinh-phu", "Bằng khen của Thủ tướng Chính phủ", "merit-certificate", "state",
               ("prime-minister",), _ALL, 102) | {"posthumous": True},
        _award("co-thi-dua-cua-bo-nganh-tinh", "Cờ thi đua của Bộ, ban, ngành, tỉnh", "flag", "province",
               ("minister", "province-chair"), _COLLECTIVE, 110) | {"from": _LAW_2003},
        _award("chien-si-thi-dua-bo-nganh-tinh", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "title", "province",
               ("minister", "province-chair"), _INDIVIDUAL, 111) | {"from": _LAW_2003},
        _award("xa-phuong-thi-tran-tieu-bieu", "Xã, phường, thị trấn tiêu biểu", "title", "province",
               ("province-chair",), _LOCALITY, 112) | {"from": _LAW_2022},
        _award("tap-the-lao-dong-xuat-sac", "Tập thể lao động xuất sắc", "title", "province",
               ("minister", "province-chair"), _COLLECTIVE, 113) | {"from": _LAW_2003},
        _award("bang-khen-cua-bo-nganh-tinh", "Bằng khen của Bộ, ban, ngành, tỉnh", "merit-certificate", "province",
               ("minister", "province-chair"), _ALL, 115) | {"from": _LAW_2003, "posthumous": True},
        _award("chien-si-thi-dua-co-so", "Chiến sĩ thi đua cơ sở", "title", "unit", (*base, _COMMUNE_CHAIR_NOW),
               _INDIVIDUAL, 120) | {"from": _LAW_2003},
        _award("tap-the-lao-dong-tien-tien", "Tập thể lao động tiên tiến", "title", "unit",
               (*base, _COMMUNE_CHAIR_NOW), _COLLECTIVE, 121) | {"from": _LAW_2003},
        _award("thon-to-dan-pho-van-hoa", "Thôn, tổ dân phố văn hóa", "title", "unit",
               (_DISTRICT_CHAIR, _COMMUNE_CHAIR_NOW), _LOCALITY, 125)
        | {"from": _LAW_2022, "replaces": "khu-dan-cu-van-hoa"},
        _award("khu-dan-cu-van-hoa", "Thôn, làng, ấp, bản, khu phố văn hóa", "title", "district",
               (_DISTRICT_CHAIR,), _LOCALITY, 125) | {"from": _LAW_2003, "to": _BEFORE_LAW_2022},
        _award("lao-dong-tien-tien", "Lao động tiên tiến", "title", "unit", (*base, "commune-chair"), _INDIVIDUAL, 130)
        | {"from": _LAW_2003},
        _award("gia-dinh-van-hoa", "Gia đình văn hóa", "title", "commune", ("commune-chair",), _HOUSEHOLD, 135)
        | {"from": _LAW_2003},
        _award("giay-khen-chu-tich-ubnd-huyen", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện", "commendation",
               "district", (_DISTRICT_CHAIR,), _ALL, 140) | {"from": _LAW_2003, "to": _LAST_DISTRICT_DAY},
        _award("giay-khen-thu-truong-don-vi", "Giấy khen của Thủ trưởng cơ quan, tổ chức, đơn vị", "commendation",
               "unit", ("unit-head", "enterprise-head"), _ALL, 142) | {"from": _LAW_2003},
        _award("giay-khen-chu-tich-ubnd-xa", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "commendation",
               "commune", ("commune-chair",), _ALL, 145) | {"from": _LAW_2003},
    ]  # fmt: skip


def _labour_orders() -> list[Fields]:
    return [
        _award(f"huan-chuong-lao-dong-hang-{slug}", f"Huân chương Lao động hạng {name}", "order", "state",
               ("state-president",), (*_INDIVIDUAL, *_COLLECTIVE), 60 + number)
        | {"family": "huan-chuong-lao-dong", "class": number, "from": "1950-05-01", "posthumous": True}
        for number, slug, name in ((1, "nhat", "Nhất"), (2, "nhi", "Nhì"), (3, "ba", "Ba"))
    ]  # fmt: skip


def _award(
    id: str, name: str, kind: str, level: str, powers: tuple[object, ...], applies_to: tuple[str, ...], rank: int
) -> Fields:
    return {
        "id": id, "name": name, "kind": kind, "level": level, "powers": powers, "applies_to": applies_to, "rank": rank,
    }  # fmt: skip


_FIELDS = {
    "nong-nghiep": "Nông nghiệp", "nong-thon-moi": "Xây dựng nông thôn mới", "giao-duc": "Giáo dục", "y-te": "Y tế",
    "van-hoa": "Văn hóa", "moi-truong": "Bảo vệ môi trường", "an-ninh": "An ninh, trật tự",
    "cong-nghiep": "Công nghiệp, thủ công nghiệp", "chuyen-doi-so": "Chuyển đổi số",
    "nhan-dao": "Nhân đạo, giảm nghèo",
}  # fmt: skip

_OCCUPATIONS = (
    ("farmer", "Nông dân", "farmer", True),
    ("worker", "Công nhân, người lao động", "worker", True),
    ("driver", "Lái xe", "worker", True),
    ("teacher", "Giáo viên", "public-employee", None),
    ("medic", "Nhân viên y tế", "public-employee", None),
    ("official", "Cán bộ, công chức", "official", False),
    ("commune-police", "Lực lượng bảo vệ an ninh, trật tự cơ sở", "militia", None),
    ("entrepreneur", "Doanh nhân", "entrepreneur", False),
    ("artist", "Nghệ nhân", "other", None),
    ("retiree", "Người nghỉ hưu", "other", False),
    ("village-head", "Trưởng thôn, tổ trưởng tổ dân phố", "other", False),
)

_ABBREVIATIONS = (
    ("CLB", "Câu lạc bộ"),
    ("HTX", "Hợp tác xã"),
    ("NTM", "Nông thôn mới"),
    ("THCS", "Trung học cơ sở"),
    ("TĐKT", "Thi đua, khen thưởng"),
    ("UBND", "Ủy ban nhân dân"),
)


def work_fields() -> list[Fields]:
    """The fields of work."""
    return [{"id": id, "name": name} for id, name in _FIELDS.items()]


def field_name(id: str) -> str:
    """The name of a field of work."""
    return _FIELDS[id]


def occupations() -> list[Fields]:
    """The occupations, and which of them are direct labour."""
    return [
        {"id": id, "name": name, "group": group, "direct_worker": direct} for id, name, group, direct in _OCCUPATIONS
    ]


def abbreviations() -> list[Fields]:
    """Short forms that lists of recipients use."""
    return [{"id": short.lower().replace("đ", "d"), "short": short, "long": long} for short, long in _ABBREVIATIONS]
