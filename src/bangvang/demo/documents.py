"""Twenty documents: the laws that decisions stand on, and the province's own plans."""

from __future__ import annotations

import datetime

from bangvang.demo.offices import COUNCIL, DEPARTMENTS, PROVINCE_OFFICE, STANDING_OFFICE, signer
from bangvang.demo.seeds import seeded
from bangvang.yaml_writer import Fields

Records = dict[str, Fields]
"""Id → record, for the files of one folder."""

_PLAN_YEARS = range(2015, 2027)
_FULL_PLAN_YEAR = _PLAN_YEARS[-1]

_LAW_2003 = "15-2003-qh11"
_LAW_2022 = "06-2022-qh15"
_DECREE_2017 = "91-2017-nd-cp"
_DECREE_2023 = "98-2023-nd-cp"
_SINCE_LAW_2022 = datetime.date(2024, 1, 1)
_SINCE_DECREE_2017 = datetime.date(2017, 10, 1)


def legal_bases(day: datetime.date) -> tuple[str, ...]:
    """The law and the decree in force on the day."""
    if day >= _SINCE_LAW_2022:
        return _LAW_2022, _DECREE_2023
    return (_LAW_2003, _DECREE_2017) if day >= _SINCE_DECREE_2017 else (_LAW_2003,)


def plan_id(year: int) -> str:
    """The plan that launches the year's campaign."""
    return f"kh-thi-dua-yeu-nuoc-{year}"


def documents() -> Records:
    """Every document of the demonstration."""
    found = _laws()
    found["qd-sap-xep-don-vi-hanh-chinh-hong-lac-2025"] = _own(
        "decision", "1205/QĐ-UBND", "Phương án tổ chức thực hiện việc sắp xếp đơn vị hành chính cấp xã trong tỉnh",
        datetime.date(2025, 6, 20),
    )  # fmt: skip
    found["hd-binh-xet-thi-dua-hong-lac-2024"] = _own(
        "guideline", "118/HD-UBND", "Hướng dẫn bình xét danh hiệu thi đua và hình thức khen thưởng",
        datetime.date(2024, 3, 15),
    )  # fmt: skip
    found["tb-lay-y-kien-hong-lac-2026"] = _own(
        "notice", "402/TB-UBND", "Lấy ý kiến nhân dân về các trường hợp đề nghị khen thưởng cấp Nhà nước",
        datetime.date(2026, 11, 10),
    )  # fmt: skip
    for year in _PLAN_YEARS:
        found[plan_id(year)] = _plan(year)
    return found


def _laws() -> Records:
    details = "Quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng"
    return {
        _LAW_2003: _law("law", "15/2003/QH11", "Luật Thi đua, khen thưởng", "quoc-hoi", "2003-11-26")
        | {"period": {"from": "2004-07-01", "to": "2023-12-31"}},
        "39-2013-qh13": _law(
            "law", "39/2013/QH13", "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "quoc-hoi",
            "2013-11-16",
        ),
        _DECREE_2017: _law("decree", "91/2017/NĐ-CP", details, "chinh-phu", "2017-07-31")
        | {"period": {"from": _SINCE_DECREE_2017, "to": "2023-12-31"}},
        _LAW_2022: _law("law", "06/2022/QH15", "Luật Thi đua, khen thưởng", "quoc-hoi", "2022-06-15")
        | {"period": {"from": _SINCE_LAW_2022}},
        _DECREE_2023: _law("decree", "98/2023/NĐ-CP", details, "chinh-phu", "2023-12-31")
        | {"period": {"from": _SINCE_LAW_2022}},
    }  # fmt: skip


def _law(type: str, number: str, title: str, issuer: str, date: str) -> Fields:
    return {
        "type": type, "number": number, "title": title, "issuer": issuer, "level": "national", "date": date,
    }  # fmt: skip


def _own(type: str, number: str, title: str, date: datetime.date) -> Fields:
    return {
        "type": type, "number": number, "title": title, "issuer": PROVINCE_OFFICE.id, "level": "province",
        "issued_at": "Hồng Lạc", "date": date, "signers": [signer(PROVINCE_OFFICE, date)],
        "bases": legal_bases(date), "illustrative": True,
    }  # fmt: skip


