"""A small project for the clerk, and the clerk's helper where every test finds it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a little to refer to."""
    files = {
        "site.yml": "name: A\naddress: https://a.example/\ndescription: A.\nowner: {name: A}\ncontact: {office: A, email: a@b.vn}\n",
        "vocabulary/agencies.yml": "- {id: ubnd-xa-thu, name: Ủy ban nhân dân xã Thử}\n- {id: ubnd-xa-khac, name: Ủy ban nhân dân xã Khác}\n",
        "vocabulary/places.yml": "- {id: xa-thu, name: Xã Thử, type: commune}\n- {id: xa-thu-dong, name: Xã Thử Đông, type: commune}\n",
        "vocabulary/abbreviations.yml": "- {id: ubnd, short: UBND, long: Ủy ban nhân dân}\n",
        "vocabulary/awards.yml": "- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual], rank: 1}\n",
        "campaigns/pt.yml": "name: Phong trào thử\ntype: annual\nlevel: commune\n",
    }
    for path, text in files.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    return tmp_path
