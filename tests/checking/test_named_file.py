"""A file that a record names is judged by its place and its first bytes, and the finding stands where it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.checking import Verdict
from bangvang.checking.named_file import FILE_SUFFIXES, photo_format, unfit_attachment
from bangvang.loading import Severity

Check = Callable[[Mapping[str, str | bytes | None]], Verdict]

PROFILE = "kind: collective\nname: Thôn Hai\nphotos:\n  - {file: 2026/a.jpg, alt: Đường thôn}\n"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def test_a_phone_picture_under_a_false_suffix_is_found_without_decoding(verdict_of: Check) -> None:
    """The office hears of it when it checks, not when it publishes."""
    (problem,) = verdict_of({"data/honourees/thon-hai.yml": PROFILE, "data/photos/2026/a.jpg": HEIC}).problems
    assert (problem.path, problem.line, problem.check) == ("data/honourees/thon-hai.yml", 4, "photo-form")
    assert "JPEG" in problem.remedy


def test_a_missing_photo_is_named_with_its_folder(verdict_of: Check) -> None:
    """So that it is clear where to copy it."""
    (problem,) = verdict_of({"data/honourees/thon-hai.yml": PROFILE}).problems
    assert problem.what == "không thấy tệp data/photos/2026/a.jpg"


def test_a_folder_of_photos_that_leads_out_of_the_project_is_refused(verdict_of: Check, tmp_path: Path) -> None:
    """A link could publish any picture of the machine."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private/a.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "data/photos").mkdir(parents=True)
    (tmp_path / "data/photos/2026").symlink_to(tmp_path / "private", target_is_directory=True)
    (problem,) = verdict_of({"data/honourees/thon-hai.yml": PROFILE}).problems
    assert (problem.line, problem.check) == (4, "file-missing")
    assert "symlink" in problem.what


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"\xff\xd8\xff\xe1", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_the_first_bytes_tell_the_kind_of_picture(head: bytes, format: str | None) -> None:
    """A suffix is only a name."""
    assert photo_format(head) == format


def report(file: str) -> dict[str, str | bytes | None]:
    """A report that names a file to take home."""
    text = f"title: Sơ kết\ntype: interim\ncampaigns: [lon]\nagency: ubnd-xa-thu\nresults: Tốt.\nfiles:\n  - {{file: {file}, title: Bản chụp}}\n"
    return {"data/reports/so-ket.yml": text, f"data/files/{file}": b"x"}


@pytest.mark.parametrize(
    "name",
    ["a.html", "a.svg", "a.js", "a.exe", "a.php", "a.docm", "a.doc", "a.zip", "a.PHP", "a", ".htaccess", "web.config"],
)
def test_a_file_that_could_run_is_not_offered_to_readers(tmp_path: Path, name: str) -> None:
    """The office is told what it may offer instead."""
    (tmp_path / name).write_bytes(b"x")
    problem = unfit_attachment(tmp_path, name)
    assert problem is not None
    assert problem.check == "file-form"
    assert name in problem.what
    assert all(suffix in problem.remedy for suffix in FILE_SUFFIXES)


@pytest.mark.parametrize("name", ["a.php.pdf", "a.Html.docx", "a.cgi.2.pdf"])
def test_a_name_that_some_servers_would_run_is_refused(tmp_path: Path, name: str) -> None:
    """They go by any suffix in it."""
    (tmp_path / name).write_bytes(b"x")
    problem = unfit_attachment(tmp_path, name)
    assert problem is not None
    assert problem.check == "file-form"
    assert "ở giữa" in problem.what


@pytest.mark.parametrize("name", [*(f"a{suffix}" for suffix in FILE_SUFFIXES), "A.PDF", "qd-15.2026.pdf", "2026/a.pdf"])
def test_papers_and_pictures_are_offered(tmp_path: Path, name: str) -> None:
    """Whatever the case of their suffix."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert unfit_attachment(tmp_path, name) is None


def test_an_empty_file_is_not_offered(tmp_path: Path) -> None:
    """The copy broke off."""
    (tmp_path / "a.pdf").touch()
    problem = unfit_attachment(tmp_path, "a.pdf")
    assert problem is not None
    assert problem.what == "tệp đính kèm a.pdf rỗng"


def test_an_unfit_file_is_placed_where_it_is_named(verdict_of: Check) -> None:
    """An error: nothing is published until it is gone."""
    (problem,) = verdict_of(report("bao-cao.exe")).problems
    assert (problem.path, problem.line, problem.check) == ("data/reports/so-ket.yml", 7, "file-form")
    assert problem.severity is Severity.ERROR
    assert problem.what == "tệp đính kèm bao-cao.exe (đuôi .exe) không thuộc loại được đăng"
    assert verdict_of(report("bao-cao.pdf")).problems == ()
