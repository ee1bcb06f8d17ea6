"""The poster and the certificate sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from bangvang.book.sheets.printed import Sheets, certificates, poster
from bangvang.book.sheets.rows import rows_of_decision
from bangvang.publishing.error import Failure
from tests.book.conftest import DECISION, PROFILE, Project, texts_of

MANY = "\n".join(
    f"  - {{id: p{number:03}aa, kind: individual, name: Người Thử {number}, role: Nông dân, unit: Thôn Một}}"
    for number in range(200)
)


def _texts(printed: Sheets, folder: Path) -> list[str]:
    path = folder / "to.pdf"
    path.write_bytes(printed.pdf)
    return texts_of(path)


def test_a_poster_shows_somebody_and_where_to_read_on(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """On one sheet of A3."""
    project = project_of()
    (text,) = _texts(poster(project.root, project.reading, "k7m2q9"), tmp_path)
    assert "Nguyễn Văn Thử" in text
    assert "Giấy khen, 2026" in text
    assert "Người mở đường." in text
    assert "https://thu.example/guong/k7m2q9/" in text
    page = pypdf.PdfReader(tmp_path / "to.pdf").pages[0]
    assert [round(float(side)) for side in (page.mediabox.width, page.mediabox.height)] == [842, 1191]


def test_a_poster_of_somebody_living_tells_nothing_without_consent(
    project_of: Callable[..., Project], tmp_path: Path
) -> None:
    """The name and the honour stand in the decision anyway."""
    project = project_of({"honourees/k7m2q9.yml": PROFILE.replace("no", "yes")})
    (text,) = _texts(poster(project.root, project.reading, "k7m2q9"), tmp_path)
    assert "Nguyễn Văn Thử" in text
    assert "mở đường" not in text


def test_a_poster_of_a_decision_names_everybody(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """On as many sheets as that takes."""
    project = project_of({"decisions/2026/qd-15.yml": DECISION + MANY})
    printed = poster(project.root, project.reading, "qd-15")
    text = " ".join(_texts(printed, tmp_path))
    assert printed.count > 1
    assert [number for number in range(200) if f"Người Thử {number} " not in text] == []


def test_nothing_on_a_poster_is_too_small_for_a_wall(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """However many names there are."""
    project = project_of({"decisions/2026/qd-15.yml": DECISION + MANY})
    (tmp_path / "to.pdf").write_bytes(poster(project.root, project.reading, "qd-15").pdf)
    sizes: set[float] = set()
    for page in pypdf.PdfReader(tmp_path / "to.pdf").pages:
        page.extract_text(visitor_text=lambda text, _, __, ___, size: sizes.add(size) if text.strip() else None)
    assert sizes
    assert min(sizes) >= 8


def test_an_award_that_everybody_got_is_told_once(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """Beside the names only where they differ."""
    same = DECISION.replace(", award: bang-khen", "")
    for decision, times in ((same, 1), (DECISION, 2)):
        project = project_of({"decisions/2026/qd-15.yml": decision})
        (text,) = _texts(poster(project.root, project.reading, "qd-15"), tmp_path)
        assert text.count("Giấy khen") == times


def test_a_certificate_sheet_leads_to_its_honour(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """One page an honour, and it claims to be no certificate."""
    pages = _texts(certificates(project_of().reading, "qd-15"), tmp_path)
    assert len(pages) == 3
    assert "https://thu.example/guong/k7m2q9/#qd-15-1" in pages[0]
    assert "Quyết định số 15/QĐ-UBND; ngày 02 tháng 9 năm 2026; Ủy ban nhân dân xã Thử" in pages[0]
    assert "không thay cho bằng, giấy khen" in pages[0]
    assert "Bằng khen" in pages[2]


def test_a_laureate_gets_a_sheet_for_each_honour(project_of: Callable[..., Project], tmp_path: Path) -> None:
    """By the id of the profile."""
    (page,) = _texts(certificates(project_of().reading, "to-thu"), tmp_path)
    assert "Tổ tự quản Thử" in page


def test_a_row_that_no_longer_stands_gets_no_sheet(project_of: Callable[..., Project]) -> None:
    """Nor is it announced."""
    cancelled = DECISION.replace(
        "place: xa-thu, award: bang-khen}",
        "place: xa-thu, award: bang-khen, standing: [{state: stripped, date: 2026-10-01, reason: Sai.}]}",
    )
    project = project_of({"decisions/2026/qd-15.yml": cancelled})
    assert [row.name for row in rows_of_decision(project.reading, "qd-15")] == ["Nguyễn Văn Thử", "Đặng Thử Ánh"]


def test_a_character_that_no_font_has_is_told(project_of: Callable[..., Project]) -> None:
    """Before the poster hangs on a wall."""
    named = PROFILE.replace("Nguyễn Văn Thử", "Nguyễn 字 Thử")
    project = project_of({"honourees/k7m2q9.yml": named})
    assert "Phông chữ không có 字" in poster(project.root, project.reading, "k7m2q9").note
    assert poster(project.root, project_of().reading, "k7m2q9").note == ""


@pytest.mark.parametrize("id", ["khong-co", "p000aa"])
def test_an_unknown_id_is_said_in_a_sentence(project_of: Callable[..., Project], id: str) -> None:
    """Of what it would have to be."""
    project = project_of()
    with pytest.raises(Failure, match="Không có hồ sơ hay quyết định nào"):
        poster(project.root, project.reading, id)
