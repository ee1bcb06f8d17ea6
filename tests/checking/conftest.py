"""A small invented commune, sound in every respect; each test plants one fault in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.checking import Verdict, check
from bangvang.loading import Problem, load_project
from bangvang.registry import build_registry

DAY = datetime.date(2026, 11, 21)

SOUND: dict[str, str] = {
    "data/site.yml": """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
rules:
  - {rule: direct-worker-share, value: 30, basis: Kế hoạch thử}
  - {rule: consultation-working-days, value: 10, basis: Quy chế thử}
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
- id: chien-si-thi-dua-co-so
  name: Chiến sĩ thi đua cơ sở
  kind: title
  level: unit
  powers:
    - {authority: commune-chair, from: 2025-07-01}
    - unit-head
  applies_to: [individual]
  posthumous: true
  from: 2004-07-01
  rank: 120
""",
    "data/vocabulary/agencies.yml": """\
- id: ubnd-xa-thu
  name: Ủy ban nhân dân xã Thử
  level: commune
  place: xa-thu
  authority_class: commune-chair
""",
    "data/vocabulary/places.yml": """\
- id: xa-thu
  name: Xã Thử
  type: commune
  from: 2025-07-01
- id: xa-thu-cu
  name: Xã Thử Cũ
  type: commune
  to: 2025-06-30
  became:
    - {id: xa-thu, how: whole, date: 2025-07-01}
""",
    "data/vocabulary/occupations.yml": """\
- {id: farmer, name: Nông dân, group: farmer, direct_worker: true}
- {id: official, name: Cán bộ, group: official, direct_worker: false}
""",
    "data/vocabulary/fields.yml": "- {id: nong-nghiep, name: Nông nghiệp}\n",
    "data/campaigns/lon.yml": """\
name: Phong trào lớn
type: annual
level: commune
issuers: [ubnd-xa-thu]
period: {from: 2026-01-01, to: 2026-12-31}
""",
    "data/campaigns/nho.yml": """\
name: Phong trào nhỏ
type: short
level: commune
parent: lon
period: {from: 2026-02, to: 2026-06}
waves:
  - name: Đợt I
    from: 2026-02
    to: 2026-03
    marks:
      - {what: Ngày thử, years: 26, since: 2000-03-01}
targets:
  - name: Diện tích
    value: 28.500
    unit: ha
    parts:
      - {name: Tôm, value: 24.000, unit: ha}
      - {name: Khác, value: 4.500, unit: ha}
""",
    "data/decisions/2026/qd-1.yml": """\
number: 01/QĐ-UBND
date: 2026-09-02
title: Khen thưởng
issuer: ubnd-xa-thu
award: giay-khen
campaign: lon
recipients:
  - id: k7m2q9
    kind: individual
    name: Nguyễn Văn Thử
    unit: Thôn Một
    place: xa-thu
    occupation: farmer
    reason: Vận động bà con hiến đất làm đường thôn.
  - id: thon-hai
    kind: collective
    name: Thôn Hai
    place: xa-thu
""",
    "data/honourees/k7m2q9.yml": """\
kind: individual
name: Nguyễn Văn Thử
place: xa-thu
story: Anh Thử dậy sớm.
consent: {date: 2026-08-01, by: bản thân, covers: [bài viết, lời trích, ảnh]}
""",
    "data/documents/kh-1.yml": """\
type: plan
number: 02/KH-UBND
title: Kế hoạch thử
issuer: ubnd-xa-thu
date: 2026-01-05
campaigns: [{id: lon, action: launch}]
sections:
  - number: I.
    heading: MỤC ĐÍCH
    text: Thi đấu tốt.
readings:
  - {printed: Thi đấu, reading: Thi đua}
""",
    "data/clusters/cum-1.yml": """\
name: Cụm thi đua số 1
type: cum
members:
  - {agency: ubnd-xa-thu, from: 2025}
years:
  - year: 2025
    scores:
      - {agency: ubnd-xa-thu, points: 95, rank: 1}
""",
    "data/consultations/y-kien-1.yml": """\
title: Lấy ý kiến
opens: 2026-11-16
closes: 2026-11-30
how: {office: Văn phòng, address: Trụ sở xã}
candidates:
  - {kind: collective, name: Thôn Ba, achievement: Làm đường.}
""",
}


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """The sound project in a folder."""
    for path, content in SOUND.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def verdict_of(tmp_path: Path) -> Callable[[Mapping[str, str | bytes | None]], Verdict]:
    """Check the sound project with some files changed, added, or taken out (None)."""

    def run(changes: Mapping[str, str | bytes | None]) -> Verdict:
        for path, content in {**SOUND, **changes}.items():
            if content is None:
                continue
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        project = load_project(tmp_path)
        return check(project, build_registry(project, DAY))

    return run


@pytest.fixture
def fault(verdict_of: Callable[[Mapping[str, str | bytes | None]], Verdict]) -> Callable[..., Problem]:
    """Replace a passage of one file; exactly one problem must come of it."""

    def plant(path: str, passage: str, instead: str, **others: str) -> Problem:
        sound = SOUND[path]
        assert passage in sound
        verdict = verdict_of({path: sound.replace(passage, instead, 1), **others})
        assert len(verdict.problems) == 1, verdict.problems
        return verdict.problems[0]

    return plant
