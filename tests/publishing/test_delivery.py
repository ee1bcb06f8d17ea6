"""A built site in a folder or a ZIP file: whole, without touching what is not ours."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bangvang.publishing.delivery import (
    MARK,
    deliver_folder,
    deliver_zip,
    delivered_addresses,
    refuse_dangerous,
)
from bangvang.publishing.error import StagingError
from bangvang.publishing.lock import Lock
from bangvang.publishing.memory import file_digest
from bangvang.publishing.parcel import SiteParcel

DAY = date(2026, 11, 21)
SITE = {"index.html": b"<p>1</p>", "guong/a/index.html": b"<p>a</p>" * 50, "anh/a.webp": b"\0\1", ".htaccess": b"#"}


def parcel(root: Path, files: Mapping[str, bytes]) -> SiteParcel:
    """A built site of these files."""
    site = root / "site"
    for path, data in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    digests = {path: file_digest(data) for path, data in files.items()}
    return SiteParcel(site, digests, ["/", "/guong/a/"])


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the mark."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_folder_gets_the_whole_site_and_is_marked(tmp_path: Path) -> None:
    """The mark tells which files are ours, and what was brought here."""
    done = deliver_folder(parcel(tmp_path, SITE), tmp_path / "a/b/out")
    assert contents(tmp_path / "a/b/out") == SITE
    assert (done.files, done.written, done.removed) == (4, 4, 0)
    assert delivered_addresses(tmp_path / "a/b/out") == ("/", "/guong/a/")
    assert os.listdir(tmp_path / "a/b") == ["out"]


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """The rest keeps its time, and what is no more goes with its folder."""
    out = tmp_path / "out"
    deliver_folder(parcel(tmp_path, SITE), out)
    before = (out / "index.html").stat().st_ino
    changed = {"index.html": SITE["index.html"], "guong/b/index.html": b"b", ".htaccess": b"##"}
    done = deliver_folder(parcel(tmp_path, changed), out)
    assert contents(out) == changed
    assert (done.written, done.removed) == (2, 2)
    assert (out / "index.html").stat().st_ino == before
    assert not (out / "anh").exists()


def test_a_second_delivery_of_the_same_touches_nothing(tmp_path: Path) -> None:
    """Not even the mark."""
    out = tmp_path / "out"
    deliver_folder(parcel(tmp_path, SITE), out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert deliver_folder(parcel(tmp_path, SITE), out).written == 0
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Git's, the host's, and what an office laid beside a published site."""
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    (out / ".git/HEAD").write_bytes(b"ref")
    (out / "CNAME").write_bytes(b"x.example")
    deliver_folder(parcel(tmp_path, SITE), out)
    (out / "ghi-chu.txt").write_bytes(b"note")
    deliver_folder(parcel(tmp_path, {"index.html": b"2"}), out)
    assert contents(out) == {
        ".git/HEAD": b"ref",
        "CNAME": b"x.example",
        "ghi-chu.txt": b"note",
        "index.html": b"2",
    }


