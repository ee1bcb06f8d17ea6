"""A file that a record names is judged by its place and its first bytes, and the finding stands where it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bangvang.checking import Verdict
from bangvang.checking.named_file import photo_format

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
