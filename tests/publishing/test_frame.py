"""The frame: kept as long as nothing it was made from changes; what is wrong with its sources is told in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bangvang.publishing import frame as frames
from bangvang.publishing.frame import (
    FOLDER,
    Frame,
    FrameFault,
    FrameInTheMaking,
    frame_key,
    keep_frame,
    kept_frame,
    new_frame_folder,
    write_shells,
)
from bangvang.publishing.shell import BODY, Shell, ShellKey

SHELLS = {ShellKey("guong", 2): Shell.cut(f"<main>{BODY}</main>"), ShellKey("", 0): Shell.cut("<p>")}


def made(root: Path, text: str = "x") -> Path:
    """A finished frame that is not yet kept."""
    folder = new_frame_folder(root)
    (folder / "site/gioi-thieu").mkdir()
    (folder / "site/gioi-thieu/index.html").write_text(text, encoding="utf-8")
    write_shells(folder, SHELLS)
    return folder


def names(root: Path) -> set[str]:
    """What lies where frames are kept."""
    return set(os.listdir(root / FOLDER))


def test_a_kept_frame_is_found_by_its_key(tmp_path: Path) -> None:
    """With its shells and hand-written pages."""
    keep_frame(tmp_path, "k1", made(tmp_path))
    found = kept_frame(tmp_path, "k1")
    assert found is not None
    assert dict(found.shells) == SHELLS
    assert [*found.files()] == ["gioi-thieu/index.html"]
    assert names(tmp_path) == {"k1"}
    assert kept_frame(tmp_path, "k2") is None


def test_a_frame_without_shells_was_never_finished(tmp_path: Path) -> None:
    """It is made again, over whatever is there."""
    (tmp_path / FOLDER / "k1/site").mkdir(parents=True)
    assert kept_frame(tmp_path, "k1") is None
    assert keep_frame(tmp_path, "k1", made(tmp_path)).shells == SHELLS


def test_two_commands_that_made_the_same_frame_keep_one(tmp_path: Path) -> None:
    """The later is glad of the earlier."""
    first, second = made(tmp_path, "một"), made(tmp_path, "hai")
    keep_frame(tmp_path, "k1", first)
    kept = keep_frame(tmp_path, "k1", second)
    assert (kept.site / "gioi-thieu/index.html").read_text(encoding="utf-8") == "một"
    assert names(tmp_path) == {"k1"}


def test_only_the_newest_frames_stay(tmp_path: Path) -> None:
    """Not just one: another command may be using or making one of the others."""
    for number in range(6):
        folder = made(tmp_path)
        keep_frame(tmp_path, f"k{number}", folder)
        os.utime(tmp_path / FOLDER / f"k{number}", (number, number))
    assert names(tmp_path) == {"k2", "k3", "k4", "k5"}


def test_pages_depend_on_shells_alone(tmp_path: Path) -> None:
    """Another hand-written page is no reason to make every page of a record anew."""
    one, other, third = (Frame(made(tmp_path, text)) for text in ("một", "hai", "ba"))
    write_shells(third.folder, {ShellKey("", 0): Shell.cut("<b>")})
    assert one.shells_digest == other.shells_digest != third.shells_digest


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "docs/gioi-thieu.md", "docs/anh.png", "overrides/a.html", "hooks/x.py", "data/site.yml"]
)
def test_everything_the_frame_is_made_from_counts(small_site: Path, path: str) -> None:
    """Changed, added or deleted; records do not count."""
    file = small_site / path
    keys = [frame_key(small_site)]
    for content in (b"a", b"b"):
        file.write_bytes(content)
        keys.append(frame_key(small_site))
    file.unlink()
    keys.append(frame_key(small_site))
    assert len({*keys[1:]}) == 3
    assert keys[0] not in keys[1:3]
    (small_site / "data/redirects.yml").write_bytes(b"[]")
    assert frame_key(small_site) == keys[-1]


def test_other_renderers_make_other_frames(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upgrade of Material is a new frame."""
    before = frame_key(small_site)
    monkeypatch.setattr(frames, "version", lambda name: f"{name} 99")
    assert frame_key(small_site) != before


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("mkdocs.yml", "site_name: a\ntheme:\n  name: [material\n", "mkdocs.yml:4:1: không đọc được tệp này → "),
        ("mkdocs.yml", "site_name: a\nplugins: [khong-co]\n", 'The "khong-co" plugin is not installed'),
        ("overrides/main.html", "<p>\n{% endif %}", "overrides/main.html:2: mẫu trang viết sai cú pháp"),
        ("hooks/site.py", "raise KeyError('hỏng')", "KeyError: 'hỏng' ("),
    ],
)
def test_what_is_wrong_is_named_without_a_traceback(small_site: Path, path: str, text: str, told: str) -> None:
    """File, line, what to do; and nothing half-made stays."""
    (small_site / path).write_text(text, encoding="utf-8")
    making = FrameInTheMaking(small_site, "k1")
    try:
        with pytest.raises(FrameFault) as raised:
            making.result()
    finally:
        making.abandon()
    message = str(raised.value)
    assert message.startswith("Không dựng được khung trang từ mkdocs.yml, docs/ và overrides/.")
    assert told in message
    assert "Traceback" not in message
    assert names(small_site) == set()


def test_a_frame_in_the_making_can_be_given_up(small_site: Path) -> None:
    """At any moment; neither process nor folder stays."""
    making = FrameInTheMaking(small_site, "k1")
    making.abandon()
    making.abandon()
    assert names(small_site) == set()
