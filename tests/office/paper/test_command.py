"""`bangvang import` with the text of a plan."""

from __future__ import annotations

from pathlib import Path

import messy
import pytest
from slipped_plan import PLAN

from bangvang import cli
from bangvang.office.paper.command import is_paper, take_paper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan as text."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_plan_becomes_a_draft_and_its_slips_are_told(root: Path, file: Path) -> None:
    """The campaign that it launches too, if that is wanted."""
    said: list[str] = []
    assert take_paper(file, root, read=lambda prompt: "có", write=lambda line: said.append(str(line))) == 0
    text = (root / "data/documents/07-kh-ubnd-2026.yml").read_text(encoding="utf-8")
    assert "status: draft" in text
    assert "issuer: ubnd-xa-thu" in text
    campaign = (root / "data/campaigns/phong-trao-thi-dua-nam-2026.yml").read_text(encoding="utf-8")
    assert "status: draft" in campaign
    assert "Thu ngân sách" in campaign
    assert any("l5" in line and "15 ha" in line for line in said)


def test_without_a_yes_only_the_document_is_written(root: Path, file: Path) -> None:
    """Nobody may be there to answer."""
    assert take_paper(file, root, read=lambda prompt: "", write=lambda line: None) == 0
    assert (root / "data/documents/07-kh-ubnd-2026.yml").exists()
    assert [path.name for path in (root / "data/campaigns").iterdir()] == ["pt.yml"]


def test_what_cannot_stand_in_data_is_kept_as_an_unsaved_draft(root: Path, tmp_path: Path) -> None:
    """And why is told."""
    file = tmp_path / "loi-nhan.txt"
    file.write_text("Một lời nhắn ngắn.", encoding="utf-8")
    said: list[str] = []
    assert take_paper(file, root, read=lambda prompt: "", write=lambda line: said.append(str(line))) == 1
    assert any("Chưa ghi được" in line for line in said)
    assert any("Bản nháp" in line for line in said)


def word(type: str) -> bytes:
    """The plan in Word, under another name."""
    lines = PLAN.replace("\t", "\n").replace("KẾ HOẠCH\n", f"{type}\n").splitlines()
    return messy.document(*(messy.paragraph(line, "unicode") for line in lines))


def test_a_list_is_no_paper() -> None:
    """It goes the way of appendices."""
    assert not is_paper(b"STT;Name", "a.csv")
    assert not is_paper(b"PK\x03\x04 damaged", "a.docx")
    assert not is_paper(word("QUYẾT ĐỊNH"), "a.docx")
    assert is_paper(word("KẾ HOẠCH"), "a.docx")
    assert is_paper(PLAN.encode(), "a.md")


def test_the_command_takes_the_way_of_papers_by_itself(
    root: Path, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No option is needed."""
    monkeypatch.setattr("builtins.input", lambda prompt: "không")
    assert cli.main(["import", str(file), "--project", str(root)]) == 0
    assert "là bản nháp" in capsys.readouterr().out
