"""A small invented project to be printed, and PDFs to be looked into."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from bangvang.book.press import Wishes, make_book
from bangvang.book.selection import Scope
from bangvang.loading import load_project
from bangvang.pages.answers import Answers
from bangvang.pages.reading import Reading
from bangvang.registry import Registry, build_registry

DAY = datetime.date(2026, 11, 21)
SITE = """\
name: Bảng Vàng thử
address: https://thu.example/
description: Trang để thử.
owner: {name: Ủy ban nhân dân xã Thử}
contact: {office: Văn phòng, email: vanphong@thu.example}
"""
VOCABULARY = {
    "vocabulary/awards.yml": """\
- {id: giay-khen, name: Giấy khen, kind: commendation, level: commune, applies_to: [individual, collective, household], rank: 20}
- {id: bang-khen, name: Bằng khen, kind: merit-certificate, level: province, applies_to: [individual, collective], rank: 10}
""",
    "vocabulary/agencies.yml": "- {id: ubnd-xa-thu, name: Ủy ban nhân dân xã Thử}\n",
    "vocabulary/places.yml": """\
- {id: xa-thu, name: Xã Thử, type: commune}
- {id: thon-mot, name: Thôn Một, type: village, parent: xa-thu}
""",
    "vocabulary/abbreviations.yml": "- {id: htx, short: HTX, long: Hợp tác xã}\n",
}
DECISION = """\
number: 15/QĐ-UBND
date: 2026-09-02
title: Về việc khen thưởng phong trào thi đua
issuer: ubnd-xa-thu
award: giay-khen
campaign: lam-duong
recipients:
  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Thử, role: Trưởng thôn, unit: Thôn Một, place: thon-mot, reason: Vận động hiến 1.200 m² đất.}
  - {id: a2b3c4, kind: individual, name: Đặng Thử Ánh, role: Giáo viên, unit: Trường Thử, place: xa-thu}
  - {id: to-thu, kind: collective, name: Tổ tự quản Thử, place: xa-thu, award: bang-khen}
"""
CAMPAIGN = "name: Làm đường\ntype: annual\nlevel: commune\nperiod: {from: 2026-01-01, to: 2026-12-31}\n"
PROFILE = """\
kind: individual
name: Nguyễn Văn Thử
living: no
summary: Người mở đường.
story: |
  Ông **mở** đường bằng *xà beng*.

  - một
  - hai
"""
TREE: Mapping[str, str] = {
    "site.yml": SITE,
    **VOCABULARY,
    "decisions/2026/qd-15.yml": DECISION,
    "campaigns/lam-duong.yml": CAMPAIGN,
    "honourees/k7m2q9.yml": PROFILE,
}


@dataclass(frozen=True)
class Project:
    """Records put together, and where they lie."""

    root: Path
    registry: Registry

    @property
    def reading(self) -> Reading:
        """What a printed page may ask."""
        return Reading(Answers(self.registry))

    def printed(self, name: str = "sach.pdf", **wishes: object) -> Path:
        """The book."""
        out = self.root / name
        make_book(self.root, self.registry, Wishes(**{"scope": Scope(), **wishes}), out)  # type: ignore[arg-type]
        return out


@pytest.fixture
def project_of(tmp_path: Path) -> Callable[..., Project]:
    """The small tree with changes given as path below data/ → text; every record must be good."""

    def build(changes: Mapping[str, str] | None = None, day: datetime.date = DAY) -> Project:
        for path, text in {**TREE, **(changes or {})}.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        project = load_project(tmp_path)
        assert not project.problems, project.problems[0]
        return Project(tmp_path, build_registry(project, day))

    return build


def texts_of(path: Path) -> list[str]:
    """What each page says, on one line."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def roles_of(path: Path) -> list[str]:
    """The names of the structure elements of a tagged PDF, in reading order."""
    return list(_roles(pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"]))


def _roles(node: object) -> Iterator[str]:
    node = node.get_object() if isinstance(node, pypdf.generic.PdfObject) else node
    if isinstance(node, pypdf.generic.DictionaryObject):
        if "/S" in node:
            yield str(node["/S"])
        yield from _roles(node.get("/K"))
    elif isinstance(node, list):
        for child in node:
            yield from _roles(child)
