"""`bangvang book` and `bangvang sheet` as the office meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bangvang.cli import main
from tests.book.conftest import Project, texts_of


@pytest.fixture
def run(project_of: Callable[..., Project]) -> Callable[..., int]:
    """One command in the small project, on a fixed day."""
    root = project_of().root
    return lambda *arguments: main([*arguments, "--project", str(root), "--as-of", "2026-11-21"])


def test_a_book_is_written_and_its_pages_are_told(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into a folder that need not be there."""
    out = tmp_path / "in/ky-yeu.pdf"
    assert run("book", "--year", "2026", "--title", "Sổ vàng", str(out)) == 0
    pages = texts_of(out)
    assert "Sổ vàng Năm 2026" in pages[0]
    said, told = capsys.readouterr()
    assert told == "Đang chuẩn bị 3 hồ sơ và ảnh…\nĐang dàn trang…\n"
    assert "Đã in 3 người, tập thể, hộ gia đình:" in said
    assert f"ky-yeu.pdf: {len(pages)} trang" in said


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("book", "ky-yeu.doc"), 2, "không có đuôi .pdf"),
        (("book", "--volumes", "0", "ky-yeu.pdf"), 2, "số tập phải từ 1 trở lên"),
        (("book", "--year", "1900", "ky-yeu.pdf"), 1, "không có gì để in"),
        (("book", "--paper", "a3", "ky-yeu.pdf"), 2, "chỉ có"),
        (("sheet", "press", "qd-15", "bao-chi.pdf"), 2, "phải ghi vào tệp có đuôi .docx"),
        (("sheet", "radio", "khong-co", "tin.txt"), 1, "Không có quyết định nào đang công bố mang mã “khong-co”"),
    ],
)
def test_what_cannot_be_printed_is_said_in_vietnamese(
    run: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    """With the remedy, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    try:
        ended = run(*arguments)
    except SystemExit as left:
        ended = int(left.code or 0)
    assert ended == code
    assert said in capsys.readouterr().err
    assert not (tmp_path / arguments[-1]).exists()


def test_a_project_with_errors_makes_no_book(
    project_of: Callable[..., Project], capsys: pytest.CaptureFixture[str]
) -> None:
    """Print cannot be taken back."""
    root = project_of().root
    (root / "data/honourees/hong.yml").write_text("kind: nobody\n", encoding="utf-8")
    assert main(["book", str(root / "a.pdf"), "--project", str(root), "--as-of", "2026-11-21"]) == 1
    assert "chạy bangvang check và sửa trước khi in sách" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "name"),
    [("poster", "a.pdf"), ("certificate", "a.pdf"), ("radio", "a.txt"), ("radio", "a.docx"), ("press", "a.docx")],
)
def test_every_sheet_can_be_had(run: Callable[..., int], tmp_path: Path, what: str, name: str) -> None:
    """Of a decision, and again the same bytes."""
    assert run("sheet", what, "qd-15", str(tmp_path / name)) == 0
    assert run("sheet", what, "qd-15", str(tmp_path / f"2-{name}")) == 0
    assert (tmp_path / f"2-{name}").read_bytes() == (tmp_path / name).read_bytes()
    begins = {"pdf": b"%PDF", "txt": "BẢN TIN".encode(), "docx": b"PK"}
    assert (tmp_path / name).read_bytes().startswith(begins[name.rpartition(".")[2]])