def test_a_folder_that_others_filled_is_refused(tmp_path: Path) -> None:
    """Nothing of it changes."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "luan-van.docx").write_bytes(b"x")
    with pytest.raises(StagingError, match=r"đã có luan-van\.docx mà không phải do lệnh này công bố"):
        deliver_folder(parcel(tmp_path, SITE), out)
    assert contents(out) == {"luan-van.docx": b"x"}


@pytest.mark.parametrize("mark", [b"", b"{", b"[]", b'{"files": [1], "addresses": []}'])
def test_a_damaged_mark_is_no_mark(tmp_path: Path, mark: bytes) -> None:
    """Whose files those are is not known any more."""
    out = tmp_path / "out"
    deliver_folder(parcel(tmp_path, SITE), out)
    (out / MARK).write_bytes(mark)
    with pytest.raises(StagingError, match="không phải do lệnh này công bố"):
        deliver_folder(parcel(tmp_path, SITE), out)


def test_a_setting_of_the_host_is_not_written_over(tmp_path: Path) -> None:
    """It may be what keeps the host running."""
    out = tmp_path / "out"
    out.mkdir()
    (out / ".htaccess").write_bytes(b"AuthType Basic")
    with pytest.raises(StagingError, match=r"đã có tệp \.htaccess không phải do Bảng Vàng ghi"):
        deliver_folder(parcel(tmp_path, SITE), out)
    assert contents(out) == {".htaccess": b"AuthType Basic"}


def test_a_mark_cannot_reach_out_of_the_folder(tmp_path: Path) -> None:
    """Whoever wrote it."""
    out = tmp_path / "out"
    deliver_folder(parcel(tmp_path, SITE), out)
    (tmp_path / "quan-trong.txt").write_bytes(b"x")
    mark = json.loads((out / MARK).read_bytes())
    mark["files"].append("../quan-trong.txt")
    (out / MARK).write_text(json.dumps(mark), "utf-8")
    with pytest.raises(StagingError, match="đường dẫn phải nằm trong thư mục của trang"):
        deliver_folder(parcel(tmp_path, {"index.html": b"2"}), out)
    assert (tmp_path / "quan-trong.txt").exists()


def test_a_zip_is_the_same_every_time(tmp_path: Path) -> None:
    """Whatever order the files came in, and whenever they were made."""
    deliver_zip(parcel(tmp_path / "1", SITE), tmp_path / "a.zip", DAY)
    deliver_zip(parcel(tmp_path / "2", dict(reversed(SITE.items()))), tmp_path / "b.zip", DAY)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(SITE)
        assert {name: archive.read(name) for name in archive.namelist()} == SITE
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}


def test_an_earlier_zip_is_replaced_whole(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    deliver_zip(parcel(tmp_path, SITE), tmp_path / "moi/a.zip", DAY)
    deliver_zip(parcel(tmp_path, {"index.html": b"2"}), tmp_path / "moi/a.zip", DAY)
    with zipfile.ZipFile(tmp_path / "moi/a.zip") as archive:
        assert archive.namelist() == ["index.html"]
        assert archive.read("index.html") == b"2"
    assert os.listdir(tmp_path / "moi") == ["a.zip"]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_site_that_changed_since_its_build_is_not_delivered(tmp_path: Path, name: str) -> None:
    """Only what was checked is published; what stood there stays."""
    good = parcel(tmp_path, SITE)
    target = tmp_path / name
    deliver(good, target)
    before = target.read_bytes() if target.is_file() else contents(target)
    (tmp_path / "site/guong/a/index.html").unlink()
    with pytest.raises(StagingError, match="đã đổi sau khi dựng"):
        deliver(good, target)
    assert (target.read_bytes() if target.is_file() else contents(target)) == before
    assert sorted(os.listdir(tmp_path)) == sorted(["site", name])


def deliver(site: SiteParcel, target: Path) -> None:
    """To a folder or a ZIP file."""
    if target.suffix == ".zip":
        deliver_zip(site, target, DAY)
    else:
        deliver_folder(site, target)


def test_two_deliveries_to_one_zip_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And say so when it takes too long."""
    monkeypatch.setattr("bangvang.publishing.delivery.PATIENCE", 0)
    lock = Lock(tmp_path / ".a.zip.staging")
    assert lock.acquire(0)
    with pytest.raises(StagingError, match="Một lệnh khác đang ghi"):
        deliver_zip(parcel(tmp_path, SITE), tmp_path / "a.zip", DAY)
    lock.release()


