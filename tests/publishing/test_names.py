"""A path that would leave the site, or that Windows cannot hold, is refused before anything is written."""

from __future__ import annotations

import ntpath
import posixpath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bangvang.publishing.error import StagingError
from bangvang.publishing.names import require_inside, require_portable

PIECES = st.sampled_from(
    ["", ".", "..", "/", "\\", "C:", "a", "index.html", "con", "\0", " ", "é", "\ud800"]
) | st.text(max_size=3)
PATHS = st.lists(PIECES, max_size=8).map("".join)


def is_inside(path: str) -> bool:
    """What the two systems would make of it, joined to a folder."""
    if "\0" in path:
        return False
    plain = posixpath.normpath("/site/" + path) == "/site/" + path
    windows = ntpath.normpath(ntpath.join("D:\\site", path))
    return plain and windows == "D:\\site\\" + path.replace("/", "\\")


def accepts(require: object, path: str) -> bool:
    """Whether the path passes; anything but a refusal is a fault."""
    try:
        require(path)  # type: ignore[operator]
    except StagingError:
        return False
    return True


@given(PATHS)
@example("../x")
@example("a/../../x")
@example("C:x")
@example("0:")
@example("\\\\server\\share\\x")
@example("a\\..\\..\\x")
def test_what_passes_stays_inside_the_site(path: str) -> None:
    """On either system, whichever of them made the path."""
    if accepts(require_inside, path):
        assert is_inside(path)
    if accepts(require_portable, path):
        assert is_inside(path)


@given(PATHS)
def test_a_refusal_can_be_printed(path: str) -> None:
    """Broken letters and control characters are shown by their codes."""
    with pytest.raises(StagingError) as refusal:
        require_portable(path + "|")
    assert refusal.value.args[0].isprintable()
    refusal.value.args[0].encode("utf-8")


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda id: len(id) < 200))
def test_every_id_but_a_device_can_be_a_folder(id: str) -> None:
    """Ids are made of few characters; Windows keeps a few words for itself."""
    devices = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))}
    assert accepts(require_portable, f"guong/{id}/index.html") == (id not in devices)


@pytest.mark.parametrize(
    "path", ["index.html", "ảnh/lễ tôn vinh (1).jpg", ".nojekyll", "a/console.js", "com10/x", "x" * 255]
)
def test_ordinary_names_pass(path: str) -> None:
    """Accents, spaces and brackets are no matter."""
    require_portable(path)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("", "phải nằm trong thư mục"),
        ("/etc/passwd", "phải nằm trong thư mục"),
        ("a//b", "phải nằm trong thư mục"),
        ("a/", "phải nằm trong thư mục"),
        ("a/../b", "phải nằm trong thư mục"),
        ("ảnh: lễ.jpg", "ký tự “:”"),
        ("a\\b", "ký tự “\\”"),
        ("a\tb", "ký tự “\\t”"),
        ("a./b", "dấu chấm"),
        ("a ", "dấu cách"),
        ("x/AUX.html", "“AUX.html”"),
        ("con .txt", "giữ riêng"),
        ("lpt²", "giữ riêng"),
        ("ễ" * 100, "quá dài"),
        ("x" * 251 + ".html", "quá dài"),
    ],
)
def test_a_refusal_says_why(path: str, why: str) -> None:
    """And asks for another name."""
    with pytest.raises(StagingError, match=r"Hãy đổi tên tệp, rồi chạy lại lệnh\.$") as refusal:
        require_portable(path)
    assert why in str(refusal.value)
