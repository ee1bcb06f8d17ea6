"""The site of the invented province."""

from __future__ import annotations

from collections.abc import Sequence

from bangvang.demo.consultations import WORKING_DAYS
from bangvang.demo.decisions import PlannedDecision
from bangvang.demo.figures import Figure
from bangvang.demo.geography import PROVINCE
from bangvang.yaml_writer import Fields

_OWN_RULE = "Quy ước của bản dùng thử, không phải quy định của pháp luật"
_PICKS = 3


def site_record(figures: Sequence[Figure], decisions: Sequence[PlannedDecision]) -> Fields:
    """data/site.yml of the demonstration."""
    told = [figure.id for figure in figures[:100] if figure.has_profile]
    latest = sorted(decisions, key=lambda decision: (decision.day, decision.index))[-_PICKS:]
    return {
        "name": "Bảng Vàng tỉnh Hồng Lạc (dữ liệu thử)",
        "short_name": "Bảng Vàng Hồng Lạc",
        "address": "https://hong-lac.example/",
        "description": "Trang dùng thử với dữ liệu hư cấu: tỉnh, người và việc ở đây đều không có thật.",
        "owner": {"name": "Sở Nội vụ tỉnh Hồng Lạc", "responsible": "Giám đốc Sở Nội vụ"},
        "contact": {"office": "Sở Nội vụ tỉnh Hồng Lạc", "email": "bangvang@hong-lac.example"},
        "place": PROVINCE,
        "trial": True,
        "home": {
            "honourees": told[:_PICKS],
            "campaigns": ["thi-dua-yeu-nuoc-2026", "hong-lac-xanh-sach-sang"],
            "decisions": [decision.id for decision in reversed(latest)],
        },
        "rules": [
            {"rule": "consultation-working-days", "value": WORKING_DAYS, "from": "2024-01-01", "basis": _OWN_RULE},
            {"rule": "direct-worker-share", "value": 30, "basis": _OWN_RULE},
        ],
        "minimum_counts": {"honouree": 1, "decision": 1, "campaign": 50, "document": 20, "practice": 3},
        "licence": {
            "name": "CC BY 4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/deed.vi",
            "attribution": "Dữ liệu hư cấu của Bảng Vàng, tỉnh Hồng Lạc",
        },
    }