@pytest.mark.parametrize(
    ("name", "step"),
    [("out", "bangvang.publishing.staging._write"), ("a.zip", "bangvang.publishing.delivery._pack")],
)
@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "đã đầy"), (errno.EACCES, "Không có quyền ghi"), (errno.EROFS, "chỉ cho đọc")]
)
def test_a_disk_that_takes_no_more_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, step: str, code: int, words: str
) -> None:
    """And it is said in words."""
    target = tmp_path / name
    deliver(parcel(tmp_path, SITE), target)
    before = target.read_bytes() if target.is_file() else contents(target)

    def refuse(*_: object) -> None:
        raise OSError(code, "no", str(target))

    monkeypatch.setattr(step, refuse)
    with pytest.raises(StagingError, match=words):
        deliver(parcel(tmp_path, {"index.html": b"2"}), target)
    assert (target.read_bytes() if target.is_file() else contents(target)) == before
    assert sorted(os.listdir(tmp_path)) == sorted(["site", name])


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("", "thư mục chứa cả dự án"),
        ("..", "thư mục chứa cả dự án"),
        ("data", "thư mục data/ là một phần của dự án"),
        ("docs/ra", "thư mục docs/ là một phần của dự án"),
        ("data/ra.zip", "thư mục data/ là một phần của dự án"),
        ("site", "thư mục site/ là một phần của dự án"),
        ("x/../data", "thư mục data/ là một phần của dự án"),
        ("tep.txt", "là một tệp, không phải thư mục"),
        ("thu-muc.zip", "là một thư mục"),
        ("gia.zip", "không phải là tệp ZIP"),
        ("loi-tat", "thư mục data/ là một phần của dự án"),
    ],
)
def test_dangerous_targets_are_refused(tmp_path: Path, target: str, words: str) -> None:
    """The project's own folders, whatever way leads there, and files that are something else."""
    root = tmp_path / "du-an"
    (root / "data").mkdir(parents=True)
    (root / "x").mkdir()
    (root / "tep.txt").write_bytes(b"x")
    (root / "gia.zip").write_bytes(b"x")
    (root / "thu-muc.zip").mkdir()
    (root / "loi-tat").symlink_to(root / "data")
    with pytest.raises(StagingError, match=words):
        refuse_dangerous(root, root / target)


@pytest.mark.parametrize("target", ["cong-bo", "bang-vang.zip", "../khac", "../khac.ZIP"])
def test_other_targets_are_not(tmp_path: Path, target: str) -> None:
    """Beside the project, or in a new folder of it."""
    (tmp_path / "du-an/data").mkdir(parents=True)
    refuse_dangerous(tmp_path / "du-an", tmp_path / "du-an" / target)


INDEX = "tim-kiem/chi-muc/"


def publication(number: int) -> dict[str, bytes]:
    """A site whose search index is another each time, but for its beginning."""
    return {"index.html": b"%d" % number, f"{INDEX}dau.json": b"%d" % number, f"{INDEX}n/{number}.json": b"{}"}


def test_the_search_of_a_page_that_is_still_open_goes_on_for_three_publications(tmp_path: Path) -> None:
    """Then its part of the index goes as everything else does."""
    out = tmp_path / "out"
    for number in range(6):
        deliver_folder(parcel(tmp_path, publication(number)), out)
    assert sorted(path.stem for path in (out / INDEX / "n").iterdir()) == ["2", "3", "4", "5"]
    assert (out / INDEX / "dau.json").read_bytes() == b"5"


def test_a_part_of_the_index_that_comes_again_is_not_outdated(tmp_path: Path) -> None:
    """It is delivered, and goes only after it has been missing for three publications."""
    out = tmp_path / "out"
    for number in (1, 2, 1, 3, 4, 5):
        deliver_folder(parcel(tmp_path, publication(number)), out)
    assert sorted(path.stem for path in (out / INDEX / "n").iterdir()) == ["1", "3", "4", "5"]


def test_nothing_of_the_old_index_stays_once_somebody_was_taken_back(tmp_path: Path) -> None:
    """It may hold the name."""
    out = tmp_path / "out"
    for number in (1, 2):
        deliver_folder(parcel(tmp_path, publication(number)), out)
    deliver_folder(replace(parcel(tmp_path, publication(3)), forgets=True), out)
    assert [path.stem for path in (out / INDEX / "n").iterdir()] == ["3"]