def _plan(year: int) -> Fields:
    date = datetime.date(year, 1, 8 + year % 7)
    number = f"{seeded('plan', year).randint(5, 40):02}/KH-UBND"
    plan = _own("plan", number, f"Tổ chức phong trào thi đua yêu nước năm {year}", date) | {
        "period": {"from": date, "to": f"{year}-12-31"},
        "campaigns": [{"id": f"thi-dua-yeu-nuoc-{year}", "action": "launch"}],
        "reporting": {"every": ["half-year", "year"], "to": "Ủy ban nhân dân tỉnh", "via": "Sở Nội vụ"},
    }
    return plan | _full_text(year) if year == _FULL_PLAN_YEAR else plan


def _full_text(year: int) -> Fields:
    return {
        "tasks": [
            {
                "what": "Hướng dẫn đăng ký thi đua và tổng hợp giao ước của các đơn vị.",
                "lead": [STANDING_OFFICE.id],
                "due": [{"quarter": f"I/{year}", "printed": f"trong quý I/{year}"}],
                "section": "III.1",
            },
            {
                "what": "Phát hiện, giới thiệu gương người tốt, việc tốt trong trường học.",
                "lead": [DEPARTMENTS[1].id],
                "with": [STANDING_OFFICE.id, {"name": "Các cơ quan báo chí của tỉnh"}],
                "due": [{"every": "month", "printed": "hằng tháng"}],
                "section": "III.2",
            },
            {
                "what": "Tổ chức hội nghị tổng kết phong trào thi đua.",
                "lead": [COUNCIL],
                "due": [{"by": f"{year}-12-25", "printed": f"trước ngày 25 tháng 12 năm {year}"}],
                "section": "III.3",
            },
        ],
        "recipients": [
            {"name": "Hội đồng Thi đua - Khen thưởng tỉnh (b/c)", "agency": COUNCIL, "for_report": True},
            {"name": "Các sở, ban, ngành, đoàn thể cấp tỉnh"},
            {"name": "Ủy ban nhân dân các xã, phường"},
        ],
        "file_code": "VT, NV",
        "sections": _sections(year),
    }


def _sections(year: int) -> list[Fields]:
    return [
        {
            "number": "I.",
            "heading": "MỤC ĐÍCH, YÊU CẦU",
            "text": (
                f"Khơi dậy tinh thần thi đua trong toàn tỉnh, góp phần hoàn thành nhiệm vụ năm {year}.\n"
                "Nội dung thi đua phải rõ việc, rõ người, rõ thời hạn; khen đúng người, đúng việc, kịp thời.\n"
            ),
        },
        {
            "number": "II.",
            "heading": "NỘI DUNG THI ĐUA",
            "sections": [
                {"number": "1.", "text": "Thi đua lao động sản xuất, nâng cao thu nhập, giảm nghèo bền vững.\n"},
                {"number": "2.", "text": "Thi đua xây dựng nông thôn mới, đô thị văn minh, môi trường xanh, sạch.\n"},
                {"number": "3.", "text": "Thi đua cải cách hành chính, chuyển đổi số, phục vụ nhân dân.\n"},
            ],
        },
        {
            "number": "III.",
            "heading": "TỔ CHỨC THỰC HIỆN",
            "sections": [
                {
                    "number": "1.",
                    "text": f"Sở Nội vụ hướng dẫn đăng ký thi đua, tổng hợp giao ước trong quý I/{year}.\n",
                },
                {
                    "number": "2.",
                    "text": "Sở Giáo dục và Đào tạo phối hợp với Sở Nội vụ và các cơ quan báo chí của tỉnh phát hiện, "
                    "giới thiệu gương người tốt, việc tốt trong trường học hằng tháng.\n",
                },
                {
                    "number": "3.",
                    "text": "Hội đồng Thi đua - Khen thưởng tỉnh tổ chức hội nghị tổng kết "
                    f"trước ngày 25 tháng 12 năm {year}.\n",
                },
            ],
        },
    ]
