"""A journal can be finished from wherever it was broken off, and a damaged one was never begun."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bangvang.publishing import journal
from bangvang.publishing.error import StagingError
from bangvang.publishing.journal import Journal


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    """One staged page beside a site of two."""
    for path in ("staging/files/new/index.html", "site/new/index.html", "site/old/index.html"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(path, encoding="ascii")
    return tmp_path / "staging"


@pytest.fixture
def site(staging: Path) -> Path:
    """The site beside it."""
    return staging.parent / "site"


def pages(site: Path) -> dict[str, str]:
    """All pages by path."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="ascii") for path in site.rglob("*.html")}


def test_what_is_written_is_done(staging: Path, site: Path) -> None:
    """And done again without harm."""
    journal.write(staging, Journal("files", ("old/index.html",)))
    assert journal.is_pending(staging)
    for _ in range(2):
        journal.finish(staging, site)
        assert pages(site) == {"new/index.html": "staging/files/new/index.html"}
        assert not (site / "old").exists()


def test_without_a_journal_nothing_is_done(staging: Path, site: Path) -> None:
    """Whatever is staged."""
    before = pages(site)
    assert not journal.is_pending(staging)
    journal.finish(staging, site)
    assert pages(site) == before


@pytest.mark.parametrize("damage", [b"", b"bangvang-journal-1 0\n{}", b"\xff\n\xff"])
def test_a_damaged_journal_is_not_followed(staging: Path, site: Path, damage: bytes) -> None:
    """Its hash tells."""
    before = pages(site)
    journal.write(staging, Journal("files", ("old/index.html",)))
    (staging / "removing").write_bytes(damage)
    journal.finish(staging, site)
    assert pages(site) == before


def test_what_was_placed_is_not_removed_afterwards(staging: Path, site: Path) -> None:
    """Where case makes no difference, a page whose name only changed its case would go."""
    journal.write(staging, Journal("files", ("NEW/index.html",)))
    journal.finish(staging, site)
    (site / "NEW").mkdir()
    (site / "NEW/index.html").write_text("the new page by its old name", encoding="ascii")
    journal.finish(staging, site)
    assert (site / "NEW/index.html").exists()


def test_who_deleted_the_site_meanwhile_gets_no_part_of_it(staging: Path, site: Path) -> None:
    """The staged pages alone are no site."""
    journal.write(staging, Journal("files", ()))
    site.rename(site.with_name("elsewhere"))
    journal.finish(staging, site)
    assert not site.exists()


def test_a_page_that_is_read_at_the_moment_is_tried_again(
    staging: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a virus scanner holds new files for some milliseconds."""
    real, refusals = os.replace, iter(range(3))

    def replace(source: str, target: str) -> None:
        if str(target).endswith(".html") and next(refusals, None) is not None:
            raise PermissionError(errno.EACCES, "in use", source, None, target)
        real(source, target)

    journal.write(staging, Journal("files", ()))
    monkeypatch.setattr("bangvang.whole_file._PAUSE", 0)
    monkeypatch.setattr(os, "replace", replace)
    journal.finish(staging, site)
    assert pages(site)["new/index.html"] == "staging/files/new/index.html"


@pytest.mark.parametrize("call", ["replace", "unlink"])
def test_a_page_that_stays_open_is_named_and_done_later(
    staging: Path, site: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The user closes it and runs the command again."""
    real = getattr(os, call)

    def refuse(*paths: str) -> None:
        if str(paths[-1]).endswith(".html"):
            raise PermissionError(errno.EACCES, "in use", *paths)
        real(*paths)

    journal.write(staging, Journal("files", ("old/index.html",)))
    with monkeypatch.context() as patch:
        patch.setattr("bangvang.whole_file._PAUSE", 0)
        patch.setattr(os, call, refuse)
        with pytest.raises(StagingError, match=r"index\.html.*Hãy đóng chương trình đó"):
            journal.finish(staging, site)
    assert journal.is_pending(staging)
    journal.finish(staging, site)
    assert pages(site) == {"new/index.html": "staging/files/new/index.html"}


def test_a_part_of_the_site_on_another_disk_is_copied(
    staging: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A volume of a container, say: no rename leads there."""
    real = os.replace

    def replace(source: str, target: str) -> None:
        if "files" in Path(source).parts:
            raise OSError(errno.EXDEV, "another disk", source, None, target)
        real(source, target)

    journal.write(staging, Journal("files", ()))
    monkeypatch.setattr(os, "replace", replace)
    journal.finish(staging, site)
    assert pages(site)["new/index.html"] == "staging/files/new/index.html"
    assert [entry.name for entry in (site / "new").iterdir()] == ["index.html"]
    assert not (staging / "files").exists()


def test_a_link_to_a_folder_is_followed(staging: Path, site: Path, tmp_path: Path) -> None:
    """The office keeps a part of the site elsewhere, and knows why."""
    (tmp_path / "elsewhere").mkdir()
    (site / "media").symlink_to(tmp_path / "elsewhere")
    (staging / "files/media").mkdir()
    (staging / "files/media/a.html").write_text("a", encoding="ascii")
    journal.write(staging, Journal("files", ()))
    journal.finish(staging, site)
    assert (site / "media").is_symlink()
    assert (tmp_path / "elsewhere/a.html").read_text(encoding="ascii") == "a"


def test_a_full_disk_leaves_no_journal(staging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is on disk it is not one."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        journal.write(staging, Journal("files", ()))
    assert not journal.is_pending(staging)
