"""The double click: what bangvang.bat says to cmd.exe, and what khoi-dong/start.py does on any system."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
BAT = (ROOT / "bangvang.bat").read_bytes()
LINES = BAT.decode("ascii").split("\r\n")
STRANGE = "Phòng Văn hóa (2026) & Đài"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what starts the editor, in a folder with blanks and Vietnamese letters, with nothing installed."""
    folder = tmp_path / STRANGE
    shutil.copytree(ROOT / "khoi-dong", folder / "khoi-dong", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "data").mkdir()
    (folder / "requirements.txt").write_text("a==1 --hash=sha256:00\n", encoding="ascii")
    return folder


@pytest.fixture
def start(project: Path) -> ModuleType:
    """The starter of that copy."""
    spec = importlib.util.spec_from_file_location("start", project / "khoi-dong/start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Machine:
    """Stands for every command; making an environment makes its interpreter."""

    def __init__(self, failing: str = "") -> None:
        self.commands: list[list[str]] = []
        self.failing = failing

    def call(self, command: list[str], **settings: object) -> int:
        """What subprocess.call does."""
        self.commands.append(command)
        if "venv" in command:
            python = Path(command[-1], "Scripts/python.exe" if os.name == "nt" else "bin/python")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
        return int(bool(self.failing) and self.failing in command)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine on which every step works."""
    machine = Machine()
    monkeypatch.setattr(subprocess, "call", machine.call)
    return machine


def test_cmd_can_read_the_starter_in_any_code_page() -> None:
    """ASCII, and every line with the end that labels are found by."""
    assert BAT.isascii()
    assert BAT.count(b"\n") == BAT.count(b"\r\n") == BAT.count(b"\r")


def test_every_label_is_there_once() -> None:
    """cmd stops the whole script over a missing one."""
    labels = [line[1:] for line in LINES if line.startswith(":")]
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"goto (\w+)", "\n".join(LINES))) == set(labels)


def test_what_comes_from_outside_stands_in_quotation_marks() -> None:
    """A folder called “A (1) & B” must not become a command."""
    for line in LINES:
        assert line.count('"') % 2 == 0, line
        outside = "".join(line.split('"')[::2])
        assert not re.search(r"%~|%\d|%\*", outside), line
    assert not any("(" in line and not line.startswith(("for ", "set ")) for line in LINES)


def test_the_console_speaks_utf_8_before_anything_is_said() -> None:
    """And gets its own code page back."""
    assert LINES.index("chcp 65001 >nul") < next(n for n, line in enumerate(LINES) if line.startswith("type "))
    assert "if defined bv_page chcp %bv_page% >nul" in LINES


def test_what_the_starter_names_exists() -> None:
    """The message about Python is read when there is nothing but cmd."""
    for named in set(re.findall(r"khoi-dong\\[\w.-]+", "\n".join(LINES[3:]))):
        assert (ROOT / named.replace("\\", "/")).is_file()
    told = (ROOT / "khoi-dong/thieu-python.txt").read_text(encoding="utf-8")
    assert "Python 3.11" in told
    assert "Microsoft Store" in told


def test_the_test_for_python_accepts_this_one() -> None:
    """The very words that cmd hands over."""
    (code,) = re.findall(r'set "bv_test=(.*)"', "\n".join(LINES))
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert subprocess.run([sys.executable, "-c", code.replace("3, 11", "4, 0")], check=False).returncode == 1


def test_three_names_of_python_are_tried() -> None:
    """The launcher first: it knows the newest."""
    assert re.findall(r'set "bv_python=(.*)"', "\n".join(LINES)) == ["py -3", "python", "python3"]


def test_the_first_start_installs_what_is_locked(project: Path, start: ModuleType, machine: Machine) -> None:
    """The same as the Makefile does, into the project's own folder."""
    python = start.set_up(project)
    assert python.is_relative_to(project / ".venv")
    made, locked, own = machine.commands
    assert made[1:] == ["-m", "venv", "--clear", str(project / ".venv")]
    assert locked[-5:] == ["--require-hashes", "--only-binary", ":all:", "-r", str(project / "requirements.txt")]
    assert own[-5:] == ["--no-index", "--no-deps", "--no-build-isolation", "-e", str(project)]


def test_the_second_start_installs_nothing(project: Path, start: ModuleType, machine: Machine) -> None:
    """It is at once where it was."""
    start.set_up(project)
    machine.commands.clear()
    start.set_up(project)
    assert machine.commands == []


@pytest.mark.parametrize("change", ["requirements", "moved", "interpreter"])
def test_what_is_out_of_date_is_installed_again(
    project: Path, start: ModuleType, machine: Machine, change: str
) -> None:
    """Other packages, a copied folder, a Python that has gone."""
    start.set_up(project)
    if change == "requirements":
        (project / "requirements.txt").write_text("a==2 --hash=sha256:00\n", encoding="ascii")
    elif change == "moved":
        project = project.rename(project.with_name("chỗ khác"))
    else:
        shutil.rmtree(project / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    machine.commands.clear()
    start.set_up(project)
    assert len(machine.commands) == 3


@pytest.mark.parametrize(
    ("step", "sorry"), [("venv", "môi trường"), ("--require-hashes", "các gói"), ("--no-deps", "Bảng Vàng")]
)
def test_a_broken_installation_is_told_and_begun_anew(
    project: Path, start: ModuleType, machine: Machine, step: str, sorry: str
) -> None:
    """Half an environment never counts as one."""
    machine.failing = step
    with pytest.raises(start.Stop, match=f"{sorry}.*mở lại"):
        start.set_up(project)
    machine.failing = ""
    machine.commands.clear()
    start.set_up(project)
    assert len(machine.commands) == 3


def test_the_editor_is_found_whatever_the_folder_is_called(start: ModuleType, project: Path) -> None:
    """Files that name a folder are read in the machine's own encoding, the environment never is."""
    (project / "src").mkdir()
    surroundings = start._surroundings()
    assert surroundings["PYTHONPATH"].split(os.pathsep)[0] == str(project / "src")
    assert surroundings["PYTHONUTF8"] == "1"


def test_a_path_too_long_for_windows_is_refused_before_anything_is_installed(start: ModuleType) -> None:
    """Only there."""
    long = Path("D:/" + "thu-muc-rat-dai/" * 8)
    with pytest.raises(start.Stop, match=r"quá dài.*\n.*chỗ ngắn hơn"):
        start.refuse_long_path(long, "nt")
    start.refuse_long_path(long, "posix")
    start.refuse_long_path(Path("D:/bang-vang"), "nt")


def test_a_dropped_folder_is_opened_instead(start: ModuleType, tmp_path: Path, project: Path) -> None:
    """If it is a project; without one it is the starter's own."""
    other = tmp_path / "dự án khác"
    (other / "data").mkdir(parents=True)
    assert start.project_of([f'{other}"']) == other
    assert start.project_of([]) == project
    with pytest.raises(start.Stop, match="không có thư mục data"):
        start.project_of([str(tmp_path)])


def test_a_project_without_the_engine_says_where_to_drop_it(
    start: ModuleType, machine: Machine, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless the machine has Bảng Vàng for everybody."""
    (project / "requirements.txt").unlink()
    assert start.installed_for_all() == Path(sys.executable)
    machine.failing = "-c"
    assert start.main([]) == 1
    assert "kéo thư mục này thả lên tệp bangvang.bat" in capsys.readouterr().err


def test_a_console_of_another_code_page_gets_whole_sentences(project: Path) -> None:
    """And an exit code that keeps the window open, never a traceback."""
    run = subprocess.run(
        [sys.executable, str(project / "khoi-dong/start.py"), str(project / "khoi-dong")],
        env={**os.environ, "PYTHONIOENCODING": "cp1258"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert f"{STRANGE}/khoi-dong không có thư mục data" in run.stderr.decode("utf-8").replace(os.sep, "/")
    assert b"Traceback" not in run.stderr


def test_the_starter_for_linux_and_macos_is_sound_and_may_be_run() -> None:
    """A shell that reads it finds no mistake."""
    script = ROOT / "bangvang.sh"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
