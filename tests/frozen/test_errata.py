"""The file of errata, written by hand: read as any record is, or refused in words."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from closed_campaign import CAMPAIGN, ERRATA, FILES, rewrite, verdict_of
from hypothesis import given
from hypothesis import strategies as st

from bangvang.frozen.errata import BadErrata, read_errata
from bangvang.frozen.manifest import FACTS, FOLDER, SEAL, read_manifest
from bangvang.loading import Problem

LINE = (
    f"- {{date: 2026-11-22, record: campaign/{CAMPAIGN}, field: theme, was: 'Đoàn kết, sáng tạo', "
    "now: 'Đoàn kết, sáng tạo, bứt phá', reason: Gõ sót, approver: Lê Thị Mẫu}\n"
)


@given(st.text() | st.text(alphabet="-:{}[]&*! \n\tdate record field…\u0000").map(lambda text: f"- {text}"))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Every refusal has a place and a remedy."""
    root = tmp_path_factory.mktemp("errata")
    (root / FOLDER).mkdir(parents=True)
    (root / ERRATA).write_bytes(text.encode("utf-8", "surrogatepass"))
    refused: tuple[Problem, ...] = ()
    try:
        read_errata(root, CAMPAIGN)
    except BadErrata as bad:
        refused = bad.problems
    assert all(problem.line > 0 and problem.what and problem.remedy for problem in refused)


@pytest.mark.parametrize("written", [str.encode, lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.replace("\n", "\r\n").encode(), lambda text: normalize("NFD", text).encode()])  # fmt: skip
def test_how_a_file_was_saved_does_not_count(frozen: Path, written) -> None:  # type: ignore[no-untyped-def]
    """Byte order marks, ends of lines, marks apart from their letters."""
    path = f"data/campaigns/{CAMPAIGN}.yml"
    rewrite(frozen, path, "theme: Đoàn kết, sáng tạo", "theme: Đoàn kết, sáng tạo, bứt phá")
    assert len(verdict_of(frozen).problems) == 1
    (frozen / ERRATA).write_bytes(written(LINE))
    assert verdict_of(frozen).problems == ()


def test_records_saved_in_another_form_are_the_same(frozen: Path) -> None:
    """Letters with their marks apart say nothing else."""
    for path, text in FILES.items():
        if path.startswith("data/"):
            (frozen / path).write_bytes(normalize("NFD", text).encode().replace(b"\n", b"\r\n"))
    assert verdict_of(frozen).problems == ()


@pytest.mark.parametrize("suffix", [FACTS, SEAL])
def test_a_manifest_that_git_gave_other_ends_of_lines_is_the_same(frozen: Path, suffix: str) -> None:
    """As it does on Windows."""
    before = read_manifest(frozen, CAMPAIGN)
    path = frozen / FOLDER / f"{CAMPAIGN}{suffix}"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_manifest(frozen, CAMPAIGN) == before


def test_an_empty_file_holds_no_errata(frozen: Path) -> None:
    """It was begun, or emptied."""
    (frozen / ERRATA).write_text("", encoding="utf-8")
    assert read_errata(frozen, CAMPAIGN) == ()


def test_a_folder_in_place_of_the_file_is_told(frozen: Path) -> None:
    """Without a traceback."""
    (frozen / ERRATA).mkdir()
    with pytest.raises(BadErrata, match="không mở được"):
        read_errata(frozen, CAMPAIGN)
