"""The command line's side: what is said, what is asked, what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sheets import Excel, files_of

from bangvang.cli import main
from bangvang.office.workbooks.conversation import asked, changes_only, take_workbook, write_workbooks
from bangvang.records import KINDS

ROWS = "Danh sách"


@pytest.fixture
def workbook(small_site: Path, tmp_path: Path) -> Path:
    """The decisions, out of the project."""
    said: list[str] = []
    assert write_workbooks(small_site, tmp_path / "ra", ["decision"], said.append) == 0
    assert "3 mục" in said[0]
    return tmp_path / "ra/quyet-dinh.xlsx"


def typed(*answers: str) -> Callable[[str], str]:
    """A keyboard."""
    waiting = list(answers)

    def read(question: str) -> str:
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    return read


def edited(path: Path) -> Path:
    """One cell changed, one row deleted."""
    excel = Excel(path.read_bytes())
    excel.type(ROWS, "Chức vụ", "Tổ trưởng", "qd-1", "4")
    excel.book[ROWS].delete_rows(excel.row(ROWS, "qd-1", "3"))
    path.write_bytes(excel.data())
    return path


@pytest.mark.parametrize(
    ("answers", "code", "changed", "removed"),
    [
        (("không", "có"), 0, True, False),
        (("có", "có"), 0, True, True),
        (("không", "không"), 1, False, False),
        ((), 1, False, False),
    ],
)
def test_changes_and_removals_are_asked_for(
    small_site: Path, workbook: Path, answers: tuple[str, ...], code: int, changed: bool, removed: bool
) -> None:
    """Each by itself; whoever says nothing agrees to nothing."""
    said: list[str] = []
    assert take_workbook(edited(workbook), small_site, said.append, asked(typed(*answers))) == code
    text = (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert ("Tổ trưởng" in text, "a2b3c4" not in text) == (changed, removed)
    assert any("Chức vụ: thêm “Tổ trưởng”" in line for line in said)
    assert any("dòng 3 ở trang “Danh sách”" in line for line in said)


def test_a_script_saves_without_being_asked_but_removes_nothing(small_site: Path, workbook: Path) -> None:
    """What is missing stays."""
    assert take_workbook(edited(workbook), small_site, lambda line: None, changes_only) == 0
    text = (small_site / "data/decisions/2026/qd-1.yml").read_text("utf-8")
    assert "Tổ trưởng" in text
    assert "a2b3c4" in text


def test_faults_are_listed_and_nothing_is_written(small_site: Path, workbook: Path) -> None:
    """Each with sheet, cell and remedy."""
    before = files_of(small_site)
    excel = Excel(workbook.read_bytes())
    excel.type(ROWS, "Loại", "Cá thể", "qd-1", "4")
    workbook.write_bytes(excel.data())
    said: list[str] = []
    assert take_workbook(workbook, small_site, said.append, changes_only) == 1
    assert any(line.startswith("Trang “Danh sách”, ô D8 (Loại): “Cá thể” không có") for line in said)
    assert said[-1].endswith("Chưa ghi gì cả.")
    assert files_of(small_site) == before


def test_the_command_writes_every_kind_and_takes_one_back(
    small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`import` knows such a workbook by itself."""
    out = tmp_path / "ra"
    assert main(["export", "excel", str(out), "--project", str(small_site)]) == 0
    assert len(list(out.glob("*.xlsx"))) == len(KINDS)
    assert main(["import", str(edited(out / "quyet-dinh.xlsx")), "--yes", "--project", str(small_site)]) == 0
    assert "Đã ghi 1 thay đổi" in capsys.readouterr().out
    assert main(["import", str(out / "phong-trao.xlsx"), "--yes", "--project", str(small_site)]) == 0
    assert "Tệp không thay đổi gì." in capsys.readouterr().out


def test_an_unknown_kind_is_wrong_usage(small_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    assert main(["export", "excel", "ra", "--kind", "gi-do", "--project", str(small_site)]) == 2
    assert "honouree" in capsys.readouterr().err
