"""A small invented project that speaks English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

SITE = """\
name: Bảng Vàng thử
name_en: Golden Board on trial
description_en: A board to try things with.
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""
LISTS = {
    "site.yml": SITE,
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban xã Thử}\n",
    "vocabulary/awards.yml": (
        "- {id: gk, name: Giấy khen, name_en: Commendation Letter, kind: commendation, level: commune, "
        "powers: [commune-chair], applies_to: [individual, collective], rank: 9}\n"
        "- {id: hc, name: Huân chương Thử, name_en: Order of Trial, kind: order, level: state, "
        "powers: [state-president], applies_to: [individual], rank: 1, to: 1980}\n"
        "- {id: kn, name: Kỷ niệm chương, kind: commemorative, level: province, applies_to: [individual], rank: 8}\n"
    ),
    "vocabulary/fields.yml": (
        "- {id: nong-nghiep, name: Nông nghiệp, name_en: Agriculture}\n"
        "- {id: thuy-san, name: Thủy sản, parent: nong-nghiep}\n"
    ),
    "vocabulary/places.yml": (
        "- {id: nay, name: Xã Nay, type: commune}\n"
        "- {id: xua, name: Xã Xưa, type: commune, became: [{id: nay, how: whole, date: 2025-07-01}]}\n"
    ),
}


@pytest.fixture
def english_of(project_of: Callable[..., Any]) -> Callable[..., Any]:
    """The project with some files more."""

    def build(files: Mapping[str, str]) -> Any:
        return project_of({**LISTS, **files})

    return build
