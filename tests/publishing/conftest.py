"""A small invented project, whole enough to be built, and pieces of one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from bangvang.loading import load_project
from bangvang.publishing.build import SITE, build_site
from bangvang.publishing.frame import FOLDER, Frame, frame_key
from bangvang.publishing.memory import look_of, recall, remember
from bangvang.registry import Registry, build_registry

sys.path.append(str(Path(__file__).parent))

DAY = date(2026, 11, 21)
CHECKOUT = Path(__file__).parent.parent.parent
OFFICE = {
    "data/site.yml": (
        "name: Bảng Vàng xã Mẫu\naddress: https://bangvang.example/\ndescription: Trang hư cấu để thử.\n"
        "owner: {name: Ủy ban nhân dân xã Mẫu, responsible: Chánh Văn phòng}\n"
        "contact: {office: Văn phòng, email: vanphong@xamau.example}\n"
    ),
    "data/vocabulary/agencies.yml": "- {id: ubnd-xa-mau, name: Ủy ban nhân dân xã Mẫu, level: commune}\n",
    "data/honourees/to-dan-van.yml": (
        "kind: collective\nname: Tổ dân vận thôn Mẫu\nillustrative: true\nsummary: Một tổ hư cấu.\n"
    ),
    "data/campaigns/thi-dua-2026.yml": (
        "name: Thi đua năm 2026\ntype: annual\nlevel: commune\nillustrative: true\nperiod: {from: 2026, to: 2026}\n"
    ),
    "data/decisions/2026/qd-15.yml": (
        "number: 15/QĐ-UBND\ndate: 2026-09-02\ntitle: Khen thưởng sáu tháng đầu năm 2026\nissuer: ubnd-xa-mau\n"
        "illustrative: true\nrecipients:\n"
        "  - {id: k7m2q9, kind: individual, name: Nguyễn Văn Mẫu, award_text: Giấy khen, reason: Hiến đất làm đường.}\n"
        "  - {id: h4t8wz, kind: individual, name: Trần Thị Mẫu, award_text: Giấy khen, reason: Dạy chữ buổi tối.}\n"
    ),
    "docs/index.md": "---\ntitle: Trang thử\n---\n",
    "docs/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nTrang hư cấu.\n",
    "docs/dinh-chinh.md": "---\ntitle: Báo sai sót\n---\n\nTrang hư cấu.\n",
}

Write = Callable[[Mapping[str, str | None]], Path]
Build = Callable[..., Registry]


def write_files(root: Path, files: Mapping[str, str | None]) -> Path:
    """Files by path; None takes one away."""
    for path, text in files.items():
        target = root / path
        if text is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def registry_of(tmp_path: Path) -> Build:
    """The registry of the small project with some files changed, as of a day."""

    def build(changed: Mapping[str, str | None] | None = None, day: date = DAY) -> Registry:
        write_files(tmp_path, OFFICE)
        return build_registry(load_project(write_files(tmp_path, changed or {})), day)

    return build


@pytest.fixture(scope="session")
def built_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built once: rendering its frame is what takes long."""
    root = write_files(tmp_path_factory.mktemp("office"), OFFICE)
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    shutil.copytree(CHECKOUT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "overrides").mkdir()
    build_site(root, day=DAY, jobs=1)
    return root


def copied(built: Path, root: Path) -> Path:
    """A built project at another place, which knows its site as the one it built."""
    shutil.copytree(built, root)
    memory = recall(root)
    assert memory is not None
    memory.site = look_of(root / SITE)
    remember(root, memory)
    return root


@pytest.fixture
def office(built_office: Path, tmp_path: Path) -> Path:
    """A copy of the small project for one test, with its frame."""
    root = copied(built_office, tmp_path / "office")
    (frame,) = (root / FOLDER).iterdir()
    frame.rename(root / FOLDER / frame_key(root))
    return root


@pytest.fixture(scope="session")
def built_small_site(
    tmp_path_factory: pytest.TempPathFactory, small_site_copier: Callable[[Path], Path], frame: Frame
) -> Path:
    """The small project with every kind of record, built once."""
    root = small_site_copier(tmp_path_factory.mktemp("good") / "du-an")
    build_site(root, day=DAY, frame=frame)
    return root


@pytest.fixture
def good(built_small_site: Path, tmp_path: Path) -> Path:
    """A copy of it with its site, to be changed."""
    return copied(built_small_site, tmp_path / "du-an")
