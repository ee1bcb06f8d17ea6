"""What only Windows does, played here: files in use, names of devices, names alike but for case, other code pages."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bangvang import whole_file
from bangvang.checking import check
from bangvang.cli import main
from bangvang.loading import Problem, load_project
from bangvang.office.naming import proposed_id
from bangvang.office.writing import why_not
from bangvang.publishing.target import FolderTarget, GitTarget, ZipTarget, target_of
from bangvang.records import KINDS, is_id, is_reserved
from bangvang.registry import build_registry
from bangvang.whole_file import insist, replacing_durably

DAY = date(2026, 11, 21)
SITE = "name: A\naddress: https://a.example/\ndescription: A.\nowner: {name: A}\ncontact: {office: A, email: a@b.vn}\n"
REPORT = "title: Tổng kết\ntype: final\nagency: a\ncampaigns: [pt]\nresults: Tốt.\nillustrative: true\nfiles:\n"
BESIDE = {
    "vocabulary/agencies.yml": "- {id: a, name: A, level: commune}\n",
    "campaigns/pt.yml": "name: Phong trào thử\ntype: annual\nlevel: commune\nissuers: [a]\n",
}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the pauses."""
    monkeypatch.setattr(whole_file, "_PAUSE", 0)


def in_use(refusals: int, winerror: int = 5) -> Callable[[object, object], None]:
    """An os.replace that another program stands in the way of, so many times."""
    real, left = os.replace, [refusals]

    def replace(source: object, target: object) -> None:
        left[0] -= 1
        if left[0] >= 0:
            error = PermissionError(errno.EACCES, "in use", source, None, target)
            error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
            raise error
        real(source, target)  # type: ignore[arg-type]

    return replace


def problems(root: Path, files: dict[str, str]) -> list[Problem]:
    """What is said of a project with these files below data/."""
    for path, text in {"site.yml": SITE, **BESIDE, **files}.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(text, encoding="utf-8")
    project = load_project(root)
    return list(check(project, build_registry(project, DAY)).problems)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clerk hears nothing of it."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", in_use(3))
    with replacing_durably(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.usefixtures("impatient")
def test_a_file_that_stays_open_is_left_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing beside it, and the error for whoever has words for it."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", in_use(1000))
    with pytest.raises(PermissionError), replacing_durably(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.yml"]


@pytest.mark.usefixtures("impatient")
def test_only_a_refusal_is_tried_again() -> None:
    """A full disk stays full."""
    tried: list[int] = []

    def full() -> None:
        tried.append(1)
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        insist(full)
    assert len(tried) == 1


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_the_editor_says_which_file_to_close(winerror: int) -> None:
    """By the name that the clerk knows, whatever Windows calls the reason."""
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    what, remedy = why_not(error, f"data{os.sep}honourees{os.sep}.k7m2q9.yml.new")
    assert what.startswith("tệp data/honourees/k7m2q9.yml đang mở ở một chương trình khác")
    assert remedy.startswith("Đóng chương trình đó rồi bấm lưu lại")


@pytest.mark.parametrize("name", ["con", "NUL", "aux.yml", "com1", "LPT9.tar.gz", "prn .txt", "CONIN$", "com¹"])
def test_names_of_devices_are_known(name: str) -> None:
    """With anything behind a dot, in any case."""
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["con-2", "connie", "com", "com10", "nul-a.yml", "xa-mau", "", "a.con"])
def test_other_names_are_free(name: str) -> None:
    """However near."""
    assert not is_reserved(name)


def test_no_record_gets_the_name_of_a_device() -> None:
    """Neither typed nor proposed."""
    assert not is_id("con")
    assert proposed_id(KINDS["practice"], {"name": "Con"}, (), str) == "con-2"
    assert proposed_id(KINDS["practice"], {"name": "Con"}, ("con-2",), str) == "con-3"


def test_a_record_file_called_like_a_device_is_pointed_out(tmp_path: Path) -> None:
    """It comes from Linux, and Windows could not even check it out."""
    (problem,) = problems(tmp_path, {"practices/nul.yml": "name: A\nkind: model\n"})
    assert (problem.path, problem.check) == ("data/practices/nul.yml", "file-name")
    assert "Windows" in problem.what
    assert "nul-2.yml" in problem.remedy


