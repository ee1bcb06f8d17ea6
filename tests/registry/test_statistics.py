"""Every honour counted once; known, unknown and excluded add up."""

from __future__ import annotations

from collections.abc import Callable

from bangvang.registry import Registry, Share, counted, direct_worker_share, tally
from bangvang.registry.statistics import award_level, by_kind, by_sex

Build = Callable[..., Registry]

FILES = {
    "vocabulary/agencies.yml": "- {id: ubnd, name: Ủy ban}\n",
    "vocabulary/awards.yml": "- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}\n",
    "vocabulary/occupations.yml": (
        "- {id: farmer, name: Nông dân, group: farmer, direct_worker: true}\n"
        "- {id: official, name: Cán bộ, group: official, direct_worker: false}\n"
        "- {id: retiree, name: Hưu trí, group: other}\n"
    ),
    "decisions/2026/q.yml": """\
date: 2026-09-02
title: Khen
issuer: ubnd
award: giay-khen
recipients:
  - {id: k7m2qa, kind: individual, name: A, sex: female, occupation: farmer, shared_with: [k7m2qb]}
  - {id: k7m2qb, kind: individual, name: B, sex: male, occupation: official, shared_with: [k7m2qa]}
  - {id: k7m2qc, kind: individual, name: C, occupation: retiree}
  - {id: k7m2qd, kind: individual, name: D, standing: [{state: cancelled, date: 2026-10, reason: x}]}
  - {id: thon, kind: collective, name: E, award_text: Cờ}
""",
    "decisions/2026/r.yml": (
        "status: draft\ndate: 2026-09-03\ntitle: Khen\nissuer: ubnd\naward: giay-khen\n"
        "recipients: [{id: k7m2qc, kind: individual, name: C}]\n"
    ),
    "decisions/2026/s.yml": (
        "illustrative: true\ndate: 2026-09-04\ntitle: Khen\nissuer: ubnd\naward: giay-khen\n"
        "recipients: [{id: k7m2qc, kind: individual, name: C}]\n"
    ),
}


def test_known_unknown_and_excluded_add_up_to_all(registry_of: Build) -> None:
    """A shared award is one; cancelled, draft and illustrative stay out, each under its reason."""
    registry = registry_of(FILES)
    levels = tally(counted(registry, registry.honours), award_level(registry))
    assert levels.known == {"commune": 2}
    assert levels.unknown == 1
    assert levels.excluded == {"Hủy bỏ quyết định": 1, "chưa công bố": 1, "minh họa": 1}
    assert levels.total == 6


def test_unknown_stays_unknown(registry_of: Build) -> None:
    """No figure guesses a sex."""
    registry = registry_of(FILES)
    assert tally(counted(registry, registry.honours), by_sex).unknown == 2
    assert tally(counted(registry, registry.honours), by_kind).known == {"individual": 2, "collective": 1}


def test_the_share_of_direct_workers_shows_those_unknown(registry_of: Build) -> None:
    """Individuals only; an occupation that depends on the person is unknown."""
    registry = registry_of(FILES)
    rows = [honour for honour in registry.honours if honour.source.id == "q"]
    assert direct_worker_share(registry, rows) == Share(numerator=1, denominator=2, unknown=2)
    assert Share(1, 2, 2).percent == 50
    assert Share(0, 0, 3).percent is None
