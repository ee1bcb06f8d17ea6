"""A small invented commune with a campaign that is over: what tests of the archive freeze, and then change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bangvang.archive.freezing import Frozen, Order, freeze
from bangvang.checking import Verdict, check
from bangvang.loading import load_project
from bangvang.registry import Registry, build_registry

DAY = date(2026, 11, 21)
CAMPAIGN = "xa-mau-2025"
BY = "Lê Thị Mẫu, Chánh Văn phòng"
DECISION = "data/decisions/2025/qd-1.yml"
PLAN = "data/documents/kh-1.yml"
REPORT = "data/reports/bc-1.yml"
PROFILE = "data/honourees/cu-mau.yml"
ERRATA = f"data/archive/{CAMPAIGN}.errata.yml"

FILES: Mapping[str, str] = {
    "data/site.yml": """\
name: Bảng Vàng xã Mẫu
address: https://bangvang.example/
description: Trang hư cấu để thử.
owner: {name: Ủy ban nhân dân xã Mẫu, responsible: Chánh Văn phòng}
contact: {office: Văn phòng, email: vanphong@xamau.example}
""",
    "data/vocabulary/agencies.yml": """\
- id: ubnd-xa-mau
  name: Ủy ban nhân dân xã Mẫu
  level: commune
  authority_class: commune-chair
""",
    "data/vocabulary/awards.yml": """\
- id: giay-khen
  name: Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã
  kind: commendation
  level: commune
  powers: [commune-chair]
  applies_to: [individual, collective, household]
  from: 2004-07-01
  rank: 145
""",
    "data/vocabulary/places.yml": "- {id: xa-mau, name: Xã Mẫu, type: commune, from: 2025-07-01}\n",
    f"data/campaigns/{CAMPAIGN}.yml": """\
name: Thi đua yêu nước xã Mẫu năm 2025
type: annual
level: commune
illustrative: true
issuers: [ubnd-xa-mau]
place: xa-mau
period: {from: 2025-01-01, to: 2025-12-31}
theme: Đoàn kết, sáng tạo
contents:
  - heading: Thi đua lao động sản xuất
    text: Phát triển **kinh tế vườn đồi**, giảm hộ nghèo.
targets:
  - name: Diện tích trồng chè
    value: 28.500
    unit: ha
    results: [{as_of: 2025-12-31, value: 28.700, report: bc-1}]
""",
    PLAN: """\
type: plan
number: 02/KH-UBND
title: Phát động thi đua năm 2025
issuer: ubnd-xa-mau
date: 2025-01-05
illustrative: true
campaigns: [{id: xa-mau-2025, action: launch}]
signers: [{name: Lê Thị Mẫu, title: Chủ tịch}]
sections:
  - {number: I., heading: MỤC ĐÍCH, text: Khơi dậy tinh thần thi đua của nhân dân trong xã.}
""",
    DECISION: """\
number: 15/QĐ-UBND
date: 2025-12-20
title: Khen thưởng phong trào thi đua năm 2025
issuer: ubnd-xa-mau
award: giay-khen
campaign: xa-mau-2025
illustrative: true
recipients:
  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, unit: Thôn Một, register_number: 15/2025, reason: Hiến đất làm đường.}
  - {id: h4t8wz, kind: individual, name: Trần Thị Mẫu, unit: Thôn Hai, reason: Dạy chữ buổi tối.}
  - {id: thon-ba, kind: collective, name: Thôn Ba, reason: Làm ba cây số đường.}
""",
    REPORT: """\
title: Tổng kết phong trào thi đua năm 2025
type: final
date: 2025-12-28
agency: ubnd-xa-mau
illustrative: true
campaigns: [xa-mau-2025]
results: Toàn xã làm được 12 km đường bê tông.
""",
    PROFILE: """\
kind: individual
name: Cụ Mẫu
living: no
illustrative: true
honours:
  - {award_text: Bia ghi công, date: 2025-09-02, campaign: xa-mau-2025}
""",
    "docs/index.md": "---\ntitle: Trang thử\n---\n",
    "docs/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nTrang hư cấu.\n",
    "docs/dinh-chinh.md": "---\ntitle: Báo sai sót\n---\n\nTrang hư cấu.\n",
}


def write_closed(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """The commune in a folder, with some files changed or added."""
    for path, text in {**FILES, **(files or {})}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def rewrite(root: Path, path: str, passage: str, instead: str) -> None:
    """Change a file in one place."""
    text = (root / path).read_text(encoding="utf-8")
    assert passage in text
    (root / path).write_text(text.replace(passage, instead, 1), encoding="utf-8")


def registry_of(root: Path, day: date = DAY) -> Registry:
    """All records as of a day; every one must be good."""
    project = load_project(root)
    assert project.problems == []
    return build_registry(project, day)


def verdict_of(root: Path, day: date = DAY) -> Verdict:
    """What a check finds."""
    project = load_project(root)
    return check(project, build_registry(project, day))


def freeze_closed(root: Path, day: date = DAY, campaign: str = CAMPAIGN, by: str = BY) -> Frozen:
    """Freeze the campaign as the command does."""
    project = load_project(root)
    registry = build_registry(project, day)
    return freeze(root, registry, check(project, registry), Order(campaign, by))