def test_an_entry_called_like_a_device_is_pointed_out_in_its_line(tmp_path: Path) -> None:
    """Its page is a folder of that name."""
    (problem,) = problems(tmp_path, {"vocabulary/fields.yml": "- {id: a, name: A}\n- {id: aux, name: B}\n"})
    assert (problem.path, problem.line, problem.check) == ("data/vocabulary/fields.yml", 2, "reserved-id")
    assert "aux-2" in problem.remedy


def test_an_attachment_called_like_a_device_is_refused(tmp_path: Path) -> None:
    """A copy of the site could not be unpacked."""
    found = problems(
        tmp_path, {"reports/a.yml": f"{REPORT}  - {{file: con.pdf, title: A}}\n", "files/con.pdf": "%PDF-1.7"}
    )
    assert [problem.check for problem in found] == ["file-missing"]
    assert "Windows giữ riêng" in found[0].what


def test_files_alike_but_for_case_are_told_at_the_second(tmp_path: Path) -> None:
    """IIS has room for one."""
    two = "  - {file: bang.pdf, title: A}\n  - {file: Bang.pdf, title: B}\n"
    files = {"reports/a.yml": REPORT + two, "files/bang.pdf": "%PDF-1.7 a", "files/Bang.pdf": "%PDF-1.7 b"}
    (problem,) = problems(tmp_path, files)
    assert (problem.path, problem.line, problem.check) == ("data/reports/a.yml", 9, "file-form")
    assert "chỉ khác nhau ở chữ hoa, chữ thường" in problem.what


def test_a_name_that_only_windows_would_find_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a.pdf opens A.pdf; the server of the portal may be stricter."""
    real = Path.resolve

    def resolve(path: Path, strict: bool = False) -> Path:
        found = real(path, strict)
        return found.with_name("Bang.pdf") if found.name == "bang.pdf" else found

    monkeypatch.setattr(Path, "resolve", resolve)
    one = "  - {file: bang.pdf, title: A}\n"
    (problem,) = problems(tmp_path, {"reports/a.yml": REPORT + one, "files/bang.pdf": "%PDF-1.7"})
    assert "Bang.pdf" in problem.remedy
    assert "chữ hoa, chữ thường" in problem.what


@pytest.mark.parametrize("typed", ['"{}"', " {} ", '  "{}"'])
def test_a_path_copied_from_explorer_is_taken_without_its_quotation_marks(tmp_path: Path, typed: str) -> None:
    """“Copy as path” puts them there."""
    folder = tmp_path / "trang mới"
    assert target_of(typed.format(folder), tmp_path, DAY) == FolderTarget(folder)
    assert target_of(typed.format(f"{folder}.ZIP"), tmp_path, DAY) == ZipTarget(tmp_path / "trang mới.ZIP")
    assert isinstance(target_of(typed.format("git:https://a.example/b.git"), tmp_path, DAY), GitTarget)


def test_the_checker_takes_paths_as_the_machine_writes_them(tmp_path: Path) -> None:
    """And answers with forward slashes, as records name files everywhere."""
    problems(tmp_path, {"practices/nul.yml": "name: A\nkind: model\n"})
    run = subprocess.run(
        [sys.executable, "-m", "bangvang", "check", os.path.join("data", "practices"), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.decode().startswith("data/practices/nul.yml:1:1: lỗi: ")


@pytest.mark.parametrize("encoding", ["cp1258", "cp437", "ascii"])
def test_a_console_that_knows_no_vietnamese_gets_utf_8(tmp_path: Path, encoding: str) -> None:
    """bangvang.bat has switched it; without that the letters are wrong, but nothing breaks off."""
    run = subprocess.run(
        [sys.executable, "-m", "bangvang", "check", "--project", str(tmp_path)],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert "không thấy thư mục data" in run.stdout.decode("utf-8")
    assert b"Traceback" not in run.stderr


def test_a_list_that_excel_holds_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Vietnamese, with what to close."""
    problems(tmp_path, {})
    file = tmp_path / "danh-sach.csv"
    file.write_text("Họ và tên\nNguyễn Văn Mẫu\n", encoding="utf-8")
    real = Path.open

    def held(path: Path, *given: object, **named: object) -> object:
        if path.name == file.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)
    monkeypatch.setattr(Path, "read_bytes", lambda path: held(path, "rb").read())  # type: ignore[attr-defined]
    assert main(["import", str(file), "--project", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "danh-sach.csv" in told.out + told.err
    assert "đóng chương trình" in told.out + told.err
    assert "Permission denied" not in told.out + told.err
