"""A build takes the place of the site whole, keeps what is not its own, and says what stands in its way."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bangvang.publishing import journal
from bangvang.publishing.lock import Lock
from bangvang.publishing.staging import Stage, StagingError, put_file, recover

_WORKERS = """
import multiprocessing, sys
from pathlib import Path
from bangvang.publishing.staging import Stage, put_file
with Stage(Path(sys.argv[1])) as stage:
    def put(number):
        put_file(stage.folder, f"guong/{number % 50}/{number}.html", b"%d" % number)
    with multiprocessing.get_context("fork").Pool(4) as pool:
        pool.map(put, range(400), chunksize=5)
    stage.commit(())
"""

_OUTLIVED = """
import os, signal, sys
from pathlib import Path
from bangvang.publishing.staging import Stage, StagingError, put_file
stage = Stage(Path(sys.argv[1])).__enter__()
if os.fork():
    os.kill(os.getpid(), signal.SIGKILL)
print("orphan", flush=True)
sys.stdin.readline()
try:
    put_file(stage.folder, "late/index.html", b"late")
except StagingError as error:
    print("refused", flush=True)
"""

_FORK_FAILS = """
import os, sys
from pathlib import Path
from bangvang.publishing.staging import Stage
with Stage(Path(sys.argv[1])) as stage:
    stage.write("index.html", b"kept")
    child = os.fork()
    if child == 0:
        raise SystemExit(3)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    stage.commit(())
"""

_NO_RIGHTS = """
import os, sys
from pathlib import Path
from bangvang.publishing.staging import Stage, StagingError
if os.getuid() == 0:
    os.setuid(65534)
try:
    with Stage(Path(sys.argv[1])):
        print("opened")
except StagingError as error:
    print(error)
"""

_NO_ROOM = """
import resource, sys
from pathlib import Path
from bangvang.publishing.staging import Stage, StagingError
resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))
try:
    with Stage(Path(sys.argv[1])) as stage:
        stage.write("index.html", b"small")
        stage.write("large.html", b"x" * 20000)
        stage.commit(())
except StagingError as error:
    print(error)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes; nothing is there yet."""
    return tmp_path / "site"


def build(site: Path, files: dict[str, str], removed: tuple[str, ...] = ()) -> None:
    """Stage the files and commit."""
    with Stage(site) as stage:
        for path, text in files.items():
            stage.write(path, text.encode())
        stage.commit(removed)


def contents(site: Path) -> dict[str, str]:
    """All files by path."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file()
    }


def run(script: str, site: Path) -> str:
    """What a program prints that gets the site as its argument."""
    command = [sys.executable, "-c", script, str(site)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=300).stdout.strip()


