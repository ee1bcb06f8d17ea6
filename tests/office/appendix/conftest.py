"""A small roll for appendices to be held against, and this folder's helpers where every test finds them."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.registry import Registry, build_registry

sys.path.insert(0, str(Path(__file__).parent))

_AWARDS = """\
- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}
- {id: bang-khen-tinh, name: Bằng khen của Ủy ban nhân dân tỉnh, kind: merit-certificate, level: province, applies_to: [individual], rank: 2}
- {id: bang-khen-bo, name: Bằng khen của Bộ trưởng, kind: merit-certificate, level: province, applies_to: [individual], rank: 3}
- {id: huy-chuong-thu-hang-nhi, name: Huy chương Thử hạng Nhì, kind: medal, level: state, applies_to: [individual], rank: 4}
"""


@pytest.fixture
def project(root: Path) -> Path:
    """The clerk's project with a few awards more, a farmer, and somebody who was honoured before."""
    (root / "data/vocabulary/awards.yml").write_text(_AWARDS, encoding="utf-8")
    (root / "data/vocabulary/occupations.yml").write_text(
        "- {id: farmer, name: Nông dân, group: farmer}\n", encoding="utf-8"
    )
    (root / "data/decisions/2025").mkdir(parents=True)
    (root / "data/decisions/2025/qd-1.yml").write_text(
        "date: 2025-01-02\ntitle: Khen\nissuer: ubnd-xa-thu\nillustrative: true\nrecipients:\n"
        "  - {id: h3vkx8, kind: individual, name: Phạm Thị Quen, unit: Thôn Thử Một, award: giay-khen}\n",
        encoding="utf-8",
    )
    return root


@pytest.fixture
def registry(project: Path) -> Registry:
    """The project as of a day."""
    return build_registry(load_project(project), datetime.date(2026, 11, 21))
