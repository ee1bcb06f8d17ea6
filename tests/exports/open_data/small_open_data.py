"""What the tests of the open data share: a day, a small site, how records and their data are made."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from bangvang.exports.open_data import OpenData
from bangvang.registry import Registry

ROOT = Path(__file__).parents[3]
DAY = datetime.date(2026, 11, 21)
SITE = """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/deed.vi", attribution: Bảng Vàng thử}
"""
AGENCY = {"vocabulary/agencies.yml": "- {id: ubnd-xa-thu, name: Ủy ban nhân dân xã Thử, level: commune}\n"}

Read = Callable[..., Registry]
Make = Callable[..., OpenData]