def entries(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("state", ["absent", "empty"])
def test_a_first_build_moves_as_one(site: Path, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand files cost one rename."""
    if state == "empty":
        site.mkdir()

    def refuse(*_: object) -> None:
        raise AssertionError("file by file")

    monkeypatch.setattr(journal, "write", refuse)
    build(site, {"index.html": "a", "guong/a/index.html": "b"})
    assert contents(site) == {"index.html": "a", "guong/a/index.html": "b"}
    assert entries(site.parent) == ["site"]


def test_a_later_build_touches_only_what_it_lists(site: Path) -> None:
    """What changed is replaced, what is listed goes, with folders that this leaves empty; the rest stays as it is."""
    build(site, {"index.html": "a", "guong/a/index.html": "a", "guong/b/index.html": "b", "guong/b/c/d.html": "d"})
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref", encoding="ascii")
    (site / "CNAME").write_text("example.vn", encoding="ascii")
    (site / "empty").mkdir()
    untouched = (site / "guong/a/index.html").stat()
    build(
        site, {"index.html": "new", "nam/2026/index.html": "n"}, ("guong/b/index.html", "guong/b/c/d.html", "gone.html")
    )
    assert contents(site) == {
        "index.html": "new",
        "guong/a/index.html": "a",
        "nam/2026/index.html": "n",
        ".git/HEAD": "ref",
        "CNAME": "example.vn",
    }
    assert entries(site / "guong") == ["a"]
    assert (site / "empty").is_dir()
    now = (site / "guong/a/index.html").stat()
    assert (now.st_ino, now.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)
    assert entries(site.parent) == ["site"]


def test_a_removal_alone_is_a_build(site: Path) -> None:
    """Nothing need be staged."""
    build(site, {"a.html": "a", "b.html": "b"})
    build(site, {}, ("a.html",))
    assert contents(site) == {"b.html": "b"}


def test_a_staged_file_wins_over_its_removal(site: Path) -> None:
    """Listed by both, it is there afterwards."""
    build(site, {"a.html": "a"})
    build(site, {"a.html": "new"}, ("a.html",))
    assert contents(site) == {"a.html": "new"}


def test_a_file_can_become_a_folder_and_a_folder_a_file(site: Path) -> None:
    """Where the old ones are removed."""
    build(site, {"a": "file", "b/c/index.html": "page"})
    build(site, {"a/index.html": "page", "b": "file"}, ("a", "b/c/index.html"))
    assert contents(site) == {"a/index.html": "page", "b": "file"}


@pytest.mark.parametrize(("there", "comes"), [("a", "a/index.html"), ("a/own.txt", "a"), ("a/empty/", "a")])
def test_what_is_not_ours_and_in_the_way_is_named_before_anything_changes(site: Path, there: str, comes: str) -> None:
    """The user decides what becomes of it."""
    build(site, {"index.html": "old"})
    if there.endswith("/"):
        (site / there).mkdir(parents=True)
    else:
        (site / there).parent.mkdir(exist_ok=True)
        (site / there).write_text("own", encoding="ascii")
    before = contents(site)
    with pytest.raises(StagingError, match=r"“a” nằm ở chỗ"):
        build(site, {"index.html": "new", comes: "x"})
    assert contents(site) == before
    assert entries(site.parent) == ["site"]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failed_build_changes_nothing(site: Path, failure: type[BaseException]) -> None:
    """Its error comes through, and nothing is left over."""
    build(site, {"index.html": "old"})

    def fail() -> None:
        with Stage(site) as stage:
            stage.write("index.html", b"new")
            raise failure

    with pytest.raises(failure):
        fail()
    assert contents(site) == {"index.html": "old"}
    assert entries(site.parent) == ["site"]


def test_a_build_that_does_not_commit_changes_nothing(site: Path) -> None:
    """Leaving is not committing."""
    with Stage(site) as stage:
        stage.write("index.html", b"new")
    assert entries(site.parent) == []


def test_a_build_without_changes_does_not_touch_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a journal is written."""
    build(site, {"index.html": "old"})
    before = site.stat().st_mtime_ns

    def refuse(*_: object) -> None:
        raise AssertionError("a journal")

    monkeypatch.setattr(journal, "write", refuse)
    build(site, {})
    assert site.stat().st_mtime_ns == before


def test_an_interrupt_during_the_commit_waits_for_its_end(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves no half of a site for somebody to upload."""
    build(site, {"a.html": "old", "b.html": "old"})
    real, interrupts = os.replace, iter([KeyboardInterrupt])

    def replace(source: str, target: str) -> None:
        real(source, target)
        if str(target).endswith(".html"):
            for interrupt in interrupts:
                raise interrupt

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        build(site, {"a.html": "new", "b.html": "new"})
    assert contents(site) == {"a.html": "new", "b.html": "new"}
    assert entries(site.parent) == ["site"]


@pytest.mark.parametrize("next_command", [recover, lambda site: build(site, {})], ids=["recover", "build"])
def test_a_commit_that_meets_an_open_file_is_finished_by_the_next_command(
    site: Path, monkeypatch: pytest.MonkeyPatch, next_command: Callable[[Path], None]
) -> None:
    """The staged files are kept for it."""
    build(site, {"a.html": "old", "b.html": "old"})
    real = os.replace

    def replace(source: str, target: str) -> None:
        if str(target).endswith("b.html"):
            raise PermissionError(errno.EACCES, "in use", source, None, target)
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr("bangvang.whole_file._PAUSE", 0)
        patch.setattr(os, "replace", replace)
        with pytest.raises(StagingError, match=r"b\.html"):
            build(site, {"a.html": "new", "b.html": "new"})
    next_command(site)
    assert contents(site) == {"a.html": "new", "b.html": "new"}
    assert entries(site.parent) == ["site"]


def test_workers_write_at_the_same_time(site: Path) -> None:
    """Several processes, in the same folders."""
    run(_WORKERS, site)
    assert contents(site) == {f"guong/{number % 50}/{number}.html": str(number) for number in range(400)}


def test_a_fork_that_leaves_early_drops_nothing(site: Path) -> None:
    """The stage belongs to the process that opened it."""
    run(_FORK_FAILS, site)
    assert contents(site) == {"index.html": "kept"}


def test_a_worker_that_outlives_its_build_writes_into_no_other(site: Path) -> None:
    """The next build does not wait for it, and gets none of its pages."""
    command = [sys.executable, "-c", _OUTLIVED, str(site)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "orphan\n"
        with Stage(site) as stage:
            stage.write("index.html", b"mine")
            assert process.communicate("\n", timeout=300)[0] == "refused\n"
            stage.commit(())
    assert contents(site) == {"index.html": "mine"}
    assert entries(site.parent) == ["site"]


def test_files_and_folders_are_for_everybody_that_the_umask_allows(site: Path) -> None:
    """A web server reads them as another user."""
    old = os.umask(0o022)
    try:
        build(site, {"a/index.html": "a"})
        build(site, {"a/index.html": "b", "b/index.html": "b"})
    finally:
        os.umask(old)
    assert {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*.html")} == {0o644}
    assert {stat.S_IMODE((site / folder).stat().st_mode) for folder in (".", "a", "b")} == {0o755}


def test_a_linked_site_is_written_where_it_is(tmp_path: Path) -> None:
    """The link stays a link."""
    (tmp_path / "disk/www").mkdir(parents=True)
    (tmp_path / "site").symlink_to(tmp_path / "disk/www")
    for text in ("a", "b"):
        build(tmp_path / "site", {"index.html": text})
        assert (tmp_path / "site").is_symlink()
        assert contents(tmp_path / "disk/www") == {"index.html": text}
    assert entries(tmp_path) == ["disk", "site"]
    assert entries(tmp_path / "disk") == ["www"]


def test_two_ways_to_one_site_meet_at_one_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name and by a link."""
    monkeypatch.setattr("bangvang.publishing.staging.PATIENCE", 0)
    (tmp_path / "link").symlink_to(tmp_path / "site")
    with Stage(tmp_path / "site"), pytest.raises(StagingError, match="Một lệnh khác"), Stage(tmp_path / "link"):
        pass


def test_a_second_build_waits_for_the_first(site: Path) -> None:
    """Both are there in the end."""
    with Stage(site) as stage:
        second = threading.Thread(target=build, args=(site, {"b.html": "b"}))
        second.start()
        stage.write("a.html", b"a")
        stage.commit(())
    second.join()
    assert contents(site) == {"a.html": "a", "b.html": "b"}


def test_recovery_leaves_a_running_build_alone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It neither waits nor drops what is staged."""

    def refuse(seconds: float) -> None:
        raise AssertionError("waits")

    monkeypatch.setattr("time.sleep", refuse)
    with Stage(site) as stage:
        stage.write("index.html", b"a")
        recover(site)
        stage.commit(())
    assert contents(site) == {"index.html": "a"}


def test_recovery_waits_for_a_commit_but_not_for_ever(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads the site next must not see a half."""
    monkeypatch.setattr("bangvang.publishing.staging.PATIENCE", 0)
    build(site, {"index.html": "old"})
    staging = site.parent / ".site.staging"
    lock = Lock(staging)
    assert lock.acquire(0)
    (staging / "files").mkdir()
    (staging / "files/index.html").write_text("new", encoding="ascii")
    journal.write(staging, journal.Journal("files", ()))
    with pytest.raises(StagingError, match="Một lệnh khác"):
        recover(site)
    lock.release()
    recover(site)
    assert contents(site) == {"index.html": "new"}


@pytest.mark.parametrize("there", [False, True])
def test_recovery_of_nothing_makes_nothing(site: Path, there: bool) -> None:
    """Whether there is a site or not."""
    if there:
        site.mkdir()
    recover(site)
    assert entries(site.parent) == ["site"] * there


def test_a_disk_without_room_is_said_and_nothing_has_changed(site: Path) -> None:
    """A limit on the size of files stands for the disk: the system itself refuses."""
    build(site, {"index.html": "old"})
    assert "đã đầy" in run(_NO_ROOM, site)
    assert contents(site) == {"index.html": "old"}
    assert entries(site.parent) == ["site"]


def test_a_full_disk_at_the_journal_is_said_and_nothing_has_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last moment at which it may fail."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    build(site, {"index.html": "old"})
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StagingError, match="đã đầy"):
        build(site, {"index.html": "new"}, ("a.html",))
    assert contents(site) == {"index.html": "old"}
    assert entries(site.parent) == ["site"]


def test_a_folder_that_may_not_be_written_is_said() -> None:
    """Root may write everywhere, so the test gives up its rights first."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o555)
        assert f"Không có quyền ghi {folder}" in run(_NO_RIGHTS, folder / "site")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize("path", ["x/" * 2100 + "index.html", "a/" + "b" * 300])
def test_a_path_too_long_is_said(site: Path, path: str) -> None:
    """One name, or all of them together."""
    with Stage(site) as stage, pytest.raises(StagingError, match=r"quá dài.*Hãy"):
        stage.write(path, b"")


def test_a_file_where_the_site_should_be_is_said(site: Path) -> None:
    """It is not overwritten."""
    site.write_text("a letter", encoding="ascii")
    with pytest.raises(StagingError, match="không phải là thư mục"), Stage(site):
        pass
    assert site.read_text(encoding="ascii") == "a letter"


def test_a_file_above_the_site_is_said(site: Path) -> None:
    """There is no room for a folder below a file."""
    site.write_text("a letter", encoding="ascii")
    with pytest.raises(StagingError, match="cần một thư mục"), Stage(site / "below"):
        pass


def test_the_root_of_a_disk_is_no_site() -> None:
    """There is no place beside it."""
    with pytest.raises(StagingError, match="chọn thư mục khác"), Stage(Path("/")):
        pass


def test_a_site_in_a_folder_to_come_is_no_matter(tmp_path: Path) -> None:
    """The folders above it are made."""
    build(tmp_path / "out/2026/site", {"index.html": "a"})
    assert contents(tmp_path / "out") == {"2026/site/index.html": "a"}


@pytest.mark.parametrize("path", ["../outside.html", "/outside.html", "a:b.html"])
def test_a_path_outside_is_not_written(site: Path, path: str) -> None:
    """By whichever way it comes."""
    with Stage(site) as stage:
        with pytest.raises(StagingError):
            stage.write(path, b"")
        with pytest.raises(StagingError):
            put_file(stage.folder, path, b"")


@pytest.mark.parametrize("path", ["../outside.html", "a/../../outside.html", "{root}/outside.html"])
def test_a_path_outside_is_not_removed(site: Path, path: str) -> None:
    """Whatever a damaged list says."""
    outside = site.parent / "outside.html"
    outside.write_text("own", encoding="ascii")
    build(site, {"index.html": "old"})
    with pytest.raises(StagingError):
        build(site, {"index.html": "new"}, (path.format(root=site.parent),))
    assert outside.exists()
    assert contents(site) == {"index.html": "old"}


def test_a_stage_that_somebody_deletes_is_said(site: Path) -> None:
    """A tidy user, or another program."""
    with Stage(site) as stage:
        shutil.rmtree(stage.folder)
        with pytest.raises(StagingError, match="đã bị xóa"):
            stage.write("a/index.html", b"")
